import { clinical } from '#chart/kit/take/clinical.ts';
import { type ReactNode, Suspense } from 'react';
import { absenceText } from '#chart/kit/absence-words.ts';
import { useChart } from '#chart/kit/chart-context.tsx';
import { kindById } from '#chart/kit/kinds.ts';
import { Marks } from '#chart/kit/Marks.tsx';
import { RecordDetails } from '#chart/kit/RecordDetails.tsx';
import type { SectionDefinition } from '#chart/kit/section.ts';
import { useMissingNames } from '#chart/kit/use-missing-names.ts';
import { useRecords } from '#chart/kit/use-records.ts';
import { words } from '#chart/kit/words.ts';
import { t } from '#i18n/translate.ts';
import type { ChartLists } from '#chart/kit/take/chart-lists.ts';

interface Props {
  readonly recordKey: string;
  readonly section: SectionDefinition;
  readonly lists: ChartLists;
}

/** The record of this key on paper, if this section has it: everything it holds, nothing folded away. */
export const PaperRecord = clinical(function PaperRecord({ recordKey, section, lists }: Props): ReactNode {
  const kind = section.kind ?? 'other';
  const records = useRecords(kindById(kind));
  const reports = useRecords(kindById('reports'));
  const chart = useChart();
  const all = [
    ...(kind === 'patient' ? records.records : lists.whole(kind, records.records, reports.records)),
    ...records.enteredInError,
  ];
  const record = all.find(({ key }) => key === recordKey);
  useMissingNames(record);
  if (record === undefined) {
    return records.face === 'reading' || records.face === 'waiting' ? (
      <p className="paper-looking muted">{absenceText(section.id, records, chart)}</p>
    ) : null;
  }
  const shape = kind === 'patient' ? undefined : lists.shapes[kind];
  return (
    <article className="paper-record" aria-labelledby="paper-record">
      <p className="muted">{t(`section.${section.id}`)}</p>
      <h2 id="paper-record" data-error={record.enteredInError || undefined}>
        {words(record.title)}
      </h2>
      {record.marks.length > 0 && (
        <p>
          <Marks marks={record.marks} />
        </p>
      )}
      <Suspense>
        {shape?.lead?.(record, all)}
        <p className="paper-missing paper-if-pdf">{t('paper.pdf')}</p>
        <p className="paper-missing paper-if-unread">{t('paper.unread-document')}</p>
        <RecordDetails
          record={record}
          facts={shape?.facts(record) ?? []}
          narrativeFirst={shape?.narrativeIsContent?.(record) === true}
          unfolded
        />
      </Suspense>
    </article>
  );
});
