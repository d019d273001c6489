import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect, useState } from 'react';

/** Which rows of a long list to draw, and how much room to keep for the others. */
export interface RowWindow {
  readonly from: number;
  readonly to: number;
  /** Pixels. */
  readonly before: number;
  readonly after: number;
  /** Brings a row into view that may not be drawn yet; `start`: to the top of it. */
  readonly show: (index: number, align?: 'start') => void;
  readonly measure: ((row: HTMLTableRowElement | null) => void) | undefined;
}

/** Below this all rows are drawn: the browser's own find sees them all. */
const manyRows = 150;

export function useRowWindow(count: number, body: RefObject<HTMLElement | null>): RowWindow {
  const [top, setTop] = useState(0);
  const windowed = count > manyRows;
  useLayoutEffect(() => {
    if (windowed && body.current) setTop(body.current.getBoundingClientRect().top + window.scrollY);
  }, [windowed, body]);
  // oxlint-disable-next-line react/incompatible-library -- its answers change with every scroll and are not memoized here
  const virtual = useWindowVirtualizer({
    count,
    enabled: windowed,
    estimateSize: () => 33,
    overscan: 20,
    scrollMargin: top,
    scrollPaddingStart: 140,
  });
  if (!windowed) {
    return { from: 0, to: count, before: 0, after: 0, show: () => undefined, measure: undefined };
  }
  const items = virtual.getVirtualItems();
  const [first, last] = [items[0], items.at(-1)];
  return {
    from: first?.index ?? 0,
    to: last ? last.index + 1 : Math.min(count, manyRows),
    before: first ? first.start - top : 0,
    after: last ? Math.max(0, virtual.getTotalSize() + top - last.end) : 0,
    show: (index, align) => virtual.scrollToIndex(index, align === undefined ? {} : { align }),
    measure: virtual.measureElement,
  };
}
