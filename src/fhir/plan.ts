/** Which searches make a chart, in which order. The lists stand in this file; the order is the reading's first queue. */
import { everyOtherType } from './plan-types.ts';

/** A record kind = a section's records. One resource belongs to exactly one kind (`fhir/placement.ts`). */
export type KindId =
  | 'patient'
  | 'allergies'
  | 'problems'
  | 'medications'
  | 'laboratory'
  | 'tests' // clinical tests and imaging
  | 'vitals'
  | 'immunizations'
  | 'procedures'
  | 'encounters'
  | 'documents'
  | 'reports'
  | 'care-plans'
  | 'goals'
  | 'care-teams'
  | 'devices'
  | 'social-history' // social history and screening
  | 'coverage'
  | 'orders'
  | 'specimens'
  | 'people'
  | 'other';

export type SearchId = string;

export interface PlannedSearch {
  readonly id: SearchId;
  readonly type: string;
  /** A read of `Patient/{id}` has none; a search has these beside nothing else. */
  readonly parameters: readonly (readonly [name: string, value: string])[];
  /** Kinds its answer feeds. */
  readonly kinds: readonly KindId[];
  /** `_revinclude=Provenance:target` is declared for it. */
  readonly provenance: boolean;
  /** A server need not know the type: refusing the search (400, 404, 501) means that it is not offered. */
  readonly optional?: boolean;
}

export type SearchRules = 'office' | 'us-core';

/** A type's row: the kinds its records are placed in, and what its search needs. */
interface PlannedType {
  readonly type: string;
  readonly kinds: readonly KindId[];
  /** The parameter that names the patient; `patient` where not said. */
  readonly by?: 'subject';
  /** A category the search must name. */
  readonly category?: string;
  /** False where `_revinclude=Provenance:target` is not declared. */
  readonly provenance?: false;
  readonly optional?: true;
}

const observationKinds = ['laboratory', 'vitals', 'social-history', 'tests', 'other'] as const;

/**
 * The chart of NextGen Office in twenty requests, the first six being what a clinician looks at first. The rules are
 * its CapabilityStatement's and its OpenAPI file's: `patient` alone, CarePlan with its one category, no `_include`,
 * `_count` or `_sort` anywhere, `_revinclude` but on RelatedPerson and Specimen.
 */
const officeTypes: readonly PlannedType[] = [
  { type: 'AllergyIntolerance', kinds: ['allergies'] },
  { type: 'Condition', kinds: ['problems'] },
  { type: 'MedicationRequest', kinds: ['medications'] },
  { type: 'Observation', kinds: observationKinds },
  { type: 'Encounter', kinds: ['encounters'] },
  { type: 'Immunization', kinds: ['immunizations'] },
  { type: 'DiagnosticReport', kinds: ['reports'] },
  { type: 'DocumentReference', kinds: ['documents'] },
  { type: 'Procedure', kinds: ['procedures'] },
  { type: 'CarePlan', kinds: ['care-plans'], category: 'assess-plan' },
  { type: 'Goal', kinds: ['goals'] },
  { type: 'CareTeam', kinds: ['care-teams'] },
  { type: 'Device', kinds: ['devices'] },
  { type: 'Coverage', kinds: ['coverage'] },
  { type: 'MedicationDispense', kinds: ['medications'] },
  { type: 'MedicationAdministration', kinds: ['medications'] },
  { type: 'ServiceRequest', kinds: ['orders'] },
  { type: 'RelatedPerson', kinds: ['people'], provenance: false },
  { type: 'Specimen', kinds: ['specimens'], provenance: false },
];

/** A plain US Core server: CarePlan whole, what US Core leaves optional after the rest, then every other type of R4. */
const usCoreTypes: readonly PlannedType[] = [
  ...officeTypes.map(({ type, kinds, provenance }) =>
    provenance === undefined ? { type, kinds } : { type, kinds, provenance },
  ),
  { type: 'MedicationStatement', kinds: ['medications'], provenance: false, optional: true },
  { type: 'QuestionnaireResponse', kinds: ['social-history'], optional: true },
  { type: 'ImagingStudy', kinds: ['tests'], provenance: false, optional: true },
  { type: 'DeviceRequest', kinds: ['orders'], provenance: false, optional: true },
  ...everyOtherType.map(({ type, by }): PlannedType => ({
    type,
    kinds: ['other'],
    ...(by && { by }),
    provenance: false,
    optional: true,
  })),
];

function typesOf(rules: SearchRules): readonly PlannedType[] {
  return rules === 'office' ? officeTypes : usCoreTypes;
}

function searchesOf(rules: SearchRules, patientId: string): readonly PlannedSearch[] {
  const patient: PlannedSearch = {
    id: 'Patient',
    type: 'Patient',
    parameters: [],
    kinds: ['patient'],
    provenance: false,
  };
  const searches = typesOf(rules).map(
    ({ type, kinds, by, category, provenance = true, optional = false }) => ({
      id: type,
      type,
      parameters: [
        by === 'subject' ? (['subject', `Patient/${patientId}`] as const) : (['patient', patientId] as const),
        ...(category === undefined ? [] : [['category', category] as const]),
      ],
      kinds,
      provenance,
      optional,
    }),
  );
  return [patient, ...searches];
}

/** The whole R4 chart on NextGen Office's rules: twenty requests of one page each, in the order they are sent. */
export function officePlan(patientId: string): readonly PlannedSearch[] {
  return searchesOf('office', patientId);
}

/** The whole chart on a plain US Core R4 server: the same order, then every further type that can name a patient. */
export function usCorePlan(patientId: string): readonly PlannedSearch[] {
  return searchesOf('us-core', patientId);
}

/** The plan for a system's search rules. */
export function planFor(rules: SearchRules, patientId: string): readonly PlannedSearch[] {
  return searchesOf(rules, patientId);
}

/** Every type that the plan asks for. Records of other types are reached by reference at most, and by no search. */
export function planTypes(rules: SearchRules): readonly string[] {
  return ['Patient', ...typesOf(rules).map(({ type }) => type)];
}

/** Types that NextGen Office serves one by one beside those of the plan; it knows no Medication (404). */
const officeReadTypes = new Set([
  'Practitioner',
  'PractitionerRole',
  'Organization',
  'Location',
  'Provenance',
]);

/** Whether a referenced record of this type is worth asking for. */
export function isReadable(rules: SearchRules, type: string): boolean {
  return rules === 'us-core' || officeReadTypes.has(type) || planTypes('office').includes(type);
}

/** The search's URL, relative to the FHIR base. `withProvenance` adds the one `_revinclude` there is. */
export function searchUrl(search: PlannedSearch, patientId: string, withProvenance: boolean): string {
  if (search.type === 'Patient') return `Patient/${encodeURIComponent(patientId)}`;
  const query = new URLSearchParams(search.parameters.map(([name, value]) => [name, value]));
  if (withProvenance && search.provenance) query.set('_revinclude', 'Provenance:target');
  return `${search.type}?${query}`;
}
