/**
 * What is counted of an export while it is gone through: record by record, of which nothing is kept but the counts and
 * what tells afterwards who has which problem.
 */
import { asObject, asText, type FhirResource } from '#fhir/json.ts';
import type { OpenedFiles } from '#file/gathering.ts';
import type { Rows } from '#file/index-files.ts';
import type { Found } from '#file/resources-in.ts';
import { type CountedProblem, countProblems } from './count-problems.ts';

export interface Counted {
  /** Records that name a patient, whoever that is, by the year they are about, oldest first. */
  readonly years: readonly { readonly year: number; readonly n: number }[];
  /** The same, without a date. */
  readonly undated: number;
  /** Most patients first. */
  readonly problems: readonly CountedProblem[];
}

export interface RecordCounter {
  add(found: Found, rows: Rows): void;
  /** Once it is known who is who. Rejects with the signal's reason, and where a file can no longer be read. */
  finish(files: OpenedFiles, signal?: AbortSignal): Promise<Counted>;
}

/** Where records of each kind say when, the most telling first; R4 and earlier. */
const dateElements = [
  'effectiveDateTime',
  'effectivePeriod',
  'effectiveInstant',
  'occurrenceDateTime',
  'performedDateTime',
  'performedPeriod',
  'onsetDateTime',
  'period',
  'authoredOn',
  'recordedDate',
  'whenHandedOver',
  'date',
  'dateWritten',
  'dateRecorded',
  'assertedDate',
  'issued',
  'created',
  'started',
  'startDate',
] as const;

/** The year a record is about; undefined where it has no date, or one that nobody can mean. */
export function yearOf(resource: FhirResource): number | undefined {
  for (const element of dateElements) {
    const value = resource[element];
    if (value === undefined) continue;
    const text = asText(asObject(value)?.['start']) ?? asText(value);
    const year = Number(/^(\d{4})(?:-|$)/.exec(text ?? '')?.[1]);
    if (year >= 1850 && year <= 2200) return year;
  }
  return undefined;
}

export function countRecords(): RecordCounter {
  const years = new Map<number, number>();
  const problems = countProblems();
  let undated = 0;
  return {
    add(found, rows) {
      const { resource } = found;
      if (resource.resourceType === 'Patient' || rows.from === rows.to) return;
      const year = yearOf(resource);
      if (year === undefined) undated += 1;
      else years.set(year, (years.get(year) ?? 0) + 1);
      problems.add(found, rows);
    },
    finish: async (files, signal) => ({
      undated,
      years: [...years].map(([year, n]) => ({ year, n })).toSorted((a, b) => a.year - b.year),
      problems: await problems.finish(files, signal),
    }),
  };
}
