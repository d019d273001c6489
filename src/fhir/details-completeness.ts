/** For tests: whether the details of a resource hold every value that was sent. */
import { detailsOf } from './details.ts';
import { asText, type FhirResource, isExactNumber } from './json.ts';

type Path = readonly string[];

/** All values below a resource but its own type, attachment bytes and the narrative's HTML, which views show. */
export function leavesOf(value: unknown, path: Path = [], parent?: object): readonly string[] {
  const name = path.at(-1) ?? '';
  if (
    name === 'div' ||
    (name === 'data' && parent !== undefined && ('contentType' in parent || 'sigFormat' in parent))
  ) {
    return [];
  }
  if (path.length === 1 && name === 'resourceType') return [];
  const text = asText(value);
  if (text !== undefined) return [text];
  if (typeof value !== 'object' || value === null || isExactNumber(value)) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    leavesOf(child, Array.isArray(value) ? path : [...path, key], Array.isArray(value) ? parent : value),
  );
}

/** The values of a resource that its details do not hold. */
export function missingFromDetails(resource: FhirResource): readonly string[] {
  const shown = new Set<string>();
  collect(detailsOf(resource), shown);
  return leavesOf(resource).filter((leaf) => !shown.has(leaf));
}

/** The same resource with each text replaced by a different one, so that no value can stand in for another. */
export function numbered(resource: FhirResource): FhirResource {
  let count = 0;
  const replaced = (value: unknown, name: string): unknown => {
    if (typeof value === 'string')
      return ['resourceType', 'div', 'data'].includes(name) ? value : `t${(count += 1)}`;
    if (Array.isArray(value)) return value.map((item) => replaced(item, name));
    if (typeof value !== 'object' || value === null || isExactNumber(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, replaced(child, key)]));
  };
  return replaced(resource, '') as FhirResource;
}

/** Members of a detail that are no values of the record. */
const ours: readonly string[] = ['kind', 'modifier', 'hasBytes', 'key'];

function collect(value: unknown, shown: Set<string>): void {
  const text = asText(value);
  if (text !== undefined) shown.add(text);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) if (!ours.includes(key)) collect(child, shown);
}
