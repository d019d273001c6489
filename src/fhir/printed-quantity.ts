/** Quantities as people print them: "≥60 mmHg" of `>=60 mm[Hg]`. Numbers stand as they were written. */
import { printedUnit } from './printed-unit.ts';
import type { Quantity, Range, Ratio } from './quantity.ts';

/** The comparator and the number, without the unit: "≤10", "<5". */
export function printedNumber({ comparator = '', value }: Pick<Quantity, 'comparator' | 'value'>): string {
  return `${printedSigns(comparator)}${value}`;
}

/** `>=60` in somebody's own words: two letters that are one sign everywhere else. */
export function printedSigns(text: string): string {
  return text.replaceAll('>=', '≥').replaceAll('<=', '≤');
}

export function printedQuantity(quantity: Pick<Quantity, 'comparator' | 'value' | 'unit'>): string {
  return [printedNumber(quantity), printedUnit(quantity.unit)].filter(Boolean).join(' ');
}

/** "5 – 10 mg": the unit once where both ends share it; "≥ 5 mg" and "≤ 10 mg" where one end is open. */
export function printedRange({ low, high }: Range): string {
  if (high === undefined) return low === undefined ? '' : bound('≥', low);
  if (low === undefined) return bound('≤', high);
  const same = low?.unit !== undefined && printedUnit(low.unit) === printedUnit(high?.unit);
  return `${same ? printedNumber(low) : printedQuantity(low)} – ${printedQuantity(high)}`;
}

/** The ends of a range belong to it (FHIR R4 Range); one with a comparator of its own says so itself. */
function bound(sign: '≥' | '≤', end: Quantity): string {
  return end.comparator === undefined ? `${sign} ${printedQuantity(end)}` : printedQuantity(end);
}

export function printedRatio({ numerator, denominator }: Ratio): string {
  return [numerator, denominator]
    .map((part) => (part === undefined ? '' : printedQuantity(part)))
    .join(' / ')
    .trim();
}
