import type { ReactNode } from 'react';
import type { PressureBefore as Earlier } from '#fhir/pressure-course.ts';
import type { Previous } from '#fhir/trend.ts';
import { t } from '#i18n/translate.ts';
import { LimitedValue } from '#chart/kit/LimitedValue.tsx';
import { limitWords } from '#chart/kit/limit-words.ts';
import { formatWhen } from '#chart/kit/format.ts';
import '#chart/kit/Value.css';

const arrows = { up: '↗', down: '↘', same: '→' } as const;

/** "↗ from 5.0", "from >60" without an arrow; the date of the value before on hover. */
export function Before({ before: { point, direction } }: { before: Previous }): ReactNode {
  const date = formatWhen(point.when, 'days');
  return (
    <span className="value-before" title={t('trend.was', { value: limitWords(point.written), date })}>
      {direction !== undefined && (
        <>
          <span aria-hidden="true">{`${arrows[direction]} `}</span>
          <span className="unseen">{t(`trend.${direction}`)}</span>
        </>
      )}
      <LimitedValue written={point.written} say={(value) => t('trend.from', { value })} />
    </span>
  );
}

/**
 * "↗ from 142/88"; where the pressures went different ways "↗/↘ from 142/92", the systolic first, as the reading itself
 * is written. Heard as "systolic up, diastolic down, from 142/92".
 */
export function PressureBefore({ before: { written, when, directions } }: { before: Earlier }): ReactNode {
  const value = t('trend.from', { value: written });
  const title = t('trend.was', { value: written, date: formatWhen(when, 'days') });
  if (directions === undefined)
    return (
      <span className="value-before" title={title}>
        {value}
      </span>
    );
  const [systolic, diastolic] = directions;
  const same = systolic === diastolic;
  return (
    <span className="value-before" title={title}>
      <span aria-hidden="true">
        {`${same ? arrows[systolic] : `${arrows[systolic]}/${arrows[diastolic]}`} `}
      </span>
      <span className="unseen">
        {same ? t(`trend.${systolic}`) : t('trend.pressures', { systolic, diastolic })}
      </span>
      {value}
    </span>
  );
}
