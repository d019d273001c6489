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
import { byHand } from './bulk-by-hand.ts';
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

async function timed(what: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await what();
  return performance.now() - from;
}

async function againstHand(folder: string, work: string): Promise<readonly Figure[]> {
  const views = await readViews();
  const figures: Figure[] = [];
  const sums = { ours: 0, hand: 0 };
  for (const [name, sql] of Object.entries(byHand)) {
    const view = views.find((each) => each.name === name);
    if (view === undefined) throw new Error(`There is no view ${name}.`);
    const file = join(folder, `${view.resource}.000.ndjson`);
    const database: Database = await createDatabase(join(work, `${name}.duckdb`), join(work, 'spill'));
    try {
      const [times, theirs]: [number[], number[]] = [[], []];
      for (let round = -1; round < 5; round += 1) {
        const hand = await timed(() => database.connection.run(sql(file)));
        const ours = await timed(() => loadView(database.connection, view, [file], going));
        if (round < 0) continue;
        times.push(ours);
        theirs.push(hand);
      }
      sums.ours += median(times);
      sums.hand += median(theirs);
      const columns = (of: string): string =>
        `(SELECT list(column_name ORDER BY column_index) FROM duckdb_columns() WHERE table_name = '${of}')`;
      const alike = await database.connection.runAndReadAll(
        `SELECT (SELECT count(*) FROM by_hand) = (SELECT count(*) FROM ${name}) AND ${columns('by_hand')} = ${columns(name)}`,
      );
      if (alike.getRowsJson()[0]?.[0] !== true)
        throw new Error(`${name}: not the rows and columns that were written by hand.`);
      figures.push(atMost(`load of ${name} against SQL by hand`, median(times) / median(theirs), '×'));
    } finally {
      database.close();
    }
  }
  return [
    ...figures,
    atMost(
      `load of these ${figures.length} views together against SQL by hand`,
      sums.ours / sums.hand,
      '×',
      1.67,
    ),
  ];
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
    const { views } = many.loaded;
    // Without a file there is nothing to fall back from.
    const read = views.filter(({ files }) => files > 0);
    const fell = read.filter(({ way }) => way !== 'sql').map(({ name }) => name);
    figures.push(
      atMost(`load of ${Math.round(bytes / 1e6)} MB by all shipped views`, many.ms / 1000, 's'),
      atMost('shipped views that had a file to read', read.length, `of ${views.length}`),
      atMost(['of these, fell back to fhirpath', ...fell].join(' '), fell.length, '', 0),
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
