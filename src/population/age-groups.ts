/** People by age and sex, on the day the export was made. */
import { ageAt } from '#fhir/age.ts';
import { parseDateTime } from '#fhir/dates.ts';
import type { FilePatient } from '#file/file-patient.ts';

export type Sex = 'female' | 'male' | 'other';
export const sexes = ['female', 'male', 'other'] as const satisfies readonly Sex[];

export interface AgeGroup {
  /** Years; undefined for those whose birth date is not known, or lies after the day. The dead have no age. */
  readonly from: number | 'died' | undefined;
  readonly by: Readonly<Record<Sex, readonly number[]>>;
}

const width = 10;
/** Everybody from here on is one group. */
const oldest = 90;

export function sexOf(gender: string | undefined): Sex {
  return gender === 'female' || gender === 'male' ? gender : 'other';
}

/** Age in whole years on a day (milliseconds since 1970). */
function yearsOn(birthDate: string | undefined, day: number): number | undefined {
  const birth = parseDateTime(birthDate);
  const on = parseDateTime(new Date(day).toISOString().slice(0, 10));
  const age = birth && on && ageAt(birth, on);
  if (age === undefined) return undefined;
  return age.unit === 'years' ? age.value : age.unit === 'months' ? Math.floor(age.value / 12) : 0;
}

/** Every decade up to the oldest in it, then those of unknown age where there are any. Numbers of patients (`FilePatient.number`). */
export function ageGroups(patients: readonly FilePatient[], day: number): readonly AgeGroup[] {
  const known = patients.filter(({ met }) => met !== undefined);
  const groups = Map.groupBy(known, ({ met }): AgeGroup['from'] => {
    if (met?.isDeceased === true) return 'died';
    const years = yearsOn(met?.birthDate, day);
    return years === undefined ? undefined : Math.min(oldest, Math.floor(years / width) * width);
  });
  const last = Math.max(0, ...[...groups.keys()].filter((from) => typeof from === 'number'));
  const froms: readonly AgeGroup['from'][] = [
    ...Array.from({ length: last / width + 1 }, (_, at) => at * width),
    ...(groups.has(undefined) ? [undefined] : []),
    ...(groups.has('died') ? (['died'] as const) : []),
  ];
  return froms.map((from) => {
    const by: Record<Sex, number[]> = { female: [], male: [], other: [] };
    for (const { number, met } of groups.get(from) ?? []) by[sexOf(met?.gender)].push(number);
    return { from, by };
  });
}
