/** The observations of a list of any kind: a critical value is one wherever its category has put it. */
import type { ObservationRecord } from './observations.ts';
import type { ChartRecord } from './record.ts';

/** What kinds such as tests, social history and others make of an observation. */
interface Holding extends ChartRecord {
  readonly observation?: ObservationRecord | undefined;
}

const renamed = new WeakMap<ChartRecord, ObservationRecord>();

/**
 * @param records of one or several kinds; what is no observation is left out
 * @returns each under the key of its record
 */
export function observationsIn(records: readonly ChartRecord[]): readonly ObservationRecord[] {
  return records.flatMap((record) => {
    if (record.type !== 'Observation') return [];
    if ('values' in record) return [record as ObservationRecord];
    const { key, observation } = record as Holding;
    if (observation === undefined || observation.key === key) return observation ?? [];
    const known = renamed.get(record) ?? { ...observation, key };
    renamed.set(record, known);
    return [known];
  });
}
