import type { ReactNode } from 'react';
import type { Previous } from '#fhir/trend.ts';
import { t } from '#i18n/translate.ts';
import { formatWhen } from '#chart/kit/format.ts';

const arrows = { up: '↗', down: '↘', same: '→' } as const;

/** "↗ from 5.0", the date of the value before on hover. */
export function Before({ before: { point, direction } }: { before: Previous }): ReactNode {
  const date = formatWhen(point.when, 'days');
  return (
    <span title={t('trend.was', { value: point.written, date })}>
      {direction !== undefined && (
        <>
          <span aria-hidden="true">{`${arrows[direction]} `}</span>
          <span className="unseen">{t(`trend.${direction}`)}</span>
        </>
      )}
      {t('trend.from', { value: point.written })}
    </span>
  );
}
