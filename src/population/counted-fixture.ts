/** For tests: made-up people and their problems in files, and what is counted of them. */
import { fakeSource, ndjson } from '#file/fake-source.ts';
import { indexFiles } from '#file/index-files.ts';
import type { FileSource } from '#file/source.ts';
import { countRecords } from './count-records.ts';
import type { People } from './people.ts';
import { populationOf } from './population.ts';

export const person = (id: string, family: string, birthDate: string) => ({
  resourceType: 'Patient',
  id,
  name: [{ family }],
  birthDate,
  gender: 'female',
});
export const condition = (id: string, patient: string, code: string, more: object = {}) => ({
  resourceType: 'Condition',
  id,
  subject: { reference: `Patient/${patient}` },
  code: { coding: [{ system: 'http://snomed.info/sct', code, display: `Problem ${code}` }] },
  ...more,
});
export const status = (code: string) => ({ clinicalStatus: { coding: [{ code }] } });
export const updated = (lastUpdated: string) => ({ meta: { lastUpdated } });

/** The population of these files, as its page has it. */
export async function populationIn(...sources: readonly FileSource[]) {
  const counter = countRecords();
  const files = await indexFiles(sources, { turn: async () => undefined, onRecord: counter.add });
  return { files, population: populationOf(files, await counter.finish(files), Date.UTC(2025, 10, 20)) };
}

/** What is counted of these files, with people by name. */
export async function counted(...sources: readonly FileSource[]) {
  const { files, population } = await populationIn(...sources);
  const nameOf = new Map(files.patients.map(({ number, id, met }) => [number, met?.name ?? id]));
  const names = (numbers: Iterable<number>) =>
    [...numbers].map((number) => nameOf.get(number) ?? '').toSorted((a, b) => a.localeCompare(b));
  const namesIn = (people: People) => names([...nameOf.keys()].filter((number) => people.has(number)));
  return {
    ...population,
    problems: population.problems.map(({ title, patients }) => [title, names(patients)]),
    years: new Map(
      population.years.map(({ kind, years }) => [
        kind,
        years.map(({ year, n, patients }) => [year, n, namesIn(patients)]),
      ]),
    ),
    a1c: population.a1c
      .filter(({ patients }) => patients.size > 0)
      .map(({ group, patients }) => [group, namesIn(patients)]),
    aged: names(population.groups.flatMap(({ by }) => Object.values(by).flat())),
  };
}
export const file = (path: string, ...records: readonly object[]) => fakeSource(path, ndjson(...records));
export const anna = person('1', 'Anna', '1980-01-01');
export const bert = person('2', 'Bert', '1990-01-01');
export const cleo = person('3', 'Cleo', '2000-01-01');
