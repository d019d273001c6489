import type { Plugin } from 'vite';
import { en } from './src/i18n/en.ts';
import { es } from './src/i18n/es.ts';
import { language } from './src/i18n/translate.ts';

type Words = Readonly<Record<string, unknown>>;

/**
 * `{{key}}` in `index.html` becomes the message of that key, `{{es:key}}` the Spanish one: no word of ours stands outside
 * `src/i18n`. Both lie in the page, because it is one file for all; `main.ts` says which is seen, before the first paint
 * where a browser can wait for it (`blocking`).
 */
export const pageWords: readonly Plugin[] = [
  {
    name: 'chartside-page-words',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) =>
        html.replaceAll(/\{\{(es:)?([\w.-]+)\}\}/g, (_whole, spanish: string | undefined, key: string) => {
          const words: Words = spanish === undefined ? en : es;
          const message = key === 'language' ? language : words[key];
          if (typeof message !== 'string')
            throw new Error(`index.html asks for "${key}", which is no message.`);
          return message.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
        }),
    },
  },
  {
    name: 'chartside-page-words-first',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => html.replace(/<script (?=[^>]*type="module")/, '<script blocking="render" '),
    },
  },
];
