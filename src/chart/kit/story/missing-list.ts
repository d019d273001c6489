/** Whether "none" can be said of a list in a view over the whole chart. */
import type { Records } from '#chart/kit/use-records.ts';
import type { ChartRecord } from '#fhir/record.ts';

/** Whether nothing of a list comes from this system at all. */
export function isElsewhere({ face }: Pick<Records<ChartRecord>, 'face'>): boolean {
  return face === 'not-offered' || face === 'not-asked';
}

/** Whether some of what was asked for did not come, could not be read, or cannot be told to be this person's. */
export function lacksSome({ availability }: Pick<Records<ChartRecord>, 'availability'>): boolean {
  const { failures, notShared, unreadable, foreign, more } = availability;
  return failures.length + notShared.length + unreadable.length + foreign > 0 || more;
}

/** Whether some of a list may be elsewhere: "none" can then not be said of it. */
export function isMissing(list: Pick<Records<ChartRecord>, 'face' | 'availability'>): boolean {
  return isElsewhere(list) || lacksSome(list);
}
