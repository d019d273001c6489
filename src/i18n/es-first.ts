/** `en-first.ts` in Spanish, and the way to the other words. */
import { app } from './es/app.ts';
import { banner } from './es/banner.ts';
import { identity } from './es/identity.ts';
import { sections } from './es/sections.ts';
import { signIn } from './es/sign-in.ts';
import type { LanguageFile } from './speech.ts';

export const first = { ...app, ...signIn, ...banner, ...sections, ...identity };

export const rest: LanguageFile['rest'] = {
  later: async () => (await import('./es-later.ts')).later,
  doors: async () => (await import('./es/doors.ts')).doors,
  failures: async () => (await import('./es/sign-in-failures.ts')).signInFailures,
  reader: async () => (await import('./es/reader.ts')).reader,
};
