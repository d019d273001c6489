import type { ReactNode } from 'react';
import { t } from '#i18n/translate.ts';
import { formatWhen } from '#chart/kit/format.ts';
import type { SheetColumn } from './sheet.ts';
import type { Span } from './use-sheet-window.ts';

interface Props {
  readonly columns: readonly SheetColumn[];
  readonly from: number;
  readonly before: Span['before'];
  readonly after: Span['after'];
}

/** The dates of a flowsheet, over the columns in view. */
export function SheetHead({ columns, from, before, after }: Props): ReactNode {
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" aria-colindex={1}>
          {t('column.test')}
        </th>
        {before > 0 && <td aria-hidden="true" className="sheet-gap" />}
        {columns.map((column, at) => (
          <th scope="col" key={column.id} aria-colindex={from + at + 2}>
            <ColumnDate column={column} />
          </th>
        ))}
        {after > 0 && <td aria-hidden="true" className="sheet-gap" />}
      </tr>
    </thead>
  );
}

/** The day, below it the time of day where one was sent. */
function ColumnDate({ column: { when } }: { column: SheetColumn }): ReactNode {
  if (when === undefined) return t('sheet.undated');
  const [day, whole] = [formatWhen(when, 'days'), formatWhen(when)];
  const time = whole.startsWith(`${day}, `) ? whole.slice(day.length + 2) : undefined;
  return (
    <>
      {day}
      {time !== undefined && (
        <>
          <br />
          {time}
        </>
      )}
    </>
  );
}
