import type { ReactNode } from 'react';
import { t } from '#i18n/translate.ts';
import type { ChartRecord } from '#fhir/record.ts';
import type { SectionId } from '#i18n/en/sections.ts';
import { SkeletonRows } from '#ui/SkeletonRows.tsx';
import { absenceText } from './absence-words.ts';
import { useChart } from './chart-context.tsx';
import type { Records } from './use-records.ts';
import { useSnapshot } from './use-snapshot.ts';

interface Props<R extends ChartRecord> {
  readonly section: SectionId;
  readonly records: Records<R>;
  /** How many rows to keep room for while they are coming. */
  readonly rows: number;
}

/** What stands where the list would have stood: coming, none, not shared, not offered, failed. Always in words. */
export function Absence<R extends ChartRecord>({ section, records, rows }: Props<R>): ReactNode {
  const chart = useChart();
  const { reading } = chart;
  const seconds = useSnapshot(reading, () => reading.progress().waitSeconds);
  const text = absenceText(section, records, chart, seconds);
  switch (records.face) {
    case 'waiting':
    case 'reading':
      return <Coming rows={rows} text={text} />;
    case 'failed':
      return (
        <p className="absence">
          {text}{' '}
          <button type="button" className="link-button" onClick={records.readAgain}>
            {t('absence.again')}
          </button>
        </p>
      );
    default:
      return <p className="absence">{text}</p>;
  }
}

function Coming({ rows, text }: { rows: number; text: string }): ReactNode {
  return (
    <div className="coming">
      <p className="unseen">{text}</p>
      <SkeletonRows rows={rows} />
    </div>
  );
}
