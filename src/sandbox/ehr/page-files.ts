import { consentScript, styleSheet } from './style.ts';

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#17344a"/><path d="M13 6h6v7h7v6h-7v7h-6v-7H6v-6h7z" fill="#fff"/></svg>`;

const files = {
  '/style.css': ['text/css; charset=utf-8', styleSheet],
  '/consent.js': ['text/javascript; charset=utf-8', consentScript],
  '/favicon.svg': ['image/svg+xml', icon],
  '/favicon.ico': ['image/svg+xml', icon],
} as const;

export type PageFilePath = keyof typeof files;
export const pageFilePaths = Object.keys(files) as readonly PageFilePath[];

export function isPageFile(path: string): path is PageFilePath {
  return Object.hasOwn(files, path);
}

/** What every page of the sandbox loads, on whichever of its origins it stands. */
export function pageFile(path: PageFilePath): Response {
  const [type, text] = files[path];
  return new Response(text, { headers: { 'Content-Type': type, 'X-Content-Type-Options': 'nosniff' } });
}
