import type { ReactNode } from 'react';
import { RecordList } from '#chart/kit/RecordList.tsx';
import { SectionFrame } from '#chart/kit/SectionFrame.tsx';
import { useRecords } from '#chart/kit/use-records.ts';
import { specimens } from '#fhir/specimens.ts';
import { specimenList } from './specimen-list.tsx';

/** What was taken from the person, when, by whom and how. */
export function Specimens(): ReactNode {
  const records = useRecords(specimens);
  return (
    <SectionFrame section="specimens" records={records}>
      {(shown) => <RecordList section="specimens" kind={specimens} shape={specimenList} records={shown} />}
    </SectionFrame>
  );
}
