import type { ReactNode, RefObject } from 'react';
import { t } from '#i18n/translate.ts';
import { useChart } from '#chart/kit/chart-context.tsx';
import { TakeMenu } from './TakeMenu.tsx';

interface Props {
  /** Where the drawing stands, or the drawings, one a unit. */
  readonly box: RefObject<HTMLElement | null>;
}

/** The menu of a trend that is drawn: a drawing for print, a picture for a document. */
export function TrendTakeMenu({ box }: Props): ReactNode {
  const chart = useChart();
  return (
    <TakeMenu
      label={t('take.menu-trend')}
      takes={async () => (await import('./trend-takes.ts')).trendTakes(box.current, chart)}
    />
  );
}
