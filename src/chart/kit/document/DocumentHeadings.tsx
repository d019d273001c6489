import type { ReactNode } from 'react';
import { t } from '#i18n/translate.ts';

/** Two headings are seen at a glance; a longer document gets its table of contents. */
const fewest = 3;
/** Nobody finds a place among more, and a note of nothing but headings would hold up the page. */
const most = 200;

interface Props {
  readonly headings: readonly string[];
  readonly onShow: (at: number) => void;
}

/** The document's own headings, each leading to its place. */
export function DocumentHeadings({ headings, onShow }: Props): ReactNode {
  if (headings.length < fewest) return null;
  return (
    <nav className="document-headings" aria-label={t('document.headings')}>
      {headings.slice(0, most).map((heading, at) => (
        // Headings may repeat, and their order never changes.
        // oxlint-disable-next-line react/no-array-index-key
        <button key={at} type="button" className="link-button" onClick={() => onShow(at)}>
          {heading}
        </button>
      ))}
    </nav>
  );
}
