/** Where the values of a trend stand on the drawing: plain arithmetic on visx scales, testable without a screen. */
import { scaleLinear, scaleUtc } from '@visx/scale';
import type { TrendLine, TrendPoint } from '#fhir/trend.ts';

export const trendHeight = 176;
const margin = { top: 16, right: 16, bottom: 24, left: 44 } as const;

export interface Band {
  readonly x: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Geometry {
  readonly x: (at: number) => number;
  readonly y: (value: number) => number;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  /** The reference range behind the first line, as it stood at each time. */
  readonly bands: readonly Band[];
  readonly ticks: readonly Date[];
}

/** The drawing of lines that share a unit. `width` in pixels. */
export function geometryOf(lines: readonly TrendLine[], width: number): Geometry {
  const points = lines.flatMap((line) => line.points);
  const times = points.map(({ at }) => at);
  const values = points
    .flatMap(({ number, band }) => [number, band?.low, band?.high])
    .filter((value) => value !== undefined);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  // One value, or several at one time, stand in the middle; a flat line too.
  const aDay = 86_400_000;
  const spread = most - least || Math.abs(most) * 0.1 || 1;
  const right = Math.max(margin.left + 40, width - margin.right);
  const bottom = trendHeight - margin.bottom;
  const x = scaleUtc({
    domain: first === last ? [first - aDay, last + aDay] : [first, last],
    range: [margin.left + 6, right - 6],
  });
  const y = scaleLinear({
    domain: [least - spread * 0.08, most + spread * 0.08],
    range: [bottom, margin.top],
  });
  const place = { x: (at: number) => x(at), y: (value: number) => y(value) };
  return {
    ...place,
    left: margin.left,
    right,
    bottom,
    bands: bandsOf(lines[0]?.points ?? [], place, { left: margin.left, right, top: margin.top - 8, bottom }),
    ticks: ticksOf(first, last, right - margin.left),
  };
}

/** A range reaches half way to the neighbours; equal ones in a row are one. An open side reaches the edge. */
function bandsOf(
  points: readonly TrendPoint[],
  { x, y }: Pick<Geometry, 'x' | 'y'>,
  edge: { left: number; right: number; top: number; bottom: number },
): readonly Band[] {
  const bands: (Band & { key: string })[] = [];
  points.forEach(({ at, band }, index) => {
    if (band === undefined || (band.low === undefined && band.high === undefined)) return;
    const [before, after] = [points[index - 1], points[index + 1]];
    const start = before === undefined ? edge.left : (x(before.at) + x(at)) / 2;
    const end = after === undefined ? edge.right : (x(at) + x(after.at)) / 2;
    const key = `${band.low ?? ''}–${band.high ?? ''}`;
    const previous = bands.at(-1);
    if (previous?.key === key && Math.abs(previous.x + previous.width - start) < 0.5) {
      bands[bands.length - 1] = { ...previous, width: end - previous.x };
      return;
    }
    const top = band.high === undefined ? edge.top : y(band.high);
    const bottom = band.low === undefined ? edge.bottom : y(band.low);
    bands.push({ key, x: start, width: end - start, top, bottom });
  });
  return bands;
}

/** As many dates as there is room for: always the first and the last. */
function ticksOf(first: number, last: number, room: number): readonly Date[] {
  if (first === last) return [new Date(first)];
  const count = Math.max(2, Math.min(5, Math.floor(room / 110)));
  return Array.from({ length: count }, (_, at) => new Date(first + ((last - first) * at) / (count - 1)));
}

/** The point nearest to a place on the drawing. */
export function nearest(points: readonly TrendPoint[], place: number, x: (at: number) => number): number {
  let best = 0;
  points.forEach(({ at }, index) => {
    if (Math.abs(x(at) - place) < Math.abs(x(points[best]!.at) - place)) best = index;
  });
  return best;
}

/** Lines by unit, for no drawing mixes units. */
export function linesByUnit(lines: readonly TrendLine[]): readonly (readonly TrendLine[])[] {
  return [...Map.groupBy(lines, ({ unit }) => unit ?? '').values()];
}
