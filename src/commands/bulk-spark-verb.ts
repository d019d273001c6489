import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { BulkError, exitCodes } from '#bulk/failure.ts';
import { compareWithSpark, type Compared } from '#bulk/compare-spark.ts';
import { findSpark } from '#bulk/find-spark.ts';
import { notForSpark } from '#bulk/not-for-spark.ts';
import { runOnSpark, startSpark, type SparkView } from '#bulk/run-spark.ts';
import { readViewFiles } from '#bulk/view-files.ts';
import { writeOver } from './bulk-progress.ts';
import { need, type Verb } from './bulk-told.ts';

/** `s3a://…` and the like are Spark's to read and write; DuckDB here has no access to them. */
const isAddress = (text: string): boolean => /^[a-z][a-z0-9+.-]+:\/\//.test(text);

function lineOf(view: SparkView, compared: Compared | undefined): string {
  const name = view.name.padEnd(28);
  if (view.notRun !== undefined) return `${name}         –  not run on Spark: ${view.notRun}`;
  if (view.absent === true) return `${name}         –  no file of its type`;
  if (view.failed !== undefined) return `${name}COULD NOT BE RUN: ${view.failed}`;
  const rows = `${name} ${String(view.rows).padStart(9)} rows`;
  if (compared === undefined) return rows;
  const { onlyDuckDb, onlySpark } = compared;
  return onlyDuckDb + onlySpark === 0
    ? `${rows}, the same as in DuckDB`
    : `${rows}, NOT THE SAME: ${onlyDuckDb} in DuckDB alone, ${onlySpark} on Spark alone`;
}

/** `bulk spark DIR`: every view on Spark with Pathling, and its rows against those of the loaded folder. */
export const spark: Verb = async (options, signal, progress) => {
  const found = findSpark(process.env);
  if ('missing' in found) throw new BulkError({ kind: 'setup', say: found.missing });
  if (options.fetch) {
    await startSpark(found, ['FETCH'], () => {}, signal);
    return { json: { ready: true }, lines: ['Spark with Pathling starts here.'] };
  }
  const given = need(options.rest[0] ?? options.out, 'Say where the NDJSON lies: spark DIR.');
  const source = isAddress(given) ? given : resolve(given);
  const target = options.to ?? (isAddress(source) ? undefined : join(source, 'spark'));
  const out = need(target, 'Say where the Parquet files shall lie: --to ADDRESS.');
  if (!isAddress(out)) await mkdir(out, { recursive: true, mode: 0o700 });
  const all = (await readViewFiles(options.views)).map((file) => ({
    ...file,
    notRun: notForSpark(file.view),
  }));
  const files = all.filter(({ notRun }) => notRun === undefined);
  const left = all.flatMap(({ view: { name }, notRun }) => (notRun === undefined ? [] : [{ name, notRun }]));
  const ran = await runOnSpark(
    found,
    {
      source,
      target: isAddress(out) ? out : resolve(out),
      parts: options.parts,
      views: files.map(({ path }) => path),
      onView: ({ name }) => writeOver(progress, name),
    },
    signal,
  );
  writeOver(progress, '');
  const made = new Set(ran.filter(({ rows }) => rows !== undefined).map(({ name }) => name));
  const views = files.map(({ view }) => view).filter(({ name }) => made.has(name));
  const compared =
    isAddress(source) || isAddress(out) ? [] : await compareWithSpark(source, resolve(out), views);
  const differing = compared.filter(({ onlyDuckDb, onlySpark }) => onlyDuckDb + onlySpark > 0);
  const told = [...ran, ...left];
  const failed = ran.filter((view) => view.failed !== undefined);
  return {
    json: { target: out, views: told, compared },
    lines: [
      ...told.map((view) =>
        lineOf(
          view,
          compared.find(({ name }) => name === view.name),
        ),
      ),
      compared.length === 0
        ? `${made.size} views, in ${out}. Not compared: that takes a folder of this machine that has been loaded.`
        : `${compared.length - differing.length} of ${compared.length} views have the same rows as in DuckDB, in ${out}`,
    ],
    exit: failed.length + differing.length > 0 ? exitCodes.partial : exitCodes.done,
  };
};
