/** How old somebody is, from the parts of the dates: no time zone, no clock of its own. */
import { dayTime, type FhirDateTime } from './dates.ts';
import { phrase, type Phrase } from './phrase.ts';

export interface Age {
  readonly value: number;
  readonly unit: 'days' | 'weeks' | 'months' | 'years';
  /** One of the dates is partial, so the age may be off by one. */
  readonly about: boolean;
}

/**
 * Age as clinicians say it: days until 4 weeks, weeks until 3 months, months until 2 years, then years.
 * Undefined where `on` is before the birth.
 */
export function ageAt(birth: FhirDateTime, on: FhirDateTime): Age | undefined {
  if (birth.month === undefined || on.month === undefined) return inYears(birth.year, on.year);
  const months = (on.year - birth.year) * 12 + on.month - birth.month;
  if (birth.day === undefined || on.day === undefined) return partial(months);
  // The day of the month: someone born on the 31st is a month older on the last day of a shorter month's next day.
  const whole = on.day < birth.day ? months - 1 : months;
  const days = Math.round(
    (dayTime(on.year, on.month, on.day) - dayTime(birth.year, birth.month, birth.day)) / 86_400_000,
  );
  if (days < 0) return undefined;
  if (days < 28) return { value: days, unit: 'days', about: false };
  if (whole < 3) return { value: Math.floor(days / 7), unit: 'weeks', about: false };
  if (whole < 24) return { value: whole, unit: 'months', about: false };
  return { value: Math.floor(whole / 12), unit: 'years', about: false };
}

function inYears(birth: number, on: number): Age | undefined {
  return on < birth ? undefined : { value: on - birth, unit: 'years', about: true };
}

function partial(months: number): Age | undefined {
  if (months < 0) return undefined;
  if (months < 24) return { value: months, unit: 'months', about: true };
  // Sure unless the birthday may fall in the very month.
  return { value: Math.floor(months / 12), unit: 'years', about: months % 12 === 0 };
}

/** The age in words: "3 weeks", "about 74 years". */
export function agePhrase(age: Age): Phrase {
  if (age.about && age.value === 0)
    return phrase(age.unit === 'years' ? 'age.under-year' : 'age.under-month');
  return phrase(age.about ? `age.about-${age.unit}` : `age.${age.unit}`, { n: age.value });
}
