import { type ReactNode } from 'react';
import { useChart } from '#chart/kit/chart-context.tsx';
import { useWorded } from '#ui/use-worded.ts';
import { RecordList } from '#chart/kit/RecordList.tsx';
import { SectionFrame } from '#chart/kit/SectionFrame.tsx';
import { useRecords } from '#chart/kit/use-records.ts';
import { type EncounterRecord, encounters, isEncounter } from '#fhir/encounters.ts';
import { t } from '#i18n/translate.ts';
import { encounterList } from './encounter-list.tsx';

/** Visits, newest first; the one the chart was opened from is marked. */
export function Encounters(): ReactNode {
  const records = useRecords(encounters);
  return (
    <SectionFrame section="encounters" records={records}>
      {(shown) => <MarkedList records={shown} />}
    </SectionFrame>
  );
}

function MarkedList({ records }: { records: readonly EncounterRecord[] }): ReactNode {
  const { encounterId } = useChart();
  const marked = useWorded(() => withLaunchVisit(records, encounterId), [records, encounterId]);
  return <RecordList section="encounters" kind={encounters} shape={encounterList} records={marked} />;
}

/** The visit of the launch context carries a mark that says so. */
function withLaunchVisit(
  records: readonly EncounterRecord[],
  launchEncounter: string | undefined,
): readonly EncounterRecord[] {
  if (launchEncounter === undefined) return records;
  return records.map((record) =>
    isEncounter(record, launchEncounter)
      ? { ...record, marks: [{ phrase: t('encounters.launch'), tone: 'plain' as const }, ...record.marks] }
      : record,
  );
}
