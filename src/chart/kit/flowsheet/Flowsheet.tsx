import {
  type KeyboardEvent,
  type FocusEvent,
  type ReactNode,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { SectionId } from '#i18n/en/sections.ts';
import { PlainBeside } from '#chart/kit/plain/PlainBeside.tsx';
import { t } from '#i18n/translate.ts';
import { showOnPage } from '#ui/show-on-page.ts';
import { useWidth } from '#ui/use-width.ts';
import { SheetHead } from './SheetHead.tsx';
import { SheetLineRow } from './SheetLineRow.tsx';
import { SheetReadOut } from './SheetReadOut.tsx';
import { type CellPlace, cellAfter, firstLine, placeOfRecord, sheetRows } from './sheet-rows.ts';
import type { Sheet } from './sheet.ts';
import { useSheetLinks } from './use-sheet-links.ts';
import { useSheetWindow } from './use-sheet-window.ts';
import './Flowsheet.css';

interface Props {
  readonly section: SectionId;
  readonly sheet: Sheet;
  readonly openKey: string | undefined;
}

/** Pixels. The columns' width is fixed, so that nothing moves while one scrolls through the years. */
const columnWidth = 112;
const [nameWidth, narrowNameWidth, narrow] = [248, 136, 560];

/**
 * Tests down, dates across; each value leads to its record. A grid as the ARIA Authoring Practices have it: one stop of
 * the Tab key, arrows from cell to cell. Of a large one only what is in view is drawn; the counts say how much there is.
 */
export function Flowsheet({ section, sheet, openKey }: Props): ReactNode {
  const scroller = useRef<HTMLElement>(null);
  const width = useWidth(scroller, 800);
  const names = width < narrow ? narrowNameWidth : nameWidth;
  const rows = useMemo(() => sheetRows(sheet), [sheet]);
  const view = useSheetWindow({
    scroller,
    rows: rows.length,
    columns: sheet.columns.length,
    columnWidth,
    nameWidth: names,
  });
  const { from, to } = view.columns;
  const columns = useMemo(() => sheet.columns.slice(from, to), [sheet.columns, from, to]);
  const [active, setActive] = useState<CellPlace>();
  const focusOn = useFocusWhenDrawn(scroller);
  const links = useSheetLinks(section);
  useLayoutEffect(() => {
    const place = openKey === undefined ? undefined : placeOfRecord(sheet, rows, openKey);
    if (place !== undefined) view.show(place.row, place.column);
    // Scrolls to what was opened, once; afterwards the reader may scroll as they like.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [openKey, sheet]);
  if (sheet.columns.length === 0) return null;
  const drawn = (place: CellPlace): boolean =>
    place.row >= view.rows.from && place.row < view.rows.to && place.column >= from && place.column < to;
  const fallback = { row: nextLine(rows, view.rows.from), column: from };
  const tab = active !== undefined && drawn(active) && rows[active.row]?.kind === 'line' ? active : fallback;
  const onKey = (event: KeyboardEvent<HTMLElement>): void => {
    const at = placeOf(event.target);
    if (at === undefined || event.altKey || event.metaKey || event.shiftKey) return;
    const next = cellAfter(event.key, event.ctrlKey, at, rows, sheet.columns.length);
    if (next === undefined || (event.ctrlKey && !['Home', 'End'].includes(event.key))) return;
    event.preventDefault();
    setActive(next);
    view.show(next.row, next.column);
    focusOn(next);
  };
  const onFocus = (event: FocusEvent<HTMLElement>): void => {
    const at = placeOf(event.target);
    if (at !== undefined) setActive(at);
  };
  const name = t(`section.${section}`);
  return (
    <>
      <SheetReadOut scroller={scroller} sheet={sheet} rows={rows} />
      <section className="sheet" aria-label={name} ref={scroller} data-rows={rows.length > 12 || undefined}>
        <table
          // Its keys are a grid's; a plain table would keep the arrows from it.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
          role="grid"
          aria-readonly="true"
          aria-rowcount={rows.length + 1}
          aria-colcount={sheet.columns.length + 1}
          style={{ width: names + sheet.columns.length * columnWidth }}
          onClick={links.onClick}
          onKeyDown={onKey}
          onFocus={onFocus}
        >
          <caption className="unseen">{t('sheet.caption', { name })}</caption>
          <colgroup>
            <col style={{ width: names }} />
            {view.columns.before > 0 && <col style={{ width: view.columns.before }} />}
            {columns.map(({ id }) => (
              <col key={id} style={{ width: columnWidth }} />
            ))}
            {view.columns.after > 0 && <col style={{ width: view.columns.after }} />}
          </colgroup>
          <SheetHead columns={columns} from={from} before={view.columns.before} after={view.columns.after} />
          <tbody>
            {view.rows.before > 0 && <Gap height={view.rows.before} />}
            {rows.slice(view.rows.from, view.rows.to).map((row, at) => {
              const index = view.rows.from + at;
              if (row.kind === 'heading')
                return (
                  <tr
                    key={row.id}
                    ref={view.measureRow}
                    data-index={index}
                    className="sheet-heading"
                    aria-rowindex={index + 2}
                  >
                    <th scope="rowgroup" colSpan={sheet.columns.length + 1}>
                      <span>
                        {row.heading}
                        {row.head && <PlainBeside record={row.head} />}
                      </span>
                    </th>
                  </tr>
                );
              return (
                <SheetLineRow
                  key={row.id}
                  line={row.line}
                  index={index}
                  columns={columns}
                  from={from}
                  before={view.columns.before}
                  after={view.columns.after}
                  hrefOf={links.hrefOf}
                  openKey={openKey}
                  tabColumn={tab.row === index ? tab.column : undefined}
                  measure={view.measureRow}
                />
              );
            })}
            {view.rows.after > 0 && <Gap height={view.rows.after} />}
          </tbody>
        </table>
      </section>
    </>
  );
}

function Gap({ height }: { height: number }): ReactNode {
  return <tr aria-hidden="true" className="sheet-gap" style={{ height }} />;
}

function nextLine(rows: ReturnType<typeof sheetRows>, from: number): number {
  const at = rows.findIndex((row, index) => index >= from && row.kind === 'line');
  return at === -1 ? firstLine(rows) : at;
}

/** The cell an element is in. */
function placeOf(target: EventTarget): CellPlace | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('td[data-column]') : null;
  const row = cell?.closest<HTMLElement>('tr')?.dataset['index'];
  return row === undefined ? undefined : { row: Number(row), column: Number(cell?.dataset['column']) };
}

/** Puts focus on a cell as soon as it is drawn: after a scroll that may be some frames later. */
function useFocusWhenDrawn(scroller: { readonly current: HTMLElement | null }): (place: CellPlace) => void {
  const wanted = useRef<CellPlace>(undefined);
  useLayoutEffect(() => {
    const place = wanted.current;
    if (place === undefined) return;
    const cell = scroller.current?.querySelector<HTMLElement>(
      `tr[data-index='${place.row}'] > td[data-column='${place.column}']`,
    );
    if (cell == null) return;
    wanted.current = undefined;
    const inside = cell.querySelector<HTMLElement>('a') ?? cell;
    inside.focus({ preventScroll: true });
    keepInView(scroller.current, cell);
  });
  return (place) => {
    wanted.current = place;
  };
}

/** Scrolls so far that neither the head nor the names hide the cell, and no edge of the page: it may be a small one. */
function keepInView(box: HTMLElement | null, cell: HTMLElement): void {
  const head = box?.querySelector('thead th');
  if (box === null || head == null) return;
  const [outer, inner, corner] = [box, cell, head].map((one) => one.getBoundingClientRect()) as [
    DOMRect,
    DOMRect,
    DOMRect,
  ];
  const [left, top] = [outer.left + corner.width, outer.top + corner.height];
  if (inner.left < left) box.scrollLeft -= left - inner.left;
  else if (inner.right > outer.right) box.scrollLeft += inner.right - outer.right;
  if (inner.top < top) box.scrollTop -= top - inner.top;
  else if (inner.bottom > outer.top + box.clientHeight)
    box.scrollTop += inner.bottom - outer.top - box.clientHeight;
  showOnPage(cell);
}
