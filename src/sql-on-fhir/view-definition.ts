/**
 * A view over FHIR resources (SQL on FHIR v2, ViewDefinition): read from JSON, refused with the list of its faults.
 * Here its shape is checked, its constants are put in and its columns counted; whether a path makes sense is known to
 * those who run it (`view-rows.ts`, `compile-view.ts`).
 */
import { fhirPathFault } from './path-tree.ts';
import { isResourceType } from './fhir-model.ts';
import { readConstants, type Constants } from './constants.ts';

export interface Column {
  readonly name: string;
  /** FHIRPath, its constants put in. */
  readonly path: string;
  /** FHIR's name of the type, as `string` or `dateTime`; undefined where the view does not say. */
  readonly type: string | undefined;
  /** The column holds a list. */
  readonly collection: boolean;
}

export interface Select {
  readonly columns: readonly Column[];
  readonly selects: readonly Select[];
  readonly unionAll: readonly Select[];
  /** Where the rows come from: one for what this is asked about, or one for each item of a path. */
  readonly each:
    | { readonly kind: 'one' }
    | { readonly kind: 'forEach' | 'forEachOrNull'; readonly path: string }
    | { readonly kind: 'repeat'; readonly paths: readonly string[] };
}

export interface ViewDefinition {
  readonly name: string;
  readonly title: string | undefined;
  readonly resource: string;
  readonly select: Select;
  readonly where: readonly string[];
  /** All columns, in the order of the specification: a select's own, then those below it. */
  readonly columns: readonly Column[];
}

/** What a view cannot be run for, in words; `view` is its name. */
export class ViewError extends Error {
  override readonly name = 'ViewError';
}

type Json = Readonly<Record<string, unknown>>;
type Read = { readonly view: ViewDefinition } | { readonly faults: readonly string[] };

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What becomes a name in a database, and so holds nothing but letters, digits and underscores. */
const sqlName = /^[A-Za-z][A-Za-z0-9_]{0,62}$/;

/** Reads a ViewDefinition; `faults` are sentences, each with the path of what is wrong. */
export function readViewDefinition(json: unknown, fallbackName = 'view'): Read {
  const faults: string[] = [];
  if (!isObject(json)) return { faults: ['A view is a JSON object.'] };
  if (json['resourceType'] !== undefined && json['resourceType'] !== 'ViewDefinition')
    faults.push('resourceType: is not ViewDefinition.');
  const name = json['name'] ?? fallbackName;
  if (typeof name !== 'string' || !sqlName.test(name))
    faults.push('name: begins with a letter and holds letters, digits and underscores alone.');
  const { resource } = json;
  if (typeof resource !== 'string' || !isResourceType(resource))
    faults.push('resource: names no type of FHIR R4 resource.');
  const constants = readConstants(json['constant'], faults);
  const reader = selectReader(constants, faults);
  const selects = reader.list(json['select'], 'select');
  if (selects.length === 0) faults.push('select: a view selects something.');
  const select: Select = { each: { kind: 'one' }, columns: [], selects, unionAll: [] };
  const where = readWhere(json['where'], reader.path, faults);
  const columns = columnsOf(select, 'select', faults);
  const names = columns.map((column) => column.name.toLowerCase());
  for (const twice of new Set(names.filter((each, index) => names.indexOf(each) !== index)))
    faults.push(`select: two columns are called ${twice}.`);
  if (faults.length === 0 && columns.length === 0) faults.push('select: a view has columns.');
  if (faults.length > 0) return { faults };
  const title = typeof json['title'] === 'string' ? json['title'] : undefined;
  return { view: { name: name as string, title, resource: resource as string, select, where, columns } };
}

function readWhere(
  value: unknown,
  readPath: (value: unknown, at: string) => string,
  faults: string[],
): readonly string[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    faults.push('where: is a list.');
    return [];
  }
  return value.map((each: unknown, index) => {
    const at = `where[${index}]`;
    if (isObject(each)) return readPath(each['path'], `${at}.path`);
    faults.push(`${at}: is an object with a path.`);
    return '';
  });
}

function selectReader(constants: Constants, faults: string[]) {
  const path = (value: unknown, at: string): string => {
    if (typeof value !== 'string' || value.trim() === '') {
      faults.push(`${at}: is a FHIRPath expression.`);
      return '';
    }
    const filled = constants.putInto(value);
    const fault =
      'unknown' in filled ? `there is no constant %${filled.unknown}` : fhirPathFault(filled.path);
    if (fault !== undefined) faults.push(`${at}: ${fault}.`);
    return 'path' in filled ? filled.path : '';
  };

  const column = (json: unknown, at: string): Column => {
    const given = isObject(json) ? json : {};
    const { name, type, collection = false } = given;
    if (typeof name !== 'string' || !sqlName.test(name))
      faults.push(`${at}.name: begins with a letter and holds letters, digits and underscores alone.`);
    if (type !== undefined && typeof type !== 'string') faults.push(`${at}.type: is the name of a type.`);
    if (typeof collection !== 'boolean') faults.push(`${at}.collection: is true or false.`);
    return {
      name: String(name),
      path: path(given['path'], `${at}.path`),
      type: typeof type === 'string' ? type.replace(/^.*[/.]/, '') : undefined,
      collection: collection === true,
    };
  };

  const each = (json: Json, at: string): Select['each'] => {
    const kinds = (['forEach', 'forEachOrNull', 'repeat'] as const).filter(
      (kind) => json[kind] !== undefined,
    );
    const [kind] = kinds;
    if (kinds.length > 1) faults.push(`${at}: has one of ${kinds.join(', ')}, not several.`);
    if (kind === undefined) return { kind: 'one' };
    if (kind !== 'repeat') return { kind, path: path(json[kind], `${at}.${kind}`) };
    const paths = json['repeat'];
    if (!Array.isArray(paths) || paths.length === 0) faults.push(`${at}.repeat: is a list of paths.`);
    const list: readonly unknown[] = Array.isArray(paths) ? paths : [];
    return { kind, paths: list.map((one, index) => path(one, `${at}.repeat[${index}]`)) };
  };

  const list = (value: unknown, at: string): readonly Select[] => {
    if (value === undefined) return [];
    if (!Array.isArray(value)) {
      faults.push(`${at}: is a list.`);
      return [];
    }
    return value.map((one: unknown, index) => select(one, `${at}[${index}]`));
  };

  const select = (json: unknown, at: string): Select => {
    if (!isObject(json)) faults.push(`${at}: is an object.`);
    const given = isObject(json) ? json : {};
    const columns: unknown = given['column'] ?? [];
    if (!Array.isArray(columns)) faults.push(`${at}.column: is a list.`);
    return {
      each: each(given, at),
      columns: (Array.isArray(columns) ? columns : []).map((one: unknown, index) =>
        column(one, `${at}.column[${index}]`),
      ),
      selects: list(given['select'], `${at}.select`),
      unionAll: list(given['unionAll'], `${at}.unionAll`),
    };
  };
  return { list, path };
}

/** The columns of a select in order. Branches of a union have the same names in the same order: what differs is a fault. */
export function columnsOf(select: Select, at = '', faults: string[] = []): readonly Column[] {
  const own = [
    ...select.columns,
    ...select.selects.flatMap((each) => columnsOf(each, `${at}.select`, faults)),
  ];
  const [first = [], ...others] = select.unionAll.map((each) => columnsOf(each, `${at}.unionAll`, faults));
  const spell = (columns: readonly Column[]): string => columns.map(({ name }) => name).join(', ');
  for (const other of others) {
    if (spell(other) !== spell(first))
      faults.push(
        `${at}.unionAll: every branch has the same columns in the same order, not ${spell(first)} here and ${spell(other)} there.`,
      );
  }
  return [...own, ...first];
}
