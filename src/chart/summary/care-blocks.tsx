/** The summary's blocks of what happened: visits, notes, and any other section that asks for a place. */
import { type ReactNode, useMemo } from 'react';
import { useChart } from '#chart/kit/chart-context.tsx';
import { joined } from '#chart/kit/fact-words.ts';
import { useWorded } from '#ui/use-worded.ts';
import { formatDay, formatWhen } from '#chart/kit/format.ts';
import { kindById } from '#chart/kit/kinds.ts';
import { visitWhy } from '#chart/kit/story/visit-why.ts';
import { useRecords } from '#chart/kit/use-records.ts';
import { words } from '#chart/kit/words.ts';
import { documents, documentsInReports } from '#fhir/documents.ts';
import { type EncounterRecord, encounters } from '#fhir/encounters.ts';
import { comingVisits, pastVisits } from '#fhir/follow-up.ts';
import { byNewest } from '#fhir/kind.ts';
import type { KindId } from '#fhir/plan.ts';
import type { ChartRecord } from '#fhir/record.ts';
import { reports as reportKind } from '#fhir/reports.ts';
import { startDate } from '#fhir/timeline.ts';
import type { SectionId } from '#i18n/en/sections.ts';
import { t } from '#i18n/translate.ts';
import { useNow } from '#ui/use-now.ts';
import { SummaryBlock } from './SummaryBlock.tsx';

/** The next two that are still to come, appointments among them; then what has been, newest first. */
export function VisitsBlock(): ReactNode {
  const now = new Date(useNow()).setSeconds(0, 0);
  const others = useRecords(kindById('other')).records;
  const visits = useRecords(encounters).records;
  const next = useWorded(
    () =>
      comingVisits(
        [
          ...visits.map((record) => ({ kind: 'encounters', record }) as const),
          ...others.map((record) => ({ kind: 'other', record }) as const),
        ],
        now,
      )
        .map(({ record }) => record)
        .slice(0, 2),
    [visits, others, now],
  );
  return (
    <SummaryBlock
      section="encounters"
      records={useRecords(encounters)}
      qualifier="newest"
      room={9}
      items={(records): readonly ChartRecord[] => [...next, ...pastVisits(records, now)]}
      row={(record) => {
        const start = startDate(record.when);
        return {
          record,
          ...(record.type === 'Encounter' ? {} : { section: 'other' as const }),
          under: 'reasons' in record ? visitWhy(record as EncounterRecord) || undefined : undefined,
          cells: [
            joined([next.includes(record) && t('summary.coming-visit'), start && formatDay(start)], ', '),
          ],
        };
      }}
    />
  );
}

export function DocumentsBlock(): ReactNode {
  const { reading } = useChart();
  const own = useRecords(documents);
  const reports = useRecords(reportKind).records;
  // As in their section: what a report says in words or as a document is a note, too.
  const inReports = useMemo(() => documentsInReports(reports), [reports]);
  const notes = [...own.records, ...inReports];
  return (
    <SummaryBlock
      section="documents"
      records={{ ...own, records: notes, face: notes.length > 0 ? 'records' : own.face }}
      also={reading.wholeRecordUrl === undefined ? 0 : 1}
      qualifier="newest"
      room={9}
      items={(records) => records.toSorted(byNewest)}
      row={(record) => ({
        record,
        under: record.authors.map(({ name }) => name).join(', '),
        cells: [record.when && formatWhen(record.when, 'days')],
      })}
    />
  );
}

export function GenericBlock({ section, kind }: { section: SectionId; kind: KindId }): ReactNode {
  return (
    <SummaryBlock
      section={section}
      records={useRecords(kindById(kind))}
      qualifier="current"
      items={(records) => records.filter(({ standing }) => standing !== 'past')}
      row={(record) => ({
        record,
        under: record.status === undefined ? undefined : words(record.status),
        cells: [record.when && formatWhen(record.when, 'days')],
      })}
    />
  );
}
