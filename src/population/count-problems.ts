/**
 * Who has which problem. While the files are gone through it is not known yet whose a record is, nor whether a newer
 * version of it follows: what is kept is a few numbers for each, and the chart's own rules are applied at the end.
 */
import { asObject, asObjects, asText, type FhirResource } from '#fhir/json.ts';
import type { OpenedFiles } from '#file/gathering.ts';
import type { Rows } from '#file/index-files.ts';
import { ownRecords } from '#file/own-records.ts';
import { readPlaces } from '#file/read-places.ts';
import { type Found, idOf } from '#file/resources-in.ts';
import { hashOf } from '#file/row-table.ts';
import { keptRecords, unsureOf } from './kept-records.ts';

export interface CountedProblem {
  readonly key: string;
  /** As sent: the text, else the display, else the code. */
  readonly title: string;
  /** Numbers of patients (`FilePatient.number`), each once. */
  readonly patients: ReadonlySet<number>;
}

export interface ProblemCounter {
  add(found: Found, rows: Rows): void;
  finish(files: OpenedFiles, signal?: AbortSignal): Promise<readonly CountedProblem[]>;
}

const codesOf = (value: unknown): readonly (string | undefined)[] =>
  typeof value === 'string'
    ? [value]
    : asObjects(asObject(value)?.['coding']).map((coding) => asText(coding['code']));

/** Active by its own word, or without one; neither refuted nor entered in error. */
function isCurrentProblem(resource: FhirResource): boolean {
  if (resource.resourceType !== 'Condition') return false;
  const verified = codesOf(resource['verificationStatus']);
  if (verified.includes('refuted') || verified.includes('entered-in-error')) return false;
  const status = codesOf(resource['clinicalStatus']).filter((code) => code !== undefined);
  return status.length === 0 || status.some((code) => /^(?:active|recurrence|relapse)$/.test(code));
}

/** A current problem's key and its words; undefined for whatever else it is. */
function problemOf(resource: FhirResource): { readonly key: string; readonly title: string } | undefined {
  if (!isCurrentProblem(resource)) return undefined;
  const code = asObject(resource['code']);
  const [coding] = asObjects(code?.['coding']);
  const title = asText(code?.['text']) ?? asText(coding?.['display']) ?? asText(coding?.['code']);
  if (title === undefined) return undefined;
  const coded = asText(coding?.['code']);
  const key = coded === undefined ? title.toLowerCase() : `${asText(coding?.['system']) ?? ''}|${coded}`;
  return { key, title };
}

export function countProblems(): ProblemCounter {
  const kept = keptRecords();
  const numbers = new Map<string, number>();
  const titles: string[] = [];
  const numberOf = (resource: FhirResource): number => {
    const problem = problemOf(resource);
    if (problem === undefined) return -1;
    const known = numbers.get(problem.key);
    if (known !== undefined) return known;
    numbers.set(problem.key, titles.length);
    return titles.push(problem.title) - 1;
  };
  return {
    add(found, { from, to }) {
      if (found.resource.resourceType !== 'Condition') return;
      const id = idOf(found);
      const hash = id === undefined ? undefined : hashOf(id);
      const value = numberOf(found.resource);
      for (let row = from; row < to; row += 1) kept.add({ row, hash, value, isShared: to - from > 1 });
    },
    async finish(files, signal) {
      const people = new Map(files.patients.map((patient) => [patient.number, patient]));
      const having = titles.map(() => new Set<number>());
      for (const [number, own] of kept.byPerson((row) => files.ownerOf(row))) {
        const unsure = new Set(unsureOf(own));
        for (const one of own) if (!unsure.has(one)) having[one.value]?.add(number);
        const patient = people.get(number);
        if (unsure.size === 0 || patient === undefined) continue;
        const places = [...unsure].map(({ row }) => files.placeOf(row));
        // oxlint-disable-next-line no-await-in-loop -- one person's records in memory at a time
        const { records } = await readPlaces(files.sources, places, signal);
        // As the chart does it: of versions the newest where that can be told, and nothing that names somebody else.
        for (const { resource } of ownRecords(files, patient, records).records)
          having[numberOf(resource)]?.add(number);
      }
      return [...numbers]
        .map(([key, at]) => ({ key, title: titles[at] ?? '', patients: having[at] ?? new Set<number>() }))
        .filter(({ patients }) => patients.size > 0)
        .toSorted((a, b) => b.patients.size - a.patients.size || a.title.localeCompare(b.title, 'en'));
    },
  };
}
