/** Where everything of a trend stands: scales, bands, ticks. Numbers only; `TrendChart` draws them. */
import { scaleLinear } from '@visx/scale';
import type { TrendLine, TrendPoint } from '#fhir/trend.ts';
import { type DateTick, dateTicks } from './date-ticks.ts';

export interface PlacedPoint {
  readonly point: TrendPoint;
  readonly line: number;
  readonly x: number;
  readonly y: number;
}

export interface Band {
  /** Whose range it is, where several lines share a drawing. */
  readonly line: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface TrendShape {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  /** Point by point, in the order of the lines. */
  readonly lines: readonly (readonly PlacedPoint[])[];
  readonly bands: readonly Band[];
  readonly dates: readonly (DateTick & { readonly x: number })[];
  readonly values: readonly { readonly label: string; readonly y: number }[];
  /** Where a moment stands on the time axis. */
  readonly xOf: (at: number) => number;
}

/** What several drawings share, so that their time axes stand under each other. */
export interface SharedAxis {
  readonly from: number;
  readonly to: number;
}

/** Room for the labels of any drawing that shares its axis. */
const sharedLeft = 64;

export const trendHeight = 176;
const [top, bottomRoom, right] = [22, 24, 14];
/** Labels nearer than this would touch. */
const labelHeight = 15;
/** Of the small type, at most. */
export const characterWidth = 7.2;

/** Lays lines of one unit out in a width, in pixels. A single moment stands in the middle. */
export function trendShape(lines: readonly TrendLine[], width: number, axis?: SharedAxis): TrendShape {
  const points = lines.flatMap((line) => line.points);
  const times = points.map(({ at }) => at);
  const [from, to] = axis ? [axis.from, axis.to] : [Math.min(...times), Math.max(...times)];
  const values = points.map(({ number }) => number);
  const bounds = points.flatMap(({ band }) => [band?.low, band?.high]).filter((value) => value !== undefined);
  const [least, most] = extent(values, bounds);
  const bottom = trendHeight - bottomRoom;
  const y = scaleLinear<number>({ domain: [least, most], range: [bottom, top] });
  const labels = valueLabels(
    lines.flatMap((line) => line.points.at(-1) ?? []),
    y,
    least,
    most,
  );
  const own = Math.min(72, Math.max(...labels.map(({ label }) => label.length * characterWidth), 12) + 10);
  const left = axis ? Math.max(sharedLeft, own) : own;
  const x =
    from === to
      ? () => (left + width - right) / 2
      : scaleLinear<number>({ domain: [from, to], range: [left + 6, width - right] });
  const axisWidth = width - right - left;
  const zone = points.some(({ when }) => when.kind === 'date' && when.date.instant !== undefined)
    ? undefined
    : 'UTC';
  return {
    width,
    height: trendHeight,
    left,
    right: width - right,
    bottom,
    lines: lines.map((line, at) =>
      line.points.map((point) => ({ point, line: at, x: x(point.at), y: y(point.number) })),
    ),
    bands: lines.flatMap((line, at) =>
      bandsOf(line.points, x, y, { left, right: width - right, top, bottom }).map((band) => ({
        ...band,
        line: at,
      })),
    ),
    dates: dateTicks({ from, to, width: axisWidth, zone }).map((tick) => ({ ...tick, x: x(tick.at) })),
    values: labels,
    xOf: x,
  };
}

/** The values, and the range where it does not squeeze them flat. */
function extent(values: readonly number[], bounds: readonly number[]): readonly [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const [least, most] = [Math.min(low, ...bounds), Math.max(high, ...bounds)];
  const spread = high - low;
  const useful = spread === 0 || most - least <= 12 * spread;
  const [from, to] = useful ? [least, most] : [low - spread * 2, high + spread * 2];
  const margin = (to - from) * 0.08 || Math.abs(to) * 0.1 || 1;
  return [from - margin, to + margin];
}

/** The bounds of each line's newest range where there is one, else round values. */
function valueLabels(
  newest: readonly TrendPoint[],
  y: {
    (value: number): number;
    ticks(count: number): number[];
    tickFormat(count: number): (n: number) => string;
  },
  least: number,
  most: number,
): TrendShape['values'] {
  const bounds = newest.flatMap(({ band }) => [band?.low, band?.high]).filter((value) => value !== undefined);
  const own = bounds
    .filter((value) => value >= least && value <= most)
    .map((value) => ({ label: String(value), y: y(value) }));
  const format = y.tickFormat(4);
  const round = y.ticks(4).map((value) => ({ label: format(value), y: y(value) }));
  const chosen: { label: string; y: number }[] = [];
  for (const label of [...own, ...round]) {
    if (chosen.every((other) => Math.abs(other.y - label.y) >= labelHeight)) chosen.push(label);
  }
  return chosen;
}

/** The range as it stood at each date: each stretch reaches half way to the points beside it. */
function bandsOf(
  points: readonly TrendPoint[],
  x: (at: number) => number,
  y: (value: number) => number,
  box: { left: number; right: number; top: number; bottom: number },
): readonly Omit<Band, 'line'>[] {
  const found: { low: number | undefined; high: number | undefined; from: number; to: number }[] = [];
  for (const [at, { at: time, band }] of points.entries()) {
    if (band === undefined) continue;
    const [before, after] = [points[at - 1], points[at + 1]];
    const from = before === undefined ? box.left : (x(before.at) + x(time)) / 2;
    const to = after === undefined ? box.right : (x(after.at) + x(time)) / 2;
    const last = found.at(-1);
    if (last?.low === band.low && last?.high === band.high && Math.abs((last?.to ?? -1) - from) < 0.5) {
      last!.to = to;
    } else {
      found.push({ low: band.low, high: band.high, from, to });
    }
  }
  const clamp = (value: number): number => Math.min(box.bottom, Math.max(box.top - 8, value));
  return found.map(({ low, high, from, to }) => {
    const [above, below] = [
      clamp(high === undefined ? Number.NEGATIVE_INFINITY : y(high)),
      clamp(low === undefined ? Number.POSITIVE_INFINITY : y(low)),
    ];
    return { x: from, y: above, width: Math.max(0, to - from), height: Math.max(0, below - above) };
  });
}

/** The point nearest to a place on the time axis; among points of one moment, the nearest in height. */
export function nearestPoint(shape: TrendShape, x: number, y: number): PlacedPoint | undefined {
  let best: PlacedPoint | undefined;
  const distance = (one: PlacedPoint): number => Math.abs(one.x - x) * 1000 + Math.abs(one.y - y);
  for (const one of shape.lines.flat()) {
    if (best === undefined || distance(one) < distance(best)) best = one;
  }
  return best;
}
