/** `en.ts` in Spanish. */
import { first } from './es-first.ts';
import { later } from './es-later.ts';
import { doors } from './es/doors.ts';
import { explained } from './es/explained.ts';
import { page } from './es/page.ts';
import { reader } from './es/reader.ts';
import { signInFailures } from './es/sign-in-failures.ts';

export const es = {
  ...first,
  ...later,
  ...doors,
  ...signInFailures,
  ...reader,
  ...explained,
  ...page,
} as const;
