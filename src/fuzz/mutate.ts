/**
 * Good samples made bad: elements dropped, retyped, nested, repeated, renamed (`__proto__`), filled with what belongs
 * elsewhere in the same record. A mutation is plain data, so the same seed gives the same mutants everywhere.
 */
import * as fc from 'fast-check';
import { anyText, anyValue, exactMark } from './hostile-values.ts';

type Change =
  | { readonly how: 'drop' }
  | { readonly how: 'replace'; readonly value: unknown }
  | { readonly how: 'nest'; readonly depth: number; readonly key: string | undefined }
  | { readonly how: 'repeat'; readonly times: number }
  | { readonly how: 'rename'; readonly key: string }
  | { readonly how: 'copy'; readonly from: readonly number[] };

interface Edit {
  /** At each level, which child to go down to. */
  readonly path: readonly number[];
  readonly change: Change;
}

type Holder = Record<string, unknown>;

const path = fc.array(fc.nat(60), { minLength: 1, maxLength: 9 });
const keys = [
  '__proto__',
  'constructor',
  'extension',
  'modifierExtension',
  'contained',
  'text',
  'value',
  'id',
];

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 2, arbitrary: fc.constant<Change>({ how: 'drop' }) },
  { weight: 8, arbitrary: anyValue.map((value): Change => ({ how: 'replace', value })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(1, 2, 30, 90, 120), fc.constantFrom(undefined, ...keys, 'item', 'coding'))
      .map(([depth, key]): Change => ({ how: 'nest', depth, key })),
  },
  { weight: 1, arbitrary: fc.constantFrom(2, 3, 60).map((times): Change => ({ how: 'repeat', times })) },
  {
    weight: 1,
    arbitrary: fc.oneof(fc.constantFrom(...keys), anyText).map((key): Change => ({ how: 'rename', key })),
  },
  { weight: 2, arbitrary: path.map((from): Change => ({ how: 'copy', from })) },
);

const edit: fc.Arbitrary<Edit> = fc.record({ path, change });

function isHolder(value: unknown): value is Holder {
  return typeof value === 'object' && value !== null;
}

/** Sets an own property whatever its name: plain assignment to `__proto__` would set something else. */
function put(holder: Holder, key: string, value: unknown): void {
  Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true });
}

/** The element that a path leads to, and what holds it; undefined where there is nothing to go down to. */
function find(root: Holder, way: readonly number[], kept: readonly string[]): [Holder, string] | undefined {
  let found: [Holder, string] | undefined;
  let at: unknown = root;
  for (const step of way) {
    if (!isHolder(at)) break;
    const names = Object.keys(at).filter((key) => at !== root || !kept.includes(key));
    const key = names[step % Math.max(1, names.length)];
    if (key === undefined) break;
    found = [at, key];
    at = at[key];
  }
  return found;
}

function nested(value: unknown, depth: number, key: string | undefined): unknown {
  let whole = value;
  for (let level = 0; level < depth; level += 1) {
    const holder: Holder = {};
    if (key !== undefined) put(holder, key, level % 2 === 0 ? [whole] : whole);
    whole = key === undefined ? [whole] : holder;
  }
  return whole;
}

function apply(root: Holder, { path: way, change: what }: Edit, kept: readonly string[]): void {
  const place = find(root, way, kept);
  if (place === undefined) return;
  const [holder, key] = place;
  const value = holder[key];
  switch (what.how) {
    case 'drop':
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else delete holder[key];
      return;
    case 'replace':
      put(holder, key, structuredClone(what.value));
      return;
    case 'nest':
      put(holder, key, nested(value, what.depth, what.key));
      return;
    case 'repeat':
      put(
        holder,
        key,
        Array.from({ length: what.times }, () => structuredClone(value)),
      );
      return;
    case 'rename':
      if (Array.isArray(holder)) return;
      delete holder[key];
      put(holder, what.key, value);
      return;
    case 'copy': {
      const from = find(root, what.from, kept);
      if (from !== undefined) put(holder, key, structuredClone(from[0][from[1]]));
    }
  }
}

/**
 * One of the samples with one to six of its elements changed.
 * @param kept elements at the top that stay as they are
 */
export function mutantOf<T>(samples: readonly T[], kept: readonly string[] = []): fc.Arbitrary<T> {
  return fc
    .tuple(fc.nat(samples.length - 1), fc.array(edit, { minLength: 1, maxLength: 6, size: 'max' }))
    .map(([which, edits]) => {
      const copy = structuredClone(samples[which]) as T;
      for (const one of edits) apply(copy as Holder, one, kept);
      return copy;
    });
}

/** JSON as it goes over the wire: marked numbers are written as they are to be read. */
export function wireText(value: unknown): string {
  return JSON.stringify(value).replaceAll(new RegExp(`"${exactMark}([^"]*)${exactMark}"`, 'g'), '$1');
}

const junk = [
  '%',
  '%2',
  '%00',
  '%ED%A0%80',
  '&',
  '=',
  '#',
  '?',
  '/',
  '\\',
  '@',
  ':',
  ';',
  '.',
  '+',
  ' ',
  '\t',
  '\n',
];

interface TextEdit {
  readonly at: number;
  readonly cut: number;
  readonly text: string;
}

const textEdit: fc.Arbitrary<TextEdit> = fc.record({
  at: fc.nat(2000),
  cut: fc.constantFrom(0, 0, 1, 2, 10, 1000),
  text: fc.oneof(fc.constant(''), fc.constantFrom(...junk), anyText),
});

/** One of the texts with up to four places cut, overwritten or grown; now and then it is another text altogether. */
export function mutantText(samples: readonly string[]): fc.Arbitrary<string> {
  const edited = fc
    .tuple(fc.constantFrom(...samples), fc.array(textEdit, { minLength: 1, maxLength: 4, size: 'max' }))
    .map(([sample, edits]) =>
      edits.reduce((text, { at, cut, text: more }) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + more + text.slice(place + cut);
      }, sample),
    );
  return fc.oneof({ weight: 19, arbitrary: edited }, { weight: 1, arbitrary: anyText });
}
