/** The words of `npm run bulk` that make something of an export: load, sql, query. */
import { allRows, askDatabase, notesOn } from '#bulk/ask-database.ts';
import { openDatabase, type Database } from '#bulk/database.ts';
import { exitCodes } from '#bulk/failure.ts';
import { loadExport } from '#bulk/load.ts';
import { questionNamed, questions } from '#bulk/questions.ts';
import { csvCells, tableLines, type Plain } from '#bulk/table-text.ts';
import { readViews } from '#bulk/view-files.ts';
import { byteOrderMark } from '#fhir/csv.ts';
import type { BulkOptions } from './bulk-options.ts';
import { writeOver } from './bulk-progress.ts';
import { need, type Told, type Verb } from './bulk-told.ts';
import { UsageError } from './options.ts';

/** How many rows a terminal is shown; `--csv` and `--json` give all. */
const shown = 100;

const byName = (names: readonly string[], row: readonly Plain[]): Readonly<Record<string, Plain>> =>
  Object.fromEntries(names.map((name, index) => [name, row[index] ?? null]));

/** Of two columns with one name the second gets a number: as members of an object one would hide the other. */
export function uniqueNames(names: readonly string[]): readonly string[] {
  const taken = new Set(names);
  const seen = new Set<string>();
  return names.map((name) => {
    let own = name;
    for (let n = 2; seen.has(own) || (own !== name && taken.has(own)); n += 1) own = `${name}_${n}`;
    seen.add(own);
    return own;
  });
}

/** Asks, and gives the answer in the form that was wished for. Closes the database when the answer has been given. */
async function answered(
  database: Database,
  {
    sql,
    options,
    notes,
    exit,
  }: { sql: string; options: BulkOptions; notes: readonly string[]; exit: number },
  signal: AbortSignal,
): Promise<Told> {
  let isStreaming = false;
  try {
    const answer = await askDatabase(database, sql, signal, { today: options.today });
    const { names } = answer;
    if (options.csv) {
      isStreaming = true;
      const csv = async function* () {
        try {
          yield byteOrderMark + csvCells(names);
          for await (const piece of answer.rows) yield piece.map(csvCells).join('');
        } finally {
          database.close();
        }
      };
      return { json: undefined, lines: [], stream: csv(), notes, exit };
    }
    if (options.json) {
      const columns = uniqueNames(names);
      const rows = (await allRows(answer)).map((row) => byName(columns, row));
      return { json: { columns, rows, notes }, lines: [], exit };
    }
    const rows: (readonly Plain[])[] = [];
    let count = 0;
    for await (const piece of answer.rows) {
      count += piece.length;
      rows.push(...piece.slice(0, Math.max(0, shown - rows.length)));
    }
    const more = count > shown ? [`${count - shown} more rows: --csv gives all.`] : [];
    const rule = `${count} ${count === 1 ? 'row' : 'rows'}`;
    return { json: undefined, lines: [...tableLines(names, rows), ...more, rule], notes, exit };
  } finally {
    if (!isStreaming) database.close();
  }
}

export const queryVerbs: Readonly<Record<'load' | 'sql' | 'query', Verb>> = {
  async load(options, signal, progress) {
    const folder = need(options.rest[0] ?? options.out, 'Say which folder: load DIR.');
    const views = await readViews(options.views);
    const {
      database,
      parquet,
      views: loaded,
      unread,
      notes,
    } = await loadExport(
      {
        folder,
        views,
        parquet: options.parquet,
        onView: ({ name, rows }) => writeOver(progress, `${name}: ${rows} rows`),
      },
      signal,
    );
    writeOver(progress, '');
    const failed = loaded.filter(({ way }) => way === 'failed');
    const fell = loaded.filter(({ way }) => way === 'fhirpath');
    const lines = [
      ...loaded
        .filter(({ way, files }) => way !== 'failed' && files > 0)
        .map(({ name, rows }) => `${name.padEnd(28)} ${String(rows).padStart(9)} rows`),
      ...loaded
        .filter(({ files }) => files === 0)
        .map(
          ({ name, resource }) => `${name.padEnd(28)}         –  no ${resource} files came with the export`,
        ),
      ...unread.map(
        ({ type, records }) =>
          `${type.padEnd(28)} ${String(records).padStart(9)} records that no view reads: they are in no table`,
      ),
      ...fell.map(({ name, why }) => `${name} ran on fhirpath, which is slower: ${why ?? ''}`),
      ...failed.map(({ name, why }) => `${name} COULD NOT BE RUN: ${why ?? ''}`),
      `${loaded.length - failed.length} of ${loaded.length} views, in ${database}${parquet === undefined ? '' : ` and ${parquet}`}`,
      'The tables hold health data in clear: keep them on an encrypted disk.',
    ];
    return {
      json: { database, parquet, views: loaded, unread, notes },
      lines,
      notes,
      exit: failed.length > 0 ? exitCodes.partial : exitCodes.done,
    };
  },

  async sql(options, signal) {
    const [question, folder = '.'] = options.rest;
    const sql = need(question, 'Say what to ask: sql "SELECT …" [DIR].');
    const database = await openDatabase(folder);
    return answered(database, { sql, options, notes: [], exit: exitCodes.done }, signal);
  },

  async query(options, signal) {
    const [name, folder = '.'] = options.rest;
    if (name === undefined) {
      return {
        json: { questions: questions.map(({ name: each, title, sql }) => ({ name: each, title, sql })) },
        lines: questions.map(({ name: each, title }) => `${each.padEnd(24)} ${title}`),
      };
    }
    const question = questionNamed(name);
    if (question === undefined)
      throw new UsageError(
        `There is no question "${name}". There are: ${questions.map((each) => each.name).join(', ')}.`,
      );
    const database = await openDatabase(folder);
    let said;
    try {
      said = await notesOn(database, question, signal);
    } catch (error) {
      database.close();
      throw error;
    }
    const notes = [...said.unknown, ...said.notes];
    const exit = said.unknown.length > 0 ? exitCodes.partial : exitCodes.done;
    return answered(database, { sql: question.sql, options, notes, exit }, signal);
  },
};
