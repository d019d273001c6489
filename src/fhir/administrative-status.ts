/** The status of a record in words of ours; a code this app does not know stays as it was sent. */
import { codeOf, type Concept, readConcept } from './concept.ts';
import { phrase, type Words } from './phrase.ts';

const statusCodes = [
  'active',
  'recurrence',
  'relapse',
  'inactive',
  'remission',
  'resolved',
  'completed',
  'stopped',
  'on-hold',
  'cancelled',
  'ended',
  'draft',
  'unknown',
  'entered-in-error',
  'in-progress',
  'preparation',
  'not-done',
  'not-taken',
  'intended',
  'declined',
  'planned',
  'arrived',
  'triaged',
  'onleave',
  'finished',
  'aborted',
  'suspended',
] as const;

export type StatusCode = (typeof statusCodes)[number];

/** The code a status element carries, `code` or CodeableConcept, in lower case; undefined where there is none. */
export function statusCode(value: unknown): string | undefined {
  return codeOf(readConcept(value))?.trim().toLowerCase();
}

/** Status words of a `code` or CodeableConcept: ours for FHIR's codes, the record's own for all others. */
export function statusWords(value: unknown): Words | undefined {
  const concept = readConcept(value);
  const code = codeOf(concept)?.trim().toLowerCase();
  const known = statusCodes.find((one) => one === code);
  return known === undefined ? concept?.label : phrase(`status.${known}`);
}

/** Whether a status concept says what is hidden by default, in whichever of its codings. */
export function saysEnteredInError(...values: readonly unknown[]): boolean {
  return values.some((value) => {
    const concept: Concept | undefined = readConcept(value);
    const codes = [concept?.text, ...(concept?.codings.map((coding) => coding.code) ?? [])];
    return codes.some((code) => code?.trim().toLowerCase() === 'entered-in-error');
  });
}
