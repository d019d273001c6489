import type { ReactNode } from 'react';
import { t } from '#i18n/translate.ts';
import { BesideFrame } from '#app/diagnostics/BesideFrame.tsx';

const parts = [
  { heading: 'privacy.read', says: ['privacy.read.1', 'privacy.read.2'] },
  { heading: 'privacy.goes', says: ['privacy.goes.1', 'privacy.goes.2', 'privacy.goes.3'] },
  {
    heading: 'privacy.kept',
    says: ['privacy.kept.1', 'privacy.kept.2', 'privacy.kept.3', 'privacy.kept.4', 'privacy.kept.5'],
  },
  { heading: 'privacy.sees', says: ['privacy.sees.1', 'privacy.sees.2'] },
  { heading: 'privacy.leave', says: ['privacy.leave.1', 'privacy.leave.2', 'privacy.leave.3'] },
  {
    heading: 'privacy.practices',
    says: ['privacy.practices.1', 'privacy.practices.2', 'privacy.practices.3'],
  },
] as const;

/** What is read, where it goes and what is kept, in plain words; to be read without signing in, and printed. */
export function PrivacyPage({ back }: { back: ReactNode }): ReactNode {
  return (
    <BesideFrame title={t('privacy.title')} back={back}>
      <p className="beside-lead">{t('privacy.short')}</p>
      {parts.map(({ heading, says }) => (
        <section key={heading} className="beside-part" aria-labelledby={heading}>
          <h2 id={heading}>{t(heading)}</h2>
          {says.map((key) => (
            <p key={key}>{t(key)}</p>
          ))}
        </section>
      ))}
      <p className="beside-print">
        <button type="button" className="link-button" onClick={() => window.print()}>
          {t('privacy.print')}
        </button>
      </p>
    </BesideFrame>
  );
}
