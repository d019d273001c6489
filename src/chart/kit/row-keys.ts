import type { KeyboardEvent } from 'react';

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 12, PageUp: -12 };

/**
 * Arrow keys go from row to row of a table (`tr[data-index]` with a `[data-record]` link in it); Enter follows the
 * link, as links do. Rows without a link are stepped over.
 * @param show brings a row into view that may not be drawn yet
 */
export function moveFocus(
  event: KeyboardEvent<HTMLElement>,
  count: number,
  show: (index: number) => void,
): void {
  const at = Number(event.currentTarget.closest('tr')?.dataset['index'] ?? Number.NaN);
  const to =
    event.key === 'Home' ? 0 : event.key === 'End' ? count - 1 : at + (steps[event.key] ?? Number.NaN);
  if (Number.isNaN(to) || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const index = Math.min(count - 1, Math.max(0, to));
  const body = event.currentTarget.closest('tbody');
  const onward = event.key === 'Home' || (to >= at && event.key !== 'End') ? 1 : -1;
  const linkIn = (row: number): HTMLElement | null | undefined =>
    body?.querySelector<HTMLElement>(`tr[data-index='${row}'] [data-record]`);
  const focus = (): boolean => {
    // A fold's line and a heading may stand between two rows.
    const link = [0, 1, 2, 3].map((step) => linkIn(index + step * onward)).find((one) => one != null);
    link?.focus();
    return link != null;
  };
  if (focus()) return;
  show(index);
  requestAnimationFrame(() => focus());
}
