import type { ReactNode } from 'react';
import { runsOf } from '#fhir/trend-runs.ts';
import type { TrendLine, TrendPoint } from '#fhir/trend.ts';
import './Sparkline.css';

const [width, height, edge] = [72, 20, 3];
/** Older points would only blur so small a drawing. */
const mostPoints = 12;

interface Props {
  readonly line: TrendLine;
  /** A second line of the same unit on the same scale: the diastolic pressure under the systolic. */
  readonly second?: TrendLine | undefined;
}

/**
 * The last values of one test as a line, the reference range behind it. A bound is a triangle that no line touches.
 * Decoration: the value, its flag and the one before it stand beside it in words.
 */
export function Sparkline({ line, second }: Props): ReactNode {
  const lines = [line, ...(second === undefined ? [] : [second])].map(({ points }) =>
    points.slice(-mostPoints),
  );
  const all = lines.flat();
  const times = all.map(({ at }) => at);
  const [from, to] = [Math.min(...times), Math.max(...times)];
  if (lines.every((points) => points.length < 2)) return null;
  // Two ranges in so small a drawing would lie over each other.
  const { low, high } = (second === undefined ? lines[0]!.at(-1)?.band : undefined) ?? {};
  const values = [...all.map(({ number }) => number), low, high].filter((value) => value !== undefined);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const x = (at: number): number => edge + ((at - from) / Math.max(1, to - from)) * (width - 2 * edge);
  const y = (value: number): number =>
    // Values that are all the same have no floor: they stand in the middle.
    most === least ? height / 2 : height - edge - ((value - least) / (most - least)) * (height - 2 * edge);
  const place = ({ at, number }: TrendPoint): string => `${x(at).toFixed(1)},${y(number).toFixed(1)}`;
  const [top, bottom] = [high === undefined ? 0 : y(high), low === undefined ? height : y(low)];
  return (
    <svg className="sparkline" width={width} height={height} aria-hidden="true">
      {(low !== undefined || high !== undefined) && (
        <rect x="0" y={top} width={width} height={Math.max(1, bottom - top)} />
      )}
      {lines.map((points, index) => (
        // Lines have no key of their own, and their order never changes.
        // oxlint-disable-next-line react/no-array-index-key
        <g key={index} data-second={index > 0 || undefined}>
          {runsOf(points, (point) => point).map((run) =>
            run.length === 1 ? (
              // A value between two bounds: no line, but there.
              <circle key={run[0]!.at} cx={x(run[0]!.at)} cy={y(run[0]!.number)} r="1.25" />
            ) : (
              <polyline key={run[0]!.at} points={run.map(place).join(' ')} />
            ),
          )}
          {points.map(
            (point) =>
              point.bound !== undefined && (
                <Limit key={`${point.key} ${point.at}`} point={point} x={x(point.at)} y={y(point.number)} />
              ),
          )}
          <Last point={points.at(-1)} x={x} y={y} />
        </g>
      ))}
    </svg>
  );
}

/** Points to where the true value lies. */
function Limit({ point, x, y }: { point: TrendPoint; x: number; y: number }): ReactNode {
  if (point.bound === 'unknown') return <circle className="sparkline-limit" cx={x} cy={y} r="2" />;
  const tip = point.bound === 'at-most' ? 4 : -4;
  // The whole of it stays inside, at the edge too.
  const base = Math.min(height - 1 - Math.max(0, tip), Math.max(1 - Math.min(0, tip), y));
  return (
    <path
      className="sparkline-limit"
      data-tone={point.flag?.tone}
      d={`M${x - 2.5} ${base}H${x + 2.5}L${x} ${base + tip}Z`}
    />
  );
}

interface LastProps {
  readonly point: TrendPoint | undefined;
  readonly x: (at: number) => number;
  readonly y: (value: number) => number;
}

/** The newest value, where it is one. */
function Last({ point, x, y }: LastProps): ReactNode {
  if (point === undefined || point.bound !== undefined) return null;
  return <circle cx={x(point.at)} cy={y(point.number)} r="2.5" data-tone={point.flag?.tone} />;
}
