import { expect, test } from 'vitest';
import type { TrendLine, TrendPoint } from '#fhir/trend.ts';
import { loadConversion } from '#fhir/unit-conversion.ts';
import { drawingsOf, wantsConversion } from './trend-drawings.ts';

function line(test: string, unit: string | undefined, ...values: readonly number[]): TrendLine {
  const points = values.map((number, at) => {
    const more = { bound: undefined, flag: undefined, band: undefined };
    return { key: `${test} ${at}`, at, number, written: String(number), ...more } as unknown as TrendPoint;
  });
  return { test, title: test, unit, ucum: unit, points };
}

const names = (drawings: readonly (readonly TrendLine[])[]) =>
  drawings.map((lines) => lines.map(({ title }) => title));

test('tests of one unit and one size share a drawing; what would lie flat under the other does not', () => {
  const [alt, ast] = [line('ALT', 'U/L', 40, 180), line('AST', 'U/L', 30, 90)];
  const [sodium, potassium] = [line('Sodium', 'mmol/L', 140), line('Potassium', 'mmol/L', 4.1)];
  expect(names(drawingsOf([alt, sodium, ast, potassium], false))).toEqual([
    ['ALT', 'AST'],
    ['Sodium'],
    ['Potassium'],
  ]);
  expect(names(drawingsOf([sodium, potassium], true))).toEqual([['Sodium', 'Potassium']]);
});

test('scores without a unit share no axis: no two are of one scale', () => {
  expect(names(drawingsOf([line('PHQ-9', undefined, 9), line('GAD-7', undefined, 7)], false))).toEqual([
    ['PHQ-9'],
    ['GAD-7'],
  ]);
});

test('another unit is brought into the first where that is exact, and says how it was sent', async () => {
  const lines = [line('Albumin', 'g/dL', 4, 3.8), line('Protein', 'g/L', 68, 70), line('INR', '{INR}', 1)];
  expect(wantsConversion(lines)).toBe(true);
  expect(names(drawingsOf(lines, false))).toEqual([['Albumin'], ['Protein'], ['INR']]);
  const drawings = drawingsOf(lines, false, await loadConversion());
  expect(names(drawings)).toEqual([['Albumin', 'Protein'], ['INR']]);
  expect(drawings[0]![1]!.points.map(({ written, sent }) => [written, sent])).toEqual([
    ['6.8', '68 g/L'],
    ['7.0', '70 g/L'],
  ]);
});

test('the same test in a unit that could not be joined stays apart', async () => {
  const convert = await loadConversion();
  expect(
    drawingsOf([line('D-dimer', 'ng/mL', 200), line('D-dimer', 'ug/mL', 0.4)], false, convert),
  ).toHaveLength(2);
});
