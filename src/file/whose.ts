/** Whom a record is about, by its own patient reference, before any patient is open. */
import { asList, asObject, asObjects, asText, type FhirResource, type JsonObject } from '#fhir/json.ts';
import { plainBase } from './bases.ts';

/** Elements that say whom a record is about, of any type and version (as in `fhir/bundle-subject.ts`). */
const subjectElements = ['subject', 'patient', 'beneficiary', 'individual', 'for'] as const;

const patientReference = /(?:^|\/)patient\/([^/?#]+)(?:\/_history\/[^/?#]+)?\/?(?:[?#]|$)/i;

/** `id`: of a Patient, on the server of `base` where the reference names one. `urn`: an address that only its own Bundle can resolve. */
export type PatientRef =
  | { readonly id: string; readonly base: string | undefined }
  | { readonly urn: string };

/** Every patient a record names as its own; none where it names nobody. Contained and display-only ones are nobody. */
export function patientRefsOf(resource: FhirResource): readonly PatientRef[] {
  const refs = subjectElements.flatMap((element) =>
    asReferences(resource[element]).map((one) => patientRef(one, element)),
  );
  const actors = participants(resource).map((one) => patientRef(one, 'actor'));
  const found = [...refs, ...actors].filter((ref) => ref !== undefined);
  return found.length < 2 ? found : distinct(found);
}

function distinct(refs: readonly PatientRef[]): readonly PatientRef[] {
  return [...new Map(refs.map((ref) => [JSON.stringify(ref), ref])).values()];
}

function asReferences(value: unknown): readonly JsonObject[] {
  if (value === undefined) return [];
  const texts = asList(value).filter((one) => typeof one === 'string' && /^\s*\S+\s*$/.test(one));
  return [...asObjects(value), ...texts.map((reference) => ({ reference }))];
}

function participants(resource: FhirResource): readonly JsonObject[] {
  if (resource.resourceType === 'AppointmentResponse') return asObjects(resource['actor']);
  if (resource.resourceType !== 'Appointment') return [];
  return asObjects(resource['participant'])
    .map((participant) => asObject(participant['actor']))
    .filter((actor) => actor !== undefined);
}

function patientRef(value: JsonObject, element: string): PatientRef | undefined {
  const reference = asText(value['reference'])?.trim();
  if (reference === undefined || reference.startsWith('#')) return undefined;
  const found = patientReference.exec(reference);
  const id = found?.[1];
  if (id !== undefined) return { id, base: plainBase(reference.slice(0, found?.index)) };
  if (/^urn:(?:uuid|oid):/i.test(reference)) return { urn: reference };
  const mustBePatient =
    asText(value['type']) === 'Patient' || element === 'patient' || element === 'beneficiary';
  return mustBePatient && !/[/:]/.test(reference) ? { id: reference, base: undefined } : undefined;
}
