/** Gestational age at birth, where the record holds it. */
import { type FhirDateTime, startOf } from '#fhir/dates.ts';
import { isLoinc, quantityOf, type ObservationRecord } from '#fhir/observations.ts';
import { ucumCode } from '#fhir/ucum-code.ts';

/** LOINC: gestational age at birth. */
const atBirth = '76516-4';
/** LOINC: gestational age; estimated from various sources; days of it. Of a pregnancy too, the patient's own. */
const atAnyTime = ['18185-9', '57714-8', '11884-4', '49051-6'] as const;

/** Born before 37 completed weeks: preterm (WHO). */
export const termDays = 37 * 7;
/** Ages are counted from here: 40 weeks. */
export const expectedDays = 40 * 7;

const day = 86_400_000;
/** How long after the birth a gestational age is that of the newborn. */
const newborn = 28 * day;

/**
 * In days: the statement made nearest to the birth. One that does not name the birth by its code counts only where it
 * was made in the first four weeks of life: later it is that of a pregnancy. Undefined where there is none that can be
 * one of a birth (20 to 45 weeks), or where statements of the same day contradict each other.
 */
export function gestationalDays(
  observations: readonly ObservationRecord[],
  birth: FhirDateTime,
): number | undefined {
  const born = startOf(birth) ?? 0;
  const stated = observations
    .filter((one) => !one.enteredInError && one.statusCode !== 'cancelled')
    .filter((one) => isLoinc(one, atBirth) || (isLoinc(one, ...atAnyTime) && isOfNewborn(one, born)))
    .map((one) => ({ at: one.sortTime ?? Number.POSITIVE_INFINITY, days: daysOf(one) }))
    .filter((one): one is { at: number; days: number } => one.days !== undefined)
    .toSorted((a, b) => a.at - b.at || 0);
  const [first] = stated;
  const contradicted = stated.some(({ at, days }) => at === first?.at && Math.abs(days - first.days) > 3);
  return contradicted ? undefined : first?.days;
}

/** A day of grace before the birth, whose day has no time zone. */
function isOfNewborn({ when, sortTime }: ObservationRecord, born: number): boolean {
  const date = when?.kind === 'date' ? when.date : when?.kind === 'period' ? when.start : undefined;
  if (date === undefined || date.day === undefined || sortTime === undefined) return false;
  return sortTime >= born - day && sortTime <= born + newborn;
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
