/**
 * Which members of a resource a view reads: they alone are taken out of the file. A node of this tree becomes a column
 * type of DuckDB's JSON reader, which turns lines into typed values in one pass.
 */
import { isPrimitive, type Element } from './fhir-model.ts';

export interface Shape {
  /** FHIR's name of the type. */
  readonly type: string;
  /** Where its elements are found in FHIR's tables. */
  readonly path: string;
  readonly members: Map<string, { readonly shape: Shape; readonly repeats: boolean }>;
}

export function newShape(type: string, path: string): Shape {
  return { type, path, members: new Map() };
}

/** The shape of an element below another: the one that is there, or a new one. */
export function below(shape: Shape, element: Element): Shape {
  const known = shape.members.get(element.jsonName);
  if (known !== undefined) return known.shape;
  const made = newShape(element.type, element.path);
  shape.members.set(element.jsonName, { shape: made, repeats: element.repeats });
  return made;
}

/** The type of a column for one of FHIR's types. Dates stay texts: FHIR's may lack a month or a day. */
export function sqlType(type: string | undefined): 'BOOLEAN' | 'BIGINT' | 'DOUBLE' | 'VARCHAR' {
  switch (type) {
    case 'boolean':
      return 'BOOLEAN';
    case 'integer':
    case 'integer64':
    case 'positiveInt':
    case 'unsignedInt':
      return 'BIGINT';
    case 'decimal':
      return 'DOUBLE';
    default:
      return 'VARCHAR';
  }
}

export const quotedName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
/** A path as a pattern of itself alone: DuckDB would read `[1]`, `*` and `?` in it as a pattern for other files. */
export const exactFile = (path: string): string => path.replaceAll(/[*?[]/g, '[$&]');
export const quotedText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * Truth values and whole numbers are read as they are written: DuckDB's reader would make `"yes"` true and 2.5 two.
 * `compile-value.ts` makes them what they are.
 */
export const isReadAsWritten = (type: string): boolean => ['BOOLEAN', 'BIGINT'].includes(sqlType(type));

/** DuckDB's type for what is read of a shape. */
export function duckType(shape: Shape): string {
  if (isPrimitive(shape.type)) return isReadAsWritten(shape.type) ? 'JSON' : sqlType(shape.type);
  // Of which only the presence is asked.
  if (shape.members.size === 0) return 'JSON';
  const members = [...shape.members].map(
    ([name, { shape: member, repeats }]) => `${quotedName(name)} ${duckType(member)}${repeats ? '[]' : ''}`,
  );
  return `STRUCT(${members.join(', ')})`;
}

/** The `columns` of DuckDB's `read_json` for a resource of this shape. */
export function readerColumns(shape: Shape): string {
  const columns = [...shape.members].map(
    ([name, { shape: member, repeats }]) =>
      `${quotedText(name)}: ${quotedText(duckType(member) + (repeats ? '[]' : ''))}`,
  );
  return `{${columns.join(', ')}}`;
}
