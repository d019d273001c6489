/** Every word of ours, in English: one file a subject, put together here. */
import { first } from './en-first.ts';
import { later } from './en-later.ts';

export const en = { ...first, ...later } as const;
