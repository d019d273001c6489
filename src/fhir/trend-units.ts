/**
 * Lines of one test in one unit: what can be converted exactly is, and each converted value says so; the rest keeps a
 * line of its own.
 */
import type { TrendLine, TrendPoint } from './trend.ts';
import type { Convert } from './unit-conversion.ts';
import { printedUnit } from './printed-unit.ts';
import type { Unit } from './vital-units.ts';

/** Whether some lines could stand together if their units were converted. */
export function couldBeJoined(lines: readonly TrendLine[]): boolean {
  const ofTests = Map.groupBy(
    lines.filter(({ ucum }) => ucum !== undefined),
    ({ test }) => test,
  );
  return [...ofTests.values()].some((same) => same.length > 1);
}

/** A line in another unit: every point of it, or undefined. */
export function lineIn(line: TrendLine, unit: Unit, convert: Convert): TrendLine | undefined {
  if (line.ucum === undefined) return undefined;
  const points: TrendPoint[] = [];
  for (const point of line.points) {
    const converted = pointIn(point, line, unit, convert);
    if (converted === undefined) return undefined;
    points.push(converted);
  }
  return { ...line, unit: unit.unit, ucum: unit.code, points };
}

function pointIn(point: TrendPoint, line: TrendLine, unit: Unit, convert: Convert): TrendPoint | undefined {
  const { ucum = '' } = line;
  if (ucum === unit.code) return point;
  const [, comparator = '', number = ''] = /^([<>≤≥])?(.*)$/.exec(point.written) ?? [];
  const converted = convert(number, ucum, unit.code);
  if (converted === undefined) return undefined;
  const bound = (value: number | undefined): number | undefined =>
    value === undefined ? undefined : convert(String(value), ucum, unit.code)?.number;
  const { band } = point;
  return {
    ...point,
    number: converted.number,
    written: `${comparator}${converted.written}`,
    sent: [point.written, line.unit].filter(Boolean).join(' '),
    band: band && { ...band, low: bound(band.low), high: bound(band.high) },
  };
}

/**
 * Lines of the same test joined in the unit of the first of them (the open record's own), or in the unit a reader
 * prefers. A line that cannot be converted whole stays as it is.
 * @param preferred the reader's unit for a line; undefined where it stays as it was sent
 */
export function linesInOneUnit(
  lines: readonly TrendLine[],
  convert: Convert,
  preferred: (line: TrendLine) => Unit | undefined,
): readonly TrendLine[] {
  const joined: TrendLine[] = [];
  for (const line of lines) {
    const wanted = preferred(line);
    const own = (wanted && lineIn(line, wanted, convert)) ?? line;
    const place = joined.findIndex(({ test, ucum }) => test === own.test && ucum !== undefined);
    const first = joined[place];
    const same =
      first?.ucum === undefined
        ? undefined
        : lineIn(
            line,
            { code: first.ucum, unit: first.unit ?? printedUnit(first.ucum) ?? first.ucum },
            convert,
          );
    if (first === undefined || same === undefined) {
      joined.push(own);
      continue;
    }
    const points = [...first.points, ...same.points].toSorted((a, b) => a.at - b.at);
    joined[place] = { ...first, points };
  }
  return joined;
}
