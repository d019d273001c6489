import type { ReactNode } from 'react';
import type { TrendLine } from '#fhir/trend.ts';
import { t } from '#i18n/translate.ts';
import { Flagged, flagWords } from '#chart/kit/Flag.tsx';
import { formatWhen } from '#chart/kit/format.ts';
import { words } from '#chart/kit/words.ts';
import { rangeWords } from './point-text.ts';

interface Props {
  readonly lines: readonly TrendLine[];
  readonly current: string;
  readonly onOpen: ((key: string) => void) | undefined;
}

/** The same values as the drawing, newest first: one row a moment, one column a line. */
export function TrendTable({ lines, current, onOpen }: Props): ReactNode {
  const several = lines.length > 1;
  const points = lines.flatMap((line) => line.points.map((point) => ({ point, line })));
  const rows = points.toSorted(
    (a, b) => b.point.at - a.point.at || lines.indexOf(a.line) - lines.indexOf(b.line),
  );
  return (
    <div className="trend-table">
      <table>
        <caption className="unseen">{lines.map(({ title }) => words(title)).join(', ')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('trend.date')}</th>
            <th scope="col" data-numeric="true">
              {[t('trend.value'), lines[0]?.unit].filter(Boolean).join(', ')}
            </th>
            <th scope="col">{t('column.range')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ point, line }) => (
            <tr
              key={`${lines.indexOf(line)} ${point.key} ${point.at}`}
              aria-current={point.key === current || undefined}
            >
              <th scope="row">
                {onOpen === undefined || point.key === current ? (
                  formatWhen(point.when)
                ) : (
                  <button type="button" className="link-button" onClick={() => onOpen(point.key)}>
                    {formatWhen(point.when)}
                  </button>
                )}
              </th>
              <td data-numeric="true">
                {several && <span className="muted">{`${words(line.title)} `}</span>}
                <Flagged flag={point.flag}>{point.written}</Flagged>
              </td>
              <td className="muted">
                {[
                  rangeWords(point.band),
                  point.flag === undefined || point.flag.tone === 'plain' ? undefined : flagWords(point.flag),
                  point.sent && t('units.converted-from', { sent: point.sent }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
