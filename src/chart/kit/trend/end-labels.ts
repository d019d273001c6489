/** Where the newest value of each line is written: beside its point, over no line, no point and no other label. */
import { characterWidth } from './letters.ts';
import type { PlacedPoint } from './trend-shape.ts';

export interface EndLabel {
  readonly of: PlacedPoint;
  /** Of the text's start, on its base line. */
  readonly x: number;
  readonly y: number;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

type Spot = readonly [x: number, y: number];

/** Height of the letters, from the base line up; how far a label keeps from its point. */
const [letterHeight, away] = [10, 8];

/** @param room what a label may not leave */
export function endLabels(
  lines: readonly (readonly PlacedPoint[])[],
  runs: readonly (readonly PlacedPoint[])[],
  room: Box,
): readonly EndLabel[] {
  const segments = runs.flatMap((run) =>
    run.slice(1).map(({ x, y }, at): readonly [Spot, Spot] => [
      [run[at]!.x, run[at]!.y],
      [x, y],
    ]),
  );
  const points = lines.flat().map(({ x, y }): Spot => [x, y]);
  const taken: Box[] = [];
  return lines.flatMap((line): readonly EndLabel[] => {
    const of = line.at(-1);
    if (of === undefined) return [];
    const width = of.point.written.length * characterWidth;
    const spots = spotsAround(of, width);
    const costs = spots.map(([x, y]) => {
      const box = { left: x - 1, top: y - letterHeight - 1, right: x + width + 1, bottom: y + 2 };
      const outside =
        box.left < room.left || box.right > room.right || box.top < room.top || box.bottom > room.bottom;
      return (
        Number(outside) * 1000 +
        taken.filter((other) => overlap(box, other)).length * 100 +
        segments.filter(([from, to]) => crosses(from, to, box)).length * 10 +
        points.filter((spot) => isIn(spot, box)).length * 10
      );
    });
    // The first of the best: spots stand in the order a reader would look for them.
    const [x, y] = spots[costs.indexOf(Math.min(...costs))]!;
    taken.push({ left: x, top: y - letterHeight, right: x + width, bottom: y });
    return [{ of, x, y }];
  });
}

/** To the right, a little up or down; above, below; to the left. */
function spotsAround({ x, y }: PlacedPoint, width: number): readonly Spot[] {
  const middle = y + letterHeight / 2 - 1;
  const [above, below] = [y - away, y + away + letterHeight];
  return [
    [x + away, middle],
    [x + away, middle - 8],
    [x + away, middle + 8],
    [x - width / 2, above],
    [x - width / 2, below],
    [x + away, above],
    [x + away, below],
    [x - width - away, middle],
    [x - width - away, above],
    [x - width - away, below],
  ];
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function isIn([x, y]: Spot, box: Box): boolean {
  return x > box.left && x < box.right && y > box.top && y < box.bottom;
}

/** Whether a straight line passes through a box (Liang–Barsky). */
function crosses([fromX, fromY]: Spot, [toX, toY]: Spot, box: Box): boolean {
  const [dx, dy] = [toX - fromX, toY - fromY];
  let [enter, leave] = [0, 1];
  for (const [by, room] of [
    [-dx, fromX - box.left],
    [dx, box.right - fromX],
    [-dy, fromY - box.top],
    [dy, box.bottom - fromY],
  ] as const) {
    if (by === 0 && room < 0) return false;
    if (by < 0) enter = Math.max(enter, room / by);
    if (by > 0) leave = Math.min(leave, room / by);
  }
  return enter < leave;
}
