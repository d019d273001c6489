/** What a drug is called apart from its strength and form, as RxNorm and prescribers write it. */

/** Units a strength, an amount or a release time is written in. */
const units =
  '%|mg|mcg|ug|µg|μg|ng|g|gm|kg|milligrams?|micrograms?|grams?|ml|l|units?|unt|iu|meq|mmol|mci|actuat|puffs?|hr|hours?';
const per =
  '(?:\\s*/\\s*(?:[\\d.,]+\\s*)?(?:ml|l|mg|g|hr|hours?|day|actuat|puff|spray|dose|cm2|cm|tablet|capsule)(?![a-z]))?';
/** "20 mg", "5-325 mg", "0.9%", "250 mg/5 mL", "24 HR": a number of its own with a unit, so neither "B12" nor "beta-1a". */
const strength = new RegExp(
  `(?<![\\w.-])\\d[\\d.,]*(?:\\s*[-/]\\s*\\d[\\d.,]*)*\\s*-?(?:${units})(?![a-z])${per}`,
  'gu',
);
/** What stands between two ingredients. */
const joint = /^[\s,;-]*(?:\/|\+|&|-|\b(?:and|with|plus)\b)\s*/u;

/**
 * The ingredients of a drug's title without their strengths, in one order: "Lisinopril 20 mg tablet" is lisinopril,
 * "Acetaminophen 325 MG / oxyCODONE 5 MG Oral Tablet" acetaminophen and oxycodone. Equal for two titles of one drug;
 * where it cannot be told apart from its strength the whole title stands, so that two drugs are never taken for one.
 */
export function drugName(title: string): string {
  const plain = title.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  // RxNorm puts the number of a drug's approval before some names.
  const parts = plain.replace(/^(?:nda|anda|bla)\d+\s+/, '').split(strength);
  const form = parts.length > 1 ? (parts.pop() ?? '') : '';
  // What is joined on after the last strength is no form but one more ingredient.
  const named = joint.test(form) ? [...parts, form] : parts;
  const ingredients = named
    .flatMap((part) => part.replace(joint, '').split(/\s[/+]\s/))
    .map((part) => part.replaceAll(/^[\s,;/+&-]+|[\s,;/+&-]+$/g, '').replace(/^(?:and|with|plus) /, ''))
    .filter((part) => /[a-z\p{L}]/u.test(part));
  return ingredients.length === 0 ? plain : [...new Set(ingredients)].toSorted().join(' / ');
}
