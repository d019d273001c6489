import { useQuery } from '@tanstack/react-query';
import { useChart } from '#chart/kit/chart-context.tsx';
import { useWorded } from '#ui/use-worded.ts';
import { readContext } from '#chart/kit/read-context.ts';
import { useConversion } from '#chart/kit/units/use-conversion.ts';
import { useRecordsOf } from '#chart/kit/story/use-all-records.ts';
import { calendarDay, type FhirDateTime, parseDateTime } from '#fhir/dates.ts';
import { gestationalDays, termDays } from '#fhir/growth/gestational-age.ts';
import {
  daysPerMonth,
  daysSince,
  type GrowthPoint,
  type GrowthPoints,
  growthPoints,
} from '#fhir/growth/growth-points.ts';
import {
  type GrowthTables,
  loadGrowthTables,
  referenceSpan,
  type Sex,
} from '#fhir/growth/growth-reference.ts';
import { observationsIn } from '#fhir/observations-in.ts';
import { rangeSubject } from '#fhir/range-subject.ts';
import type { VitalRecord } from '#fhir/vitals.ts';
import { useNow } from '#ui/use-now.ts';

/** Where a gestational age may stand besides the vital signs. */
const stating = ['laboratory', 'tests', 'social-history', 'other'] as const;

/** Whether growth references hold for the open patient: not yet twenty, as far as the record says. */
export function useIsChild(): boolean {
  const { birth } = usePerson();
  const now = useNow();
  const days = birth && daysSince(birth, { kind: 'date', date: calendarDay(new Date(now)) });
  return days !== undefined && days / daysPerMonth < referenceSpan.cdc.to;
}

function usePerson(): { readonly birth: FhirDateTime | undefined; readonly sex: Sex | undefined } {
  const chart = useChart();
  const patient = readContext(chart).resolve({ reference: `Patient/${chart.reading.patientId}` });
  const birth = parseDateTime(patient?.['birthDate']);
  return {
    birth: birth?.day === undefined ? undefined : birth,
    sex: rangeSubject(patient, undefined).sex,
  };
}

export interface ReadyGrowth extends GrowthPoints {
  readonly state: 'ready';
  readonly tables: GrowthTables;
  readonly sex: Sex;
  /** In days, where the child was born preterm. */
  readonly preterm: number | undefined;
}

export type GrowthState =
  | { readonly state: 'loading' | 'failed' | 'no-sex'; readonly readAgain: () => void }
  | ReadyGrowth;

/**
 * A child's measurements against the references, whose tables load only here.
 * @param wanted false for an adult: nothing is loaded
 */
export function useGrowth(wanted: boolean, records: readonly VitalRecord[], corrected: boolean): GrowthState {
  const { birth, sex } = usePerson();
  const [laboratory, tested, social, other] = useRecordsOf(stating);
  const { convert, failed } = useConversion(wanted);
  const { data, isError, refetch } = useQuery({
    queryKey: ['growth references'],
    queryFn: async () => ({ tables: await loadGrowthTables() }),
    enabled: wanted,
    staleTime: Number.POSITIVE_INFINITY,
    retry: 1,
  });
  const tables = data?.tables;
  const gestation = useWorded(() => {
    if (!wanted || birth === undefined) return undefined;
    const others = [laboratory, tested, social, other].flatMap((list) => list?.records ?? []);
    return gestationalDays([...records, ...observationsIn(others)], birth);
  }, [wanted, birth, records, laboratory, tested, social, other]);
  const preterm = gestation !== undefined && gestation < termDays ? gestation : undefined;
  return useWorded((): GrowthState => {
    const readAgain = (): void => void refetch();
    if (failed || isError) return { state: 'failed', readAgain };
    if (birth === undefined || tables === undefined || convert === undefined)
      return { state: 'loading', readAgain };
    if (sex === undefined) return { state: 'no-sex', readAgain };
    const child = { birth, sex, gestationalDays: corrected ? preterm : undefined };
    return { state: 'ready', tables, sex, preterm, ...growthPoints(records, child, tables, convert) };
  }, [failed, isError, birth, tables, convert, sex, corrected, preterm, records, refetch]);
}

/** Points by the key of their record, for a list of measurements. */
export function percentilesOf(growth: GrowthState): ReadonlyMap<string, GrowthPoint> {
  const points = growth.state === 'ready' ? growth.points.filter(({ derived }) => !derived) : [];
  return new Map(points.map((point) => [point.key, point]));
}
