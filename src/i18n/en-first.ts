/** The words that the banner and all before it need: loaded with the app. Every other word is in `en-later.ts`. */
import { app } from './en/app.ts';
import { banner } from './en/banner.ts';
import { identity } from './en/identity.ts';
import { sections } from './en/sections.ts';
import { signIn } from './en/sign-in.ts';

export const first = { ...app, ...signIn, ...banner, ...sections, ...identity } as const;
