/** The shipped views: all run as SQL, and give the rows that they give on `fhirpath`, on every set of records there is. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { madeUpLines, madeUpTypes, type MadeUpType } from '#sandbox/bulk/made-up-patients.ts';
import { castResources } from '#sandbox/people/resources.ts';
import { viewRows } from '#sql-on-fhir/view-rows.ts';
import { databaseInMemory, type Database } from './database.ts';
import { duckDbMissing } from './duckdb-missing.ts';
import { tryView } from './try-view.ts';
import { readViews } from './view-files.ts';

type Resource = { readonly resourceType: string; readonly id?: string };

const views = await readViews();
const published = process.env['CHARTSIDE_DATA'] ?? '';
const sets =
  'inferno-refserver uscore-3.1.1 uscore-6.1.0 uscore-8.0.0 synthea-bulk10 synthea-r4 fhir-r4-spec'.split(
    ' ',
  );

/** Every resource below a folder: alone, in Bundles, a line each. */
function resourcesBelow(folder: string): readonly Resource[] {
  const found = new Map<string, Resource>();
  const add = (json: unknown): void => {
    const resource = json as Resource & { readonly entry?: readonly { readonly resource?: unknown }[] };
    if (resource?.resourceType === 'Bundle') resource.entry?.forEach((entry) => add(entry.resource));
    else if (resource?.resourceType !== undefined)
      found.set(`${resource.resourceType}/${resource.id ?? found.size}`, resource);
  };
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(nd)?json$/.test(entry.name)) continue;
    const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
    const pieces = entry.name.endsWith('.ndjson') ? text.split('\n').filter((line) => line !== '') : [text];
    for (const piece of pieces) add(JSON.parse(piece));
  }
  return [...found.values()];
}

function madeUp(count: number): readonly Resource[] {
  const types = Object.keys(madeUpTypes) as MadeUpType[];
  return types.flatMap((type) =>
    Array.from({ length: count }, (_, index) => madeUpLines(type, index))
      .join('')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Resource),
  );
}

const sorted = (rows: readonly unknown[]): readonly string[] =>
  rows.map((row) => JSON.stringify(row)).toSorted();

test('each kind of USCDI has its view, with a title and a row that can be joined to a patient', () => {
  const kinds = new Set(views.map(({ resource }) => resource));
  for (const kind of [
    'AllergyIntolerance CarePlan CareTeam Condition Coverage Device DiagnosticReport DocumentReference Encounter Goal',
    'Immunization Location Medication MedicationDispense MedicationRequest Observation Organization Patient Practitioner',
    'PractitionerRole Procedure Provenance QuestionnaireResponse RelatedPerson ServiceRequest Specimen',
  ].flatMap((line) => line.split(' ')))
    expect(kinds).toContain(kind);
  const alone = new Set(
    'Patient Medication Location Organization Practitioner PractitionerRole Provenance'.split(' '),
  );
  for (const { name, title, resource, columns } of views) {
    expect({ name, title }).toEqual({ name, title: expect.any(String) as string });
    const names = columns.map((column) => column.name);
    const joins = { name, id: names.includes('id'), patient: names.includes('patient_id') };
    expect(joins).toEqual({ name, id: true, patient: !alone.has(resource) });
    // The declared type is what a table's column is made of, whichever way it runs.
    expect(columns.filter(({ type }) => type === undefined)).toEqual([]);
  }
});

const skipped = duckDbMissing === undefined ? '' : ` (skipped: ${duckDbMissing})`;

describe.skipIf(duckDbMissing !== undefined)(`both ways${skipped}`, { timeout: 120_000 }, () => {
  let database: Database;
  beforeAll(async () => {
    database = await databaseInMemory();
  });
  afterAll(() => {
    database.close();
  });

  async function compare(resources: readonly Resource[]): Promise<ReadonlyMap<string, number>> {
    const counts = new Map<string, number>();
    for (const view of views) {
      const all = resources.filter(({ resourceType }) => resourceType === view.resource);
      // Some of each kind, from the first to the last: `fhirpath` is slow.
      const step = Math.ceil(all.length / 150);
      const own = all.filter((_resource, index) => index % step === 0);
      if (own.length === 0) continue;
      // oxlint-disable-next-line no-await-in-loop -- one database, one view after another
      const { rows, way } = await tryView(database, view, own);
      const onFhirPath = sorted(own.flatMap(viewRows(view)));
      expect([view.name, way, ...sorted(rows)]).toEqual([view.name, 'sql', ...onFhirPath]);
      counts.set(view.name, rows.length);
    }
    return counts;
  }

  test('on the sandbox’s cast', async () => {
    const counts = await compare(castResources().map((each) => JSON.parse(JSON.stringify(each)) as Resource));
    const most =
      'allergies problems medications contained_medications immunizations lab_results vital_signs encounters documents practitioner_roles';
    expect(most.split(' ').filter((name) => (counts.get(name) ?? 0) === 0)).toEqual([]);
  });

  test('on made-up patients', async () => {
    expect((await compare(madeUp(20))).get('lab_results')).toBeGreaterThan(50);
  });

  const here = sets.filter((set) => published !== '' && existsSync(join(published, set)));
  test.skipIf(here.length === 0).each(here.length === 0 ? ['(CHARTSIDE_DATA names none)'] : here)(
    'on the published set %s',
    async (set) => {
      const folder = join(published, set);
      expect((await compare(resourcesBelow(folder))).size).toBeGreaterThan(0);
    },
  );
});
