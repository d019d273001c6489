/**
 * Whether two wordings of one code may mean different things, so that both must be shown. It errs towards showing:
 * different numbers ("type 1", "type 2"), different sides, one of the two denying, or no word in common.
 */
export function contradicts(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a.size === 0 || b.size === 0) return false;
  if (isShortFor(one, other) || isShortFor(other, one)) return false;
  if (!overlaps(numbersIn(a), numbersIn(b))) return true;
  if (sideOf(a) !== undefined && sideOf(b) !== undefined && sideOf(a) !== sideOf(b)) return true;
  if (denies(a) !== denies(b)) return true;
  return !sharesWord(a, b);
}

const denials = ['no', 'not', 'non', 'never', 'without', 'negative', 'absent', 'denies', 'none', 'refuted'];
const fillers = new Set([
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

function wordsOf(text: string): Set<string> {
  const plain = text.slice(0, 400).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return new Set(plain.match(/\d+(?:\.\d+)?|\p{L}+/gu) ?? []);
}

function numbersIn(words: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...words].filter((word) => /^\d/.test(word)).map((word) => String(Number(word))));
}

/** Numbers agree where one side has none, or all those of the other. */
function overlaps(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.isSubsetOf(b) || b.isSubsetOf(a);
}

function sideOf(words: ReadonlySet<string>): 'left' | 'right' | undefined {
  if (words.has('left') === words.has('right')) return undefined;
  return words.has('left') ? 'left' : 'right';
}

function denies(words: ReadonlySet<string>): boolean {
  return denials.some((word) => words.has(word));
}

function sharesWord(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const stems = (words: ReadonlySet<string>) =>
    new Set([...words].filter((word) => !fillers.has(word)).map((word) => word.slice(0, 4)));
  const [left, right] = [stems(a), stems(b)];
  return left.size === 0 || right.size === 0 || !left.isDisjointFrom(right);
}

/** "HTN" for "Hypertension", "NKDA" for "No known drug allergy": its letters, in order, from the first one. */
function isShortFor(short: string, long: string): boolean {
  const letters = short.trim().toLowerCase();
  if (!/^[a-z]{2,6}$/.test(letters) || short.trim() !== short.trim().toUpperCase()) return false;
  const words = long
    .slice(0, 400)
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  let at = 0;
  for (const letter of words) if (letter === letters[at]) at += 1;
  return words[0] === letters[0] && at === letters.length;
}
