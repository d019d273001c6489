import type { ReactNode } from 'react';
import { formatWhen } from '#chart/kit/format.ts';
import type { GrowthPoint } from '#fhir/growth/growth-points.ts';
import type { Growth } from '#fhir/growth/growth-reference.ts';
import { t } from '#i18n/translate.ts';
import { ageWords, percentileWords, zWords } from './age-words.ts';
import { measureName } from './measure-name.ts';

interface Props {
  readonly points: readonly GrowthPoint[];
  readonly growth: Growth;
  readonly onOpen: (key: string) => void;
}

/** The same as the drawing, newest first. */
export function GrowthTable({ points, growth, onOpen }: Props): ReactNode {
  return (
    <div className="trend-table">
      <table>
        <caption className="unseen">{measureName(growth)}</caption>
        <thead>
          <tr>
            <th scope="col">{t('trend.date')}</th>
            <th scope="col">{t('growth.age')}</th>
            <th scope="col" data-numeric="true">
              {t('growth.measured')}
            </th>
            <th scope="col" data-numeric="true">
              {t('growth.percentile-column')}
            </th>
            <th scope="col" data-numeric="true">
              {t('growth.z-column')}
            </th>
          </tr>
        </thead>
        <tbody>
          {points.toReversed().map((point) => (
            <tr key={`${point.key} ${point.days}`}>
              <th scope="row">
                <button type="button" className="link-button" onClick={() => onOpen(point.key)}>
                  {formatWhen(point.when, 'days')}
                </button>
              </th>
              <td>
                {point.corrected ? t('growth.corrected-age', { age: ageWords(point) }) : ageWords(point)}
              </td>
              <td data-numeric="true">
                {point.sent}
                {point.derived && <span className="muted">{` ${t('growth.derived')}`}</span>}
              </td>
              <td data-numeric="true">
                {point.percentile !== undefined && percentileWords(point.percentile)}
              </td>
              <td data-numeric="true">{point.z !== undefined && zWords(point.z)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
