/** A FHIRPath expression as a small tree, for whoever compiles it. Parsed by `fhirpath`: both ways read alike. */
import fhirpath from 'fhirpath';

export type PathTree =
  | { readonly kind: 'member'; readonly of: PathTree | undefined; readonly name: string }
  | {
      readonly kind: 'call';
      readonly of: PathTree | undefined;
      readonly name: string;
      readonly args: readonly PathTree[];
    }
  | { readonly kind: 'index'; readonly of: PathTree; readonly index: PathTree }
  | {
      readonly kind: 'operator';
      readonly operator: string;
      readonly left: PathTree;
      readonly right: PathTree;
    }
  | { readonly kind: 'as'; readonly of: PathTree; readonly type: string }
  | { readonly kind: 'literal'; readonly type: 'string' | 'number' | 'boolean'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'this' }
  /** Anything this tree has no word for. */
  | { readonly kind: 'other'; readonly what: string };

interface Node {
  readonly type: string;
  readonly text?: string;
  readonly children?: readonly Node[];
}

/** What is wrong with an expression, in a few words; undefined where it can be parsed. */
export function fhirPathFault(path: string): string | undefined {
  try {
    fhirpath.parse(path);
    return undefined;
  } catch {
    return `"${path}" is not FHIRPath`;
  }
}

export function pathTree(path: string): PathTree {
  return tree(fhirpath.parse(path) as unknown as Node);
}

const other = (node: Node): PathTree => ({ kind: 'other', what: node.text ?? node.type });

/** Escapes of FHIRPath's texts (2.0.0, "String"). */
function unescape(text: string): string {
  const named: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f' };
  return text.replace(/\\(u([\dA-Fa-f]{4})|.)/g, (_whole, letter: string, code?: string) =>
    code === undefined ? (named[letter] ?? letter) : String.fromCodePoint(Number.parseInt(code, 16)),
  );
}

const plainName = (node: Node | undefined): string => (node?.text ?? '').replace(/^`(.*)`$/s, '$1');

function typeName(node: Node | undefined): string {
  return (node?.text ?? '').replaceAll('`', '').replace(/^FHIR\./, '');
}

/** An invocation on `of`, or on what the expression is asked about. */
function invoke(node: Node, of: PathTree | undefined): PathTree {
  const [first] = node.children ?? [];
  switch (node.type) {
    case 'MemberInvocation':
      return { kind: 'member', of, name: plainName(first) };
    case 'FunctionInvocation': {
      const [name, list] = first?.children ?? [];
      const args = (list?.children ?? []).map(tree);
      return { kind: 'call', of, name: plainName(name), args };
    }
    case 'ThisInvocation':
      return of === undefined ? { kind: 'this' } : other(node);
    default:
      return other(node);
  }
}

function tree(node: Node): PathTree {
  const [first, second] = node.children ?? [];
  if (first === undefined) return other(node);
  switch (node.type) {
    case 'EntireExpression':
    case 'TermExpression':
    case 'ParenthesizedTerm':
      return tree(first);
    case 'InvocationTerm':
      return invoke(first, undefined);
    case 'InvocationExpression':
      return second === undefined ? other(node) : invoke(second, tree(first));
    case 'IndexerExpression':
      return second === undefined ? other(node) : { kind: 'index', of: tree(first), index: tree(second) };
    case 'TypeExpression':
      return node.text === 'as' ? { kind: 'as', of: tree(first), type: typeName(second) } : other(node);
    case 'AdditiveExpression':
    case 'InequalityExpression':
    case 'EqualityExpression':
    case 'AndExpression':
    case 'OrExpression':
    case 'ImpliesExpression':
      return second === undefined
        ? other(node)
        : { kind: 'operator', operator: node.text ?? '', left: tree(first), right: tree(second) };
    case 'ExternalConstantTerm':
      return { kind: 'variable', name: node.text ?? '' };
    case 'LiteralTerm':
      return literal(first);
    default:
      return other(node);
  }
}

function literal(node: Node): PathTree {
  const text = node.text ?? '';
  switch (node.type) {
    case 'StringLiteral':
      return { kind: 'literal', type: 'string', text: unescape(text.slice(1, -1)) };
    case 'NumberLiteral':
      return { kind: 'literal', type: 'number', text };
    case 'BooleanLiteral':
      return { kind: 'literal', type: 'boolean', text };
    default:
      return other(node);
  }
}
