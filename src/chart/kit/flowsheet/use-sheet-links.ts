import { type MouseEvent, useCallback } from 'react';
import { useHref, useNavigate } from 'react-router';
import type { SectionId } from '#i18n/en/sections.ts';
import { useChart } from '#chart/kit/chart-context.tsx';

export interface SheetLinks {
  /** The same function from drawing to drawing: cells are remembered by it. */
  readonly hrefOf: (key: string) => string;
  readonly onClick: (event: MouseEvent<HTMLElement>) => void;
}

/**
 * Links of a flowsheet's cells, as `ui/Link.tsx` makes them, but for all cells at once: a plain click goes there within
 * the app, everything else (a new tab, copy) is the browser's.
 */
export function useSheetLinks(section: SectionId): SheetLinks {
  const { paths } = useChart();
  const navigate = useNavigate();
  const own = paths.section(section);
  const href = useHref(own);
  const hrefOf = useCallback(
    (key: string) => `${href}${paths.record(section, key).slice(own.length)}`,
    [href, own, paths, section],
  );
  return {
    hrefOf,
    onClick: (event) => {
      const { target, button, metaKey, altKey, ctrlKey, shiftKey } = event;
      const link = target instanceof Element ? target.closest<HTMLElement>('a[data-record]') : null;
      const key = link?.dataset['record'];
      if (key === undefined || event.defaultPrevented) return;
      if (button !== 0 || metaKey || altKey || ctrlKey || shiftKey) return;
      event.preventDefault();
      void navigate(paths.record(section, key));
    },
  };
}
