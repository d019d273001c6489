/** Any record of a list as one line of plain text: what its row says. */
import type { ReactNode } from 'react';
import { formatWhen } from '#chart/kit/format.ts';
import { joined } from '#chart/kit/fact-words.ts';
import type { Column, ListShape } from '#chart/kit/list.ts';
import { words } from '#chart/kit/words.ts';
import type { ChartRecord } from '#fhir/record.ts';
import { t } from '#i18n/translate.ts';
import { isObservationRecord, observationLine } from './observation-line.ts';

/** What a list's rows are made of. */
export type RowShape<R> = Pick<ListShape<R & ChartRecord>, 'columns' | 'subtitle' | 'findText'>;

/** A cell in words: its own, or what is drawn where that is only text. */
export function cellText<R>(column: Column<R>, record: R): string {
  if (column.text !== undefined) return column.text(record);
  return plainText(column.cell(record));
}

/** What stands under the name, in words: where it is drawn, what "find" looks through says the same. */
export function subtitleText<R extends ChartRecord>(shape: RowShape<R>, record: R): string {
  const drawn = shape.subtitle?.(record);
  const text = plainText(drawn);
  return text === '' && drawn !== undefined && drawn !== null && drawn !== ''
    ? (shape.findText?.(record) ?? '')
    : text;
}

/** "Lisinopril 10 mg oral tablet, 1 tablet daily; Status: Active; Who: TESTING, PROVIDER; since May 4, 2019". */
export function recordLine<R extends ChartRecord>(record: R, shape: RowShape<R>): string {
  if (isObservationRecord(record)) return observationLine(record);
  const cells = shape.columns
    .filter(({ id }) => id !== 'when')
    .map((column) => [t(column.header), cellText(column, record)] as const)
    .filter(([, text]) => text !== '')
    .map(([header, text]) => t('take.labelled', { label: header, value: text }));
  return oneLine(
    joined(
      [
        joined([words(record.title), ...record.marks.map(({ phrase }) => words(phrase))]),
        subtitleText(shape, record),
        ...cells,
        record.when === undefined ? t('list.no-date') : formatWhen(record.when, 'days'),
      ],
      '; ',
    ),
  );
}

export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function plainText(node: ReactNode): string {
  return typeof node === 'string' ? node : typeof node === 'number' ? String(node) : '';
}
