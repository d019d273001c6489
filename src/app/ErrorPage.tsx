import type { ReactNode } from 'react';
import { Link } from '#ui/Link.tsx';
import { t } from '#i18n/translate.ts';
import { paths } from './paths.ts';

/** In place of a section that could not be drawn: the banner and the other sections stay. */
export function ErrorPage({ again }: { again: () => void }): ReactNode {
  return (
    <section className="section">
      <h1 id="section-title" className="section-title">
        {t('chart.broken-title')}
      </h1>
      <p>{t('chart.broken')}</p>
      <p className="error-actions">
        <button type="button" className="link-button" onClick={again}>
          {t('absence.again')}
        </button>
        <Link to={paths.chart}>{t('chart.to-summary')}</Link>
      </p>
    </section>
  );
}
