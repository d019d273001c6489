/** Gestational age at birth, where the record holds it. */
import { isLoinc, quantityOf, type ObservationRecord } from '#fhir/observations.ts';
import { ucumCode } from '#fhir/ucum-code.ts';

/** LOINC: gestational age; at birth; estimated from various sources; days of it. */
const codes = ['18185-9', '76516-4', '57714-8', '11884-4', '49051-6'] as const;

/** Born before 37 completed weeks: preterm (WHO). */
export const termDays = 37 * 7;
/** Ages are counted from here: 40 weeks. */
export const expectedDays = 40 * 7;

/**
 * In days: the statement made nearest to the birth. Undefined where there is none that can be one of a birth (20 to 45
 * weeks), or where statements of the same day contradict each other.
 */
export function gestationalDays(observations: readonly ObservationRecord[]): number | undefined {
  const stated = observations
    .filter((one) => !one.enteredInError && one.statusCode !== 'cancelled' && isLoinc(one, ...codes))
    .map((one) => ({ at: one.sortTime ?? Number.POSITIVE_INFINITY, days: daysOf(one) }))
    .filter((one): one is { at: number; days: number } => one.days !== undefined)
    .toSorted((a, b) => a.at - b.at || 0);
  const [first] = stated;
  const contradicted = stated.some(({ at, days }) => at === first?.at && Math.abs(days - first.days) > 3);
  return contradicted ? undefined : first?.days;
}

function daysOf(record: ObservationRecord): number | undefined {
  const days = daysIn(record);
  return days !== undefined && days >= 20 * 7 && days <= 45 * 7 ? Math.round(days) : undefined;
}

function daysIn(record: ObservationRecord): number | undefined {
  const quantity = quantityOf(record);
  if (quantity?.number !== undefined && quantity.comparator === undefined) {
    const unit = (ucumCode(quantity) ?? quantity.unit ?? '').toLowerCase();
    if (/^(wk|weeks?|w)$/.test(unit)) return quantity.number * 7;
    return /^(d|days?)$/.test(unit) ? quantity.number : undefined;
  }
  // "32w4d", "32 weeks 4 days", "32 4/7": as births are written.
  const text = record.value?.kind === 'text' ? record.value.text : '';
  const [, weeks, days = '0'] =
    /^\s*(\d{2})\s*(?:w(?:ee)?k?s?|\+|\s)?\s*(?:(\d)(?:\/7|\s*d(?:ays?)?)?)?\s*$/i.exec(text) ?? [];
  return weeks === undefined ? undefined : Number(weeks) * 7 + Number(days);
}
