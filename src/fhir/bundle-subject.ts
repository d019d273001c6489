/**
 * Whose record is this? A search for one patient must answer with that patient's records; anything about somebody
 * else is refused before it reaches the chart.
 */
import { asList, asObject, asObjects, asText, type FhirResource, type JsonObject } from './json.ts';

/** Elements that say whom a record is about, of any type (R4; `for` is Task's, `individual` ResearchSubject's). */
const subjectElements = ['subject', 'patient', 'beneficiary', 'individual', 'for'] as const;

/** A Patient's id at the end of a reference, whatever base stands before it: HAPI writes its own base also behind a relay. */
const patientReference = /(?:^|\/)patient\/([^/?#]+)(?:\/_history\/[^/?#]+)?\/?(?:[?#]|$)/i;

type Whose = 'ours' | 'somebody-else' | 'unsaid';

function whoseReference(
  value: JsonObject,
  element: string,
  patientId: string,
  byFullUrl: ReadonlyMap<string, FhirResource>,
): Whose {
  const reference = asText(value['reference'])?.trim();
  if (reference === undefined || reference.startsWith('#')) return 'unsaid';
  const id = patientReference.exec(reference)?.[1];
  if (id !== undefined) return id === patientId ? 'ours' : 'somebody-else';
  const named = byFullUrl.get(reference);
  if (named !== undefined && named.resourceType !== 'Patient') return 'unsaid';
  if (named !== undefined) return named.id === patientId ? 'ours' : 'somebody-else';
  if (/^urn:(?:uuid|oid):/i.test(reference)) {
    return reference.slice(reference.lastIndexOf(':') + 1) === patientId ? 'ours' : 'somebody-else';
  }
  // A Group, a Device, a Location; a bare id only where nothing but a patient can stand.
  const mustBePatient =
    asText(value['type']) === 'Patient' || element === 'patient' || element === 'beneficiary';
  if (!mustBePatient || /[/:]/.test(reference)) return 'unsaid';
  return reference === patientId ? 'ours' : 'somebody-else';
}

/** References, and text in the place of one where it is no sentence (`Patient/86`): the chart reads both. */
function references(value: unknown): readonly JsonObject[] {
  const texts = asList(value).filter((one) => typeof one === 'string' && /^\s*\S+\s*$/.test(one));
  return [...asObjects(value), ...texts.map((reference) => ({ reference }))];
}

/** An Appointment has no subject: the patients are among its participants. */
function participants(resource: FhirResource): readonly JsonObject[] {
  if (resource.resourceType === 'AppointmentResponse') return asObjects(resource['actor']);
  if (resource.resourceType !== 'Appointment') return [];
  const actors = asObjects(resource['participant']).map((participant) => asObject(participant['actor']));
  return actors.filter((actor) => actor !== undefined);
}

/**
 * Whether a resource is about another patient than `patientId`. No subject, a Group, a Device or a display without a
 * reference is nobody else; of several subjects one has to be the patient. `byFullUrl` resolves `urn:uuid:` references
 * within the same bundle.
 */
export function isForeign(
  resource: FhirResource,
  patientId: string,
  byFullUrl: ReadonlyMap<string, FhirResource> = new Map(),
): boolean {
  if (resource.resourceType === 'Patient') return resource.id !== patientId;
  const namesOthers = (value: unknown, element: string): boolean => {
    const whose = references(value).map((one) => whoseReference(one, element, patientId, byFullUrl));
    return whose.includes('somebody-else') && !whose.includes('ours');
  };
  // Thousands of records pass here at a stretch: what is not there costs nothing.
  for (const element of subjectElements) {
    const value = resource[element];
    if (value !== undefined && namesOthers(value, element)) return true;
  }
  return namesOthers(participants(resource), 'actor');
}
