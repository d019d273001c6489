/** Timing that is no point in time, in the record's own words: ages, ranges of ages, schedules. */
import { asObject, asText, asTexts, ownRow, type JsonObject } from './json.ts';
import { type Quantity, quantityText, rangeText, readQuantity, readRange } from './quantity.ts';

/** Words of an Age, Range or Timing, and the age where they tell one; undefined where it holds none. */
export function readWhenText(
  value: JsonObject,
): { readonly text: string; readonly age?: AgeTold | undefined } | undefined {
  const quantity = readQuantity(value);
  if (quantity !== undefined) return { text: quantityText(quantity), age: ageTold(quantity) };
  const range = readRange(value);
  const text = range === undefined ? readTimingText(value) : rangeText(range);
  return text === undefined ? undefined : { text };
}

/** A Timing in words: its code's text, else its code; else its events; else its repeat rule as sent. */
export function readTimingText(value: JsonObject): string | undefined {
  const code = asObject(value['code']);
  const coding = asObject(Array.isArray(code?.['coding']) ? code['coding'][0] : code?.['coding']);
  const named = asText(code?.['text']) ?? asText(coding?.['display']) ?? asText(coding?.['code']);
  const events = asTexts(value['event']).join(', ');
  return named ?? (events === '' ? undefined : events);
}

/** How old somebody was, in a unit that every language has a word for. */
export interface AgeTold {
  /** As it was sent: `1.50` stays `1.50`. */
  readonly written: string;
  readonly number: number;
  readonly unit: 'year' | 'month' | 'week' | 'day';
}

const ageUnits: Readonly<Record<string, AgeTold['unit']>> = { a: 'year', mo: 'month', wk: 'week', d: 'day' };

/** An Age whose unit is UCUM's code alone: no reader knows "45 a". Undefined where words of its own were sent. */
function ageTold({ value: written, number, unit: sent, comparator }: Quantity): AgeTold | undefined {
  const unit = ownRow(ageUnits, sent);
  return number === undefined || unit === undefined || comparator !== undefined
    ? undefined
    : { written, number, unit };
}
