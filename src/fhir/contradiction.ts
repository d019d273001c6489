type Wording = readonly [text: string, words: ReadonlySet<string>];

/** What is known of clinical words beyond their letters. */
export interface ClinicalWords {
  /** With what counts as a number written as one, and what counts none left out. Lower case. */
  withNumbers(text: string): string;
  areOpposite(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean;
  /** Whether the one is a combination of drugs, and the other names some of them and not the others. */
  lacksIngredients(combination: string, other: string): boolean;
  meanTheSame(one: Wording, other: Wording): boolean;
}

let known: ClinicalWords | undefined;

/** Told once by `clinical-words.ts`, which comes with the readers past the banner. Until then synonyms are marked, and of opposites only sides. */
export function knowWords(words: ClinicalWords): void {
  known = words;
}

/**
 * Whether two wordings of one code may mean different things, so that both must be shown. It errs towards showing:
 * different numbers ("type 1", "type 2"), opposites (left and right, acute and chronic, hypo- and hyper-), one of the
 * two denying, or no word in common and none that means the same.
 */
export function contradicts(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a.size === 0 || b.size === 0) return false;
  if (isShortFor(one, other) || isShortFor(other, one)) return false;
  if (!numbersAgree(amountsIn(one), amountsIn(other))) return true;
  if (sideOf(a) !== undefined && sideOf(b) !== undefined && sideOf(a) !== sideOf(b)) return true;
  if (known?.areOpposite(a, b) === true) return true;
  if (known?.lacksIngredients(one, other) === true || known?.lacksIngredients(other, one) === true)
    return true;
  if (denies(a, b) || denies(b, a)) return true;
  return known === undefined ? !sharesWord(a, b) : !known.meanTheSame([one, a], [other, b]);
}

const denials = ['no', 'not', 'non', 'never', 'none', 'without', 'denies'];
const negatives = ['negative', 'absent', 'refuted', 'denied'];
export const fillers: ReadonlySet<string> = new Set([
  'the',
  'and',
  'for',
  'with',
  'from',
  'due',
  'disorder',
  'finding',
  'disease',
  'unspecified',
]);

export function wordsOf(text: string): Set<string> {
  // Nearly all wordings; the other way costs ten times as much.
  if (/^[ -~]*$/.test(text))
    return new Set(
      text
        .slice(0, 400)
        .toLowerCase()
        .match(/\d+(?:\.\d+)?|[a-z]+/g),
    );
  const plain = text.slice(0, 400).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return new Set(plain.match(/\d+(?:\.\d+)?|\p{L}+/gu) ?? []);
}

interface Amount {
  readonly number: number;
  /** In micrograms, or in micrograms per millilitre, where such a unit follows. */
  readonly amount: { readonly of: 'mass' | 'strength'; readonly value: number } | undefined;
}

const micrograms: Readonly<Record<string, number>> = { mcg: 1, ug: 1, µg: 1, μg: 1, mg: 1e3, g: 1e6 };

/** The numbers of a wording: "75 mcg" and "0.075 MG" are the same amount, "0.005 %" and "0.05 MG/ML" the same strength. */
function amountsIn(text: string): readonly Amount[] {
  const lower = text.slice(0, 400).toLowerCase();
  const plain = (known?.withNumbers(lower) ?? lower).replaceAll(/(?<=\d),(?=\d{3}(?!\d))/g, '');
  const found = plain.matchAll(/(\d+(?:\.\d+)?)(?:\s*(?:(%)|(mcg|ug|µg|μg|mg|g)\b(\s*\/\s*ml\b)?))?/g);
  return [...found].map(([, digits, percent, unit, perMillilitre]): Amount => {
    const number = Number(digits);
    if (percent !== undefined) return { number, amount: { of: 'strength', value: number * 1e4 } };
    if (unit === undefined) return { number, amount: undefined };
    const value = number * micrograms[unit]!;
    return { number, amount: { of: perMillilitre === undefined ? 'mass' : 'strength', value } };
  });
}

/** Numbers agree where one side has none, or all of the one stand on the other. */
function numbersAgree(a: readonly Amount[], b: readonly Amount[]): boolean {
  const within = (some: readonly Amount[], all: readonly Amount[]) =>
    some.every((x) => all.some((y) => sameAmount(x, y)));
  return within(a, b) || within(b, a);
}

function sameAmount(x: Amount, y: Amount): boolean {
  if (x.amount === undefined || y.amount === undefined || x.amount.of !== y.amount.of)
    return x.number === y.number;
  const [one, other] = [x.amount.value, y.amount.value];
  return Math.abs(one - other) <= 1e-9 * Math.max(one, other);
}

function sideOf(words: ReadonlySet<string>): 'left' | 'right' | undefined {
  if (words.has('left') === words.has('right')) return undefined;
  return words.has('left') ? 'left' : 'right';
}

/**
 * One begins by denying what the other says ("no penicillin allergy"), or finds it absent. A denial further on only
 * narrows the name: "osteoporosis without fracture" is an osteoporosis.
 */
function denies(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [first, second] = one;
  if (negatives.some((word) => one.has(word))) return !negatives.some((word) => other.has(word));
  if (first === undefined || second === undefined || !denials.includes(first)) return false;
  const [start] = other;
  if (start !== undefined && denials.includes(start)) return false;
  return [...other].some((word) => word.slice(0, 4) === second.slice(0, 4));
}

export function sharesWord(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const stems = (words: ReadonlySet<string>) =>
    new Set([...words].filter((word) => !fillers.has(word)).map((word) => word.slice(0, 4)));
  const [left, right] = [stems(a), stems(b)];
  if (left.size === 0 || right.size === 0 || !left.isDisjointFrom(right)) return true;
  return holdsWord(a, b) || holdsWord(b, a);
}

/** "Osteoarthritis" in "polyosteoarthritis". */
function holdsWord(whole: ReadonlySet<string>, parts: ReadonlySet<string>): boolean {
  const long = [...parts].filter((word) => word.length >= 6 && !fillers.has(word));
  return [...whole].some((word) => long.some((part) => word.includes(part)));
}

/** "HTN" for "Hypertension", "NKDA" for "No known drug allergy": its letters, in order, from the first one. */
export function isShortFor(short: string, long: string): boolean {
  const letters = short.trim().toLowerCase();
  if (!/^[a-z]{2,6}$/.test(letters) || short.trim() !== short.trim().toUpperCase()) return false;
  const words = long
    .slice(0, 400)
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  // "MI" is no migraine: nobody shortens a word to its first two letters.
  if (letters.length === 2 && words.startsWith(letters)) return false;
  let at = 0;
  for (const letter of words) if (letter === letters[at]) at += 1;
  return (words[0] === letters[0] && at === letters.length) || areInitials(letters, long);
}

/** "COPD" for "chronic obstructive lung disease": its initials, one of them from another word of the same meaning. */
function areInitials(letters: string, long: string): boolean {
  const initials = [...wordsOf(long)].map((word) => word[0]);
  if (letters.length < 4 || initials.length !== letters.length || initials[0] !== letters[0]) return false;
  return initials.filter((initial, at) => initial !== letters[at]).length <= 1;
}
