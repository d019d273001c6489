/** The latest hemoglobin A1c of each person, by class. What is kept of a result is its day and what it says. */
import { type FhirDateTime, dayTime, parseDateTime, readWhen } from '#fhir/dates.ts';
import { asText, type FhirResource } from '#fhir/json.ts';
import { startDate } from '#fhir/timeline.ts';
import type { OpenedFiles } from '#file/gathering.ts';
import type { Rows } from '#file/index-files.ts';
import { ownRecords } from '#file/own-records.ts';
import { readPlaces } from '#file/read-places.ts';
import { type Found, idOf } from '#file/resources-in.ts';
import { hashOf } from '#file/row-table.ts';
import { a1cApart, a1cClasses, type A1cGroup, a1cGroupOf, isA1c } from './a1c-group.ts';
import { keptRecords, unsureOf } from './kept-records.ts';
import { createPeople, type GrowingPeople, type People } from './people.ts';
import { firstYear, lastYear } from './record-year.ts';

export interface A1cCount {
  readonly group: A1cGroup;
  /** Each person once, by the latest result that has a value. */
  readonly patients: People;
}

export interface A1cCounter {
  add(found: Found, rows: Rows): void;
  /** Every class, and what is counted apart where somebody is; empty where nobody has such a result. */
  finish(files: OpenedFiles, signal?: AbortSignal): Promise<readonly A1cCount[]>;
}

const groups: readonly A1cGroup[] = [...a1cClasses, ...a1cApart];
const perDay = 16;
const firstDay = dayTime(firstYear, 1, 1);

/** Days since the first that can be meant, from 1; 0 without a date. What is known to the year stands on its first day. */
function dayOf(date: FhirDateTime | undefined): number {
  if (date === undefined || date.year < firstYear || date.year > lastYear) return 0;
  return 1 + (dayTime(date.year, date.month ?? 1, date.day ?? 1) - firstDay) / 86_400_000;
}

/** Day and group as one number; -1 for what was taken back. */
function valueOf(resource: FhirResource): number {
  if (/^(?:entered-in-error|cancelled)$/.test(asText(resource['status']) ?? '')) return -1;
  const date = startDate(readWhen(resource, 'effective')) ?? parseDateTime(resource['issued']);
  return dayOf(date) * perDay + groups.indexOf(a1cGroupOf(resource));
}

/** Of one person's results; undefined where all were taken back. */
function latestOf(values: readonly number[]): A1cGroup | undefined {
  const results = values
    .filter((value) => value >= 0)
    .map((value) => ({ day: Math.floor(value / perDay), group: groups[value % perDay] ?? 'none' }));
  const told = results.filter(({ group }) => group !== 'none');
  if (told.length === 0) return results.length === 0 ? undefined : 'none';
  const latest = Math.max(...told.map(({ day }) => day));
  if (latest === 0) return 'undated';
  const [group, ...others] = new Set(told.filter(({ day }) => day === latest).map((one) => one.group));
  return others.length > 0 ? 'same-day' : group;
}

export function countA1c(): A1cCounter {
  const kept = keptRecords();
  return {
    add(found, { from, to }) {
      if (!isA1c(found.resource)) return;
      const id = idOf(found);
      const hash = id === undefined ? undefined : hashOf(id);
      const value = valueOf(found.resource);
      for (let row = from; row < to; row += 1) kept.add({ row, hash, value, isShared: to - from > 1 });
    },
    async finish(files, signal) {
      const people = new Map(files.patients.map((patient) => [patient.number, patient]));
      const having = new Map<A1cGroup, GrowingPeople>();
      for (const [number, own] of kept.byPerson((row) => files.ownerOf(row))) {
        const unsure = new Set(unsureOf(own));
        const values = own.filter((one) => !unsure.has(one)).map(({ value }) => value);
        const patient = people.get(number);
        if (unsure.size > 0 && patient !== undefined) {
          const places = [...unsure].map(({ row }) => files.placeOf(row));
          // oxlint-disable-next-line no-await-in-loop -- one person's records in memory at a time
          const { records } = await readPlaces(files.sources, places, signal);
          // As the chart does it: of versions the newest where that can be told, and nothing that names somebody else.
          values.push(
            ...ownRecords(files, patient, records).records.map(({ resource }) => valueOf(resource)),
          );
        }
        const group = latestOf(values);
        if (group === undefined) continue;
        const those = having.get(group) ?? createPeople(files.patients.length);
        having.set(group, those);
        those.add(number);
      }
      if (having.size === 0) return [];
      const nobody = createPeople(0);
      return groups
        .filter((group) => having.has(group) || a1cClasses.some((one) => one === group))
        .map((group) => ({ group, patients: having.get(group) ?? nobody }));
    },
  };
}
