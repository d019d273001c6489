/** Quantity, Range and Ratio (FHIR R4 §2.24.0.8–13): numbers with the precision they came with, units as sent. */
import { asNumber, asObject, asText } from './json.ts';

export interface Quantity {
  /** As written: `1.50` stays `1.50`. */
  readonly value: string;
  /** For arithmetic and drawing; undefined where what came is no number. */
  readonly number: number | undefined;
  /** `<`, `<=`, `>=`, `>` as sent: the value is a bound. */
  readonly comparator: string | undefined;
  /** What to show: `unit`, else `code`. */
  readonly unit: string | undefined;
  readonly code: string | undefined;
  readonly system: string | undefined;
}

export interface Range {
  readonly low: Quantity | undefined;
  readonly high: Quantity | undefined;
}

export interface Ratio {
  readonly numerator: Quantity | undefined;
  readonly denominator: Quantity | undefined;
}

/** A Quantity of any flavour (Age, Duration, Money with its currency as unit). Undefined without a value. */
export function readQuantity(value: unknown): Quantity | undefined {
  const object = asObject(value);
  const written = asText(object?.['value']);
  if (object === undefined || written === undefined) return undefined;
  const code = asText(object['code']);
  return {
    value: written,
    number: asNumber(object['value']) ?? numberIn(written),
    comparator: asText(object['comparator']),
    unit: asText(object['unit']) ?? code ?? asText(object['currency']),
    code,
    system: asText(object['system']),
  };
}

export function readRange(value: unknown): Range | undefined {
  const [low, high] = [readQuantity(asObject(value)?.['low']), readQuantity(asObject(value)?.['high'])];
  return low === undefined && high === undefined ? undefined : { low, high };
}

export function readRatio(value: unknown): Ratio | undefined {
  const object = asObject(value);
  const [numerator, denominator] = [
    readQuantity(object?.['numerator']),
    readQuantity(object?.['denominator']),
  ];
  return numerator === undefined && denominator === undefined ? undefined : { numerator, denominator };
}

/** `<5 mm[Hg]`: the quantity as it was sent. As people read it: `printed-quantity.ts`. */
export function quantityText(quantity: Quantity): string {
  const unit = quantity.unit === undefined ? '' : ` ${quantity.unit}`;
  return `${quantity.comparator ?? ''}${quantity.value}${unit}`;
}

export function rangeText({ low, high }: Range): string {
  const same = low?.unit !== undefined && low.unit === high?.unit;
  const lowText = low === undefined ? '' : same ? `${low.comparator ?? ''}${low.value}` : quantityText(low);
  return [lowText, high === undefined ? '' : quantityText(high)].join(' – ').trim();
}

function numberIn(written: string): number | undefined {
  return /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(written) ? Number(written) : undefined;
}
