/** Where everything of a trend stands: scales, bands, ticks. Numbers only; `TrendChart` draws them. */
import { scaleLinear } from '@visx/scale';
import type { TrendLine, TrendPoint } from '#fhir/trend.ts';
import { runsOf } from '#fhir/trend-runs.ts';
import { type DateTick, dateTicks } from './date-ticks.ts';
import { type EndLabel, endLabels } from './end-labels.ts';
import { characterWidth } from './letters.ts';
import { boundText } from './point-text.ts';
import { type Legend, legendOf } from './trend-legend.ts';
import { bandedOf } from './trend-bands.ts';
import { zoneOf } from './trend-zone.ts';

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
  readonly top: number;
  readonly bottom: number;
  /** Point by point, in the order of the lines. */
  readonly lines: readonly (readonly PlacedPoint[])[];
  /** What a line joins: stretches of values without a bound between them. */
  readonly runs: readonly (readonly PlacedPoint[])[];
  /** Where several lines share the drawing: the name of each, above it. */
  readonly legend: Legend['items'];
  /** The newest value of each line, beside its point and over no line. */
  readonly ends: readonly EndLabel[];
  readonly bands: readonly Band[];
  readonly dates: readonly (DateTick & { readonly x: number })[];
  readonly values: readonly { readonly label: string; readonly y: number }[];
  /** Where a moment stands on the time axis. */
  readonly xOf: (at: number) => number;
}

/** What several drawings share, so that their time axes stand under each other, tick under tick. */
export interface SharedAxis {
  readonly from: number;
  readonly to: number;
  /** Of the labels under it (`date-ticks.ts`): one for all, whatever each drawing's dates are. */
  readonly zone: 'UTC' | undefined;
}

/** The most that labels of values may take at the left, and of the newest values at the right. */
const [mostLeft, mostRight] = [72, 64];

export const trendHeight = 176;
const [topRoom, bottomRoom, gap] = [22, 24, 14];
/** Labels nearer than this would touch. */
const labelHeight = 15;

/**
 * Lays lines of one unit out in a width, in pixels. A single moment stands in the middle.
 * @param names of the lines, where they are to be told apart
 */
export function trendShape(
  lines: readonly TrendLine[],
  width: number,
  axis?: SharedAxis,
  names: readonly string[] = [],
): TrendShape {
  const points = lines.flatMap((line) => line.points);
  const times = points.map(({ at }) => at);
  const [from, to] = axis ? [axis.from, axis.to] : [Math.min(...times), Math.max(...times)];
  const values = points.map(({ number }) => number);
  const bounds = points.flatMap(({ band }) => [band?.low, band?.high]).filter((value) => value !== undefined);
  const [least, most] = extent(values, bounds);
  const { items: legend, height: legendHeight } = legendOf(names, width);
  const top = topRoom + legendHeight;
  const height = trendHeight + legendHeight;
  const bottom = height - bottomRoom;
  const y = scaleLinear<number>({ domain: [least, most], range: [bottom, top] });
  const labels = valueLabels(
    lines.flatMap((line) => line.points.at(-1) ?? []),
    y,
    least,
    most,
  );
  const widest = (texts: readonly string[]): number =>
    Math.max(...texts.map((text) => text.length * characterWidth), 12);
  const left = axis ? mostLeft : Math.min(mostLeft, widest(labels.map(({ label }) => label)) + 10);
  const newest = lines.map((line) => line.points.at(-1)?.written ?? '');
  const right = axis ? mostRight : Math.min(mostRight, Math.max(gap, widest(newest) + gap));
  const x =
    from === to
      ? () => (left + width - right) / 2
      : scaleLinear<number>({ domain: [from, to], range: [left + 6, width - right] });
  const axisWidth = width - right - left;
  const zone = axis ? axis.zone : zoneOf(lines);
  const placed = lines.map((line, at) =>
    line.points.map((point) => ({ point, line: at, x: x(point.at), y: y(point.number) })),
  );
  const runs = placed.flatMap((line) => runsOf(line, ({ point }) => point));
  return {
    width,
    height,
    top,
    left,
    right: width - right,
    bottom,
    lines: placed,
    runs,
    legend,
    ends: endLabels(placed, runs, { left, right: width, top: top - topRoom, bottom }),
    bands: bandedOf(lines).flatMap((line, at) =>
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
    .map((value) => ({ label: boundText(value), y: y(value) }));
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
