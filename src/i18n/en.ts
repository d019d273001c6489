/** Every word of ours, in English: one file a subject, put together here. */
import { first } from './en-first.ts';
import { later } from './en-later.ts';
import { doors } from './en/doors.ts';
import { explained } from './en/explained.ts';
import { page } from './en/page.ts';
import { reader } from './en/reader.ts';
import { signInFailures } from './en/sign-in-failures.ts';

export const en = {
  ...first,
  ...later,
  ...doors,
  ...signInFailures,
  ...reader,
  ...explained,
  ...page,
} as const;
