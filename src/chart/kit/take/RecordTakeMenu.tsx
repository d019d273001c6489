import { type ReactNode, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useNavigate } from 'react-router';
import type { ChartRecord } from '#fhir/record.ts';
import { useChart } from '#chart/kit/chart-context.tsx';
import { FactList } from '#chart/kit/FactList.tsx';
import type { ListShape } from '#chart/kit/list.ts';
import { clinical } from './clinical.ts';
import type { RowShape } from './record-line.ts';
import { TakeMenu } from './TakeMenu.tsx';

interface Props<R extends ChartRecord> {
  readonly record: R;
  readonly shape: RowShape<R> & Pick<ListShape<R>, 'facts'>;
}

/** The menu of the record that is open. */
export function RecordTakeMenu<R extends ChartRecord>({ record, shape }: Props<R>): ReactNode {
  const chart = useChart();
  const navigate = useNavigate();
  const [taking, setTaking] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  /** Drawn out of sight, for as long as it takes to read them. */
  const facts = (): readonly Element[] => {
    flushSync(() => setTaking(true));
    const drawn = [...(box.current?.querySelectorAll('.facts > div') ?? [])];
    setTaking(false);
    return drawn;
  };
  return (
    <>
      {taking && (
        <div hidden ref={box}>
          <ClinicalFacts record={record} shape={shape as unknown as Props<ChartRecord>['shape']} />
        </div>
      )}
      <TakeMenu
        key={record.key}
        takes={async () => {
          const { recordTakes } = await import('./record-takes.ts');
          const print = (): void => void navigate(chart.paths.record('take-away', record.key));
          return recordTakes({ record, shape, facts, chart, print });
        }}
      />
    </>
  );
}

const ClinicalFacts = clinical(function ClinicalFacts({ record, shape }: Props<ChartRecord>): ReactNode {
  return <FactList facts={shape.facts(record)} />;
});
