/** The summary's blocks of what happened: visits, notes, and any other section that asks for a place. */
import { type ReactNode } from 'react';
import { useChart } from '#chart/kit/chart-context.tsx';
import { joined } from '#chart/kit/fact-words.ts';
import { useWorded } from '#ui/use-worded.ts';
import { formatDay, formatWhen } from '#chart/kit/format.ts';
import { kindById } from '#chart/kit/kinds.ts';
import { useNoteReports } from '#chart/kit/use-note-count.ts';
import { useRecords } from '#chart/kit/use-records.ts';
import { words } from '#chart/kit/words.ts';
import { documents } from '#fhir/documents.ts';
import { type EncounterRecord, encounters } from '#fhir/encounters.ts';
import { comingVisits, pastVisits } from '#fhir/follow-up.ts';
import { byNewest } from '#fhir/kind.ts';
import type { KindId } from '#fhir/plan.ts';
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
      qualifier="summary.newest"
      room={9}
      rows={(records) =>
        [...next, ...pastVisits(records, now)].map((record, at) => {
          const start = startDate(record.when);
          return {
            record,
            ...(record.type === 'Encounter' ? {} : { section: 'other' as const }),
            under: 'reasons' in record ? (record as EncounterRecord).reasons.join(', ') : undefined,
            cells: [joined([at < next.length && t('summary.coming-visit'), start && formatDay(start)], ', ')],
          };
        })
      }
    />
  );
}

export function DocumentsBlock(): ReactNode {
  const { reading } = useChart();
  const also = useNoteReports() + (reading.wholeRecordUrl === undefined ? 0 : 1);
  return (
    <SummaryBlock
      section="documents"
      records={useRecords(documents)}
      also={also}
      qualifier="summary.newest"
      room={9}
      rows={(records) =>
        records.toSorted(byNewest).map((record) => ({
          record,
          under: record.authors.map(({ name }) => name).join(', '),
          cells: [record.when && formatWhen(record.when, 'days')],
        }))
      }
    />
  );
}

export function GenericBlock({ section, kind }: { section: SectionId; kind: KindId }): ReactNode {
  return (
    <SummaryBlock
      section={section}
      records={useRecords(kindById(kind))}
      rows={(records) =>
        records
          .filter(({ standing }) => standing !== 'past')
          .map((record) => ({
            record,
            under: record.status === undefined ? undefined : words(record.status),
            cells: [record.when && formatWhen(record.when, 'days')],
          }))
      }
    />
  );
}
