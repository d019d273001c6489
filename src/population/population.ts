/** The population of an export: what its page shows, prints and writes to a file. */
import type { FilePatient } from '#file/file-patient.ts';
import { type AgeGroup, ageGroups } from './age-groups.ts';
import type { Counted } from './count-records.ts';

export interface Population extends Counted {
  readonly patients: number;
  readonly groups: readonly AgeGroup[];
  /** Records of each type, most first. */
  readonly types: readonly { readonly type: string; readonly n: number }[];
  /** Milliseconds since 1970: the day on which ages are told. */
  readonly day: number;
}

/** Who has no record of their own in the files is in no group, and counted. */
export function populationOf(
  patients: readonly FilePatient[],
  types: ReadonlyMap<string, number>,
  counted: Counted,
  day: number,
): Population {
  return {
    ...counted,
    day,
    patients: patients.length,
    groups: ageGroups(patients, day),
    types: [...types]
      .map(([type, n]) => ({ type, n }))
      .toSorted((a, b) => b.n - a.n || a.type.localeCompare(b.type, 'en')),
  };
}
