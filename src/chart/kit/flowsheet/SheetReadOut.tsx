import { type ReactNode, type RefObject, useEffect, useState } from 'react';
import { t } from '#i18n/translate.ts';
import { Flagged, flagWords } from '#chart/kit/Flag.tsx';
import { formatWhen } from '#chart/kit/format.ts';
import type { SheetRow } from './sheet-rows.ts';
import type { Sheet, SheetItem } from './sheet.ts';

interface Props {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly sheet: Sheet;
  readonly rows: readonly SheetRow[];
}

/**
 * What the cell under the pointer or with focus says, in full: test, date, value, flag and range. Without one, what
 * the shapes mean. For eyes only: assistive technology has the cell and its headers.
 */
export function SheetReadOut({ scroller, sheet, rows }: Props): ReactNode {
  const [spot, setSpot] = useState<{ readonly row: number; readonly column: number }>();
  useEffect(() => {
    const box = scroller.current;
    if (box === null) return undefined;
    const look = (event: Event): void => {
      const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('td') : null;
      const row = cell?.closest<HTMLElement>('tr')?.dataset['index'];
      const column = cell?.dataset['column'];
      setSpot(
        row === undefined || column === undefined ? undefined : { row: Number(row), column: Number(column) },
      );
    };
    const leave = (): void => setSpot(undefined);
    box.addEventListener('pointerover', look);
    box.addEventListener('focusin', look);
    box.addEventListener('pointerleave', leave);
    box.addEventListener('focusout', leave);
    return () => {
      box.removeEventListener('pointerover', look);
      box.removeEventListener('focusin', look);
      box.removeEventListener('pointerleave', leave);
      box.removeEventListener('focusout', leave);
    };
  }, [scroller]);
  const row = spot && rows[spot.row];
  const column = spot && sheet.columns[spot.column];
  const items = row?.kind === 'line' && column ? (row.line.cells.get(column.id) ?? []) : [];
  return (
    <p className="sheet-read-out" aria-hidden="true">
      {row?.kind === 'line' && column && items.length > 0 ? (
        <>
          <strong>{row.line.title}</strong>
          {` · ${dateOf(items[0]!)} · `}
          {items.map((item, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- several values of one cell, whose order never changes
            <span key={at}>
              {at > 0 && '; '}
              {at > 0 && dateOf(item) !== dateOf(items[0]!) && `${dateOf(item)} · `}
              {item.title !== row.line.title && `${item.title} · `}
              <Spoken item={item} />
            </span>
          ))}
        </>
      ) : (
        <>
          {t('sheet.legend')}
          <span className="sheet-keys">{` · ${t('sheet.keys')}`}</span>
        </>
      )}
    </p>
  );
}

/** The record's own date: of those without a day one may still say "at 12 years". */
function dateOf({ record: { when } }: SheetItem): string {
  return when === undefined ? t('sheet.undated') : formatWhen(when);
}

function Spoken({ item: { text, unit, flag, range, converted } }: { item: SheetItem }): ReactNode {
  const more = [
    flag === undefined || flag.tone === 'plain' ? undefined : flagWords(flag),
    range && t('trend.range', { range }),
    converted && t('units.converted-from', { sent: converted }),
  ].filter(Boolean);
  return (
    <>
      <Flagged flag={flag}>{text}</Flagged>
      {unit !== undefined && ` ${unit}`}
      {more.length > 0 && ` · ${more.join(' · ')}`}
    </>
  );
}
