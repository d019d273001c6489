/** What patients read in place of clinicians' words, in English. */
import type { PatientFile } from './speech.ts';

export { patient } from './en/patient.ts';

export const explanations: PatientFile['explanations'] = async () => (await import('./en-plain.ts')).plain;
