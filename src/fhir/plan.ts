/** Which searches make a chart, in which order. The lists stand in this file; the order is the reading's first queue. */
import { type SearchRules, typesOf } from './plan-rules.ts';
import type { FhirVersion } from './version.ts';

export type { SearchRules } from './plan-rules.ts';

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
  /** What names the patient where the parameter that does is refused (400): tried once. */
  readonly orBy?: 'patient';
  /** A 404 may be about the category alone: tried once without, and no missing type. */
  readonly guessedCategory?: 404;
  /** The status with which it is known to be refused without a valid category. */
  readonly needsCategory?: 400 | 404;
}

/** The plan for a system's search rules and the version it speaks. */
export function planFor(
  rules: SearchRules,
  version: FhirVersion,
  patientId: string,
): readonly PlannedSearch[] {
  const types = typesOf(rules, version);
  // A type that is searched for category by category: each search needs a name of its own.
  const isDivided = (type: string): boolean => types.filter((row) => row.type === type).length > 1;
  const patient: PlannedSearch = {
    id: 'Patient',
    type: 'Patient',
    parameters: [],
    kinds: ['patient'],
    provenance: false,
  };
  const searches = types.map(
    ({ type, kinds, by = 'patient', category, needsCategory, provenance = true, orBy, guessedCategory }) => ({
      id: category === undefined || !isDivided(type) ? type : `${type}:${category}`,
      type,
      parameters: [
        [by, by === 'subject' ? `Patient/${patientId}` : patientId] as const,
        ...(category === undefined ? [] : [['category', category] as const]),
      ],
      kinds,
      provenance,
      ...(needsCategory && { needsCategory }),
      ...(orBy && { orBy }),
      ...(guessedCategory && { guessedCategory }),
    }),
  );
  return [patient, ...searches];
}

/** The whole R4 chart on NextGen Office's rules: twenty requests of one page each, in the order they are sent. */
export function officePlan(patientId: string): readonly PlannedSearch[] {
  return planFor('office', 'R4', patientId);
}

/** Every type that the plan asks for. Records of other types are reached by reference at most, and by no search. */
export function planTypes(rules: SearchRules, version: FhirVersion = 'R4'): readonly string[] {
  return [...new Set(['Patient', ...typesOf(rules, version).map(({ type }) => type)])];
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
export function isReadable(rules: SearchRules, version: FhirVersion, type: string): boolean {
  if (rules !== 'office' || version !== 'R4') return true;
  return officeReadTypes.has(type) || planTypes('office').includes(type);
}

/** The category that a search names, if any. */
export function categoryOf({ parameters }: PlannedSearch): string | undefined {
  return parameters.find(([name]) => name === 'category')?.[1];
}

/** The search's URL, relative to the FHIR base. `withProvenance` adds the one `_revinclude` there is. */
export function searchUrl(search: PlannedSearch, patientId: string, withProvenance: boolean): string {
  if (search.type === 'Patient') return `Patient/${encodeURIComponent(patientId)}`;
  const query = new URLSearchParams(search.parameters.map(([name, value]) => [name, value]));
  if (withProvenance && search.provenance) query.set('_revinclude', 'Provenance:target');
  return `${search.type}?${query}`;
}
