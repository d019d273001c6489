import { type ReactNode, useMemo } from 'react';
import { wordsInUse } from '#i18n/translate.ts';
import { useNavigate } from 'react-router';
import { useChart } from '#chart/kit/chart-context.tsx';
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
  const shape = useMemo(
    () => testList((key) => void navigate(paths.record('tests', key))),
    [navigate, paths, wordsInUse],
  );
  return (
    <SectionFrame section="tests" records={records}>
      {(shown) => <RecordList section="tests" kind={tests} shape={shape} records={shown} />}
    </SectionFrame>
  );
}
