/**
 * Records of each kind by year, and the people who have one. Records are counted as they stand in the files; people by
 * the rules of the chart, which are applied at the end: until then it is not known whose a record is.
 */
import type { FhirResource } from '#fhir/json.ts';
import type { KindId } from '#fhir/plan.ts';
import type { OpenedFiles } from '#file/gathering.ts';
import type { Rows } from '#file/index-files.ts';
import { ownRecords } from '#file/own-records.ts';
import { readPlaces } from '#file/read-places.ts';
import { type Found, idOf } from '#file/resources-in.ts';
import { hashOf } from '#file/row-table.ts';
import { createCellColumns, mostCells } from './cell-columns.ts';
import { createPeople, type GrowingPeople, type People } from './people.ts';
import { firstYear, isEnteredInError, kindOfRecord, yearOf } from './record-year.ts';

/** A list of the chart, or all of them. */
export type CountedKind = KindId | 'all';

export interface YearCount {
  /** Undefined for records without a date. */
  readonly year: number | undefined;
  /** Records that name a patient, whoever that is. */
  readonly n: number;
  /** Who has such a record, each once; not by one that was entered in error. */
  readonly patients: People;
}

export interface KindYears {
  readonly kind: CountedKind;
  /** Those with records, oldest first; what has no date comes last. */
  readonly years: readonly YearCount[];
}

export interface YearCounter {
  add(found: Found, rows: Rows): void;
  finish(files: OpenedFiles, signal?: AbortSignal): Promise<readonly KindYears[]>;
}

/** Cells of one kind: the first is for what has no date. */
const perKind = 512;
/** Of people in no year: what was entered in error. */
const nobody = 0;

/** `all` is the first kind, and the first cell of it nobody's. */
const cellOf = (kind: number, year: number | undefined): number =>
  kind * perKind + (year === undefined ? 1 : year - firstYear + 2);
const yearOfCell = (cell: number): number | undefined =>
  cell % perKind === 1 ? undefined : (cell % perKind) - 2 + firstYear;

export function countYears(): YearCounter {
  const kinds: CountedKind[] = ['all'];
  const records = new Uint32Array(mostCells);
  const columns = createCellColumns();

  const cellFor = (resource: FhirResource): number => {
    const kind = kindOfRecord(resource);
    const known = kinds.indexOf(kind);
    return cellOf(known === -1 ? kinds.push(kind) - 1 : known, yearOf(resource));
  };

  const totalOf = (kind: number): number =>
    records.subarray(kind * perKind, (kind + 1) * perKind).reduce((sum, n) => sum + n, 0);

  return {
    add(found, { from, to }) {
      const { resource } = found;
      const cell = cellFor(resource);
      for (const counted of [cell, cell % perKind]) records[counted] = (records[counted] ?? 0) + 1;
      const id = idOf(found);
      const hash = id === undefined ? 0 : hashOf(`${resource.resourceType}/${id}`);
      const whose = isEnteredInError(resource) ? nobody : cell;
      for (let row = from; row < to; row += 1) columns.add(row, whose, hash, to - from > 1);
    },
    async finish(files, signal) {
      const people = new Map<number, GrowingPeople>();
      const putIn = (cell: number, person: number): void => {
        const group = people.get(cell) ?? createPeople(files.patients.length);
        people.set(cell, group);
        group.add(person);
      };
      const put = (cell: number, person: number): void => {
        if (cell === nobody) return;
        putIn(cell, person);
        putIn(cell % perKind, person);
      };
      const unsure = columns.unsure((row) => files.ownerOf(row));
      const unsureRows = new Set([...unsure.values()].flat());
      for (let row = 0; row < columns.size; row += 1) {
        const owner = files.ownerOf(row);
        if (owner >= 0 && !unsureRows.has(row)) put(columns.cellOf(row), owner);
      }
      for (const patient of files.patients) {
        const rows = unsure.get(patient.number);
        if (rows === undefined) continue;
        const places = rows.map((row) => files.placeOf(row));
        // oxlint-disable-next-line no-await-in-loop -- one person's records in memory at a time
        const read = await readPlaces(files.sources, places, signal);
        // As the chart does it: of versions the newest where that can be told, and nothing that names somebody else.
        for (const { resource } of ownRecords(files, patient, read.records).records)
          put(isEnteredInError(resource) ? nobody : cellFor(resource), patient.number);
      }
      const yearsOf = (kind: number): readonly YearCount[] => {
        const cells = Array.from({ length: perKind }, (_, at) => kind * perKind + at);
        const told = cells.map((cell) => ({
          year: yearOfCell(cell),
          n: records[cell] ?? 0,
          patients: people.get(cell) ?? createPeople(0),
        }));
        const [, undated, ...years] = told;
        return [...years, ...(undated === undefined ? [] : [undated])].filter(({ n }) => n > 0);
      };
      return kinds
        .map((kind, at) => ({ kind, n: totalOf(at), years: yearsOf(at) }))
        .filter(({ kind, n }) => n > 0 || kind === 'all')
        .toSorted((a, b) => Number(b.kind === 'all') - Number(a.kind === 'all') || b.n - a.n)
        .map(({ kind, years }) => ({ kind, years }));
    },
  };
}
