/** Small readings that several record kinds share. */
import { type Concept, readConcept } from './concept.ts';
import { parseDateTime, type FhirDateTime } from './dates.ts';
import { asObject, type FhirResource, ownRow } from './json.ts';
import { phrase } from './phrase.ts';
import type { AdministrativePhrase } from './phrase-administrative.ts';
import type { ChartRecord, Mark, ReadContext } from './record.ts';
import { nameOfReference } from './reference-name.ts';
import { readReference } from './reference.ts';

/** A verification status that changes how the record must be read; confirmed needs no mark, unknown codes do. */
const verificationMarks: Readonly<Record<string, AdministrativePhrase>> = {
  unconfirmed: 'mark.unconfirmed',
  presumed: 'mark.presumed',
  provisional: 'mark.provisional',
  differential: 'mark.differential',
  refuted: 'mark.refuted',
};

const plainVerifications: readonly (string | undefined)[] = ['confirmed', 'entered-in-error', undefined];

/** The marks of a `verificationStatus`: ours for known codes, the record's own words for others. */
export function verificationMark(value: unknown, code: string | undefined): readonly Mark[] {
  const known = ownRow(verificationMarks, code);
  if (known !== undefined) return [{ phrase: phrase(known), tone: 'warning' }];
  const label = readConcept(value)?.label;
  return label === undefined || plainVerifications.includes(code) ? [] : [{ phrase: label, tone: 'warning' }];
}

/** The mark of a record whose words come from the patient or the family, not from a clinician. */
export function sourceMark(reference: unknown, context: ReadContext, within: FhirResource): readonly Mark[] {
  const type = readReference(reference)?.type ?? context.resolve(reference, within)?.resourceType;
  if (type === 'Patient') return [{ phrase: phrase('mark.patient-reported'), tone: 'plain' }];
  const name = type === 'RelatedPerson' ? nameOfReference(reference, context, within) : undefined;
  return name === undefined ? [] : [{ phrase: phrase('mark.reported-by', { name }), tone: 'plain' }];
}

/** When the record was written down: `recordedDate`, else `authoredOn`, else what Provenance says. */
export function recordedAt(resource: FhirResource, context: ReadContext): FhirDateTime | undefined {
  const own = parseDateTime(resource['recordedDate']) ?? parseDateTime(resource['authoredOn']);
  if (own !== undefined) return own;
  const recorded = context.provenanceOf(resource).map((one) => parseDateTime(one['recorded']));
  return recorded.find((date) => date !== undefined);
}

/** Why something did not happen or ended: the first reason in words. */
export function reasonLabel(value: unknown): string | undefined {
  return readConcept(value)?.label;
}

/** "Not done: patient refused": one mark for what did NOT happen, with its reason where sent. */
export function notMark(
  key: 'not-done' | 'not-given' | 'not-taken' | 'not-dispensed',
  reason: string | undefined,
): Mark {
  return reason === undefined
    ? { phrase: phrase(`mark.${key}`), tone: 'warning' }
    : { phrase: phrase(`mark.${key}-because`, { reason }), tone: 'warning' };
}

/** The names of a backbone list of people: `performer[].actor`, `participant[].individual`. */
export function actorName(entry: unknown, field: string, context: ReadContext, within: FhirResource) {
  return nameOfReference(asObject(entry)?.[field], context, within);
}

/** What tells two codes apart when folding: codings where there are any, else the text in lower case. */
export function conceptKey(concept: Concept | undefined): string | undefined {
  if (concept === undefined) return undefined;
  const codes = concept.codings.map(
    (coding) => `${coding.system ?? ''}|${coding.code ?? coding.display ?? ''}`,
  );
  return JSON.stringify([concept.label.trim().toLowerCase(), ...codes.toSorted()]);
}

/**
 * A fold key: same kind of record, same concept, same standing and status, same parts. Undefined where the date or
 * the concept is missing: what may differ is never folded. The date itself is a part only where the caller adds it.
 */
export function foldKeyOf(
  record: ChartRecord,
  concept: Concept | undefined,
  parts: readonly unknown[],
): string | undefined {
  const key = conceptKey(concept);
  if (record.sortTime === undefined || key === undefined) return undefined;
  const { type, standing, status, enteredInError, marks } = record;
  return JSON.stringify(
    [type, key, standing, status, enteredInError, marks, parts].map((part) => part ?? null),
  );
}
