/**
 * Clinical words as clinicians read them: what opposes what, what means the same, which numerals are numbers. Loaded for
 * its effect: it tells `contradiction.ts`, which is before the banner and has no room for it.
 */
import { agree } from './clinical-agreement.ts';
import { lacksIngredients } from './clinical-combination.ts';
import { knowWords, sharesWord } from './contradiction.ts';

/** "…, 1 VIAL, MULTI-DOSE in 1 CARTON (0002-8215-01) > 10 mL in 1 VIAL": how it is packed, as NDC says it. */
const packaging = /,\s*\d+ [a-z, -]+ in \d+ [a-z]+ \([\d-]+\).*$/;

const romans = ['i', 'ii', 'iii', 'iv', 'v'];
const romanNumbers = /\b(type|stage|grade|class|bipolar)\s+(iv|i{1,3}|v)\b/g;

function withNumbers(text: string): string {
  return text
    .replace(packaging, '')
    .replaceAll(romanNumbers, (_all, what: string, roman: string) => `${what} ${romans.indexOf(roman) + 1}`);
}

const opposites = [
  ['upper', 'lower'],
  ['anterior', 'posterior'],
  ['medial', 'lateral'],
  ['proximal', 'distal'],
  ['acute', 'chronic'],
  ['benign', 'malignant'],
  ['increased', 'decreased'],
  ['systolic', 'diastolic'],
  ['male', 'female'],
  ['current', 'former'],
  ['succinate', 'tartrate'],
] as const;

/** One says the one, the other its opposite; "acute on chronic" says both, and neither. */
function areOpposite(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const sayOpposites = opposites.some(([one, other]) => {
    const [inA, inB] = [a, b].map((words) =>
      words.has(one) === words.has(other) ? undefined : words.has(one) ? one : other,
    );
    return inA !== undefined && inB !== undefined && inA !== inB;
  });
  return sayOpposites || haveOtherLetters(a, b) || tooMuchAndTooLittle(a, b) || tooMuchAndTooLittle(b, a);
}

const lettered = /^(?:hepatitis|vitamina?|influenza|group|grupo|type|tipo)$/;

/** "Hepatitis B" and "hepatitis C". */
function haveOtherLetters(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const lettersOf = (words: ReadonlySet<string>) =>
    new Set([...words].filter((word, at, all) => /^[a-z]$/.test(word) && lettered.test(all[at - 1] ?? '')));
  const [one, other] = [lettersOf(a), lettersOf(b)];
  return one.size > 0 && other.size > 0 && one.isDisjointFrom(other);
}

const much = /^(?:h[yi]per|tach?[yi]|taqui)(\p{L}{4,})/u;
const little = /^(?:h[yi]po|brad[yi])(\p{L}{4,})/u;

/** "Hyperkalemia" and "hypokalemia": of the same, too much and too little. */
function tooMuchAndTooLittle(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const rests = (words: ReadonlySet<string>, prefix: RegExp) =>
    [...words].flatMap((word) => prefix.exec(word)?.[1]?.slice(0, 4) ?? []);
  const [over, under] = [rests(a, much), rests(b, little)];
  if (over.length === 0 || under.length === 0) return false;
  // Both in one wording ("hypo- and hyperthyroidism") oppose nothing.
  return (
    over.some((rest) => under.includes(rest)) && rests(a, little).length === 0 && rests(b, much).length === 0
  );
}

/** "eGFR (ml/min)" for "glomerular filtration rate": capitals that are the initials of words in a row. */
function hasInitialsOf(text: string, words: ReadonlySet<string>): boolean {
  const initials = [...words].map((word) => word[0]).join('');
  const shorts = text.slice(0, 400).match(/(?<![A-Za-z])[a-z]?[A-Z]{2,6}s?(?![A-Za-z])/g) ?? [];
  return shorts.some((short) => initials.includes(short.replaceAll(/[^A-Z]/g, '').toLowerCase()));
}

knowWords({
  withNumbers,
  areOpposite,
  lacksIngredients,
  meanTheSame: ([one, a], [other, b]) =>
    (agree(a, b) ?? sharesWord(a, b)) || hasInitialsOf(one, b) || hasInitialsOf(other, a),
});
