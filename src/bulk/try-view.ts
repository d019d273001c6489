/** A view tried on a handful of resources: as SQL where its paths allow, else on `fhirpath`. */
import { compileView } from '#sql-on-fhir/compile-view.ts';
import { NotCompiled } from '#sql-on-fhir/compile-value.ts';
import type { ViewDefinition } from '#sql-on-fhir/view-definition.ts';
import { viewRows, type Cell, type Row } from '#sql-on-fhir/view-rows.ts';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from './database.ts';

export interface Tried {
  readonly rows: readonly Row[];
  readonly way: 'sql' | 'fhirpath';
}

/** What DuckDB gives as text because JavaScript might not hold it. */
function cell(value: unknown, isNumber: boolean): Cell {
  if (Array.isArray(value)) return value.map((each) => cell(each, isNumber));
  return isNumber && typeof value === 'string' ? Number(value) : (value as Cell);
}

export async function tryView(
  { connection }: Database,
  view: ViewDefinition,
  resources: readonly unknown[],
): Promise<Tried> {
  const folder = await mkdtemp(join(tmpdir(), 'chartside-view-'));
  try {
    const file = join(folder, `${view.resource}.000.ndjson`);
    // As an export lays them out: one type a file.
    const own = resources.filter(
      (each) => (each as { resourceType: unknown }).resourceType === view.resource,
    );
    await writeFile(file, own.map((each) => `${JSON.stringify(each)}\n`).join(''));
    const answer = await connection.runAndReadAll(compileView(view, [file]));
    const types = answer.columnTypes().map((type) => /^(BIGINT|DOUBLE)/.test(String(type)));
    return {
      rows: answer.getRowsJson().map((row) => row.map((each, index) => cell(each, types[index] ?? false))),
      way: 'sql',
    };
  } catch (error) {
    if (!(error instanceof NotCompiled)) throw error;
    const run = viewRows(view);
    return { rows: resources.flatMap(run), way: 'fhirpath' };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
