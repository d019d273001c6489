/** Which searches make a chart, in which order. The lists stand in this file; the order is the reading's first queue. */

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
}
