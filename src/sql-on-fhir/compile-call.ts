/** The functions of FHIRPath that have exact counterparts in DuckDB's SQL. */
import {
  at,
  isText,
  literal,
  map,
  memberOf,
  NotCompiled,
  single,
  truth,
  type Scope,
  type Value,
} from './compile-value.ts';
import type { PathTree } from './path-tree.ts';
import { referencePattern, typeBase, urnPattern } from './reference-key.ts';
import { quotedText } from './shape.ts';

type Call = PathTree & { readonly kind: 'call' };

const plain = (sql: string, type: string): Value => ({ sql, many: false, type, shape: undefined });

/** The items for which a condition, asked about each, is true. */
function filter(of: Value, condition: PathTree, scope: Scope): Value {
  const name = of.many ? scope.fresh() : of.sql;
  const inner = scope.compile(condition, { ...scope, focus: { ...of, sql: name, many: false } });
  const holds = `coalesce(${truth(inner)}, false)`;
  return {
    ...of,
    sql: of.many
      ? `list_filter(${of.sql}, lambda ${name}: ${holds})`
      : `CASE WHEN ${holds} THEN ${of.sql} END`,
  };
}

const some = (of: Value): string =>
  of.many ? `(coalesce(len(${of.sql}), 0) > 0)` : `(${of.sql} IS NOT NULL)`;

function text(tree: PathTree | undefined, what: string): string {
  if (tree?.kind !== 'literal' || tree.type !== 'string')
    throw new NotCompiled(`${what} of what is no plain text`);
  return tree.text;
}

function join(of: Value, separator: string): Value {
  if (!isText(of.type)) throw new NotCompiled('join() of such values');
  const joined = of.many ? `array_to_string(${of.sql}, ${quotedText(separator)})` : of.sql;
  return plain(`coalesce(${joined}, '')`, 'string');
}

function referenceKey(of: Value, type: PathTree | undefined, scope: Scope): Value {
  if (of.type !== 'Reference') throw new NotCompiled('getReferenceKey() of what is no Reference');
  if (type !== undefined && type.kind !== 'member') throw new NotCompiled('getReferenceKey() of such a type');
  const pattern = quotedText(
    type === undefined ? referencePattern : referencePattern.replace('[A-Z][A-Za-z]+', type.name),
  );
  return map(of, scope, (item) => {
    const { sql } = memberOf(item, 'reference', scope);
    const key = `nullif(regexp_extract(${sql}, ${pattern}, 2), '')`;
    const urn = `nullif(regexp_extract(${sql}, ${quotedText(urnPattern)}, 1), '')`;
    if (type === undefined) return plain(`coalesce(${key}, ${urn})`, 'id');
    const said = memberOf(item, 'type', scope).sql;
    const types = [type.name, `${typeBase}${type.name}`].map(quotedText).join(', ');
    return plain(`coalesce(${key}, CASE WHEN ${said} IN (${types}) THEN ${urn} END)`, 'id');
  });
}

/** Beyond ASCII the two change letters otherwise ("Groß"): there the view runs on `fhirpath`. */
function changedCase(name: 'lower' | 'upper', sql: string): string {
  const say = quotedText(`${name}() of letters beyond ASCII`);
  return `CASE WHEN strlen(${sql}) = length(${sql}) THEN ${name}(${sql}) ELSE CASE WHEN ${sql} IS NOT NULL THEN error(${say}) END END`;
}

const textTests: Readonly<Record<string, string>> = {
  startsWith: 'starts_with',
  endsWith: 'ends_with',
  contains: 'contains',
};

export function compileCall({ of: tree, name, args }: Call, scope: Scope): Value {
  const of = tree === undefined ? scope.focus : scope.compile(tree, scope);
  const [first, second] = args;
  const wants = (most: number, least = most): void => {
    if (args.length < least || args.length > most)
      throw new NotCompiled(`${name}() with ${args.length} arguments`);
  };
  switch (name) {
    case 'where':
      wants(1);
      return filter(of, first as PathTree, scope);
    case 'exists':
    case 'empty': {
      wants(name === 'exists' ? 1 : 0, 0);
      const found = some(first === undefined ? of : filter(of, first, scope));
      return plain(name === 'exists' ? found : `(NOT ${found})`, 'boolean');
    }
    case 'first':
      wants(0);
      return at(of, 0);
    case 'last':
      wants(0);
      return at(of, -1);
    case 'count':
      wants(0);
      return plain(of.many ? `coalesce(len(${of.sql}), 0)` : `(${of.sql} IS NOT NULL)::BIGINT`, 'integer');
    case 'not':
      wants(0);
      return plain(`(NOT ${truth(of)})`, 'boolean');
    case 'select':
      wants(1);
      return map(of, scope, (item) => scope.compile(first as PathTree, { ...scope, focus: item }));
    case 'extension': {
      wants(1);
      const url: PathTree = { kind: 'member', of: undefined, name: 'url' };
      const asked: PathTree = { kind: 'literal', type: 'string', text: text(first, 'extension()') };
      const same: PathTree = { kind: 'operator', operator: '=', left: url, right: asked };
      return filter(memberOf(of, 'extension', scope), same, scope);
    }
    case 'join':
      wants(1, 0);
      return join(of, first === undefined ? '' : text(first, 'join()'));
    case 'getResourceKey':
      wants(0);
      if (of !== scope.resource) throw new NotCompiled('getResourceKey() of what is not the resource');
      return memberOf(of, 'id', scope);
    case 'getReferenceKey':
      wants(1, 0);
      return referenceKey(of, first, scope);
    case 'iif': {
      wants(3, 2);
      const condition = truth(scope.compile(first as PathTree, scope));
      const then = scope.compile(second as PathTree, scope);
      const otherwise = args[2] === undefined ? undefined : scope.compile(args[2], scope);
      const alike = otherwise === undefined || (otherwise.type === then.type && !otherwise.many);
      if (tree !== undefined || then.many || then.shape !== undefined || !alike)
        throw new NotCompiled('iif() of such values');
      return plain(`CASE WHEN ${condition} THEN ${then.sql} ELSE ${otherwise?.sql ?? 'NULL'} END`, then.type);
    }
    case 'lower':
    case 'upper':
      wants(0);
      if (!isText(of.type)) throw new NotCompiled(`${name}() of such values`);
      return plain(changedCase(name, single(of, `${name}()`)), 'string');
    case 'startsWith':
    case 'endsWith':
    case 'contains':
      wants(1);
      if (!isText(of.type)) throw new NotCompiled(`${name}() of such values`);
      return plain(
        `${String(textTests[name])}(${single(of, `${name}()`)}, ${literal('string', text(first, `${name}()`)).sql})`,
        'boolean',
      );
    default:
      throw new NotCompiled(`${name}()`);
  }
}
