import { expect, test } from 'vitest';
import { languageName } from './language-name.ts';

test.each([
  ['eng', 'English'],
  ['fr-CA', 'Canadian French'],
  ['zh-Hant', 'Traditional Chinese'],
  ['qqq', 'qqq'],
  ['Spanish', 'Spanish'],
  ['sign language', 'sign language'],
  ['es-', 'es-'],
  ['zh-yue', 'zh-yue'],
  ['en-12', 'en-12'],
  ['und', 'und'],
])('%s: %s', (label, name) => expect(languageName(label)).toBe(name));
