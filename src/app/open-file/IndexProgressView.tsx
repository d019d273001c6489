import type { ReactNode } from 'react';
import { t } from '#i18n/translate.ts';

/** How far the files have been gone through. */
export function IndexProgressView({
  read,
  total,
  records,
  stop,
}: {
  read: number;
  total: number;
  records: number;
  /** Left out where there is nothing to go back to. */
  stop?: () => void;
}): ReactNode {
  const percent = total === 0 ? 100 : Math.floor((100 * read) / total);
  return (
    <div className="open-reading">
      <progress aria-label={t('open.progress')} max={100} value={percent} />
      <p>{t('open.reading', { percent, n: records })}</p>
      {stop && (
        <button type="button" className="link-button" onClick={stop}>
          {t('open.cancel')}
        </button>
      )}
    </div>
  );
}
