/**
 * `npm run bench -- bulk [--patients 2000]`: loading an export by the shipped views, against the SQL that a person would
 * write for the same columns and rows, in turn with it in one run; and whether it grows as the data does.
 */
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase, databaseInMemory, openDatabase, type Database } from '#bulk/database.ts';
import { allRows, askDatabase } from '#bulk/ask-database.ts';
import { loadExport, type Loaded } from '#bulk/load.ts';
import { loadView } from '#bulk/load-view.ts';
import { questions } from '#bulk/questions.ts';
import { readViews } from '#bulk/view-files.ts';
import { madeUpLines, madeUpTypes, type MadeUpType } from '#sandbox/bulk/made-up-patients.ts';
import { atMost, median, type Figure } from './figures.ts';

const going = new AbortController().signal;

async function writeMadeUp(folder: string, patients: number): Promise<number> {
  await mkdir(folder, { mode: 0o700 });
  let bytes = 0;
  for (const type of Object.keys(madeUpTypes) as MadeUpType[]) {
    const path = join(folder, `${type}.000.ndjson`);
    const file = createWriteStream(path);
    for (let patient = 0; patient < patients; patient += 1) {
      if (!file.write(madeUpLines(type, patient)))
        await new Promise<void>((done) => file.once('drain', () => done()));
    }
    await new Promise<void>((done) => file.end(() => done()));
    bytes += (await stat(path)).size;
  }
  return bytes;
}

/** By hand, as fast as DuckDB reads: the types are known, and only what is wanted is taken out. */
const byHand: Readonly<Record<string, (file: string) => string>> = {
  vital_signs: (file) => `
    CREATE OR REPLACE TABLE by_hand AS SELECT r.id, regexp_extract(r.subject.reference, 'Patient/(.+)$', 1) AS patient_id, r.status,
      list_transform(flatten(list_transform(r.category, lambda c: c.coding)), lambda c: c.code) AS categories,
      r.effectiveDateTime AS effective, r.effectivePeriod."start" AS effective_period_start, r.issued,
      r.specimen.reference AS specimen_id, r.encounter.reference AS encounter_id, r.meta.lastUpdated AS last_updated,
      false AS is_component, r.code.text AS code_text, r.code.coding[1].display AS code_display,
      list_filter(r.code.coding, lambda c: c.system = 'http://loinc.org')[1].code AS loinc,
      list_filter(r.code.coding, lambda c: c.system = 'http://snomed.info/sct')[1].code AS snomed,
      r.code.coding[1].code AS code, r.code.coding[1].system AS code_system,
      r.valueQuantity.value, r.valueQuantity.comparator, r.valueQuantity.unit, r.valueQuantity.code AS unit_code,
      r.valueInteger AS value_integer, r.valueString AS value_text, r.valueCodeableConcept.text AS value_concept_text,
      r.valueCodeableConcept.coding[1].code AS value_concept_code, r.valueCodeableConcept.coding[1].display AS value_concept_display,
      r.valueBoolean AS value_boolean, r.valueDateTime AS value_time, r.dataAbsentReason.coding[1].code AS absent_reason,
      r.interpretation[1].coding[1].code AS interpretation, r.referenceRange[1].low.value AS range_low,
      r.referenceRange[1].high.value AS range_high, r.referenceRange[1].text AS range_text
    FROM read_json('${file}', format = 'newline_delimited', columns = {
      id: 'VARCHAR', status: 'VARCHAR', issued: 'VARCHAR', effectiveDateTime: 'VARCHAR', valueInteger: 'BIGINT',
      valueString: 'VARCHAR', valueBoolean: 'BOOLEAN', valueDateTime: 'VARCHAR', subject: 'STRUCT(reference VARCHAR)',
      specimen: 'STRUCT(reference VARCHAR)', encounter: 'STRUCT(reference VARCHAR)', meta: 'STRUCT("lastUpdated" VARCHAR)',
      effectivePeriod: 'STRUCT("start" VARCHAR)', category: 'STRUCT(coding STRUCT(code VARCHAR)[])[]',
      code: 'STRUCT(text VARCHAR, coding STRUCT(system VARCHAR, code VARCHAR, display VARCHAR)[])',
      valueQuantity: 'STRUCT(value DOUBLE, comparator VARCHAR, unit VARCHAR, code VARCHAR)',
      valueCodeableConcept: 'STRUCT(text VARCHAR, coding STRUCT(code VARCHAR, display VARCHAR)[])',
      dataAbsentReason: 'STRUCT(coding STRUCT(code VARCHAR)[])', interpretation: 'STRUCT(coding STRUCT(code VARCHAR)[])[]',
      referenceRange: 'STRUCT(text VARCHAR, low STRUCT(value DOUBLE), high STRUCT(value DOUBLE))[]'
    }) r WHERE list_contains(categories, 'vital-signs')`,
  problem_codes: (file) => `
    CREATE OR REPLACE TABLE by_hand AS SELECT id, patient_id, c.system, c.code, c.display, c.userSelected AS user_selected FROM (
      SELECT r.id, regexp_extract(r.subject.reference, 'Patient/(.+)$', 1) AS patient_id, unnest(r.code.coding) AS c
      FROM read_json('${file}', format = 'newline_delimited', columns = { id: 'VARCHAR', subject: 'STRUCT(reference VARCHAR)',
        code: 'STRUCT(coding STRUCT(system VARCHAR, code VARCHAR, display VARCHAR, "userSelected" BOOLEAN)[])' }) r)`,
};

async function timed(what: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await what();
  return performance.now() - from;
}

async function againstHand(folder: string, work: string): Promise<readonly Figure[]> {
  const views = await readViews();
  const figures: Figure[] = [];
  for (const [name, sql] of Object.entries(byHand)) {
    const view = views.find((each) => each.name === name);
    if (view === undefined) throw new Error(`There is no view ${name}.`);
    const file = join(folder, `${view.resource}.000.ndjson`);
    const database: Database = await createDatabase(join(work, `${name}.duckdb`), join(work, 'spill'));
    try {
      const ratios: number[] = [];
      for (let round = -1; round < 5; round += 1) {
        const hand = await timed(() => database.connection.run(sql(file)));
        const ours = await timed(() => loadView(database.connection, view, [file], going));
        if (round >= 0) ratios.push(ours / hand);
      }
      const counts = await database.connection.runAndReadAll(
        `SELECT (SELECT count(*) FROM by_hand) = (SELECT count(*) FROM ${name})`,
      );
      if (counts.getRowsJson()[0]?.[0] !== true)
        throw new Error(`${name}: not the rows that were written by hand.`);
      figures.push(atMost(`load of ${name} against SQL by hand`, median(ratios), '×', 1.67));
    } finally {
      database.close();
    }
  }
  return figures;
}

async function loadOf(folder: string): Promise<{ readonly ms: number; readonly loaded: Loaded }> {
  const views = await readViews();
  const from = performance.now();
  const loaded = await loadExport({ folder, views, parquet: false }, going);
  return { ms: performance.now() - from, loaded };
}

/** A tenth of the patients, then all of them. */
export async function bulkLoadFigures(patients: number): Promise<readonly Figure[]> {
  const work = await mkdtemp(join(tmpdir(), 'chartside-bench-'));
  try {
    (await databaseInMemory()).close();
    const [small, large] = [join(work, 'small'), join(work, 'large')];
    await writeMadeUp(small, Math.ceil(patients / 10));
    const bytes = await writeMadeUp(large, patients);
    const figures: Figure[] = [...(await againstHand(large, work))];
    const few = await loadOf(small);
    const many = await loadOf(large);
    const fell = many.loaded.views.filter(({ way }) => way !== 'sql').length;
    figures.push(
      atMost(`load of ${Math.round(bytes / 1e6)} MB by all shipped views`, many.ms / 1000, 's'),
      atMost('shipped views that fell back to fhirpath', fell, '', 0),
      atMost('load, ten times the data', many.ms / few.ms, '×', 12),
      // Of this process, DuckDB's bound of 1 GB in it.
      atMost('peak memory of all that', process.resourceUsage().maxRSS / 1024, 'MB', 1500),
    );
    const database = await openDatabase(large);
    try {
      for (const { name, sql } of questions) {
        const ms = await timed(async () =>
          allRows(await askDatabase(database, sql, going, { today: '2026-11-30' })),
        );
        figures.push(atMost(`query ${name}`, ms, 'ms'));
      }
    } finally {
      database.close();
    }
    return figures;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
