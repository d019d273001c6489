import type { ReactNode, RefObject } from 'react';
import { useNavigate } from 'react-router';
import type { ChartRecord } from '#fhir/record.ts';
import { useChart } from '#chart/kit/chart-context.tsx';
import type { RowShape } from './record-line.ts';
import { TakeMenu } from './TakeMenu.tsx';

interface Props<R extends ChartRecord> {
  readonly record: R;
  readonly shape: RowShape<R>;
  readonly panel: RefObject<HTMLElement | null>;
}

/** The menu of the record that is open. */
export function RecordTakeMenu<R extends ChartRecord>({ record, shape, panel }: Props<R>): ReactNode {
  const chart = useChart();
  const navigate = useNavigate();
  return (
    <TakeMenu
      key={record.key}
      takes={async () => {
        const { recordTakes } = await import('./record-takes.ts');
        const print = (): void => void navigate(chart.paths.record('take-away', record.key));
        return recordTakes({ record, shape, panel: panel.current, chart, print });
      }}
    />
  );
}
