/**
 * An index of one kind's records for "find in chart": as one types, by the beginning of words, with a letter wrong or
 * two, and by what stands inside a word ("statin"). It lives in memory and nowhere else.
 */
import MiniSearch from 'minisearch';
import { type FindLine, type FindWords, findLines } from './find-text.ts';
import type { ChartRecord } from './record.ts';

export interface FindHit {
  readonly record: ChartRecord;
  /** Higher is nearer: every word met as it was typed, in the record's name, of a record that is not past. */
  readonly nearness: number;
  /** Everything of the record that was looked through, its name first. */
  readonly lines: readonly FindLine[];
  /** Words of the record, folded, that the query met: what to mark. */
  readonly terms: ReadonlySet<string>;
}

export interface FindIndex {
  readonly size: number;
  add(records: readonly ChartRecord[]): void;
  /** Records in which every word of the query is met, the nearest first; of equals, the newest. */
  search(query: string): readonly FindHit[];
}

interface Indexed {
  readonly id: number;
  readonly name: string;
  readonly rest: string;
  readonly document: string;
}

/** A word, or a number with what belongs to it: `4548-4`, `148/92`, `E11.9`, `2026-11-21`. */
const wordPattern = /[\p{L}\p{N}]+(?:[.,/-]\p{N}+)*/gu;

/** Letters without accents or case: "Sjogren" finds "Sjögren". */
export function foldWord(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

export function wordsOf(text: string): readonly string[] {
  return text.match(wordPattern) ?? [];
}

/** The end of a word is looked for from four letters on ("olol", "pril"), its middle from six: too much holds less. */
const [leastEnd, leastInside] = [4, 6];
const mostInside = 60;
/** A slip of the finger is forgiven in words of four letters and more, two in long ones; in numbers and codes never. */
const forgiven = (term: string): number | false =>
  /\d/.test(term) || term.length < 4 ? false : term.length < 8 ? 1 : 2;

export function createFindIndex(finder: FindWords): FindIndex {
  const records: ChartRecord[] = [];
  const lines: (readonly FindLine[])[] = [];
  const known = new Set<string>();
  const index = new MiniSearch<Indexed>({
    fields: ['name', 'rest', 'document'],
    tokenize: (text) => [...wordsOf(text)],
    processTerm: foldWord,
  });

  const termQuery = (term: string, isLast: boolean) => ({
    combineWith: 'OR' as const,
    queries: [
      { queries: [term], prefix: isLast || term.length > 2, fuzzy: forgiven(term), boost: { name: 3 } },
      { queries: [...almost(known, term)], prefix: false, fuzzy: false, boostTerm: () => 0.4 },
    ].map((query) => ({ combineWith: 'OR' as const, ...query })),
  });

  return {
    get size() {
      return records.length;
    },
    add(more) {
      const added = more.map((record): Indexed => {
        const own = findLines(record, finder);
        const of = (...places: readonly FindLine['place'][]): string =>
          own.flatMap(({ place, text }) => (places.includes(place) ? [text] : [])).join('\n');
        const id = records.push(record) - 1;
        lines.push(own);
        return { id, name: of('name'), rest: of('code', 'value', 'note'), document: of('document') };
      });
      for (const { name, rest, document } of added)
        for (const word of wordsOf(`${name}\n${rest}\n${document}`)) known.add(foldWord(word));
      index.addAll(added);
    },
    search(query) {
      const asked = wordsOf(query).map(foldWord);
      if (asked.length === 0) return [];
      const queries = asked.map((term, at) => termQuery(term, at === asked.length - 1));
      return index
        .search({ combineWith: 'AND', queries })
        .flatMap(({ id, terms, match }): readonly FindHit[] => {
          const record = records[id as number];
          if (record === undefined) return [];
          const asTyped = asked.every((word) => terms.some((term) => term.startsWith(word)));
          const inName = terms.every((term) => match[term]?.includes('name') === true);
          const nearness = Number(asTyped) * 4 + Number(inName) * 2 + Number(record.standing !== 'past');
          return [{ record, nearness, lines: lines[id as number] ?? [], terms: new Set(terms) }];
        })
        .toSorted(nearestThenNewest);
    },
  };
}

function nearestThenNewest(a: FindHit, b: FindHit): number {
  return b.nearness - a.nearness || (b.record.sortTime ?? 0) - (a.record.sortTime ?? 0);
}

/** Words that hold the term, or would begin with it but for one slip. */
function almost(known: ReadonlySet<string>, term: string): readonly string[] {
  if (term.length < leastEnd) return [];
  const slips = forgiven(term) !== false;
  const found: string[] = [];
  for (const word of known) {
    if (!holds(word, term) && !(slips && beginsAlmost(word, term))) continue;
    found.push(word);
    if (found.length >= mostInside) break;
  }
  return found;
}

function holds(word: string, term: string): boolean {
  const at = word.lastIndexOf(term);
  return at >= 1 && (term.length >= leastInside || at + term.length === word.length);
}

/** One letter wrong, missing, too many, or two changed round: what is being typed may be the beginning of this word. */
export function beginsAlmost(word: string, term: string): boolean {
  let at = 0;
  while (at < term.length && word[at] === term[at]) at += 1;
  // The first letter is the one that is not mistyped; and what begins so is found anyway.
  if (at === 0 || at === term.length) return false;
  const rest = (from: number): string => term.slice(from);
  return (
    word.startsWith(rest(at + 1), at + 1) ||
    word.startsWith(rest(at), at + 1) ||
    word.startsWith(rest(at + 1), at) ||
    (word[at] === term[at + 1] && word[at + 1] === term[at] && word.startsWith(rest(at + 2), at + 2))
  );
}

/** The line with most of what was met; none where the name already says all of it. */
export function foundLine({ lines, terms: met }: FindHit): FindLine | undefined {
  const metIn = ({ text }: FindLine): number => {
    const folded = foldWord(text);
    return [...met].filter((term) => hasWord(folded, term)).length;
  };
  const [name, ...rest] = lines;
  const most = name === undefined ? 0 : metIn(name);
  let best: FindLine | undefined;
  let bestMet = most;
  for (const line of rest) {
    const n = metIn(line);
    if (n > bestMet) [best, bestMet] = [line, n];
  }
  return best;
}

const inWord = /[\p{L}\p{N}]/u;

/** Looked for, not taken apart: the pages of a long document are looked through while somebody types. */
function hasWord(folded: string, word: string): boolean {
  for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + 1)) {
    const [before, after] = [folded[at - 1], folded[at + word.length]];
    if (!inWord.test(before ?? ' ') && !inWord.test(after ?? ' ')) return true;
  }
  return false;
}

export interface Marked {
  readonly text: string;
  readonly met: boolean;
}

/** A text in pieces, the words that were met apart; long ones cut to `most` characters around the first of them. */
export function marked(text: string, terms: ReadonlySet<string>, most = 160): readonly Marked[] {
  const places = [...text.matchAll(wordPattern)].filter(([word]) => terms.has(foldWord(word)));
  const first = places[0]?.index ?? 0;
  const from = text.length <= most || first < most / 2 ? 0 : first - Math.round(most / 4);
  const to = Math.min(text.length, from + most);
  const pieces: Marked[] = [];
  let at = from;
  for (const { 0: word, index } of places) {
    if (index < at || index + word.length > to) continue;
    if (index > at) pieces.push({ text: text.slice(at, index), met: false });
    pieces.push({ text: word, met: true });
    at = index + word.length;
  }
  if (at < to) pieces.push({ text: text.slice(at, to), met: false });
  const cut = (piece: Marked, start: string, end: string): Marked => ({
    ...piece,
    text: start + piece.text + end,
  });
  return pieces.map((piece, n) =>
    cut(piece, n === 0 && from > 0 ? '…' : '', n === pieces.length - 1 && to < text.length ? '…' : ''),
  );
}
