import { type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useChart } from '#chart/kit/chart-context.tsx';
import { useWorded } from '#ui/use-worded.ts';
import { RecordList } from '#chart/kit/RecordList.tsx';
import { SectionFrame } from '#chart/kit/SectionFrame.tsx';
import { useRecords } from '#chart/kit/use-records.ts';
import { socialHistory } from '#fhir/social-history.ts';
import { socialList } from './social-list.tsx';

/** Social history and screening: smoking first; questionnaires with their questions and answers. */
export function SocialHistory(): ReactNode {
  const records = useRecords(socialHistory);
  const { paths } = useChart();
  const navigate = useNavigate();
  const shape = useWorded(
    () => socialList((key) => void navigate(paths.record('social-history', key))),
    [navigate, paths],
  );
  return (
    <SectionFrame section="social-history" records={records}>
      {(shown) => <RecordList section="social-history" kind={socialHistory} shape={shape} records={shown} />}
    </SectionFrame>
  );
}
