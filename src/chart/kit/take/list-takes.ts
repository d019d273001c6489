/** What can be taken of a list as it stands: copied, saved as a table, printed. */
import { faceOf, availabilityOf } from '#chart/kit/availability.ts';
import { absenceText, missingParts } from '#chart/kit/absence-words.ts';
import type { Chart } from '#chart/kit/chart-context.tsx';
import { kindOfSection } from '#chart/kit/section-of.ts';
import type { SectionId } from '#i18n/en/sections.ts';
import type { ChartRecord } from '#fhir/record.ts';
import { clinically, t } from '#i18n/translate.ts';
import { csvText } from '#fhir/csv.ts';
import { listText } from './list-text.ts';
import { copied, type Outcome, saved, type Take } from './outcome.ts';
import type { RowShape } from './record-line.ts';
import { tableRows } from './table-rows.ts';
import { whoseOf } from './whose.ts';

export interface TakenList<R extends ChartRecord> {
  readonly section: SectionId;
  readonly shape: RowShape<R>;
  /** As the list shows them. */
  readonly records: readonly R[];
  /** How many there are before the reader narrowed the list. */
  readonly of: number;
}

/** What is missing from a section, in sentences; `shown` records of it stand beside them. */
export function missingOf(section: SectionId, shown: number, chart: Chart, now: number): readonly string[] {
  const kind = kindOfSection(section);
  if (kind === undefined) return [];
  const availability = availabilityOf(chart.reading, kind);
  const face = faceOf(availability, shown);
  if (face !== 'records' && shown === 0) return [absenceText(section, { face, availability, kind }, chart)];
  return missingParts({ availability, kind }, chart, now).map(({ text }) => text);
}

export function csvOf<R extends ChartRecord>(
  list: TakenList<R>,
  chart: Chart,
  now: number,
): string | undefined {
  return clinically(() => {
    const table = tableOf(list, chart, now);
    return table && csvText(tableRows(table));
  });
}

function tableOf<R extends ChartRecord>(
  { section, shape, records, of }: TakenList<R>,
  chart: Chart,
  now: number,
) {
  const whose = whoseOf(chart, now);
  if (whose === undefined) return undefined;
  const narrowed = records.length < of ? [t('take.narrowed', { shown: records.length, n: of })] : [];
  return { records, shape, whose, missing: [...narrowed, ...missingOf(section, records.length, chart, now)] };
}

/** @param list as it stands when one of them is chosen */
export function listTakes<R extends ChartRecord>(
  list: () => TakenList<R>,
  chart: Chart,
  goTo: (section: SectionId) => void,
): readonly Take[] {
  return [
    {
      label: t('take.copy-list'),
      run: (): Promise<Outcome> | Outcome => {
        const now = list();
        const text = clinically(() => {
          const table = tableOf(now, chart, Date.now());
          return table && listText(t(`section.${now.section}`), table);
        });
        return text === undefined ? { kind: 'failed' } : copied(text);
      },
    },
    {
      label: t('take.save-csv'),
      run: (): Outcome => {
        const now = list();
        const text = csvOf(now, chart, Date.now());
        return text === undefined ? { kind: 'failed' } : saved(now.section, 'csv', [text]);
      },
    },
    {
      label: t('take.print-list'),
      run: () => {
        goTo(list().section);
        return undefined;
      },
    },
  ];
}
