/** Every word of ours, in English: one file a subject, put together here. */
import { first } from './en-first.ts';
import { later } from './en-later.ts';
import { doors } from './en/doors.ts';
import { page } from './en/page.ts';

export const en = { ...first, ...later, ...doors, ...page } as const;
