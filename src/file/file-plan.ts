/** The searches of a chart that is read from files: what the files hold, and one for each kind they hold nothing of. */
import { type KindId, type PlannedSearch, planFor } from '#fhir/plan.ts';
import type { FhirVersion } from '#fhir/version.ts';

/** What can be a type of FHIR; anything else in its place is no name for a list. */
const typeName = /^[A-Z][A-Za-z]{1,63}$/;
/** FHIR has some hundred and fifty types. */
const mostFurther = 200;

/**
 * A search a type of the files. A kind none of whose types is there keeps its first, so that the chart says of it that
 * the files hold none; that a file has orders and no dispenses is nothing to tell at every list.
 * @param versions every version of which some record is: a medication is ordered by another type in each
 * @param types records of each type in what the files say of this person
 * @param ofPatients types of which some record names a patient
 */
export function filePlan(
  versions: Iterable<FhirVersion>,
  patientId: string,
  types: ReadonlyMap<string, number>,
  ofPatients: ReadonlySet<string>,
): readonly PlannedSearch[] {
  const plan = mergedPlans([...versions], patientId);
  const known = new Set(plan.map(({ type }) => type));
  const here = plan.filter(({ type }) => type === 'Patient' || types.has(type));
  const served = new Set<KindId>(here.flatMap(({ kinds }) => kinds));
  const missing: PlannedSearch[] = [];
  for (const search of plan) {
    const lacks = search.kinds.filter((kind) => kind !== 'other' && !served.has(kind));
    if (lacks.length === 0) continue;
    for (const kind of lacks) served.add(kind);
    missing.push({ ...search, kinds: lacks });
  }
  const further = [...ofPatients]
    .filter((type) => !known.has(type) && types.has(type) && typeName.test(type))
    .slice(0, mostFurther)
    .map((type): PlannedSearch => ({ id: type, type, parameters: [], kinds: ['other'], provenance: false }));
  return [...here, ...missing, ...further].map((search) => ({ ...search, provenance: false }));
}

/** Each search once, with the kinds it feeds in any of the versions. */
function mergedPlans(versions: readonly FhirVersion[], patientId: string): readonly PlannedSearch[] {
  const merged = new Map<string, PlannedSearch>();
  for (const version of versions.length === 0 ? (['R4'] as const) : versions)
    for (const search of planFor('us-core', version, patientId)) {
      const before = merged.get(search.id);
      const kinds = new Set([...(before?.kinds ?? []), ...search.kinds]);
      merged.set(search.id, { ...(before ?? search), kinds: [...kinds] });
    }
  return [...merged.values()];
}
