import type { ReactNode, RefObject } from 'react';
import { t } from '#i18n/translate.ts';
import { useChart } from '#chart/kit/chart-context.tsx';
import type { Take } from './outcome.ts';
import { TakeMenu } from './TakeMenu.tsx';

interface Props {
  /** Where the drawing stands, or the drawings, one a unit. */
  readonly box: RefObject<HTMLElement | null>;
  /** What the drawings do not show, or show otherwise than it was sent. */
  readonly notes: readonly string[];
  /** The values behind it, as a table. */
  readonly table: () => Promise<Take>;
}

/** The menu of a trend: a drawing for print and a picture for a document where it is drawn; its values. */
export function TrendTakeMenu({ box, notes, table }: Props): ReactNode {
  const chart = useChart();
  return (
    <TakeMenu
      label={t('take.menu-trend')}
      takes={async () => {
        const { trendTakes } = await import('./trend-takes.ts');
        return [...trendTakes(box.current, notes, chart), await table()];
      }}
    />
  );
}
