/** Who a reference range is weighed against: sex and age of the open patient, only where they are beyond doubt. */
import { extensionUrl } from './code-systems.ts';
import { codeOf, readConcept } from './concept.ts';
import { dayTime, parseDateTime, type FhirDateTime } from './dates.ts';
import { firstExtensionValue } from './extensions.ts';
import { ownRow, type FhirResource } from './json.ts';
import type { RangeSubject } from './reference-range.ts';

const sexes: Readonly<Record<string, 'female' | 'male'>> = {
  female: 'female',
  F: 'female',
  '248152002': 'female',
  male: 'male',
  M: 'male',
  '248153007': 'male',
};

/** The administrative gender, unless the record also states another sex. */
function sexOf(patient: FhirResource | undefined): RangeSubject['sex'] {
  const stated = [
    patient?.['gender'],
    firstExtensionValue(patient, extensionUrl.birthSex),
    firstExtensionValue(patient, extensionUrl.sex),
    firstExtensionValue(patient, extensionUrl.individualSex),
  ].map((value) => codeOf(readConcept(value)));
  const known = new Set(stated.filter((code) => code !== undefined).map((code) => ownRow(sexes, code)));
  const [only] = known;
  return known.size === 1 ? only : undefined;
}

/** The patient on the day of an observation. A partial birth date or observation date gives no age. */
export function rangeSubject(patient: FhirResource | undefined, on: FhirDateTime | undefined): RangeSubject {
  const birth = parseDateTime(patient?.['birthDate']);
  const time = parseDateTime(firstExtensionValue(patient?.['_birthDate'], extensionUrl.birthTime));
  return { sex: sexOf(patient), age: ageOn(birth, time?.instant, on) };
}

function ageOn(
  birth: FhirDateTime | undefined,
  birthTime: number | undefined,
  on: FhirDateTime | undefined,
): RangeSubject['age'] {
  if (birth?.month === undefined || birth.day === undefined) return undefined;
  if (on?.month === undefined || on.day === undefined) return undefined;
  const days = Math.round(
    (dayTime(on.year, on.month, on.day) - dayTime(birth.year, birth.month, birth.day)) / 86_400_000,
  );
  if (days < 0) return undefined;
  const months = (on.year - birth.year) * 12 + on.month - birth.month - (on.day < birth.day ? 1 : 0);
  const exact =
    birthTime === undefined || on.instant === undefined
      ? undefined
      : Math.floor((on.instant - birthTime) / 3_600_000);
  // From the last minute of the one day to the first of the other, and the other way round.
  const hours =
    exact === undefined || exact < 0
      ? ([Math.max(0, (days - 1) * 24), (days + 1) * 24 - 1] as const)
      : ([exact, exact] as const);
  return { years: Math.floor(months / 12), months, days, hours };
}
