/** The summary's blocks of what happened: visits, notes, and any other section that asks for a place. */
import type { ReactNode } from 'react';
import { formatWhen } from '#chart/kit/format.ts';
import { kindById } from '#chart/kit/kinds.ts';
import { useRecords } from '#chart/kit/use-records.ts';
import { words } from '#chart/kit/words.ts';
import { documents } from '#fhir/documents.ts';
import { encounters } from '#fhir/encounters.ts';
import { byNewest } from '#fhir/kind.ts';
import type { KindId } from '#fhir/plan.ts';
import type { SectionId } from '#i18n/en/sections.ts';
import { SummaryBlock } from './SummaryBlock.tsx';

export function VisitsBlock(): ReactNode {
  return (
    <SummaryBlock
      section="encounters"
      records={useRecords(encounters)}
      qualifier="summary.newest"
      rows={(records) =>
        records.toSorted(byNewest).map((record) => ({
          record,
          under: record.reasons.join(', '),
          cells: [
            record.period?.start ? formatWhen({ kind: 'date', date: record.period.start }, 'days') : '',
          ],
        }))
      }
    />
  );
}

export function DocumentsBlock(): ReactNode {
  return (
    <SummaryBlock
      section="documents"
      records={useRecords(documents)}
      qualifier="summary.newest"
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
