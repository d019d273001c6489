/**
 * Whether two wordings agree on a thing, as clinicians read them. When in doubt they do not: a mark too many costs a
 * glance, one missing hides that a record says two things.
 */
import { namesContents } from './clinical-products.ts';
import { familiesOf, foldedWord, isPlaceOrKind } from './clinical-synonyms.ts';
import { fillers } from './contradiction.ts';

const listOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** What says how much, in what form, how bad, or nothing: lisinopril 20 mg tablets are no atorvastatin 20 mg tablets. */
const beside = listOf(`
  a an as at by in of on or per to use non de del la las el los en con sin por para y o
  mcg ug mg g gm ml l dl meq mmol mol unt unit units iu hr hour x
  blood serum plasma bld ser plas serpl mcnc scnc ncnc mass moles volume
  tablet tablets tab tabs tableta tabletas capsule capsules cap caps capsula pill oral solution suspension syrup injection
  injectable injector prefilled syringe pen vial topical cream ointment gel drop drops gotas inhaler
  inhalation inhal metered dose spray patch transdermal extended delayed release er xr sr xl powder product medicinal
  substance daily day days pack actuat route specimen whole test tests physical findings exam examination
  mild moderate severe leve moderado grave acute chronic agudo cronico cronica primary secondary left right bilateral
  upper lower anterior posterior medial lateral proximal distal current active history hx other specified type stage grade
  nos situation procedure event morphologic abnormality organism person qualifier value
`);

/** Salts and classes: two drugs share them ("potassium chloride", "sodium chloride"; "insulin glargine", "insulin lispro"). */
const shared = listOf(`
  sodium potassium calcium magnesium chloride hydrochloride hcl sulfate succinate tartrate bitartrate maleate acetate
  phosphate besylate mesylate fumarate citrate carbonate insulin vitamin vaccine acid hormone hormona antibody
  failure insufficiency insuficiencia infection infeccion injury lesion deficiency deficiencia deficit syndrome sindrome
  allergy alergia reaction reaccion intolerance symptom symptoms swelling inflammation stenosis surgery cirugia screening
  positive negative abnormal normal increased decreased high low inflammatory congenital hereditary
`);

/** Drugs and diseases that begin alike and are not (ISMP keeps the list of the drugs). In the spelling of `foldedWord`. */
const alike = [
  /^prednison/,
  /^prednisol/,
  /^penicilin/,
  /^penicilam/,
  /^cuinin/,
  /^cuinid/,
  /^hemorag/,
  /^hemoroi/,
] as const;

interface Meaning {
  readonly spelling: string;
  readonly families: readonly number[];
  /** A place, a kind, a salt: alone it names nothing. */
  readonly isWeak: boolean;
}

function meaningOf(word: string): Meaning {
  const spelling = foldedWord(word).replace(/(.)otic$/, '$1osis');
  const families = [...new Set([...familiesOf(word), ...familiesOf(foldedWord(word))])];
  const isWeak = shared.has(word) || (families.length > 0 && families.every(isPlaceOrKind));
  return { spelling, families, isWeak };
}

/** What words say together, in one. */
const together: readonly (readonly [said: readonly string[], word: string])[] = [
  [['white', 'blood'], 'wbc'],
  [['red', 'blood'], 'rbc'],
  [['neck', 'femur'], 'hip'],
  [['high', 'pressure'], 'hypertension'],
  [['heart', 'attack'], 'infarction'],
  [['low', 'back'], 'lumbago'],
  [['vitamin', 'd', '3'], 'cholecalciferol'],
];

function meaningsOf(words: ReadonlySet<string>): readonly Meaning[] {
  const own = [...words].filter((word) => !fillers.has(word) && !beside.has(word) && !/^\d/.test(word));
  const more = together.flatMap(([said, word]) => (said.every((each) => words.has(each)) ? [word] : []));
  return [...own, ...more].map(meaningOf);
}

/** One word in two endings: "hypertension", "hypertensive". */
function isSameWord({ spelling: a }: Meaning, { spelling: b }: Meaning): boolean {
  if (a === b) return true;
  const like = alike.findIndex((start) => start.test(a));
  if (like !== alike.findIndex((start) => start.test(b))) return false;
  const least = Math.max(4, Math.ceil(Math.min(a.length, b.length) * 0.7));
  return a.length >= least && a.slice(0, least) === b.slice(0, least);
}

/** "Osteoarthritis" in "polyosteoarthritis". */
function holds({ spelling: a }: Meaning, { spelling: b }: Meaning): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 6 && long.includes(short);
}

const isSynonym = (a: Meaning, b: Meaning): boolean => a.families.some((one) => b.families.includes(one));

/**
 * Whether they may be one thing: they share a word that names it, or one of the same meaning; or a place and a kind
 * ("breast cancer"); or all that the one says stands in the other. Undefined where one says nothing but how much.
 */
export function agree(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean | undefined {
  const [a, b] = [meaningsOf(one), meaningsOf(other)];
  if (a.length === 0 || b.length === 0) return undefined;
  const [left, right] = [a, b].map((all) => new Set(all.map(({ spelling }) => spelling)));
  if (namesContents(left!, right!) || namesContents(right!, left!)) return true;
  const met = a.filter((x) => b.some((y) => isSameWord(x, y) || isSynonym(x, y)));
  const isNamed = a.some((x) =>
    b.some((y) => !x.isWeak && !y.isWeak && (isSameWord(x, y) || holds(x, y) || isSynonym(x, y))),
  );
  return isNamed || isPlaceWithKind(met) || isWithin(a, b) || isWithin(b, a);
}

/** "Heart failure", "breast, screening": together they name something, whatever else is said of it. */
function isPlaceWithKind(met: readonly Meaning[]): boolean {
  return (
    met.some(({ families }) => families.length > 0) &&
    met.some((one) => met.some((other) => one.spelling !== other.spelling && !isSynonym(one, other)))
  );
}

/** All of the one stands in the other. A single word in other words ("pregnancy", "gestational diabetes") must be all of it. */
function isWithin(some: readonly Meaning[], all: readonly Meaning[]): boolean {
  const says = (within: readonly Meaning[], word: Meaning): boolean =>
    within.some((each) => isSameWord(word, each) || isSynonym(word, each));
  if (!some.every((word) => says(all, word))) return false;
  return (
    some.length > 1 || all.some((each) => isSameWord(some[0]!, each)) || all.every((each) => says(some, each))
  );
}
