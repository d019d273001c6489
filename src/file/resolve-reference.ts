/**
 * Which of several records of one `Type/id` a reference means: one of its own Bundle, else of its own file, else of its
 * own export, else of the server it names. Another practice's Medication/1 is another medicine.
 */
import type { FhirResource } from '#fhir/json.ts';
import { sentType } from '#fhir/original.ts';
import { splitReference } from '#fhir/reference-index.ts';
import { plainBase } from './bases.ts';
import type { OpenedFiles, Where } from './gathering.ts';
import type { ReadRecord } from './read-places.ts';
import { newestOf } from './same-record.ts';

/** `several`: records that differ, of which nothing tells which is meant. */
export type Resolved = ReadRecord | 'none' | 'several';

/** What a reference is looked up by: `Type/id`, or an address as it stands. */
export function keyOfReference(text: string): string {
  const parts = splitReference(text);
  return parts === undefined ? text : `${parts.type}/${parts.id}`;
}

/** @param candidates records that were found by the key of `text` */
export function resolveReference(
  files: OpenedFiles,
  text: string,
  from: Where,
  candidates: readonly ReadRecord[],
): Resolved {
  const parts = splitReference(text);
  const key = keyOfReference(text);
  const named = plainBase(parts?.base);
  // A path before the type that is no web address is no server that is known.
  if (parts?.base !== undefined && named === undefined) return 'none';
  const base = named ?? from.base;
  const found = candidates
    .filter(({ resource, fullUrl }) =>
      parts === undefined ? fullUrl === text : keyOf(resource) === key || fullUrl === text,
    )
    .map((one) => ({ one, where: files.whereOf(one.place, one.fullUrl) }))
    .filter(({ where }) =>
      named === undefined ? base === undefined || (where.base ?? base) === base : where.base === named,
    );
  const levels: ((where: Where) => boolean)[] = [(where) => where.container === from.container];
  // A `urn:` means something within its Bundle alone.
  if (parts !== undefined) {
    levels.push((where) => where.file === from.file);
    levels.push((where) => where.area === from.area);
    levels.push((where) => base !== undefined && where.base === base);
  }
  for (const isNear of levels) {
    const near = found.filter(({ where }) => isNear(where)).map(({ one }) => one);
    if (near.length > 0) return newestOf(near) ?? 'several';
  }
  return 'none';
}

export function keyOf(resource: FhirResource): string {
  return `${sentType(resource)}/${resource.id ?? ''}`;
}
