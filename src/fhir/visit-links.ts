/** Which visit a record belongs to, as the records themselves say it: never guessed from a date. */
import { asList, asObject, asObjects, type FhirResource } from './json.ts';
import type { KindId } from './plan.ts';
import { type ChartRecord, keyOf, type ReadContext } from './record.ts';

/** A record with the kind it was listed under: what the views over the whole chart work with. */
export interface Entry {
  readonly kind: KindId;
  readonly record: ChartRecord;
}

/** Keys of records to the keys of their visits, the first named first. */
export type VisitLinks = ReadonlyMap<string, readonly string[]>;

/**
 * The visits a resource names: `encounter` (most of R4), `context` (dispenses, administrations and statements),
 * `context.encounter` (DocumentReference). Only visits that have arrived count.
 */
export function visitsNamedBy(resource: FhirResource, context: ReadContext): readonly string[] {
  const careContext = resource['context'];
  const named = [
    ...asList(resource['encounter']),
    ...asList(careContext),
    ...asList(asObject(careContext)?.['encounter']),
  ].flat();
  return unique(
    named.flatMap((reference) => {
      const found = context.resolve(reference, resource);
      return found?.resourceType === 'Encounter' ? [keyOf(found)] : [];
    }),
  );
}

/**
 * Every link between records and visits: those the records name, the diagnoses and reasons a visit names, and the
 * results of a report that names a visit where they name none themselves.
 */
export function linkVisits(entries: readonly Entry[], context: ReadContext): VisitLinks {
  const links = new Map<string, readonly string[]>();
  const add = (key: string, visits: readonly string[]): void => {
    if (visits.length > 0) links.set(key, unique([...(links.get(key) ?? []), ...visits]));
  };
  for (const { record } of entries) add(record.key, visitsNamedBy(record.source, context));
  const keysAt = (references: readonly unknown[], within: FhirResource): readonly string[] =>
    references.flat().flatMap((reference) => {
      const found = context.resolve(reference, within);
      return found === undefined || found === within ? [] : [keyOf(found)];
    });
  for (const { record, kind } of entries) {
    const { source } = record;
    if (kind === 'encounters') {
      const diagnoses = asObjects(source['diagnosis']).map((one) => one['condition']);
      for (const key of keysAt([...diagnoses, ...asList(source['reasonReference'])], source)) {
        add(key, [record.key]);
      }
    }
    const visits = kind === 'reports' ? links.get(record.key) : undefined;
    if (visits === undefined) continue;
    for (const key of keysAt(asList(source['result']), source)) if (!links.has(key)) add(key, visits);
  }
  return links;
}

/** What belongs to one visit, the visit itself left out. */
export function entriesOfVisit(
  entries: readonly Entry[],
  links: VisitLinks,
  visit: string,
): readonly Entry[] {
  return entries.filter(({ record }) => links.get(record.key)?.includes(visit) === true);
}

function unique(keys: readonly string[]): readonly string[] {
  return keys.length < 2 ? keys : [...new Set(keys)];
}
