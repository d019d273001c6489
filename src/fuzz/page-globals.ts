/** The browser's own parser, with which narratives are cleaned. To be imported before any view; the rest needs none. */
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('<!doctype html>', { url: 'https://app.example.org/chart' });

Object.assign(globalThis, {
  window,
  document: window.document,
  DOMParser: window.DOMParser,
  HTMLElement: window.HTMLElement,
  Node: window.Node,
  NodeFilter: window.NodeFilter,
});
