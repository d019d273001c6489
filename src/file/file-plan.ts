/** The searches of a chart that is read from files: what the files hold, and one for each kind they hold nothing of. */
import { type KindId, type PlannedSearch, planFor } from '#fhir/plan.ts';
import type { FhirVersion } from '#fhir/version.ts';

/**
 * A search a type of the files. A kind none of whose types is there keeps its first, so that the chart says of it that
 * the files hold none; that a file has orders and no dispenses is nothing to tell at every list.
 * @param types records of each type in the files
 * @param ofPatients types of which some record names a patient
 */
export function filePlan(
  version: FhirVersion,
  patientId: string,
  types: ReadonlyMap<string, number>,
  ofPatients: ReadonlySet<string>,
): readonly PlannedSearch[] {
  const plan = planFor('us-core', version, patientId);
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
    .filter((type) => !known.has(type))
    .map((type): PlannedSearch => ({ id: type, type, parameters: [], kinds: ['other'], provenance: false }));
  return [...here, ...missing, ...further].map((search) => ({ ...search, provenance: false }));
}
