import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useChart } from '#chart/kit/chart-context.tsx';
import { ListSection } from '#chart/kit/ListSection.tsx';
import { other } from '#fhir/other.ts';
import { useWorded } from '#ui/use-worded.ts';
import { otherList } from './other-list.tsx';

/** Whatever arrived and fits no section: nothing that was sent is left out. */
export function Other(): ReactNode {
  const { paths } = useChart();
  const navigate = useNavigate();
  const shape = useWorded(
    () => otherList((key) => void navigate(paths.record('other', key))),
    [navigate, paths],
  );
  return <ListSection section="other" kind={other} shape={shape} />;
}
