/** The cast's records, kind by kind, as records of one patient `Patient/p1`, and their mutants. */
import * as fc from 'fast-check';
import type { FhirResource } from '#fhir/json.ts';
import { kindOf } from '#fhir/placement.ts';
import type { KindId } from '#fhir/plan.ts';
import { castResources } from '#sandbox/people/resources.ts';
import { mutantOf } from './mutate.ts';

export const patientId = 'p1';

/** Of a kind at most so many samples, spread over the cast. */
const mostSamples = 60;

let cast: readonly FhirResource[] | undefined;

/** Plain JSON, everybody the same patient. */
function castRecords(): readonly FhirResource[] {
  if (cast !== undefined) return cast;
  const text = JSON.stringify(castResources()).replaceAll(/"Patient\/\d+"/g, `"Patient/${patientId}"`);
  cast = (JSON.parse(text) as FhirResource[]).map((one) =>
    one.resourceType === 'Patient' ? { ...one, id: patientId } : one,
  );
  return cast;
}

/** Types that no search of the cast's brings. */
const further: readonly FhirResource[] = [
  {
    resourceType: 'QuestionnaireResponse',
    id: 'q',
    subject: { reference: `Patient/${patientId}` },
    questionnaire: 'a/b',
    authored: '2026-01-01',
    item: [{ linkId: '1', text: 'Asked', answer: [{ valueCoding: { code: 'x' }, item: [{ linkId: '2' }] }] }],
  },
  {
    resourceType: 'DiagnosticReport',
    id: 'd',
    status: 'final',
    subject: { reference: `Patient/${patientId}` },
    code: { text: 'Panel' },
    result: [{ reference: '#o' }, { reference: 'Observation/r0' }, { reference: '#p' }],
    contained: [
      { resourceType: 'Observation', id: 'o', code: { text: 'Inside' }, valueString: 'words' },
      { resourceType: 'Observation', id: 'p', code: { text: 'Also inside' }, valueInteger: 3 },
    ],
  },
  {
    resourceType: 'ImagingStudy',
    id: 'i',
    subject: { reference: `Patient/${patientId}` },
    started: '2020',
    series: [{ instance: [{}], modality: { code: 'CT' } }],
  },
  {
    resourceType: 'FamilyMemberHistory',
    id: 'f',
    patient: { reference: `Patient/${patientId}` },
    relationship: { text: 'mother' },
    condition: [{ code: { text: 'asthma' }, onsetAge: { value: 3, unit: 'a' } }],
    date: '2020',
  },
];

export function samplesOf(kind: KindId): readonly FhirResource[] {
  const all = [...further, ...castRecords()].filter((one) => kindOf(one, patientId) === kind);
  const step = Math.max(1, all.length / mostSamples);
  return Array.from({ length: Math.min(all.length, mostSamples) }, (_, at) => all[Math.floor(at * step)]!);
}

const results = [0, 1, 2, 3, 4].map((at) => ({ reference: `Observation/r${at}` }));

/** Whole records of another search that speak of a kind's: a panel of the mutants, the results that a report names. */
export function companyOf(kind: KindId): readonly FhirResource[] {
  if (kind === 'laboratory')
    return samplesOf('reports')
      .slice(0, 2)
      .map((one) => ({ ...one, result: results }));
  if (kind !== 'reports') return [];
  return samplesOf('laboratory')
    .slice(0, 3)
    .map((one, at) => ({ ...one, id: `r${at}` }));
}

/** Batches of mutants of a kind. Their ids are `r0`, `r1`…, so that references among them hit. */
export function recordMutants(kind: KindId, batch: number): fc.Arbitrary<FhirResource[]> {
  const samples = samplesOf(kind).map((one) => ({ ...one, id: kind === 'patient' ? patientId : 'r' }));
  return fc
    .array(mutantOf(samples, kind === 'patient' ? ['resourceType', 'id'] : ['resourceType']), {
      minLength: batch,
      maxLength: batch,
    })
    .map((mutants) => mutants.map((one, at) => (one.id === 'r' ? { ...one, id: `r${at}` } : one)));
}
