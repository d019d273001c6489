/** The timeline as it is narrowed, as a table to be saved: a row a record, in the order of the page. */
import type { Chart } from '#chart/kit/chart-context.tsx';
import { joined } from '#chart/kit/fact-words.ts';
import { formatDay } from '#chart/kit/format.ts';
import { sectionOf } from '#chart/kit/section-of.ts';
import { saysText } from '#chart/kit/story/says-text.ts';
import type { Take } from '#chart/kit/take/outcome.ts';
import { sentWhen, type ViewTable, viewTake } from '#chart/kit/take/view-csv.ts';
import { words } from '#chart/kit/words.ts';
import type { ChartRecord } from '#fhir/record.ts';
import { startDate, type Timeline } from '#fhir/timeline.ts';
import type { Entry } from '#fhir/visit-links.ts';
import { t } from '#i18n/translate.ts';

/** @param notes what is not read and what the reader left out */
export function timelineTake(timeline: Timeline, notes: () => readonly string[], chart: Chart): Take {
  const table = (): ViewTable => ({ ...timelineTable(timeline), notes: notes() });
  return viewTake(t('take.save-timeline'), 'timeline', table, chart);
}

export function timelineTable({ groups, undated }: Timeline): Omit<ViewTable, 'notes'> {
  const row = ({ kind, record }: Entry, visit?: ChartRecord): readonly string[] => [
    sentWhen(record.when),
    t(`nav.${sectionOf(kind)}`),
    words(record.title),
    saysText({ kind, record }),
    visit === undefined ? '' : visitName(visit),
    record.key,
  ];
  return {
    header: [
      t('take.date'),
      t('column.kind'),
      t('column.name'),
      t('timeline.says'),
      t('observation.encounter'),
      t('take.record'),
    ],
    rows: [
      ...groups.flatMap(({ visit, entries }) => [
        ...(visit === undefined ? [] : [row({ kind: 'encounters', record: visit })]),
        ...entries.map((entry) => row(entry, visit)),
      ]),
      ...undated.map((entry) => row(entry)),
    ],
  };
}

function visitName({ when, title }: ChartRecord): string {
  const date = startDate(when);
  return joined([date && formatDay(date), words(title)]);
}
