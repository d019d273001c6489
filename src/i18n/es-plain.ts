/** `en-plain.ts` in Spanish. */
import { explained } from './es/explained.ts';
import { plainNames } from './es/plain-names.ts';
import type { PlainWords } from './translate.ts';

export const plain: PlainWords = { messages: explained, names: plainNames };
