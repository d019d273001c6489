import { type ReactNode, useRef, useState } from 'react';
import { formatWhen } from '#chart/kit/format.ts';
import { usePointReading } from '#chart/kit/trend/use-point-reading.ts';
import { useWorded } from '#ui/use-worded.ts';
import type { GrowthPoint } from '#fhir/growth/growth-points.ts';
import type { Growth, GrowthTables } from '#fhir/growth/growth-reference.ts';
import { t } from '#i18n/translate.ts';
import { useWidth } from '#ui/use-width.ts';
import { ageWords, percentileWords, zWords } from './age-words.ts';
import { growthHeight, growthShape, nearestGrowth } from './growth-shape.ts';
import { measureName } from './measure-name.ts';
import '#chart/kit/trend/Trend.css';
import './Growth.css';

interface Props {
  readonly points: readonly GrowthPoint[];
  readonly growth: Growth;
  readonly tables: GrowthTables;
  readonly onOpen: (key: string) => void;
}

/**
 * One measure over the percentile curves of its reference. One control for the keyboard: the arrow keys go from
 * measurement to measurement, Enter opens the record; hovering and touching read out the nearest, a click or a second tap
 * opens it.
 */
export function GrowthChart({ points, growth, tables, onOpen }: Props): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box, 480);
  const shape = useWorded(() => growthShape(points, growth, tables, width), [points, growth, tables, width]);
  const [chosen, setChosen] = useState<number>();
  const at = Math.min(chosen ?? points.length - 1, points.length - 1);
  const active = shape?.points[at];
  const pointer = usePointReading({
    chosen,
    choose: setChosen,
    nearest: (x, y) => shape && nearestGrowth(shape, x, y),
    open: () => active && onOpen(active.point.key),
  });
  if (shape === undefined || active === undefined) return null;
  const [first, last] = [points[0]!, points.at(-1)!].map(ageWords) as [string, string];
  return (
    <div className="trend-chart" ref={box}>
      <p className="trend-read-out">{growthText(active.point)}</p>
      <div className="trend-control">
        <input
          type="range"
          min={0}
          max={points.length - 1}
          value={at}
          aria-label={t('growth.chart-label', { name: measureName(growth), n: points.length, first, last })}
          aria-valuetext={growthText(active.point)}
          onChange={(event) => setChosen(Number(event.target.value))}
          onKeyDown={({ key }) => key === 'Enter' && onOpen(active.point.key)}
        />
        <svg width={width} height={growthHeight} aria-hidden="true" data-opens="true" {...pointer}>
          {shape.values.map(({ label, y }) => (
            <g key={label}>
              <line className="trend-grid" x1={shape.left} x2={shape.right} y1={y} y2={y} />
              <text className="trend-label" x={shape.left - 6} y={y + 4} textAnchor="end">
                {label}
              </text>
            </g>
          ))}
          {shape.ages.map(({ months, x }) => (
            <g key={months}>
              <line className="trend-axis" x1={x} x2={x} y1={shape.bottom} y2={shape.bottom + 4} />
              <text className="trend-label" x={x} y={shape.bottom + 18} textAnchor="middle">
                {months >= 24 || (months > 0 && months % 12 === 0 && growth.reference === 'cdc')
                  ? t('growth.years', { n: months / 12 })
                  : t('growth.months', { n: months })}
              </text>
            </g>
          ))}
          <line className="trend-axis" x1={shape.left} x2={shape.right} y1={shape.bottom} y2={shape.bottom} />
          {shape.curves.map(({ percentile, path, end }) => (
            <g key={percentile}>
              <path className="growth-curve" data-median={percentile === 50 || undefined} d={path} />
              <text className="trend-label growth-percentile" x={end.x} y={end.y + 4}>
                {percentile}
              </text>
            </g>
          ))}
          <polyline className="trend-line" points={shape.points.map(({ x, y }) => `${x},${y}`).join(' ')} />
          {shape.points.map((one) => (
            <circle
              key={`${one.point.key} ${one.x}`}
              className="trend-point"
              cx={one.x}
              cy={one.y}
              r={one === active ? 4.5 : 3}
            />
          ))}
        </svg>
      </div>
    </div>
  );
}

/** One measurement in words: "3 years 5 mo · 12.3 kg · 3rd percentile, z −1.95 · Nov 10, 2026". */
export function growthText(point: GrowthPoint): string {
  const { sent, percentile, z, when, corrected, derived } = point;
  const age = ageWords(point);
  return [
    corrected ? t('growth.corrected-age', { age }) : age,
    derived ? `${sent} (${t('growth.derived')})` : sent,
    percentile !== undefined && z !== undefined
      ? `${t('growth.percentile', { percentile: percentileWords(percentile) })}, ${t('growth.z', { z: zWords(z) })}`
      : undefined,
    formatWhen(when, 'days'),
  ]
    .filter(Boolean)
    .join(' · ');
}
