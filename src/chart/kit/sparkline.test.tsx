// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
import type { TrendLine, TrendPoint } from '#fhir/trend.ts';
import { fakeReading } from './fake-reading.ts';
import { type Drawn, renderChart } from './render-chart.tsx';
import { Sparkline } from './Sparkline.tsx';

let drawn: Drawn;
afterEach(() => drawn.remove());

function lineOf(...values: readonly (readonly [number: number, bound?: TrendPoint['bound']])[]): TrendLine {
  const points = values.map(([number, bound], at): TrendPoint => {
    const when = { kind: 'text', text: '' } as const;
    return {
      key: `Observation/${at}`,
      when,
      at: at * 1000,
      number,
      written: String(number),
      bound,
      flag: undefined,
      band: undefined,
    };
  });
  return { test: 'egfr', title: 'eGFR', unit: undefined, ucum: undefined, points };
}

async function parts(line: TrendLine, second?: TrendLine) {
  drawn = await renderChart(<Sparkline line={line} second={second} />, {
    reading: fakeReading({ patientId: 'p1', resources: [] }),
  });
  const count = (selector: string): number => drawn.box.querySelectorAll(selector).length;
  return {
    lines: [...drawn.box.querySelectorAll('polyline')].map(
      (one) => one.getAttribute('points')!.split(' ').length,
    ),
    limits: count('path.sparkline-limit'),
    dots: count('circle'),
  };
}

test('a bound is no value: the line breaks at it, and it stands by itself', async () => {
  const limited = lineOf([70], [68], [60, 'at-least'], [72], [74]);
  expect(await parts(limited)).toEqual({ lines: [2, 2], limits: 1, dots: 1 });
});

test('a value between two bounds is there, though no line leads to it; a newest bound has no dot', async () => {
  const between = lineOf([60, 'at-least'], [72], [60, 'at-least']);
  expect(await parts(between)).toEqual({ lines: [], limits: 2, dots: 1 });
});

test('bounds alone make no line', async () => {
  expect(await parts(lineOf([60, 'at-least'], [60, 'at-least']))).toEqual({ lines: [], limits: 2, dots: 0 });
});

test('two lines of one reading stand on one scale, each with its newest value', async () => {
  expect(await parts(lineOf([150], [142]), lineOf([92], [88]))).toEqual({
    lines: [2, 2],
    limits: 0,
    dots: 2,
  });
});
