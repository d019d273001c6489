/** Finding words in text as readers type them: without regard to case, accents or how many blanks stand between. */

export interface Place {
  readonly start: number;
  readonly end: number;
}

/** Letters without accents or case. */
export function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** Folded text, and for each of its characters where it stands in the text as written. */
interface Folded {
  readonly text: string;
  readonly places: Uint32Array;
}

export function foldWithPlaces(text: string): Folded {
  const plain = text.toLowerCase();
  // Most text is plain: character for character, nothing to keep but the numbers.
  if (!/[^\0-\u007f]/.test(plain)) return withBlanksJoined(plain, undefined);
  let folded = '';
  const places: number[] = [];
  for (let at = 0; at < text.length;) {
    const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const made = fold(char);
    for (let i = 0; i < made.length; i += 1) places.push(at);
    folded += made;
    at += char.length;
  }
  return withBlanksJoined(folded, places);
}

function withBlanksJoined(folded: string, places: readonly number[] | undefined): Folded {
  const kept = new Uint32Array(folded.length);
  let text = '';
  let count = 0;
  let blank = true;
  for (let at = 0; at < folded.length; at += 1) {
    const char = folded[at]!;
    const isBlank = char === ' ' || char === '\n' || char === '\t' || char === '\r' || char === '\u00a0';
    if (isBlank && blank) continue;
    blank = isBlank;
    text += isBlank ? ' ' : char;
    kept[count] = places?.[at] ?? at;
    count += 1;
  }
  return { text, places: kept.subarray(0, count) };
}

/** Where `sought` stands in a text, at most `most` times; nothing for blanks. */
export function placesOf(folded: Folded, sought: string, most: number): readonly Place[] {
  const wanted = fold(sought).replaceAll(/\s+/g, ' ').trim();
  if (wanted === '') return [];
  const found: Place[] = [];
  let at = folded.text.indexOf(wanted);
  while (at !== -1 && found.length < most) {
    const last = folded.places[at + wanted.length - 1] ?? 0;
    found.push({ start: folded.places[at] ?? 0, end: last + 1 });
    at = folded.text.indexOf(wanted, at + wanted.length);
  }
  return found;
}

/** The words round the first place, for a line in a list. */
export interface Snippet {
  readonly before: string;
  readonly found: string;
  readonly after: string;
}

const around = 40;

export function snippetOf(text: string, sought: string): Snippet | undefined {
  const [place] = placesOf(foldWithPlaces(text), sought, 1);
  if (place === undefined) return undefined;
  const start = Math.max(0, place.start - around);
  const end = Math.min(text.length, place.end + around);
  const line = (from: number, to: number): string => text.slice(from, to).replaceAll(/\s+/g, ' ');
  // Whole words at both ends.
  const before = start === 0 ? line(0, place.start) : `…${line(start, place.start).replace(/^\S*\s/, '')}`;
  const after = end === text.length ? line(place.end, end) : `${line(place.end, end).replace(/\s\S*$/, '')}…`;
  return { before, found: line(place.start, place.end), after };
}
