/**
 * The page's one Trusted Types policy, `chartside` (the header allows it and DOMPurify's own, no other). It has two uses:
 * text that is parsed as XML and never inserted, and the addresses of our own workers. The policy itself never leaves
 * this file; `trusted-types.test.ts` fails on any other use.
 */
// oxlint-disable-next-line import/default -- its address, not the module: Vite's own suffix
import pdfWorker from 'pdfjs-dist/build/pdf.worker.min.mjs?worker&url';

/** Every worker there is, built with the app and served by its own origin. */
const workers = { pdf: pdfWorker } as const;

/** What the browser knows of Trusted Types, where it does (W3C Trusted Types §2.3). */
interface PolicyMaker {
  createPolicy(
    name: string,
    rules: { createHTML: (text: string) => string; createScriptURL: (name: string) => string },
  ): { createHTML(text: string): string; createScriptURL(name: string): string };
}

const rules = {
  createHTML: (text: string) => text,
  createScriptURL(name: string): string {
    if (!Object.hasOwn(workers, name)) throw new TypeError('No worker of this app has that name.');
    return new URL(workers[name as keyof typeof workers], document.baseURI).href;
  },
};

let made: typeof rules | undefined;

function policy(): typeof rules {
  const maker = (globalThis as { readonly trustedTypes?: PolicyMaker }).trustedTypes;
  made ??= maker?.createPolicy('chartside', rules) ?? rules;
  return made;
}

/** XML text as a document that stands in no page: nothing in it runs, is fetched or is styled. */
export function parseXml(text: string): Document {
  return new DOMParser().parseFromString(policy().createHTML(text), 'application/xml');
}

export function startWorker(name: keyof typeof workers): Worker {
  return new Worker(policy().createScriptURL(name), { type: 'module', name });
}
