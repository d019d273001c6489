import type { ReactNode } from 'react';
import { t } from '#i18n/translate.ts';
import type { ChartRecord } from '#fhir/record.ts';
import type { SectionId } from '#i18n/en/sections.ts';
import { SkeletonRows } from '#ui/SkeletonRows.tsx';
import { useChart } from './chart-context.tsx';
import { failureWords } from './failure-words.ts';
import { namesNotOffered } from './refused-searches.ts';
import { whoCanShare } from './SectionNotes.tsx';
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
  const { reading, systemLabel: system } = chart;
  const seconds = useSnapshot(reading, () => reading.progress().waitSeconds);
  const nouns = t(`section.${section}.nouns`);
  const { failures, notShared, notOffered } = records.availability;
  const failure = failures[0];
  switch (records.face) {
    case 'waiting':
      return <Coming rows={rows} text={t('absence.waiting', { nouns, seconds })} />;
    case 'reading':
      return <Coming rows={rows} text={t('absence.reading', { nouns })} />;
    case 'failed':
      return (
        <p className="absence">
          {t('absence.failed', { nouns })} {failure && failureWords(failure)}{' '}
          <button type="button" className="link-button" onClick={records.readAgain}>
            {t('absence.again')}
          </button>
        </p>
      );
    case 'not-shared':
      return notShared.includes('scope') || notShared.includes('consent') ? (
        <p className="absence">
          {notShared.includes('scope')
            ? t('absence.not-shared', { nouns })
            : t('absence.not-consented', { nouns, system })}{' '}
          {whoCanShare(chart)}
        </p>
      ) : (
        <p className="absence">
          {t('absence.refused', { nouns, system })} {t('absence.refused-who')}
        </p>
      );
    case 'not-offered':
      return <p className="absence">{t('absence.not-offered', { nouns, system })}</p>;
    default:
      return (
        <p className="absence">
          {t(`section.${section}.none`, { system })}
          {notOffered > 0 &&
            ` ${t('absence.part-not-offered', { system, list: namesNotOffered(reading, records.kind) })}`}
        </p>
      );
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
