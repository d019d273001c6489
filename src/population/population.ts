/** The population of an export: what its page shows, prints and writes to a file. */
import type { OpenedFiles } from '#file/gathering.ts';
import { type AgeGroup, ageGroups } from './age-groups.ts';
import type { Counted } from './count-records.ts';

/** What no number of people holds, and why. */
export interface LeftOut {
  /** Entries of the list of one id that cannot be told apart: nobody's chart opens, and nobody is counted. */
  readonly ambiguous: number;
  /** Records that name a patient of whom it cannot be told which one that is. */
  readonly undecided: number;
  /** Records of patients that name no patient. */
  readonly unnamed: number;
  /** People whose own record is not in the files: counted, and in no group of ages. */
  readonly withoutRecord: number;
  /** Some of the files could not be read whole. */
  readonly isIncomplete: boolean;
}

export interface Population extends Counted {
  /** Those whose chart opens. */
  readonly patients: number;
  readonly groups: readonly AgeGroup[];
  /** Records of each type, most first. */
  readonly types: readonly { readonly type: string; readonly n: number }[];
  /** Milliseconds since 1970: the day on which ages are told. */
  readonly day: number;
  readonly leftOut: LeftOut;
}

const sum = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((all, n) => all + n, 0);

/** Counts people by the rules that open charts: who cannot be told apart is nobody, and that is said. */
export function populationOf(files: OpenedFiles, counted: Counted, day: number): Population {
  const { patients, types, undecided, undecidedOf, unnamed, isIncomplete } = files;
  const people = patients.filter(({ isAmbiguous }) => !isAmbiguous);
  return {
    ...counted,
    day,
    patients: people.length,
    groups: ageGroups(people, day),
    types: [...types]
      .map(([type, n]) => ({ type, n }))
      .toSorted((a, b) => b.n - a.n || a.type.localeCompare(b.type, 'en')),
    leftOut: {
      ambiguous: patients.length - people.length,
      undecided: undecided - (undecidedOf.get('Patient') ?? 0),
      unnamed: sum(unnamed),
      withoutRecord: people.filter(({ met }) => met === undefined).length,
      isIncomplete,
    },
  };
}
