import { type ReactNode, useState } from 'react';
import { t } from '#i18n/translate.ts';
import type { ChartRecord } from '#fhir/record.ts';
import { type Chart, useChart } from './chart-context.tsx';
import { failureWords } from './failure-words.ts';
import { formatReadAt } from './format.ts';
import { rawText } from './raw-text.ts';
import { namesNotOffered } from './refused-searches.ts';
import type { Records } from './use-records.ts';

interface Note {
  readonly key: string;
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

interface Props<R extends ChartRecord> {
  readonly records: Records<R>;
  /** Whether to say that the rest is still coming. */
  readonly whileComing?: boolean;
}

/** What is missing beside the records that are shown: a short sentence each, above the list. */
export function SectionNotes<R extends ChartRecord>({ records, whileComing = true }: Props<R>): ReactNode {
  const chart = useChart();
  const [rawShown, setRawShown] = useState(false);
  const notes = notesOf(records, chart, () => setRawShown(!rawShown)).filter(
    ({ key }) => whileComing || (key !== 'reading' && key !== 'waiting'),
  );
  if (notes.length === 0) return null;
  const { unreadable } = records.availability;
  return (
    <div className="section-notes">
      {notes.map(({ key, text, action }) => (
        <p key={key}>
          {text}
          {action && (
            <button type="button" className="link-button" onClick={action.run}>
              {action.label}
            </button>
          )}
        </p>
      ))}
      {rawShown && unreadable.length > 0 && (
        <pre className="raw">{unreadable.map((entry) => rawText(entry)).join('\n\n')}</pre>
      )}
    </div>
  );
}

function notesOf<R extends ChartRecord>(
  records: Records<R>,
  chart: Chart,
  showRaw: () => void,
): readonly Note[] {
  const { availability } = records;
  const { failures, older, notShared, notOffered, reading, waiting, unreadable, foreign, more, read, total } =
    availability;
  const system = chart.systemLabel;
  const again = { label: t('absence.again'), run: records.readAgain };
  const failure = failures[0];
  return [
    ...(failure
      ? [{ key: 'failed', text: `${t('absence.part-failed')} ${failureWords(failure)}`, action: again }]
      : []),
    ...(older
      ? [
          {
            key: 'older',
            text: `${t('absence.older', { time: formatReadAt(older.readAt, Date.now()) })} ${failureWords(older.failure)}`,
            action: again,
          },
        ]
      : []),
    ...(notShared.includes('scope')
      ? [{ key: 'scope', text: `${t('absence.part-not-shared')} ${whoCanShare(chart)}` }]
      : []),
    ...(notShared.includes('consent')
      ? [
          {
            key: 'consent',
            text: `${t('absence.part-not-consented', { system })} ${whoCanShare(chart)}`,
          },
        ]
      : []),
    ...(notShared.includes('server')
      ? [{ key: 'server', text: `${t('absence.part-refused', { system })} ${t('absence.refused-who')}` }]
      : []),
    ...(notOffered > 0
      ? [
          {
            key: 'offered',
            text: t('absence.part-not-offered', {
              system,
              list: namesNotOffered(chart.reading, records.kind),
            }),
          },
        ]
      : []),
    ...(more
      ? [
          {
            key: 'more',
            text:
              total === undefined
                ? t('absence.more', { system })
                : t('absence.more-of', { system, read, total }),
          },
        ]
      : []),
    ...(unreadable.length > 0
      ? [
          {
            key: 'unreadable',
            text: t('absence.unreadable', { n: unreadable.length }),
            action: { label: t('absence.unreadable-show'), run: showRaw },
          },
        ]
      : []),
    ...(foreign > 0 ? [{ key: 'foreign', text: t('absence.foreign', { n: foreign }) }] : []),
    ...(reading > 0
      ? [{ key: 'reading', text: t('absence.part-reading') }]
      : waiting > 0
        ? [{ key: 'waiting', text: t('absence.part-waiting') }]
        : []),
  ];
}

/** Who can change that something was not shared. */
export function whoCanShare({ audience }: Chart): string {
  return t(audience === 'patient' ? 'absence.not-shared-patient' : 'absence.not-shared-clinician');
}
