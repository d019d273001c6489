import { expect, test } from 'vitest';
import type { TrendPoint } from '#fhir/trend.ts';
import { endLabels } from './end-labels.ts';
import { legendOf } from './trend-legend.ts';
import type { PlacedPoint } from './trend-shape.ts';

const room = { left: 40, top: 0, right: 360, bottom: 150 };
const placed = (line: number, x: number, y: number, written = '120'): PlacedPoint => ({
  line,
  x,
  y,
  point: { written } as TrendPoint,
});

/** Whether the text of a label lies over a stretch of a line. */
function covers(label: { x: number; y: number }, [from, to]: readonly PlacedPoint[]): boolean {
  return Array.from({ length: 200 }, (_, at) => at / 199).some((part) => {
    const [x, y] = [from!.x + (to!.x - from!.x) * part, from!.y + (to!.y - from!.y) * part];
    return x > label.x && x < label.x + 3 * 7.2 && y > label.y - 10 && y < label.y;
  });
}

test('the newest value stands beside its point', () => {
  const line = [placed(0, 60, 100), placed(0, 300, 20)];
  const [label] = endLabels([line], [line], room);
  expect(label!.x).toBeGreaterThan(300);
  expect(covers(label!, line)).toBe(false);
});

test('a line that ended earlier keeps its label off the other line', () => {
  const ended = [placed(0, 60, 60), placed(0, 200, 60)];
  const goesOn = [placed(1, 60, 60), placed(1, 340, 60)];
  const steep = [placed(2, 205, 140), placed(2, 240, 5)];
  const lines = [ended, goesOn, steep];
  for (const label of endLabels(lines, lines, room))
    for (const line of lines) expect(covers(label, line)).toBe(false);
});

test('labels of values that end near each other lie over neither', () => {
  const lines = [80, 84].map((y, line) => [placed(line, 60, y), placed(line, 310, y)]);
  const [a, b] = endLabels(lines, lines, room);
  expect(Math.abs(a!.y - b!.y) >= 10 || Math.abs(a!.x - b!.x) >= 3 * 7.2).toBe(true);
});

test('names stand in rows that fit, a long one cut; one line alone needs none', () => {
  expect(legendOf(['Sodium'], 300)).toEqual({ items: [], height: 0 });
  const { items, height } = legendOf(['Systolic blood pressure', 'Diastolic blood pressure'], 300);
  expect([items.map(({ x }) => x), new Set(items.map(({ y }) => y)).size, height]).toEqual([[0, 0], 2, 36]);
  const [long] = legendOf(['Cholesterol in LDL [Mass/volume] in Serum or Plasma', 'HDL'], 200).items;
  expect(long!.name).toMatch(/^Cholesterol in LDL.*…$/);
});
