/** Every word of ours, in English: one file a subject, put together here. */
import { app } from './en/app.ts';
import { chart } from './en/chart.ts';
import { records } from './en/records.ts';
import { clinical } from './en/clinical.ts';
import { elements } from './en/elements.ts';
import { signIn } from './en/sign-in.ts';

export const en = { ...app, ...signIn, ...chart, ...records, ...clinical, ...elements } as const;
