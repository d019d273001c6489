/** What patients read in place of clinicians' words, in Spanish. */
import type { PatientFile } from './speech.ts';

export { patient } from './es/patient.ts';

export const explanations: PatientFile['explanations'] = async () => (await import('./es-plain.ts')).plain;
