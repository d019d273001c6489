/** Where everything of a growth chart stands. Numbers only; `GrowthChart` draws them. */
import { scaleLinear } from '@visx/scale';
import type { GrowthPoint } from '#fhir/growth/growth-points.ts';
import { type Growth, type GrowthTables, valueAt } from '#fhir/growth/growth-reference.ts';

/** The percentiles that are drawn: those printed on the charts of their owners. */
const percentiles = {
  who: [2, 10, 25, 50, 75, 90, 98],
  cdc: [3, 10, 25, 50, 75, 90, 97],
  'cdc bmi': [5, 25, 50, 75, 85, 95],
} as const;
/** Drawn only for a child whose BMI reaches so far. */
const extended = [99, 99.9] as const;

export interface Curve {
  readonly percentile: number;
  /** An SVG path. */
  readonly path: string;
  /** Where its label stands. */
  readonly end: { readonly x: number; readonly y: number };
}

export interface PlacedGrowth {
  readonly point: GrowthPoint;
  readonly x: number;
  readonly y: number;
}

export interface GrowthShape {
  readonly width: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly curves: readonly Curve[];
  readonly points: readonly PlacedGrowth[];
  readonly ages: readonly { readonly months: number; readonly x: number }[];
  readonly values: readonly { readonly label: string; readonly y: number }[];
}

export const growthHeight = 300;
const [left, labelRoom, top, bottomRoom] = [40, 34, 10, 26];
/** Months between two places a curve is computed at. */
const step = 0.5;

/** The ages a chart covers: some way past the last measurement, so that the curve ahead can be seen. */
export function agesOf(
  points: readonly GrowthPoint[],
  span: { from: number; to: number },
): { from: number; to: number } {
  const last = Math.max(span.from, ...points.map(({ months }) => months));
  if (span.to <= 24) return { from: span.from, to: [6, 12].find((to) => last + 2 <= to) ?? span.to };
  const years = Math.max(span.from / 12 + 3, Math.ceil(last / 12) + 2);
  return { from: span.from, to: Math.min(span.to, years * 12) };
}

/** Lays the points of one measure over its percentile curves, in pixels. */
export function growthShape(
  points: readonly GrowthPoint[],
  growth: Growth,
  tables: GrowthTables,
  width: number,
): GrowthShape | undefined {
  const span = tables.spanOf(growth);
  if (span === undefined) return undefined;
  const { from, to } = agesOf(points, span);
  const ages = Array.from({ length: Math.round((to - from) / step) + 1 }, (_, at) => from + at * step);
  const drawn: readonly number[] = percentilesFor(points, growth);
  const lines = drawn.map((percentile) => ({
    percentile,
    values: ages.flatMap((months) => {
      const lms = tables.lmsAt(growth, months);
      return lms === undefined ? [] : [{ months, value: valueAt(percentile, lms, growth) }];
    }),
  }));
  const values = [...lines.flatMap((line) => line.values), ...points].map(({ value }) => value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const margin = (most - least) * 0.03;
  const [right, bottom] = [width - labelRoom, growthHeight - bottomRoom];
  const x = scaleLinear<number>({ domain: [from, to], range: [left, right] });
  const y = scaleLinear<number>({ domain: [least - margin, most + margin], range: [bottom, top] });
  const format = y.tickFormat(6);
  return {
    width,
    left,
    right,
    top,
    bottom,
    curves: spread(lines.map(({ values: line }) => y(line.at(-1)?.value ?? least))).map((labelY, at) => {
      const { percentile, values: line } = lines[at]!;
      return {
        percentile,
        path: line
          .map(
            ({ months, value }, at) =>
              `${at === 0 ? 'M' : 'L'}${x(months).toFixed(1)} ${y(value).toFixed(1)}`,
          )
          .join(''),
        end: { x: right + 4, y: labelY },
      };
    }),
    points: points.map((point) => ({ point, x: x(point.months), y: y(point.value) })),
    ages: ticks(from, to, right - left).map((months) => ({ months, x: x(months) })),
    values: y.ticks(6).map((value) => ({ label: format(value), y: y(value) })),
  };
}

/** Heights of labels, the lowest first, moved apart where they would touch. */
function spread(heights: readonly number[]): readonly number[] {
  const placed: number[] = [];
  for (const height of heights)
    placed.push(Math.min(height, (placed.at(-1) ?? Number.POSITIVE_INFINITY) - 12));
  return placed;
}

function percentilesFor(points: readonly GrowthPoint[], { reference, measure }: Growth): readonly number[] {
  if (reference !== 'cdc' || measure !== 'bmi') return percentiles[reference];
  const high = points.some(({ percentile = 0 }) => percentile > 95);
  return high ? [...percentiles['cdc bmi'], ...extended] : percentiles['cdc bmi'];
}

/** Whole months or years, as many as have room. */
function ticks(from: number, to: number, width: number): readonly number[] {
  const every = [1, 2, 3, 6, 12, 24, 60].find((months) => ((to - from) / months) * 44 <= width) ?? 120;
  const first = Math.ceil(from / every) * every;
  return Array.from({ length: Math.floor((to - first) / every) + 1 }, (_, at) => first + at * every);
}

/** The point nearest to a place. */
export function nearestGrowth({ points }: GrowthShape, x: number, y: number): number {
  let best = 0;
  const distance = (one: PlacedGrowth | undefined): number =>
    one === undefined ? Number.POSITIVE_INFINITY : Math.hypot(one.x - x, (one.y - y) / 2);
  for (const at of points.keys()) if (distance(points[at]) < distance(points[best])) best = at;
  return best;
}
