/** Finds the elements of a JSON object's `entry` list without parsing them. */

export interface EntrySlice {
  readonly start: number;
  readonly end: number;
  /** Levels of nesting inside the entry. */
  readonly depth: number;
}

export interface SplitObject {
  /** The object's text with an empty `entry` list; the whole text where it has none. */
  readonly envelope: string;
  /** Levels of nesting outside the entries. */
  readonly depth: number;
  readonly entries: readonly EntrySlice[] | undefined;
}

const quote = 0x22;
const comma = 0x2c;
const colon = 0x3a;
const openList = 0x5b;
const backslash = 0x5c;
const closeList = 0x5d;
const openObject = 0x7b;
const closeObject = 0x7d;

/** Characters looked at between two chances for the page to have a turn. */
const stride = 32_768;

/** The position of the quote that ends the string whose content begins at `from`; -1 where it never ends. */
function stringEnd(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 1)) {
    let escapes = 0;
    while (at - 1 - escapes >= from && text.charCodeAt(at - 1 - escapes) === backslash) escapes += 1;
    if (escapes % 2 === 0) return at;
  }
  return -1;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

function afterBlanks(text: string, from: number): number {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

/** Where the list of an `entry` member begins whose key ends at `keyEnd`; undefined where its value is no list. */
function listAfterKey(text: string, keyEnd: number): number | undefined {
  const at = afterBlanks(text, keyEnd + 1);
  if (text.charCodeAt(at) !== colon) return undefined;
  const value = afterBlanks(text, at + 1);
  return text.charCodeAt(value) === openList ? value : undefined;
}

/** One walk over the text: brackets are counted, strings skipped. It checks nothing: what it cuts is parsed later. */
class Walk {
  depth = 0;
  deepest = 0;
  list: { start: number; end: number | undefined; slices: EntrySlice[] } | undefined;
  private keyMayFollow = false;
  private entryStart = 0;
  private entryDepth = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  private get inList(): boolean {
    return this.list !== undefined && this.list.end === undefined;
  }

  /** Takes the character at `at`; returns the position to go on from, or -1 where a string never ends. */
  step(at: number): number {
    switch (this.text.charCodeAt(at)) {
      case quote:
        return this.skipString(at);
      case openObject:
      case openList:
        this.open();
        break;
      case closeObject:
      case closeList:
        this.close(at);
        break;
      case comma:
        if (this.depth === 1) this.keyMayFollow = true;
        if (this.depth === 2 && this.inList) this.endEntry(at);
        break;
      default:
    }
    return at + 1;
  }

  private skipString(at: number): number {
    const end = stringEnd(this.text, at + 1);
    if (end === -1) return -1;
    const isKey = this.depth === 1 && this.keyMayFollow;
    this.keyMayFollow = false;
    if (!isKey || this.list !== undefined || this.text.slice(at + 1, end) !== 'entry') return end + 1;
    const start = listAfterKey(this.text, end);
    if (start === undefined) return end + 1;
    this.depth = 2;
    this.deepest = Math.max(this.deepest, 2);
    this.list = { start, end: undefined, slices: [] };
    this.beginEntry(start + 1);
    return start + 1;
  }

  private open(): void {
    this.depth += 1;
    if (this.depth === 1) this.keyMayFollow = true;
    if (this.inList) this.entryDepth = Math.max(this.entryDepth, this.depth - 2);
    else this.deepest = Math.max(this.deepest, this.depth);
  }

  private close(at: number): void {
    if (this.depth === 2 && this.inList && this.list !== undefined) {
      const isEmpty = this.list.slices.length === 0 && afterBlanks(this.text, this.entryStart) === at;
      if (!isEmpty) this.endEntry(at);
      this.list.end = at;
    }
    this.depth -= 1;
  }

  private beginEntry(at: number): void {
    this.entryStart = at;
    this.entryDepth = 0;
  }

  private endEntry(at: number): void {
    this.list?.slices.push({ start: this.entryStart, end: at, depth: this.entryDepth });
    this.beginEntry(at + 1);
  }
}

/**
 * Splits the text of a JSON object at the elements of its `entry` list, yielding now and then. Undefined where the text
 * begins with something else than an object, or ends too early. Faulty JSON shows when envelope and slices are parsed.
 */
export function* splitEntries(text: string): Generator<void, SplitObject | undefined> {
  const begin = afterBlanks(text, text.charCodeAt(0) === 0xfeff ? 1 : 0);
  if (text.charCodeAt(begin) !== openObject) return undefined;
  const walk = new Walk(text);
  let nextYield = begin + stride;
  for (let at = begin; at < text.length;) {
    at = walk.step(at);
    if (at === -1) return undefined;
    if (at >= nextYield) {
      nextYield = at + stride;
      yield;
    }
  }
  if (walk.depth !== 0) return undefined;
  const { list, deepest: depth } = walk;
  if (list?.end === undefined) return { envelope: text.slice(begin), depth, entries: undefined };
  const envelope = `${text.slice(begin, list.start + 1)}${text.slice(list.end)}`;
  return { envelope, depth, entries: list.slices };
}
