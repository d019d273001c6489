import { type ReactNode, useMemo } from 'react';
import { t } from '#i18n/translate.ts';
import { mostNarrative, sanitizeNarrative } from './sanitize-narrative.ts';
import './Narrative.css';

/** A record's own words. The one place in the app that inserts markup; `sanitizeNarrative` made it safe. */
export function Narrative({ html }: { html: string }): ReactNode {
  const safe = useMemo(() => ({ __html: sanitizeNarrative(html) }), [html]);
  return (
    <>
      {/* oxlint-disable-next-line react/no-danger -- made safe above, and TrustedHTML under the page's policy */}
      <div className="narrative" dangerouslySetInnerHTML={safe} />
      {html.length > mostNarrative && <p className="muted">{t('record.narrative-cut')}</p>}
    </>
  );
}
