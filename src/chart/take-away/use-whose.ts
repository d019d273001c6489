import { useChart } from '#chart/kit/chart-context.tsx';
import { useWorded } from '#ui/use-worded.ts';
import { type Whose, whoseOf } from '#chart/kit/take/whose.ts';
import { useRecords } from '#chart/kit/use-records.ts';
import { useSnapshot } from '#chart/kit/use-snapshot.ts';
import { patient } from '#fhir/patient.ts';
import { useNow } from '#ui/use-now.ts';

/** Whose record is open, as every page and file is headed; undefined until the patient's own record is there. */
export function useWhose(): Whose | undefined {
  const chart = useChart();
  const { reading } = chart;
  const { records } = useRecords(patient);
  const readAt = useSnapshot(reading, () => reading.progress().readAt);
  const today = new Date(useNow()).setHours(0, 0, 0, 0);
  return useWorded(
    () => (records.length === 0 || readAt === undefined ? undefined : whoseOf(chart, today)),
    [chart, records, readAt, today],
  );
}
