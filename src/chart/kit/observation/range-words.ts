/** Reference ranges in words. */
import { printedRange } from '#fhir/printed-quantity.ts';
import { type ReferenceRange, rangeText } from '#fhir/reference-range.ts';
import type { ObservationPart } from '#fhir/observations.ts';
import { t } from '#i18n/translate.ts';
import { joined } from '#chart/kit/fact-words.ts';

/** One range with what it means and whom it is for: "3.5–5.1 mmol/L (women, age 18 – 60 years)". */
export function rangeWords(range: ReferenceRange): string {
  const said = rangeText(range) ?? t('observation.range-without-bounds');
  const whom = joined([
    range.meaning?.label,
    ...range.appliesTo.map(({ label }) => label),
    range.age && ageWords(range.age),
  ]);
  return whom === '' ? said : `${said} (${whom})`;
}

/** UCUM's units of age: `a` is a year (annus). What was sent in words stays as it is. */
const ageUnits = { a: 'years', mo: 'months', wk: 'weeks', d: 'days', h: 'hours' } as const;

function ageWords({ low, high }: NonNullable<ReferenceRange['age']>): string {
  const units = new Set([low, high].flatMap((end) => (end === undefined ? [] : [end.unit])));
  const [unit] = units;
  if (units.size !== 1 || unit === undefined || !Object.hasOwn(ageUnits, unit)) {
    return t('observation.age', { age: printedRange({ low, high }) });
  }
  const bare = (end: typeof low) => end && { ...end, unit: undefined };
  const age = printedRange({ low: bare(low), high: bare(high) });
  return t(`observation.age-${ageUnits[unit as keyof typeof ageUnits]}`, { age });
}

/** All ranges of a result, one a line. */
export function rangesWords({ ranges }: Pick<ObservationPart, 'ranges'>): string {
  return ranges.map(rangeWords).join('\n');
}

/**
 * The range for a narrow column: its unit left out where the value beside it says it; the rest counted. Where it cannot
 * be told which of several is meant, none of them stands for all.
 */
export function shortRange(
  { ranges, range }: Pick<ObservationPart, 'ranges' | 'range'>,
  unit: string | undefined,
): string {
  if (ranges.length === 0) return '';
  if (range === undefined) return t('observation.ranges-several', { n: ranges.length });
  const text = rangeText(range) ?? '';
  const bare = unit !== undefined && text.endsWith(` ${unit}`) ? text.slice(0, -unit.length - 1) : text;
  return ranges.length === 1 ? bare : t('observation.range-and-more', { range: bare, n: ranges.length - 1 });
}
