/** A view run on `fhirpath`, one resource after another: whatever the specification allows, slowly. */
import fhirpath from 'fhirpath';
import { r4 } from './fhir-model.ts';
import { pathFunctions } from './path-functions.ts';
import { columnsOf, ViewError, type Column, type Select, type ViewDefinition } from './view-definition.ts';

/** A cell: text, number, truth value, null, or a list of them where the column is a `collection`. */
export type Cell = string | number | boolean | null | readonly Cell[];
export type Row = readonly Cell[];

type Evaluate = (focus: unknown, rowIndex: number, resource: unknown) => readonly unknown[];

function evaluator(path: string): Evaluate {
  let run;
  try {
    run = fhirpath.compile(path, r4, { userInvocationTable: pathFunctions as never });
  } catch (error) {
    throw new ViewError(`"${path}" is not FHIRPath: ${words(error)}`);
  }
  return (focus, rowIndex, resource) => {
    try {
      return run(focus, { rowIndex, resource, rootResource: resource }) as readonly unknown[];
    } catch (error) {
      throw new ViewError(`"${path}" cannot be evaluated: ${words(error)}`);
    }
  };
}

// What the library says may hold what stands in the record; its first words do not.
const words = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 80);

interface Prepared {
  readonly each: (focus: unknown, rowIndex: number, resource: unknown) => readonly [unknown, number][];
  readonly columns: readonly ((focus: unknown, rowIndex: number, resource: unknown) => Cell)[];
  readonly selects: readonly Prepared[];
  readonly unionAll: readonly Prepared[];
}

function prepareColumn({ name, path, type, collection }: Column): Prepared['columns'][number] {
  const evaluate = evaluator(path);
  return (focus, rowIndex, resource) => {
    const found = evaluate(focus, rowIndex, resource).map((value) => cellOf(value, type, name));
    if (collection) return found;
    if (found.length > 1)
      throw new ViewError(
        `Column ${name} ("${path}") has ${found.length} values in one row: it wants "collection": true, or first().`,
      );
    return found[0] ?? null;
  };
}

function cellOf(value: unknown, type: string | undefined, name: string): Cell {
  const kind = typeof value;
  const wanted =
    type === 'boolean'
      ? 'boolean'
      : /^(decimal|integer|integer64|positiveInt|unsignedInt)$/.test(type ?? '')
        ? 'number'
        : type === undefined || /^[A-Z]/.test(type)
          ? kind
          : 'string';
  if (wanted === 'number' && kind !== 'number') {
    const number = Number(String(value));
    if (kind === 'boolean' || Number.isNaN(number)) throw new ViewError(`Column ${name} is no ${type}.`);
    return number;
  }
  if (wanted !== kind && !(wanted === 'string' && kind === 'object'))
    throw new ViewError(`Column ${name} is no ${type}.`);
  if (value === null || kind !== 'object') return value as Cell;
  // Dates and times of the library spell themselves; anything else of several parts is kept as JSON.
  const own = (value as object).toString !== Object.prototype.toString && !Array.isArray(value);
  return own ? (value as { toString(): string }).toString() : JSON.stringify(value);
}

function prepareEach(each: Select['each']): Prepared['each'] {
  if (each.kind === 'one') return (focus, rowIndex) => [[focus, rowIndex]];
  if (each.kind === 'repeat') {
    const paths = each.paths.map(evaluator);
    return (focus, rowIndex, resource) => {
      const found: [unknown, number][] = [];
      // Depth first, as the items stand in the resource.
      const walk = (from: unknown): void => {
        for (const path of paths) {
          for (const item of path(from, rowIndex, resource)) {
            found.push([item, found.length]);
            walk(item);
          }
        }
      };
      walk(focus);
      return found;
    };
  }
  const path = evaluator(each.path);
  const orNull = each.kind === 'forEachOrNull';
  return (focus, rowIndex, resource) => {
    const items = path(focus, rowIndex, resource);
    return orNull && items.length === 0 ? [[{}, 0]] : items.map((item, index) => [item, index]);
  };
}

function prepare(select: Select): Prepared {
  return {
    each: prepareEach(select.each),
    columns: select.columns.map(prepareColumn),
    selects: select.selects.map(prepare),
    unionAll: select.unionAll.map(prepare),
  };
}

function rowsOf(of: Prepared, focus: unknown, rowIndex: number, resource: unknown): readonly Row[] {
  return of.each(focus, rowIndex, resource).flatMap(([item, index]) => {
    let rows: readonly Row[] = [of.columns.map((column) => column(item, index, resource))];
    for (const select of of.selects) {
      const right = rowsOf(select, item, index, resource);
      rows = rows.flatMap((row) => right.map((more) => [...row, ...more]));
    }
    if (of.unionAll.length === 0) return rows;
    const branches = of.unionAll.flatMap((branch) => rowsOf(branch, item, index, resource));
    return rows.flatMap((row) => branches.map((more) => [...row, ...more]));
  });
}

/**
 * Makes a view ready to run: what comes back gives the rows of one resource, none where it is of another type or the
 * view's `where` leaves it out. Throws `ViewError` where a path is no FHIRPath, and while it runs where a `where` is no
 * truth value or a column has several values and is no collection.
 */
export function viewRows(view: ViewDefinition): (resource: unknown) => readonly Row[] {
  const select = prepare(view.select);
  const where = view.where.map((path) => ({ path, evaluate: evaluator(path) }));
  return (resource) => {
    if ((resource as { resourceType?: unknown } | null)?.resourceType !== view.resource) return [];
    for (const { path, evaluate } of where) {
      const found = evaluate(resource, 0, resource);
      if (found.length > 1 || (found.length === 1 && typeof found[0] !== 'boolean'))
        throw new ViewError(`"${path}" in where is neither true nor false.`);
      if (found[0] !== true) return [];
    }
    return rowsOf(select, resource, 0, resource);
  };
}

/** The names of a view's columns, in order. */
export function columnNames(view: ViewDefinition): readonly string[] {
  return columnsOf(view.select).map(({ name }) => name);
}
