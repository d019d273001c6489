import { type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useChart } from '#chart/kit/chart-context.tsx';
import { useWorded } from '#ui/use-worded.ts';
import { RecordList } from '#chart/kit/RecordList.tsx';
import { SectionFrame } from '#chart/kit/SectionFrame.tsx';
import { useRecords } from '#chart/kit/use-records.ts';
import { tests } from '#fhir/tests.ts';
import { testList } from './test-list.tsx';

/** Clinical tests and imaging: findings with their values, imaging studies with their series. */
export function Tests(): ReactNode {
  const records = useRecords(tests);
  const { paths } = useChart();
  const navigate = useNavigate();
  const shape = useWorded(
    () => testList((key) => void navigate(paths.record('tests', key))),
    [navigate, paths],
  );
  return (
    <SectionFrame section="tests" records={records}>
      {(shown) => <RecordList section="tests" kind={tests} shape={shape} records={shown} />}
    </SectionFrame>
  );
}
