import type { ReactNode } from 'react';
import { sampleWidth } from './trend-legend.ts';
import type { PlacedPoint, TrendShape } from './trend-shape.ts';

/** Lines are told apart by their strokes and by their points (`Trend.css`, `Dot`); more than these begin anew. */
const looks = 4;

export function lookOf(line: number): number {
  return line % looks;
}

interface DotProps {
  readonly line: number;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly tone?: string | undefined;
}

/** A value: round, square, and both again as outlines. */
function Dot({ line, x, y, size, tone }: DotProps): ReactNode {
  const look = lookOf(line);
  const shared = { className: 'trend-point', 'data-tone': tone, 'data-open': look > 1 || undefined };
  return look % 2 === 0 ? (
    <circle {...shared} cx={x} cy={y} r={size} />
  ) : (
    <rect {...shared} x={x - size} y={y - size} width={2 * size} height={2 * size} />
  );
}

interface PointProps {
  readonly placed: PlacedPoint;
  /** Of very many: small. */
  readonly plain: boolean;
  /** Read out, or of the open record. */
  readonly large: boolean;
}

/** A value as a dot, a critical one as a diamond; a bound (`<5`) is an arrow that points to where the true value lies. */
export function Point({ placed: { point, line, x, y }, plain, large }: PointProps): ReactNode {
  const tone = point.flag?.tone;
  const size = large ? 4.5 : plain && tone !== 'critical' ? 2 : 3;
  if (point.bound === 'at-most' || point.bound === 'at-least') {
    const turn = point.bound === 'at-most' ? 1 : -1;
    return (
      <path
        className="trend-point"
        data-tone={tone}
        data-bound={point.bound}
        d={`M${x - size - 1} ${y}H${x + size + 1}M${x} ${y}V${y + turn * 6}M${x - size} ${y + turn * 6}H${x + size}L${x} ${y + turn * (6 + size * 2)}Z`}
      />
    );
  }
  if (point.bound === 'unknown') {
    return <circle className="trend-point" data-tone={tone} data-bound="unknown" cx={x} cy={y} r={size} />;
  }
  if (tone === 'critical') {
    return (
      <path
        className="trend-point"
        data-tone={tone}
        d={`M${x} ${y - size - 1}l${size + 1} ${size + 1}l${-size - 1} ${size + 1}l${-size - 1} ${-size - 1}z`}
      />
    );
  }
  return <Dot line={line} x={x} y={y} size={size} tone={tone} />;
}

/** The newest value of each line. */
export function Ends({ shape: { ends } }: { shape: TrendShape }): ReactNode {
  return ends.map(({ of: { point, line }, x, y }) => (
    <text className="trend-end" key={line} data-tone={point.flag?.tone} x={x} y={y}>
      {point.written}
    </text>
  ));
}

/** Which line is which: a sample of each with its name. */
export function LegendRows({ shape: { legend } }: { shape: TrendShape }): ReactNode {
  return legend.map(({ name, x, y }, line) => (
    // Lines have no key of their own, and their order never changes.
    // oxlint-disable-next-line react/no-array-index-key
    <g key={line} className="trend-legend">
      <line className="trend-line" data-look={lookOf(line)} x1={x} x2={x + sampleWidth - 6} y1={y} y2={y} />
      <Dot line={line} x={x + (sampleWidth - 6) / 2} y={y} size={3} />
      <text className="trend-label" x={x + sampleWidth} y={y + 4}>
        {name}
      </text>
    </g>
  ));
}
