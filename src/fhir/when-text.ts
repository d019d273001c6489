/** Timing that is no point in time, in the record's own words: ages, ranges of ages, schedules. */
import { asObject, asText, asTexts, type JsonObject } from './json.ts';
import { quantityText, rangeText, readQuantity, readRange } from './quantity.ts';

/** Words of an Age, Range or Timing; undefined where it holds none. */
export function readWhenText(value: JsonObject): string | undefined {
  const quantity = readQuantity(value);
  if (quantity !== undefined) return quantityText(quantity);
  const range = readRange(value);
  if (range !== undefined) return rangeText(range);
  return readTimingText(value);
}

/** A Timing in words: its code's text, else its code; else its events; else its repeat rule as sent. */
export function readTimingText(value: JsonObject): string | undefined {
  const code = asObject(value['code']);
  const coding = asObject(Array.isArray(code?.['coding']) ? code['coding'][0] : code?.['coding']);
  const named = asText(code?.['text']) ?? asText(coding?.['display']) ?? asText(coding?.['code']);
  const events = asTexts(value['event']).join(', ');
  return named ?? (events === '' ? undefined : events);
}
