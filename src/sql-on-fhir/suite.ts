/** The official test suite of SQL on FHIR v2, read from the folder of published data: its cases are not copied here. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseResource } from './path-functions.ts';
import { columnNames, type Row } from './view-rows.ts';
import { readViewDefinition, type ViewDefinition } from './view-definition.ts';

export interface SuiteCase {
  readonly name: string;
  readonly resources: readonly unknown[];
  readonly view: unknown;
  readonly expectError?: boolean;
  readonly expect?: readonly Readonly<Record<string, unknown>>[];
  readonly expectColumns?: readonly string[];
}

interface SuiteFile {
  readonly title: string;
  readonly resources: readonly unknown[];
  readonly tests: readonly (Omit<SuiteCase, 'name' | 'resources'> & { readonly title: string })[];
}

/** The cases below `CHARTSIDE_DATA`; undefined where they are not there. */
export function suiteCases(data = process.env['CHARTSIDE_DATA']): readonly SuiteCase[] | undefined {
  const folder = join(data ?? '', 'sql-on-fhir');
  if (data === undefined || data === '' || !existsSync(folder)) return undefined;
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .toSorted()
    .flatMap((file) => {
      const { title, resources, tests } = parseResource(
        readFileSync(join(folder, file), 'utf8'),
      ) as SuiteFile;
      return tests.map((test) => Object.assign({ name: `${title}: ${test.title}`, resources }, test));
    });
}

export type Run = (
  view: ViewDefinition,
  resources: readonly unknown[],
) => Promise<readonly Row[]> | readonly Row[];

/** What is wrong with what a way of running made of a case; undefined where it held. Rows are compared without order. */
export async function suiteFault(given: SuiteCase, run: Run): Promise<string | undefined> {
  let rows: readonly Row[] = [];
  let names: readonly string[] = [];
  try {
    const read = readViewDefinition(given.view);
    if ('faults' in read) throw new Error(read.faults.join(' '));
    names = columnNames(read.view);
    rows = await run(read.view, given.resources);
  } catch (error) {
    return given.expectError === true ? undefined : String(error);
  }
  if (given.expectError === true) return 'An error was expected.';
  const { expectColumns = names, expect = [] } = given;
  if (JSON.stringify(expectColumns) !== JSON.stringify(names)) return `Its columns are ${names.join(', ')}.`;
  const spell = (row: Readonly<Record<string, unknown>>): string =>
    JSON.stringify(names.map((name) => row[name] ?? null));
  const seen = rows.map((row) => JSON.stringify(row)).toSorted();
  const wanted = expect.map(spell).toSorted();
  return JSON.stringify(seen) === JSON.stringify(wanted)
    ? undefined
    : `It gave ${seen.join(' ')}, not ${wanted.join(' ')}.`;
}
