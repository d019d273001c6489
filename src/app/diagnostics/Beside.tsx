import '#i18n/later.ts';
import { useEffect, type ReactNode } from 'react';
import { t } from '#i18n/translate.ts';
import { besideNow, type BesideName } from '#app/beside.ts';
import type { Opening } from '#app/opening.ts';
import { paths } from '#app/paths.ts';
import { PrivacyPage } from '#app/privacy/PrivacyPage.tsx';
import { DiagnosticsPage } from './DiagnosticsPage.tsx';
import './Beside.css';

/** A page beside the chart, with the way back to whatever it was opened from. */
export function Beside({ name, opening }: { name: BesideName; opening: Opening }): ReactNode {
  // Loaded at this address, or again: nothing has been opened here, and the start page finds out what there is.
  const isAlone = opening.state === 'starting';
  useEffect(() => {
    if (!isAlone) return undefined;
    // "Back" within this document takes the page away: it begins as if the page had never been there.
    return () => {
      if (besideNow() === undefined) location.reload();
    };
  }, [isAlone]);
  const back = (
    <p className="beside-back">
      {isAlone ? (
        <a href={paths.home}>{t('diag.start')}</a>
      ) : (
        <button type="button" className="link-button" onClick={() => history.back()}>
          {t('diag.back')}
        </button>
      )}
    </p>
  );
  return name === 'privacy' ? <PrivacyPage back={back} /> : <DiagnosticsPage opening={opening} back={back} />;
}
