/**
 * A section's narrative (CDA R2 §4.3.5) as a tree of its own few kinds of elements. Every text node of the source is
 * in it, in its order; attributes are kept where they are listed here, and nothing else of the markup is.
 */
import { attribute } from './xml.ts';

export type NarrativeKind =
  | 'content'
  | 'link'
  | 'sub'
  | 'sup'
  | 'br'
  | 'footnote'
  | 'footnote-ref'
  | 'picture'
  | 'paragraph'
  | 'list'
  | 'item'
  | 'caption'
  | 'table'
  | 'thead'
  | 'tbody'
  | 'tfoot'
  | 'tr'
  | 'th'
  | 'td'
  | 'pre';

export type NarrativeNode = string | NarrativeElement;

export interface NarrativeElement {
  readonly kind: NarrativeKind;
  /** The source's own ID, unique in the document where it was written with care. */
  readonly id: string | undefined;
  /** styleCode, each code in lower case. */
  readonly styles: readonly string[];
  /** `revised` of a content: "insert" or "delete". */
  readonly revised: string | undefined;
  readonly isOrdered: boolean;
  readonly columns: number;
  readonly rows: number;
  readonly align: string | undefined;
  /** A link's address, a footnote's or a picture's ID. */
  readonly target: string | undefined;
  /** Holds paragraphs, lists or tables, or is one. */
  readonly isBlock: boolean;
  readonly children: readonly NarrativeNode[];
}

/** CDA's elements by their lower-case names, and those of HTML that some systems write in their place. */
const kinds: Readonly<Record<string, NarrativeKind>> = {
  content: 'content',
  linkhtml: 'link',
  a: 'link',
  sub: 'sub',
  sup: 'sup',
  br: 'br',
  footnote: 'footnote',
  footnoteref: 'footnote-ref',
  rendermultimedia: 'picture',
  paragraph: 'paragraph',
  p: 'paragraph',
  div: 'paragraph',
  h1: 'paragraph',
  h2: 'paragraph',
  h3: 'paragraph',
  h4: 'paragraph',
  list: 'list',
  ul: 'list',
  ol: 'list',
  item: 'item',
  li: 'item',
  caption: 'caption',
  table: 'table',
  thead: 'thead',
  tbody: 'tbody',
  tfoot: 'tfoot',
  tr: 'tr',
  th: 'th',
  td: 'td',
  pre: 'pre',
};

const impliedStyles: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  h1: 'bold',
  h2: 'bold',
  h3: 'bold',
  h4: 'bold',
  i: 'italics',
  em: 'italics',
  u: 'underline',
};

const blocks: ReadonlySet<NarrativeKind> = new Set(['paragraph', 'list', 'table', 'pre']);
const tableParts: ReadonlySet<NarrativeKind> = new Set(['thead', 'tbody', 'tfoot', 'caption']);

/** What is nested deeper is kept as words: no document for people is, and a page of it could not be drawn. */
const deepest = 100;

/** The content of a `text` element. */
export function readNarrative(text: Element, depth = 0): readonly NarrativeNode[] {
  const nodes: NarrativeNode[] = [];
  for (let one = text.firstChild; one !== null; one = one.nextSibling) {
    // Text and CDATA; comments and processing instructions are nobody's words.
    if (one.nodeType === 3 || one.nodeType === 4) nodes.push(one.nodeValue ?? '');
    else if (one.nodeType === 1) {
      const element = one as Element;
      if (depth < deepest) nodes.push(...readElement(element, depth + 1));
      else nodes.push(element.textContent);
    }
  }
  return nodes;
}

function readElement(element: Element, depth: number): readonly NarrativeNode[] {
  const name = element.localName.toLowerCase();
  // Columns hold no words, and their widths are the page's own affair.
  if (name === 'colgroup' || name === 'col') return [];
  const kind = Object.hasOwn(kinds, name) ? kinds[name]! : 'content';
  return fitted(kind, element, readNarrative(element, depth));
}

/** The element, its children in places where a page can have them; what stood where nothing may is set before it. */
function fitted(
  kind: NarrativeKind,
  element: Element,
  children: readonly NarrativeNode[],
): readonly NarrativeNode[] {
  const made = (content: readonly NarrativeNode[]): NarrativeElement => elementOf(kind, element, content);
  switch (kind) {
    case 'table': {
      const rows = children.filter((one) => isOf(one, ['tr']));
      const parts = children.filter((one) => isOf(one, tableParts));
      const strays = children.filter((one) => !isOf(one, ['tr']) && !isOf(one, tableParts) && !isBlank(one));
      return [...strays, made(rows.length === 0 ? parts : [...parts, plain('tbody', rows)])];
    }
    case 'thead':
    case 'tbody':
    case 'tfoot':
      return [made(within(children, ['tr'], (strays) => plain('tr', [plain('td', strays)])))];
    case 'tr':
      return [made(within(children, ['td', 'th'], (strays) => plain('td', strays)))];
    case 'list': {
      const captions = children.filter((one) => isOf(one, ['caption']));
      const rest = children.filter((one) => !isOf(one, ['caption']));
      const asLines = captions.map((one) =>
        typeof one === 'string' ? one : { ...one, kind: 'paragraph' as const },
      );
      return [...asLines, made(within(rest, ['item'], (strays) => plain('item', strays)))];
    }
    default:
      return [made(children)];
  }
}

/** Children of the wanted kinds; each run of others, where it says anything, wrapped into one. */
function within(
  children: readonly NarrativeNode[],
  wanted: readonly NarrativeKind[],
  wrap: (strays: readonly NarrativeNode[]) => NarrativeElement,
): readonly NarrativeNode[] {
  const fit: NarrativeNode[] = [];
  let strays: NarrativeNode[] = [];
  const flush = (): void => {
    if (strays.some((one) => !isBlank(one))) fit.push(wrap(strays));
    strays = [];
  };
  for (const one of children) {
    if (isOf(one, wanted)) {
      flush();
      fit.push(one);
    } else strays.push(one);
  }
  flush();
  return fit;
}

function isOf(node: NarrativeNode, wanted: ReadonlySet<NarrativeKind> | readonly NarrativeKind[]): boolean {
  return typeof node !== 'string' && new Set(wanted).has(node.kind);
}

function isBlank(node: NarrativeNode): boolean {
  return typeof node === 'string' && node.trim() === '';
}

function elementOf(
  kind: NarrativeKind,
  element: Element,
  children: readonly NarrativeNode[],
): NarrativeElement {
  const name = element.localName.toLowerCase();
  const implied = Object.hasOwn(impliedStyles, name) ? [impliedStyles[name]!] : [];
  const stated = attribute(element, 'styleCode')?.toLowerCase().split(/\s+/) ?? [];
  const target = ['href', 'IDREF', 'referencedObject'].map((key) => attribute(element, key));
  return {
    kind,
    id: attribute(element, 'ID') ?? attribute(element, 'id'),
    styles: [...implied, ...stated],
    revised: attribute(element, 'revised'),
    isOrdered: name === 'ol' || attribute(element, 'listType') === 'ordered',
    columns: span(element, 'colspan'),
    rows: span(element, 'rowspan'),
    align: attribute(element, 'align'),
    target: target.find((one) => one !== undefined),
    isBlock: blocks.has(kind) || children.some((one) => typeof one !== 'string' && one.isBlock),
    children,
  };
}

function plain(kind: NarrativeKind, children: readonly NarrativeNode[]): NarrativeElement {
  return {
    kind,
    id: undefined,
    styles: [],
    revised: undefined,
    isOrdered: false,
    columns: 1,
    rows: 1,
    align: undefined,
    target: undefined,
    isBlock: blocks.has(kind),
    children,
  };
}

/** Bounded as HTML bounds it. */
function span(element: Element, name: string): number {
  const n = Number(attribute(element, name) ?? 1);
  return Number.isInteger(n) && n > 0 ? Math.min(n, 1000) : 1;
}

/** The words of a narrative, a line for each row, item and paragraph. */
export function narrativeText(nodes: readonly NarrativeNode[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return node;
      const inside = narrativeText(node.children);
      if (node.kind === 'td' || node.kind === 'th') return `${inside}\t`;
      return node.kind === 'br' || node.kind === 'tr' || node.kind === 'item' || blocks.has(node.kind)
        ? `${inside}\n`
        : inside;
    })
    .join('');
}
