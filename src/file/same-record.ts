/** Records of one type and id: the same twice, an older and a newer version, or two that have nothing to do with each other. */
import { asObject, asText, type FhirResource, isExactNumber } from '#fhir/json.ts';
import { parseDateTime } from '#fhir/dates.ts';
import type { ReadRecord } from './read-places.ts';

/** Whether two records say the same, in whatever order their members stand. */
export function hasSameContent(a: FhirResource, b: FhirResource): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) => {
    if (typeof one !== 'object' || one === null || Array.isArray(one) || isExactNumber(one)) return one;
    return Object.fromEntries(Object.entries(one).toSorted(([x], [y]) => (x < y ? -1 : 1)));
  });
}

/** Milliseconds since 1970 of `meta.lastUpdated`; undefined where it is no instant. */
export function updatedAt(resource: FhirResource): number | undefined {
  // Without a zone it is no instant: which of two is later cannot be said.
  return parseDateTime(asText(asObject(resource['meta'])?.['lastUpdated']))?.instant;
}

/** Records by what they say, each content once, as the last to say it. */
export function differing(records: readonly ReadRecord[]): readonly ReadRecord[] {
  if (records.length < 2) return records;
  return [...new Map(records.map((one) => [canonical(one.resource), one])).values()];
}

/** The one that counts: the only content, or the latest where each says when; undefined where that is not to be told. */
export function newestOf(records: readonly ReadRecord[]): ReadRecord | undefined {
  const kept = differing(records);
  if (kept.length < 2) return kept[0];
  const times = kept.map(({ resource }) => updatedAt(resource) ?? Number.NaN);
  const latest = times.reduce((most, time) => Math.max(most, time), -Infinity);
  const last = kept.filter((_, at) => times[at] === latest);
  return last.length === 1 ? last[0] : undefined;
}
