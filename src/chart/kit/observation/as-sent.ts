/** What "find" looks through beside the printed values: numbers with their units as they were sent. */
import { printedQuantity } from '#fhir/printed-quantity.ts';
import { shownValue } from '#fhir/observation-value.ts';
import type { ObservationRecord } from '#fhir/observations.ts';
import { words } from '#chart/kit/words.ts';
import { quantityText } from '#fhir/quantity.ts';

/** "120 mm[Hg]", ">=60 mL/min/{1.73_m2}" of a record and its components; empty where all is printed as it was sent. */
export function asSent(record: ObservationRecord): string {
  return [record, ...record.components]
    .flatMap(({ values }) => values)
    .flatMap((value): readonly (readonly [sent: string, printed: string])[] => {
      if (value.kind === 'quantity') return [[quantityText(value.quantity), printedQuantity(value.quantity)]];
      return value.kind === 'text' ? [[value.text, words(shownValue(value).text)]] : [];
    })
    .flatMap(([sent, printed]) => (sent === printed ? [] : [sent]))
    .join(' ');
}
