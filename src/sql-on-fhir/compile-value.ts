/**
 * What a compiled FHIRPath is made of. A collection of many is a list of DuckDB's without nulls, or null; one of one item
 * at most is a value or null. Null is FHIRPath's empty. An element that has an extension and no value is passed over
 * (`fhirpath` counts it).
 */
import { elementOf, isChoice, isPrimitive } from './fhir-model.ts';
import type { PathTree } from './path-tree.ts';
import { below, isReadAsWritten, quotedName, quotedText, sqlType, type Shape } from './shape.ts';

/** A path or a view for which DuckDB has no exact words; `message` says why. */
export class NotCompiled extends Error {
  override readonly name = 'NotCompiled';
}

export interface Value {
  readonly sql: string;
  readonly many: boolean;
  readonly type: string;
  /** Of what has members. */
  readonly shape: Shape | undefined;
}

export interface Scope {
  /** What the expression is asked about. */
  readonly focus: Value;
  readonly resource: Value;
  readonly rowIndex: string;
  /** The resources of one type that stand within the resource. */
  readonly contained: (type: string) => Value;
  /** A name for the variable of a lambda that no other has. */
  readonly fresh: () => string;
  /** Compiles an expression within an expression. */
  readonly compile: (tree: PathTree, scope: Scope) => Value;
}

export const isText = (type: string): boolean =>
  isPrimitive(type) && sqlType(type) === 'VARCHAR' && !/^(date|dateTime|instant|time)$/.test(type);
export const isNumber = (type: string): boolean => ['BIGINT', 'DOUBLE'].includes(sqlType(type));

export function literal(type: 'string' | 'number' | 'boolean', text: string): Value {
  if (type === 'string') return { sql: quotedText(text), many: false, type: 'string', shape: undefined };
  if (type === 'boolean') return { sql: text, many: false, type: 'boolean', shape: undefined };
  const whole = /^\d{1,15}$/.test(text);
  return {
    sql: whole ? text : `${text}::DOUBLE`,
    many: false,
    type: whole ? 'integer' : 'decimal',
    shape: undefined,
  };
}

/** Runs `inner` on each item: what comes of it in one list, or one value. */
export function map(of: Value, scope: Scope, inner: (item: Value) => Value): Value {
  if (!of.many) return inner(of);
  const name = scope.fresh();
  const found = inner({ ...of, sql: name, many: false });
  const mapped = `list_transform(${of.sql}, lambda ${name}: ${found.sql})`;
  const list = found.many
    ? `flatten(${mapped})`
    : `list_filter(${mapped}, lambda ${name}: ${name} IS NOT NULL)`;
  return { ...found, sql: list, many: true };
}

/** A plain value out of the file: what is not of its type ends the query. */
export function asTyped(sql: string, type: string): string {
  if (!isReadAsWritten(type)) return sql;
  const written = `(${sql})::VARCHAR`;
  const refused = `error(${quotedText(`JSON: a ${type} that is none`)})`;
  return sqlType(type) === 'BOOLEAN'
    ? `CASE ${written} WHEN 'true' THEN true WHEN 'false' THEN false ELSE CASE WHEN ${sql} IS NOT NULL THEN ${refused} END END`
    : `CASE WHEN regexp_full_match(${written}, '-?\\d{1,18}') THEN ${written}::BIGINT ELSE CASE WHEN ${sql} IS NOT NULL THEN ${refused} END END`;
}

export function memberOf(of: Value, name: string, scope: Scope): Value {
  const { shape } = of;
  if (shape === undefined) throw new NotCompiled(`${name} of a plain value`);
  const element = elementOf(shape.path, name);
  if (element === undefined)
    throw new NotCompiled(
      isChoice(shape.path, name) ? `${name} without a type` : `${name}, which FHIR R4 has not`,
    );
  if (element.type === 'Resource') throw new NotCompiled('a resource within another');
  const inner = below(shape, element);
  return map(of, scope, (item) => {
    const sql = `${item.sql}.${quotedName(name)}`;
    const plain = isPrimitive(element.type);
    // Lists of plain values may hold nulls, where an extension stands beside them.
    const variableName = scope.fresh();
    const there = `list_filter(${sql}, lambda ${variableName}: ${variableName} IS NOT NULL)`;
    const listed = isReadAsWritten(element.type)
      ? `list_transform(${there}, lambda ${variableName}: ${asTyped(variableName, element.type)})`
      : there;
    return {
      sql: !plain ? sql : element.repeats ? listed : asTyped(sql, element.type),
      many: element.repeats,
      type: element.type,
      shape: plain ? undefined : inner,
    };
  });
}

/** The item at a place, counted from nought; -1 is the last. */
export function at(of: Value, index: number): Value {
  if (!of.many) return index <= 0 ? of : { ...of, sql: `CASE WHEN false THEN ${of.sql} END` };
  return { ...of, sql: `(${of.sql})[${index < 0 ? index : index + 1}]`, many: false };
}

/** The one item there may be; more than one ends the query, as FHIRPath wants it. */
export function single(of: Value, what: string): string {
  if (!of.many) return of.sql;
  const say = quotedText(`${what} has several values in one row: it wants "collection": true, or first().`);
  return `CASE WHEN len(${of.sql}) > 1 THEN error(${say}) ELSE (${of.sql})[1] END`;
}

export function truth(of: Value): string {
  if (of.type !== 'boolean') throw new NotCompiled('what is neither true nor false by its type');
  return single(of, 'A condition');
}
