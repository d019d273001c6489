import type { ClipboardEvent } from 'react';
import type { ChartRecord } from '#fhir/record.ts';
import { clinically } from '#i18n/translate.ts';
import { recordLine, type RowShape } from './record-line.ts';

/**
 * Copying (Ctrl C, ⌘ C) while a row of the list has focus and nothing is selected puts the row's line on the clipboard.
 * A selection of the reader's own is left to the browser.
 */
export function useLineCopy<R extends ChartRecord>(
  records: readonly R[],
  shape: RowShape<R>,
): (event: ClipboardEvent<HTMLElement>) => void {
  return (event) => {
    if (!(event.target instanceof HTMLElement) || getSelection()?.isCollapsed === false) return;
    const key = event.target.closest<HTMLElement>('[data-record]')?.dataset['record'];
    const record = records.find((one) => one.key === key);
    if (record === undefined) return;
    event.preventDefault();
    event.clipboardData.setData(
      'text/plain',
      clinically(() => recordLine(record, shape)),
    );
  };
}
