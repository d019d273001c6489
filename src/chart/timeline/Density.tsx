import type { ReactNode } from 'react';
import type { YearDensity } from '#fhir/timeline.ts';
import { t } from '#i18n/translate.ts';
import { type TimeAxis, labelledYears } from './time-axis.ts';

interface Props {
  readonly years: readonly YearDensity[];
  readonly axis: TimeAxis;
  readonly onYear: (year: number) => void;
}

const height = 36;
const labelRoom = 16;
/** Narrower years show one bar for all their months. */
const leastForMonths = 24;

/**
 * When there is much and when there is little: a bar a month, or a year where there is no room. A click goes to the
 * year; the list of years above does the same for the keyboard, so the drawing is one picture to everybody else.
 */
export function Density({ years, axis, onYear }: Props): ReactNode {
  const yearWidth = axis.width / years.length;
  const byMonth = yearWidth >= leastForMonths;
  const most = Math.max(1, ...years.flatMap(({ n, months }) => (byMonth ? months : [n])));
  // So that one record can be seen beside five hundred.
  const tall = (n: number): number => (n === 0 ? 0 : 3 + (height - 3) * Math.sqrt(n / most));
  const bar = (x: number, width: number, n: number): string =>
    n === 0 ? '' : `M${x.toFixed(1)} ${height}v${(-tall(n)).toFixed(1)}h${width.toFixed(1)}V${height}z`;
  const path = years
    .flatMap(({ n, months }, at) =>
      byMonth
        ? [
            ...months.map((count, month) =>
              bar(at * yearWidth + (month * yearWidth) / 12, Math.max(1, yearWidth / 12 - 0.5), count),
            ),
            // What is known to the year alone stands as wide as that, and as if it were spread over it.
            bar(at * yearWidth, yearWidth - 1, (n - months.reduce((sum, one) => sum + one, 0)) / 12),
          ]
        : [bar(at * yearWidth, Math.max(1, yearWidth - 1), n)],
    )
    .join('');
  const [first = axis.first, last = axis.end - 1] = [years[0]?.year, years.at(-1)?.year];
  const n = years.reduce((sum, year) => sum + year.n, 0);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- the list of years does the same by keys
    <svg
      className="density"
      width={axis.width}
      height={height + labelRoom}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing that is part of the page
      role="img"
      aria-label={t('timeline.density', { n, first, last })}
      onClick={(event) => {
        const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
        onYear(first + Math.min(years.length - 1, Math.max(0, Math.floor(x / yearWidth))));
      }}
    >
      <path className="density-bars" d={path} />
      <path className="density-line" d={`M0 ${height + 0.5}H${axis.width}`} />
      {labelledYears(axis).map((year) => (
        <text key={year} x={(year - axis.first) * yearWidth + 2} y={height + 13}>
          {year}
        </text>
      ))}
    </svg>
  );
}
