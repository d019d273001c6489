/**
 * What is counted of an export while it is gone through: record by record, of which nothing is kept but the counts and
 * what tells afterwards who has what.
 */
import type { OpenedFiles } from '#file/gathering.ts';
import type { Rows } from '#file/index-files.ts';
import type { Found } from '#file/resources-in.ts';
import { type A1cCount, countA1c } from './count-a1c.ts';
import { type CountedProblem, countProblems } from './count-problems.ts';
import { countYears, type KindYears } from './count-years.ts';

export interface Counted {
  /** By the year they are about: all records first, then those of each kind, most records first. */
  readonly years: readonly KindYears[];
  /** Most patients first. */
  readonly problems: readonly CountedProblem[];
  /** The latest hemoglobin A1c; empty where nobody has one. */
  readonly a1c: readonly A1cCount[];
}

export interface RecordCounter {
  add(found: Found, rows: Rows): void;
  /** Once it is known who is who. Rejects with the signal's reason, and where a file can no longer be read. */
  finish(files: OpenedFiles, signal?: AbortSignal): Promise<Counted>;
}

export function countRecords(): RecordCounter {
  const years = countYears();
  const problems = countProblems();
  const a1c = countA1c();
  return {
    add(found, rows) {
      if (found.resource.resourceType === 'Patient' || rows.from === rows.to) return;
      years.add(found, rows);
      problems.add(found, rows);
      a1c.add(found, rows);
    },
    finish: async (files, signal) => ({
      years: await years.finish(files, signal),
      problems: await problems.finish(files, signal),
      a1c: await a1c.finish(files, signal),
    }),
  };
}
