import type { KindId } from '#fhir/plan.ts';

/** Every kind but the person themselves, in the order of the table of contents: what the views over the whole chart read. */
export const allKinds = [
  'problems',
  'allergies',
  'medications',
  'immunizations',
  'procedures',
  'laboratory',
  'vitals',
  'tests',
  'specimens',
  'documents',
  'reports',
  'encounters',
  'care-plans',
  'goals',
  'care-teams',
  'devices',
  'orders',
  'social-history',
  'coverage',
  'people',
  'other',
] as const satisfies readonly KindId[];

/** Does not compile while a kind is missing above. */
type Missing = Exclude<KindId, (typeof allKinds)[number] | 'patient'>;
export const noneMissing: [Missing] extends [never] ? true : { readonly missing: Missing } = true;
