/** A view compiled to one SELECT of DuckDB over NDJSON, where all its paths allow. */
import { containedIn } from './compile-contained.ts';
import { compilePath } from './compile-path.ts';
import { NotCompiled, single, truth, type Scope, type Value } from './compile-value.ts';
import { pathTree } from './path-tree.ts';
import { exactFile, newShape, quotedName, quotedText, readerColumns, sqlType } from './shape.ts';
import type { Column, Select, ViewDefinition } from './view-definition.ts';

/** Columns that have one value each, and lists of rows (structs) that are to be crossed with them and each other. */
interface Rows {
  readonly fields: readonly (readonly [name: string, sql: string])[];
  readonly lists: readonly { readonly sql: string; readonly names: readonly string[] }[];
}

const struct = (fields: Rows['fields']): string =>
  `{${fields.map(([name, sql]) => `${quotedText(name)}: ${sql}`).join(', ')}}`;

function compileColumn({ name, path, type, collection }: Column, scope: Scope): readonly [string, string] {
  const value = compilePath(pathTree(path), scope);
  if (value.shape !== undefined) throw new NotCompiled(`column ${name}, which has several parts`);
  const wanted = sqlType(type ?? value.type);
  // A decimal is not made a whole number: DuckDB would round it.
  const isWider = wanted === 'DOUBLE' && sqlType(value.type) === 'BIGINT';
  if (sqlType(value.type) !== wanted && !isWider)
    throw new NotCompiled(`column ${name}, whose type is not its path’s`);
  if (collection) {
    const list = value.many ? value.sql : `CASE WHEN ${value.sql} IS NOT NULL THEN [${value.sql}] END`;
    return [name, `coalesce(${list}, [])::${wanted}[]`];
  }
  return [name, `(${single(value, `Column ${name}`)})::${wanted}`];
}

/** No column can be called that. */
const unnested = '"#rows"';

/** The rows that are all combinations of these, as one list. */
function asList({ fields, lists }: Rows, fresh: () => string): Rows['lists'][number] {
  const names = [...fields.map(([name]) => name), ...lists.flatMap((list) => list.names)];
  const variables = lists.map(() => fresh());
  const all = lists.flatMap((list, index) =>
    list.names.map((name) => [name, `${String(variables[index])}.${quotedName(name)}`] as const),
  );
  let sql = struct([...fields, ...all]);
  if (lists.length === 0) return { sql: `[${sql}]`, names };
  lists.toReversed().forEach((list, index) => {
    const inner = `list_transform(${list.sql}, lambda ${String(variables[lists.length - 1 - index])}: ${sql})`;
    sql = index === 0 ? inner : `flatten(${inner})`;
  });
  return { sql, names };
}

function compileBody(select: Select, scope: Scope): Rows {
  const fields = select.columns.map((column) => compileColumn(column, scope));
  const inner = select.selects.map((each) => compileSelect(each, scope));
  const branches = select.unionAll.map((each) => asList(compileSelect(each, scope), scope.fresh));
  const names = branches[0]?.names ?? [];
  const union =
    branches.length === 0
      ? []
      : [{ sql: `flatten([${branches.map(({ sql }) => `coalesce(${sql}, [])`).join(', ')}])`, names }];
  return {
    fields: [...fields, ...inner.flatMap((rows) => rows.fields)],
    lists: [...inner.flatMap((rows) => rows.lists), ...union],
  };
}

function compileSelect(select: Select, scope: Scope): Rows {
  const { each } = select;
  if (each.kind === 'one') return compileBody(select, scope);
  if (each.kind === 'repeat') throw new NotCompiled('repeat');
  const items = compilePath(pathTree(each.path), scope);
  const [item, place] = [scope.fresh(), scope.fresh()];
  const focus: Value = { ...items, sql: item, many: false };
  const body = compileBody(select, { ...scope, focus, rowIndex: `(${place} - 1)` });
  const list = items.many ? items.sql : `CASE WHEN ${items.sql} IS NOT NULL THEN [${items.sql}] END`;
  const all =
    each.kind === 'forEach' ? list : `CASE WHEN coalesce(len(${list}), 0) = 0 THEN [NULL] ELSE ${list} END`;
  const variables = (text: string): string => (text.includes(place) ? `${item}, ${place}` : item);
  if (body.lists.length === 0) {
    const row = struct(body.fields);
    const sql = `list_transform(${all}, lambda ${variables(row)}: ${row})`;
    return { fields: [], lists: [{ sql, names: body.fields.map(([name]) => name) }] };
  }
  const { sql, names } = asList(body, scope.fresh);
  return {
    fields: [],
    lists: [{ sql: `flatten(list_transform(${all}, lambda ${variables(sql)}: ${sql}))`, names }],
  };
}

/**
 * The SELECT that gives a view's rows from NDJSON files; its columns are in the view's order. Throws `NotCompiled`
 * where a path has no exact counterpart in SQL: `view-rows.ts` runs such a view. The files are texts of the caller's
 * and are quoted here.
 */
export function compileView(view: ViewDefinition, files: readonly string[]): string {
  let count = 0;
  const fresh = (): string => `v${(count += 1)}_`;
  const shape = newShape(view.resource, view.resource);
  const resource: Value = { sql: 'r', many: false, type: view.resource, shape };
  shape.members.set('resourceType', { shape: newShape('code', 'code'), repeats: false });
  const contained = containedIn(resource, fresh);
  const scope: Scope = {
    focus: resource,
    resource,
    rowIndex: '0',
    contained: contained.ofType,
    fresh,
    compile: compilePath,
  };
  const conditions = view.where.map(
    (path) => `coalesce(${truth(compilePath(pathTree(path), scope))}, false)`,
  );
  const { fields, lists } = compileBody(view.select, scope);
  const list = lists.length > 1 ? asList({ fields: [], lists }, fresh) : lists[0];
  const inner = [
    ...fields.map(([name, sql]) => `${sql} AS ${quotedName(name)}`),
    ...(list === undefined ? [] : [`unnest(${list.sql}) AS ${unnested}`]),
  ];
  const names = new Set(list?.names);
  const outer = view.columns.map(({ name }) =>
    names.has(name) ? `${unnested}.${quotedName(name)} AS ${quotedName(name)}` : quotedName(name),
  );
  // Without the last, a folder called "id=5" would give every record that id.
  const how = `format = 'newline_delimited', columns = ${readerColumns(shape)}, hive_partitioning = false`;
  const reader = `read_json([${files.map((file) => quotedText(exactFile(file))).join(', ')}], ${how})`;
  return [
    `SELECT ${outer.join(', ')} FROM (`,
    `  SELECT ${inner.join(', ')}`,
    `  FROM ${contained.beside(reader)} AS r`,
    `  WHERE ${[`r."resourceType" = ${quotedText(view.resource)}`, ...conditions].join(' AND ')}`,
    ')',
  ].join('\n');
}
