/** What came along with a search's matches (Provenance, OperationOutcome, referenced parties): where it is shown. */
import { asList, asObjects, type FhirResource } from './json.ts';
import { keyOf } from './record.ts';
import { readReference } from './reference.ts';

/**
 * The included resources that no received record shows: a Provenance none of whose targets has arrived, an
 * OperationOutcome, a party nobody points at. They are listed under other records; all the rest stands one click from
 * the record it belongs to.
 */
export function strays(
  included: readonly FhirResource[],
  records: readonly FhirResource[],
): readonly FhirResource[] {
  const arrived = new Set(records.map(keyOf));
  const pointedAt = new Set<string>();
  for (const resource of [...records, ...included]) collectReferences(resource, pointedAt, 0);
  return included.filter((resource) => {
    const key = keyOf(resource);
    if (arrived.has(key)) return false;
    if (resource.resourceType !== 'Provenance') return !pointedAt.has(key);
    const targets = asList(resource['target']).map((target) => readReference(target));
    return !targets.some((target) => target !== undefined && arrived.has(`${target.type}/${target.id}`));
  });
}

function collectReferences(value: unknown, found: Set<string>, depth: number): void {
  if (depth > 40 || typeof value !== 'object' || value === null) return;
  for (const child of Array.isArray(value) ? value : Object.values(value))
    collectReferences(child, found, depth + 1);
  for (const object of asObjects(Array.isArray(value) ? undefined : value)) {
    if (typeof object['reference'] !== 'string') continue;
    const reference = readReference(object);
    if (reference?.type !== undefined && reference.id !== undefined)
      found.add(`${reference.type}/${reference.id}`);
  }
}
