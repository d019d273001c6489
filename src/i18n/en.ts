/** Every word of ours, in English: one file a subject, put together here. */
import { app } from './en/app.ts';
import { chart } from './en/chart.ts';
import { recordLists } from './en/record-lists.ts';
import { records } from './en/records.ts';
import { clinical } from './en/clinical.ts';
import { elements } from './en/elements.ts';
import { results } from './en/results.ts';
import { signIn } from './en/sign-in.ts';

export const en = { ...app, ...signIn, ...chart, ...recordLists, ...records, ...clinical, ...elements, ...results } as const;
