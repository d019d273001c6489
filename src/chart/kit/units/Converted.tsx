import type { ReactNode } from 'react';
import { t } from '#i18n/translate.ts';
import '#chart/kit/Value.css';

/** Beside a value that stands in another unit than it was sent in; how it was sent on hover. */
export function Converted({ sent }: { sent: string | undefined }): ReactNode {
  if (sent === undefined) return null;
  return (
    <span className="value-converted" title={t('units.converted-from', { sent })}>
      {` ${t('units.converted')}`}
    </span>
  );
}
