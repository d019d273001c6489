import { useVirtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';

/** One direction of a window: what to draw of a list, and how much room to keep before and after it. */
export interface Span {
  readonly from: number;
  readonly to: number;
  /** Pixels. */
  readonly before: number;
  readonly after: number;
}

export interface SheetWindow {
  readonly rows: Span;
  readonly columns: Span;
  readonly measureRow: ((row: HTMLTableRowElement | null) => void) | undefined;
  /** Brings a cell into view that may not be drawn yet. */
  readonly show: (row: number, column: number) => void;
}

/** Below these all is drawn: the browser's own find and print see everything. */
const [manyRows, manyColumns] = [80, 16];
const headHeight = 60;

interface Options {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly rows: number;
  readonly columns: number;
  readonly columnWidth: number;
  /** Of the column of names, which stays in view. */
  readonly nameWidth: number;
}

/** The part of a large flowsheet that is in view, both ways; a small one is drawn whole. */
export function useSheetWindow({ scroller, rows, columns, columnWidth, nameWidth }: Options): SheetWindow {
  const [windowedRows, windowedColumns] = [rows > manyRows, columns > manyColumns];
  // oxlint-disable-next-line react/incompatible-library -- its answers change with every scroll and are not memoized here
  const down = useVirtualizer({
    count: rows,
    enabled: windowedRows,
    getScrollElement: () => scroller.current,
    estimateSize: () => 33,
    overscan: 5,
    // The head stands over the rows: what it hides below counts as out of sight.
    scrollPaddingEnd: headHeight,
    useFlushSync: false,
  });
  const across = useVirtualizer({
    horizontal: true,
    count: columns,
    enabled: windowedColumns,
    getScrollElement: () => scroller.current,
    estimateSize: () => columnWidth,
    paddingStart: nameWidth,
    scrollPaddingStart: nameWidth,
    overscan: 2,
    useFlushSync: false,
  });
  return {
    rows: windowedRows ? spanOf(down, rows, 0) : whole(rows),
    columns: windowedColumns ? spanOf(across, columns, nameWidth) : whole(columns),
    measureRow: windowedRows ? down.measureElement : undefined,
    show: (row, column) => {
      if (windowedRows) down.scrollToIndex(row, { align: 'auto' });
      if (windowedColumns && column >= 0) across.scrollToIndex(column, { align: 'auto' });
    },
  };
}

function whole(count: number): Span {
  return { from: 0, to: count, before: 0, after: 0 };
}

interface Virtual {
  getVirtualItems(): readonly { readonly index: number; readonly start: number; readonly end: number }[];
  getTotalSize(): number;
}

function spanOf(virtual: Virtual, count: number, start: number): Span {
  const items = virtual.getVirtualItems();
  const [first, last] = [items[0], items.at(-1)];
  // Before the first measuring: what fits on any screen.
  if (first === undefined || last === undefined) return { ...whole(Math.min(count, 24)) };
  return {
    from: first.index,
    to: last.index + 1,
    before: Math.max(0, first.start - start),
    after: Math.max(0, virtual.getTotalSize() - last.end),
  };
}
