/**
 * Reference ranges as the laboratory sent them, all of them, and whether a value lies outside. FHIR R4
 * Observation.referenceRange: bounds are inclusive; a missing bound means "no bound"; `type` absent means normal.
 */
import { readConcept, readConcepts, type Concept } from './concept.ts';
import { flagOf, type Flag } from './interpretation.ts';
import { asObject, asObjects, asText } from './json.ts';
import { printedSigns } from './printed-quantity.ts';
import { printedUnit } from './printed-unit.ts';
import { readQuantity, readRange, type Quantity } from './quantity.ts';

export interface ReferenceRange {
  readonly low: Quantity | undefined;
  readonly high: Quantity | undefined;
  readonly text: string | undefined;
  /** What the range means (normal, therapeutic, …); undefined where the sender leaves it at normal. */
  readonly meaning: Concept | undefined;
  /** For whom (a sex, a race, pregnancy). */
  readonly appliesTo: readonly Concept[];
  readonly age: { readonly low: Quantity | undefined; readonly high: Quantity | undefined } | undefined;
}

/** Whom and when a result is about, as far as it is known beyond doubt. */
export interface RangeSubject {
  readonly sex: 'female' | 'male' | undefined;
  /** The age on the day of the observation, in whole years, months and days; undefined where a date is partial. */
  readonly age:
    | {
        readonly years: number;
        readonly months: number;
        readonly days: number;
        /** Least and most that it can be in hours: both the same where the times of both are known. */
        readonly hours: readonly [number, number];
      }
    | undefined;
}

/** Every range of an observation or a component, in the order it came. */
export function readReferenceRanges(value: unknown): readonly ReferenceRange[] {
  return asObjects(value).map((range) => {
    const age = asObject(range['age']);
    return {
      low: readQuantity(range['low']),
      high: readQuantity(range['high']),
      text: asText(range['text']),
      meaning: readConcept(range['type']),
      appliesTo: readConcepts(range['appliesTo']),
      age: age === undefined ? undefined : readRange(age),
    };
  });
}

/** A range as it is printed: "3.5–5.1 mmol/L", "≥ 60", the sender's text; both where they do not say the same. */
export function rangeText(range: ReferenceRange): string | undefined {
  const { low, high } = range;
  const text = range.text === undefined ? undefined : printedSigns(range.text);
  const bounds = boundsText(low, high);
  if (bounds === undefined) return text;
  const repeated = [low, high].every((bound) => bound === undefined || text?.includes(bound.value));
  if (text === undefined) return bounds;
  return repeated ? text : `${bounds} (${text})`;
}

function boundsText(low: Quantity | undefined, high: Quantity | undefined): string | undefined {
  const unit = (quantity: Quantity): string => {
    const said = printedUnit(quantity.unit);
    return said === undefined ? '' : ` ${said}`;
  };
  if (low !== undefined && high !== undefined) {
    return unit(low) === unit(high) || unit(low) === ''
      ? `${low.value}–${high.value}${unit(high)}`
      : `${low.value}${unit(low)}–${high.value}${unit(high)}`;
  }
  if (low !== undefined) return `≥ ${low.value}${unit(low)}`;
  return high === undefined ? undefined : `≤ ${high.value}${unit(high)}`;
}

/** Whether two quantities are written in one unit. A bound without a unit is in the value's (it names none other). */
export function sameUnit(value: Quantity, bound: Quantity): boolean {
  if (bound.unit === undefined && bound.code === undefined) return true;
  if (value.code !== undefined && bound.code !== undefined && value.system === bound.system) {
    return value.code === bound.code;
  }
  return value.unit !== undefined && value.unit === bound.unit;
}

const femaleCodes = new Set(['female', 'f', '248152002']);
const maleCodes = new Set(['male', 'm', '248153007']);

function sexOf(concept: Concept): 'female' | 'male' | undefined {
  const codes = [...concept.codings.map((coding) => coding.code), concept.text].map((code) =>
    code?.toLowerCase(),
  );
  if (codes.some((code) => code !== undefined && femaleCodes.has(code))) return 'female';
  return codes.some((code) => code !== undefined && maleCodes.has(code)) ? 'male' : undefined;
}

type Applies = 'yes' | 'no' | 'unsure';

/** Least and most of an age in whole units; undefined for a unit that is none of time. */
function ageIn(unit: string, age: NonNullable<RangeSubject['age']>): readonly [number, number] | undefined {
  const exactly = (own: number) => [own, own] as const;
  if (/^(a|yr?s?|years?)$/.test(unit)) return exactly(age.years);
  if (/^(mo|months?)$/.test(unit)) return exactly(age.months);
  if (/^(wk|weeks?)$/.test(unit)) return exactly(Math.floor(age.days / 7));
  if (/^(d|days?)$/.test(unit)) return exactly(age.days);
  return /^(h|hrs?|hours?)$/.test(unit) ? age.hours : undefined;
}

function ageApplies(range: ReferenceRange, age: RangeSubject['age']): Applies {
  if (range.age === undefined) return 'yes';
  if (age === undefined) return 'unsure';
  const compare = (
    bound: Quantity | undefined,
    outside: (own: number, limit: number) => boolean,
  ): Applies => {
    if (bound === undefined) return 'yes';
    const own = ageIn((bound.code ?? bound.unit ?? '').toLowerCase(), age);
    const { number } = bound;
    if (own === undefined || number === undefined) return 'unsure';
    const [least, most] = own.map((each) => outside(each, number));
    return least !== most ? 'unsure' : least === true ? 'no' : 'yes';
  };
  const low = compare(range.age.low, (own, limit) => own < limit);
  // "18 to 60 years" takes in the whole of the sixtieth year.
  const high = compare(range.age.high, (own, limit) => own > limit);
  return low === 'no' || high === 'no' ? 'no' : low === 'unsure' || high === 'unsure' ? 'unsure' : 'yes';
}

/** Whether a range is meant for this person: only sex and age are weighed, and only when they are beyond doubt. */
export function rangeApplies(range: ReferenceRange, subject: RangeSubject): Applies {
  const byAge = ageApplies(range, subject.age);
  const bySex = range.appliesTo.map((concept): Applies => {
    const sex = sexOf(concept);
    return sex === undefined || subject.sex === undefined ? 'unsure' : sex === subject.sex ? 'yes' : 'no';
  });
  // Several entries of `appliesTo` are read together (a female of a race): one that is not this person excludes.
  const all = [byAge, ...bySex];
  return all.includes('no') ? 'no' : all.includes('unsure') ? 'unsure' : 'yes';
}

/** Only a normal range says what is out of range; a therapeutic or a pre-treatment one does not. */
function isNormalRange(range: ReferenceRange): boolean {
  return range.meaning === undefined || range.meaning.codings.some((coding) => coding.code === 'normal');
}

/**
 * The ranges in the order they are to be read: first those that name this person's sex or age, last those that name
 * another's, each part as it was sent; and the one that is meant, where that can be told.
 */
export function rangesFor(
  ranges: readonly ReferenceRange[],
  subject: RangeSubject,
): { readonly ranges: readonly ReferenceRange[]; readonly meant: ReferenceRange | undefined } {
  if (ranges.length < 2) return { ranges, meant: ranges[0] };
  const ranked = ranges
    .map((range) => {
      const applies = rangeApplies(range, subject);
      const isNamed = range.age !== undefined || range.appliesTo.length > 0;
      const isOwn = applies === 'yes' && isNamed && isNormalRange(range);
      return { range, applies, rank: applies === 'no' ? 2 : isOwn ? 0 : 1 };
    })
    .toSorted((a, b) => a.rank - b.rank);
  const fitting = ranked.filter(({ applies, range }) => applies === 'yes' && isNormalRange(range));
  const own = fitting.filter(({ rank }) => rank === 0);
  const [only, ...others] = own.length > 0 ? own : fitting;
  return {
    ranges: ranked.map(({ range }) => range),
    meant: others.length === 0 ? only?.range : undefined,
  };
}

/** The normal ranges with numbers that may be meant for this person. */
function possibleRanges(ranges: readonly ReferenceRange[], subject: RangeSubject): readonly ReferenceRange[] {
  return ranges.filter(
    (range) =>
      isNormalRange(range) &&
      (range.low !== undefined || range.high !== undefined) &&
      rangeApplies(range, subject) !== 'no',
  );
}

/**
 * Out of range, worked out: for a value with a number where no interpretation was sent. Every normal range with
 * numbers that may be meant for this person must agree, in a comparable unit; otherwise nothing is said. A bound
 * (`<5`) counts only when all of it lies outside.
 */
export function deriveFlag(
  value: Quantity | undefined,
  ranges: readonly ReferenceRange[],
  subject: RangeSubject,
): Flag | undefined {
  const number = value?.number;
  if (value === undefined || number === undefined) return undefined;
  const verdicts = new Set(possibleRanges(ranges, subject).map((range) => sideOf(value, number, range)));
  const [verdict] = verdicts;
  return verdicts.size === 1 && (verdict === 'high' || verdict === 'low')
    ? flagOf(verdict, 'derived')
    : undefined;
}

/** Bounds of a reference range in the unit of the value beside it. */
export interface RangeBand {
  readonly low: number | undefined;
  readonly high: number | undefined;
}

/** The band to draw behind a value: only where a single range can be meant, in the value's own unit. */
export function bandOf(
  value: Quantity | undefined,
  ranges: readonly ReferenceRange[],
  subject: RangeSubject,
): RangeBand | undefined {
  const [only, ...others] = possibleRanges(ranges, subject);
  if (value === undefined || only === undefined || others.length > 0) return undefined;
  const { low, high } = only;
  if ((low !== undefined && !sameUnit(value, low)) || (high !== undefined && !sameUnit(value, high)))
    return undefined;
  return low?.number === undefined && high?.number === undefined
    ? undefined
    : { low: low?.number, high: high?.number };
}

function sideOf(
  value: Quantity,
  number: number,
  range: ReferenceRange,
): 'high' | 'low' | 'inside' | 'unknown' {
  const { low, high } = range;
  if ((low !== undefined && !sameUnit(value, low)) || (high !== undefined && !sameUnit(value, high)))
    return 'unknown';
  const { comparator } = value;
  const reachesDown = comparator === '<' || comparator === '<=';
  const reachesUp = comparator === '>' || comparator === '>=';
  if (comparator !== undefined && !reachesDown && !reachesUp) return 'unknown';
  // Bounds of a range are inclusive: `<3.5` lies wholly below a low of 3.5, `<=3.5` does not.
  if (low?.number !== undefined && !reachesUp) {
    if (comparator === '<' ? number <= low.number : number < low.number) return 'low';
  }
  if (high?.number !== undefined && !reachesDown) {
    if (comparator === '>' ? number >= high.number : number > high.number) return 'high';
  }
  return 'inside';
}
