import { type ReactNode, Suspense } from 'react';
import { t } from '#i18n/translate.ts';
import { ErrorBoundary } from '#ui/ErrorBoundary.tsx';

/**
 * What opens over the chart and has a file of its own. Where that does not come (offline, say), this alone says so: the
 * chart behind it stays.
 */
export function Overlay({ children }: { children: ReactNode }): ReactNode {
  return (
    <ErrorBoundary
      fallback={(again) => (
        <span className="overlay-missing" role="alert">
          {t('chart.overlay-missing')}{' '}
          <button type="button" className="link-button" onClick={again}>
            {t('absence.again')}
          </button>
        </span>
      )}
    >
      <Suspense>{children}</Suspense>
    </ErrorBoundary>
  );
}
