import type { ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { ChartRecord } from '#fhir/record.ts';
import type { SectionId } from '#i18n/en/sections.ts';
import { useChart } from '#chart/kit/chart-context.tsx';
import type { RowShape } from './record-line.ts';
import type { Take } from './outcome.ts';
import { printOnly } from './print-only.ts';
import { TakeMenu } from './TakeMenu.tsx';

interface Props<R extends ChartRecord> {
  readonly shape: RowShape<R>;
  /** The records as the list shows them, told when something is taken. */
  readonly records: () => readonly R[];
  readonly of: number;
  /** What else can be taken of the list as it is arranged, after the list itself. */
  readonly more?: (() => Promise<readonly Take[]>) | undefined;
}

/** The menu of the list of the section that is open. */
export function ListTakeMenu<R extends ChartRecord>({ shape, records, of, more }: Props<R>): ReactNode {
  const chart = useChart();
  const navigate = useNavigate();
  const section = useParams()['section'] as SectionId | undefined;
  if (section === undefined) return null;
  return (
    <TakeMenu
      takes={async () => {
        const { listTakes } = await import('./list-takes.ts');
        const own = listTakes(
          () => ({ section, shape, records: records(), of }),
          chart,
          (one) => {
            printOnly(chart, one);
            void navigate(chart.paths.section('take-away'));
          },
        );
        return [...own, ...((await more?.()) ?? [])];
      }}
    />
  );
}
