/** AllergyIntolerance of DSTU2 (§4.1) and STU3 (§9.1) in R4's elements. */
import { asText, ownRow } from '#fhir/json.ts';
import { completed, each, notes, renamed, replaced, type Reshape } from './reshape.ts';

/** DSTU2 has one status where R4 has a clinical and a verification one. */
const statuses: Readonly<Record<string, { clinicalStatus?: string; verificationStatus?: string }>> = {
  active: { clinicalStatus: 'active' },
  unconfirmed: { clinicalStatus: 'active', verificationStatus: 'unconfirmed' },
  confirmed: { clinicalStatus: 'active', verificationStatus: 'confirmed' },
  inactive: { clinicalStatus: 'inactive' },
  resolved: { clinicalStatus: 'resolved' },
  refuted: { verificationStatus: 'refuted' },
  'entered-in-error': { verificationStatus: 'entered-in-error' },
};

const criticalities: Readonly<Record<string, string>> = {
  CRITL: 'low',
  CRITH: 'high',
  CRITU: 'unable-to-assess',
};

export const allergyFromDstu2: Reshape = (resource) => {
  const moved = renamed(resource, {
    substance: 'code',
    reporter: 'asserter',
    onset: 'onsetDateTime',
    // Spelled so in DSTU2.
    lastOccurence: 'lastOccurrence',
  });
  const status = asText(resource['status']);
  const known = ownRow(statuses, status?.trim().toLowerCase());
  return replaced(completed(moved, known ?? { clinicalStatus: status }), {
    criticality: ownRow(criticalities, asText(resource['criticality'])),
    note: notes(resource['note']),
    reaction: each(resource['reaction'], (reaction) => replaced(reaction, { note: notes(reaction['note']) })),
  });
};

export const allergyFromStu3: Reshape = (resource) => renamed(resource, { assertedDate: 'recordedDate' });
