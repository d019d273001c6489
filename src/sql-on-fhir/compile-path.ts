/**
 * FHIRPath compiled to an expression of DuckDB's SQL, as far as that says the same. Whatever has no exact counterpart
 * (dates of unlike precision, arithmetic of decimals, unions, types that cannot be known beforehand) is refused with
 * `NotCompiled`, and runs on `fhirpath` instead.
 */
import { compileCall } from './compile-call.ts';
import { compileOperator } from './compile-operator.ts';
import { asTyped, at, literal, map, memberOf, NotCompiled, type Scope, type Value } from './compile-value.ts';
import { choiceOf, isPrimitive } from './fhir-model.ts';
import type { PathTree } from './path-tree.ts';
import { below, quotedName } from './shape.ts';

export function compilePath(tree: PathTree, scope: Scope): Value {
  switch (tree.kind) {
    case 'this':
      return scope.focus;
    case 'literal':
      return literal(tree.type, tree.text);
    case 'variable':
      return variable(tree.name, scope);
    case 'member':
      return member(tree, scope);
    case 'as':
      return ofType(tree.of, tree.type, scope);
    case 'index': {
      const { index } = tree;
      if (index.kind !== 'literal' || !/^\d+$/.test(index.text))
        throw new NotCompiled('an index that is computed');
      return at(compilePath(tree.of, scope), Number(index.text));
    }
    case 'operator':
      return compileOperator(tree.operator, compilePath(tree.left, scope), compilePath(tree.right, scope));
    case 'call':
      if (tree.name === 'ofType' || tree.name === 'as') {
        const [type] = tree.args;
        if (tree.of === undefined || type?.kind !== 'member') throw new NotCompiled(`${tree.name}()`);
        // There may be several, and of several `as` makes an error.
        if (tree.name === 'ofType' && isContained(tree.of, scope)) return scope.contained(type.name);
        return ofType(tree.of, type.name, scope);
      }
      return compileCall(tree, scope);
    case 'other':
      throw new NotCompiled(`"${tree.what}"`);
  }
}

function variable(name: string, scope: Scope): Value {
  if (name === 'resource' || name === 'rootResource') return scope.resource;
  if (name === 'rowIndex') return { sql: scope.rowIndex, many: false, type: 'integer', shape: undefined };
  if (name === 'ucum') return literal('string', 'http://unitsofmeasure.org');
  throw new NotCompiled(`%${name}`);
}

function member(tree: PathTree & { kind: 'member' }, scope: Scope): Value {
  // A path may begin with the name of the type: Patient.name.
  if (tree.of === undefined && tree.name === scope.focus.type && /^[A-Z]/.test(tree.name)) return scope.focus;
  const of = tree.of === undefined ? scope.focus : compilePath(tree.of, scope);
  return memberOf(of, tree.name, scope);
}

function isContained(tree: PathTree, scope: Scope): boolean {
  if (tree.kind !== 'member' || tree.name !== 'contained') return false;
  return (tree.of === undefined ? scope.focus : compilePath(tree.of, scope)) === scope.resource;
}

function ofType(tree: PathTree, asked: string, scope: Scope): Value {
  const type = asked.replace(/^(FHIR|System)\./, '');
  if (tree.kind !== 'member') throw new NotCompiled('ofType() of anything but an element');
  const of = tree.of === undefined ? scope.focus : compilePath(tree.of, scope);
  const { shape } = of;
  const element = shape === undefined ? undefined : choiceOf(shape.path, tree.name, type);
  if (shape === undefined || element === undefined) throw new NotCompiled(`${tree.name} as ${type}`);
  const inner = below(shape, element);
  return map(of, scope, (item) => ({
    sql: asTyped(`${item.sql}.${quotedName(element.jsonName)}`, type),
    many: false,
    type,
    shape: isPrimitive(type) ? undefined : inner,
  }));
}
