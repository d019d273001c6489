/** Which lines share a drawing. */
import { lineIn } from '#fhir/trend-units.ts';
import type { TrendLine } from '#fhir/trend.ts';
import type { Convert } from '#fhir/unit-conversion.ts';

/** Beyond this a line lies flat on the floor of the other's drawing: potassium under sodium. */
const mostApart = 10;

/**
 * Lines of one unit, those of another brought into it where that can be done exactly (each value then says how it was
 * sent). Values of different units share no axis; nor do lines of one unit whose numbers are of different sizes, nor
 * different tests without a unit.
 * @param together of one unit whatever their numbers: the two pressures of a blood pressure
 * @param convert undefined until the unit table is there: what is of another unit stands apart
 */
export function drawingsOf(
  lines: readonly TrendLine[],
  together: boolean,
  convert?: Convert,
): readonly (readonly TrendLine[])[] {
  const drawings: TrendLine[][] = [];
  for (const line of lines) {
    const joined = drawings.some((drawing) => {
      const own = inUnitOf(drawing[0]!, line, convert);
      if (own === undefined || !(together || drawing.every((other) => areOfOneSize(other, own))))
        return false;
      drawing.push(own);
      return true;
    });
    if (!joined) drawings.push([line]);
  }
  return drawings;
}

/** Whether lines of several units may be brought together once the unit table is there. */
export function wantsConversion(lines: readonly TrendLine[]): boolean {
  return new Set(lines.flatMap(({ ucum }) => ucum ?? [])).size > 1;
}

/** The line as a drawing has it; undefined where it has no place there. */
function inUnitOf(first: TrendLine, line: TrendLine, convert: Convert | undefined): TrendLine | undefined {
  if (first.unit !== undefined && first.unit === line.unit) return line;
  // What could not be joined with its own test says itself why.
  if (first.test === line.test || convert === undefined || first.ucum === undefined) return undefined;
  return lineIn(line, { code: first.ucum, unit: first.unit ?? first.ucum }, convert);
}

function areOfOneSize(a: TrendLine, b: TrendLine): boolean {
  const [one, other] = [sizeOf(a), sizeOf(b)];
  return Math.max(one, other) <= mostApart * Math.min(one, other);
}

function sizeOf({ points }: TrendLine): number {
  return Math.max(...points.map(({ number }) => Math.abs(number)));
}
