import { type ReactNode, useEffect } from 'react';
import { formatReadAt } from '#chart/kit/format.ts';
import { datedName } from '#chart/kit/take/outcome.ts';
import type { Whose } from '#chart/kit/take/whose.ts';
import { t } from '#i18n/translate.ts';
import { useNow } from '#ui/use-now.ts';
import { putPageMargins } from './paper/page-margins.ts';
import { useWhose } from './use-whose.ts';
import './print.css';

/**
 * While a chart is open, whatever is printed of it says on every page whose it is. Beside that a line, on paper alone,
 * that a page printed from the screen holds what the screen held.
 */
export function PageMargins({ isPaper }: { readonly isPaper: boolean }): ReactNode {
  const whose = useWhose();
  // The minute of the page's own clock, as the sheet says it: one print has one time.
  const time = formatReadAt(useNow(), 0);
  useEffect(() => (whose === undefined ? undefined : putPageMargins(pageWords(whose, time))), [whose, time]);
  useNeutralTitle();
  return isPaper ? null : <p className="print-note">{t('paper.screen-only')}</p>;
}

function pageWords({ line, source }: Whose, time: string): Parameters<typeof putPageMargins>[0] {
  return {
    whose: line,
    source: `${source} · ${t('paper.printed', { time })}`,
  };
}

/** A browser names a PDF after the window's title, and writes it into the file: neither is a place for a name. */
function useNeutralTitle(): void {
  useEffect(() => {
    let before: string | undefined;
    const hide = (): void => {
      before ??= document.title;
      document.title = datedName('record', 'pdf').replace(/\.pdf$/, '');
    };
    const show = (): void => {
      if (before !== undefined) document.title = before;
      before = undefined;
    };
    window.addEventListener('beforeprint', hide);
    window.addEventListener('afterprint', show);
    return () => {
      window.removeEventListener('beforeprint', hide);
      window.removeEventListener('afterprint', show);
    };
  }, []);
}
