/** Reference ranges in words. */
import { rangeText as quantityRange } from '#fhir/quantity.ts';
import { type ReferenceRange, rangeText } from '#fhir/reference-range.ts';
import type { ObservationPart } from '#fhir/observations.ts';
import { t } from '#i18n/translate.ts';
import { joined } from '#chart/kit/fact-words.ts';

/** One range with what it means and whom it is for: "3.5–5.1 mmol/L (women, 18 – 60 a)". */
export function rangeWords(range: ReferenceRange): string {
  const said = rangeText(range) ?? t('observation.range-without-bounds');
  const whom = joined([
    range.meaning?.label,
    ...range.appliesTo.map(({ label }) => label),
    range.age && t('observation.age', { age: quantityRange(range.age) }),
  ]);
  return whom === '' ? said : `${said} (${whom})`;
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
