import type { Plugin } from 'vite';
import { en } from './src/i18n/en.ts';
import { language } from './src/i18n/translate.ts';

/** `{{key}}` in `index.html` becomes the message of that key: no word of ours stands outside `src/i18n`. */
export const pageWords: Plugin = {
  name: 'chartside-page-words',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) =>
      html.replaceAll(/\{\{([\w.-]+)\}\}/g, (_whole, key: string) => {
        const message: unknown =
          key === 'language' ? language : (en as Readonly<Record<string, unknown>>)[key];
        if (typeof message !== 'string')
          throw new Error(`index.html asks for "${key}", which is no message.`);
        return message.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
      }),
  },
};
