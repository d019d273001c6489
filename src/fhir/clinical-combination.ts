/** Combinations of drugs as RxNorm writes them, against the names prescribers give them. */
import { namesContents } from './clinical-products.ts';
import { familiesOf, foldedWord } from './clinical-synonyms.ts';
import { isShortFor, wordsOf } from './contradiction.ts';
import { drugName } from './drug-name.ts';

/** "hydrochlorothiazide 12.5 MG / lisinopril 20 MG Oral Tablet": a strength, a stroke with room about it, the next drug. */
const combination = /\d\s*(?:mg|mcg|ug|g|unt|meq)(?:\/\S+)?\s+\/\s+[a-z]/i;

/**
 * Whether `whole` is a combination and `other` names some of what is in it, and by no word, abbreviation or product the
 * rest: "Lisinopril 20 mg tablet" is half of lisinopril with hydrochlorothiazide. Where the strengths of all of it stand in
 * the other ("oxycodone-APAP 5-325"), the rest is only written in another way.
 */
export function lacksIngredients(whole: string, other: string): boolean {
  if (!combination.test(whole) || combination.test(other)) return false;
  const words = [...wordsOf(other)].filter((word) => /^\p{L}/u.test(word));
  const folded = (of: Iterable<string>): ReadonlySet<string> => new Set([...of].map(foldedWord));
  if (namesContents(folded(words), folded(wordsOf(whole)))) return false;
  const strengths = (text: string): readonly string[] => text.match(/\d+(?:\.\d+)?/g) ?? [];
  const written = strengths(other);
  if (strengths(whole).every((strength) => written.includes(strength))) return false;
  const named = drugName(whole)
    .split(' / ')
    .map((ingredient) => words.some((word) => names(word, ingredient)));
  return named.includes(true) && named.includes(false);
}

/** By a word that means the same, by how one of its words begins, or by an abbreviation of it. */
function names(word: string, ingredient: string): boolean {
  const families = new Set(familiesOf(foldedWord(word)));
  if ([...wordsOf(ingredient)].some((own) => familiesOf(foldedWord(own)).some((one) => families.has(one))))
    return true;
  const begins = [...wordsOf(ingredient)].some(
    (own) =>
      own.length > 3 && word.length > 3 && foldedWord(own).slice(0, 4) === foldedWord(word).slice(0, 4),
  );
  return begins || isShortFor(word.toUpperCase(), ingredient);
}
