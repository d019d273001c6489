import { expect, test } from 'vitest';
import { browserLanguage } from './language.ts';

test.each([
  [['es-US', 'en'], 'es'],
  [['es'], 'es'],
  [['ES-mx', 'en-US'], 'es'],
  [['fr-FR', 'es-ES', 'en'], 'es'],
  [['en-GB', 'es'], 'en'],
  [['est', 'zh-Hant'], 'en'],
  [[], 'en'],
] as const)('a browser that asks for %j gets %s', (wanted, language) => {
  expect(browserLanguage(wanted)).toBe(language);
});
