/** A trend as a table to be saved: a row a value, as its table shows them. */
import type { Chart } from '#chart/kit/chart-context.tsx';
import { flagWords } from '#chart/kit/Flag.tsx';
import type { Take } from '#chart/kit/take/outcome.ts';
import { sentWhen, type ViewTable, viewTake } from '#chart/kit/take/view-csv.ts';
import { words } from '#chart/kit/words.ts';
import type { TrendLine } from '#fhir/trend.ts';
import { t } from '#i18n/translate.ts';
import { rangeWords } from './point-text.ts';

/** @param notes what the trend does not show, as it says itself */
export function trendTableTake(lines: readonly TrendLine[], notes: readonly string[], chart: Chart): Take {
  return viewTake(t('take.save-values'), 'trend', () => ({ ...trendTable(lines), notes }), chart);
}

/** Line by line, the newest value first. */
export function trendTable(lines: readonly TrendLine[]): Omit<ViewTable, 'notes'> {
  return {
    header: [
      t('column.test'),
      t('take.date'),
      t('trend.value'),
      t('column.unit'),
      t('column.flag'),
      t('column.range'),
      t('take.sent-as'),
      t('take.record'),
    ],
    rows: lines.flatMap(({ title, unit, points }) =>
      points
        .toReversed()
        .map(({ when, written, flag, band, sent, key }) => [
          words(title),
          sentWhen(when),
          written,
          unit ?? '',
          flag === undefined || flag.tone === 'plain' ? '' : flagWords(flag),
          rangeWords(band) ?? '',
          sent ?? '',
          key,
        ]),
    ),
  };
}
