/** What patients read beside the clinical words: explanations, and the plain names of tests. */
import { explained } from './en/explained.ts';
import { plainNames } from './en/plain-names.ts';
import type { PlainWords } from './translate.ts';

export const plain: PlainWords = { messages: explained, names: plainNames };
