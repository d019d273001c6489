import type { ReactNode } from 'react';
import type { TrendLine } from '#fhir/trend.ts';
import './Sparkline.css';

const [width, height, edge] = [72, 20, 3];
/** Older points would only blur so small a drawing. */
const mostPoints = 12;

/**
 * The last values of one test as a line, the reference range behind it. Decoration: the value, its flag and the one
 * before it stand beside it in words.
 */
export function Sparkline({ line }: { line: TrendLine }): ReactNode {
  const points = line.points.slice(-mostPoints);
  const last = points.at(-1);
  if (last === undefined || points.length < 2) return null;
  const { low, high } = last.band ?? {};
  const values = [...points.map(({ number }) => number), low, high].filter((value) => value !== undefined);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const x = (at: number): number =>
    edge + ((at - points[0]!.at) / Math.max(1, last.at - points[0]!.at)) * (width - 2 * edge);
  const y = (value: number): number =>
    height - edge - ((value - least) / (most - least || 1)) * (height - 2 * edge);
  const [top, bottom] = [high === undefined ? 0 : y(high), low === undefined ? height : y(low)];
  return (
    <svg className="sparkline" width={width} height={height} aria-hidden="true">
      {(low !== undefined || high !== undefined) && (
        <rect x="0" y={top} width={width} height={Math.max(1, bottom - top)} />
      )}
      <polyline
        points={points.map(({ at, number }) => `${x(at).toFixed(1)},${y(number).toFixed(1)}`).join(' ')}
      />
      <circle cx={x(last.at)} cy={y(last.number)} r="2.5" data-tone={last.flag?.tone} />
    </svg>
  );
}
