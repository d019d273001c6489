/** The observations of a list of any kind: a critical value is one wherever its category has put it. */
import { readObservation, type ObservationRecord } from './observations.ts';
import type { ChartRecord, ReadContext } from './record.ts';

/** What kinds such as tests and social history make of an observation. */
interface Holding extends ChartRecord {
  readonly observation?: ObservationRecord | undefined;
}

const read = new WeakMap<ChartRecord, ObservationRecord>();

/**
 * @param records of one or several kinds; what is no observation is left out
 * @returns each under the key of its record; where its own list reads it as "other" it is read here, once
 */
export function observationsIn(
  records: readonly ChartRecord[],
  context: ReadContext,
): readonly ObservationRecord[] {
  return records.flatMap((record) => {
    if (record.type !== 'Observation') return [];
    if ('values' in record) return [record as ObservationRecord];
    if ('observation' in record) return (record as Holding).observation ?? [];
    const known = read.get(record) ?? { ...readObservation(record.source, context), key: record.key };
    read.set(record, known);
    return [known];
  });
}
