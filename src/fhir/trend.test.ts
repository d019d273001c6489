import { describe, expect, it } from 'vitest';
import type { JsonObject } from './json.ts';
import { readRecords } from './kind.ts';
import { laboratory } from './laboratory.ts';
import { amount, laboratorySample, observationSample, sampleContext } from './record-samples.ts';
import { courseOf, coursesOfAll, linesOfAll, previousIn, previousOfAll, seriesOf } from './trend.ts';

function glucose(on: string | undefined, value: JsonObject, more: JsonObject = {}) {
  return laboratorySample('2345-7', 'Glucose', {
    id: `g${on}`,
    effectiveDateTime: on,
    valueQuantity: value,
    ...more,
  });
}

function read(resources: readonly ReturnType<typeof glucose>[]) {
  return readRecords(laboratory, resources, sampleContext());
}

function previousOf(...[record, all]: Parameters<typeof courseOf>) {
  const course = courseOf(record, all);
  return course && previousIn(course, record.key);
}

function trend(resources: readonly ReturnType<typeof glucose>[]) {
  const records = read(resources);
  return seriesOf(records[0]!, records);
}

describe('a trend never mixes units', () => {
  it('draws another unit as a line of its own, the record’s own first', () => {
    const { lines } = trend([
      glucose('2026-01-03', amount(5.5, 'mmol/L')),
      glucose('2026-01-01', amount(99, 'mg/dL')),
      glucose('2026-01-02', amount(5.0, 'mmol/L')),
    ]);
    expect(lines.map((line) => [line.unit, line.points.map((point) => point.number)])).toEqual([
      ['mmol/L', [5.0, 5.5]],
      ['mg/dL', [99]],
    ]);
  });

  it('tells units apart by code, sent or written unmistakably, not by how they are written', () => {
    const { lines } = trend([
      glucose('2026-01-01', { value: 1, unit: 'mg/dl', system: 'http://unitsofmeasure.org', code: 'mg/dL' }),
      glucose('2026-01-02', { value: 2, unit: 'mg/dL', system: 'http://unitsofmeasure.org', code: 'mg/dL' }),
      glucose('2026-01-03', { value: 3, unit: 'mg/dL' }),
      glucose('2026-01-04', { value: 4, unit: 'mg%' }),
    ]);
    expect(lines.map((line) => line.points.length)).toEqual([3, 1]);
  });
});

it('another isolate’s susceptibility is not the past of this one’s', () => {
  const code = (letter: string) => ({ interpretation: [{ coding: [{ code: letter }] }] });
  const records = read([
    glucose('2026-01-02', amount(0.5, 'ug/mL'), code('S')),
    glucose('2026-01-01', amount(0.25, 'ug/mL'), code('S')),
  ]);
  expect(previousOf(records[0]!, records)).toBeUndefined();
  expect(previousOfAll(records).size).toBe(0);
  expect(seriesOf(records[0]!, records).lines[0]?.points).toHaveLength(1);
});

describe('series', () => {
  it('takes only the same test', () => {
    const other = laboratorySample('2823-3', 'Potassium', { id: 'k', valueQuantity: amount(4, 'mmol/L') });
    const { lines } = trend([glucose('2026-01-01', amount(5, 'mmol/L')), other]);
    expect(lines).toHaveLength(1);
    expect(lines[0]?.points).toHaveLength(1);
  });

  it('draws bare numbers, whole or not, as values without a unit', () => {
    const score = (on: string, value: JsonObject) =>
      laboratorySample('44261-6', 'PHQ-9', { id: on, effectiveDateTime: on, ...value });
    const { lines, withoutNumber } = trend([
      score('2026-01-01', { valueInteger: 12 }),
      score('2026-02-01', { valueInteger: 7 }),
      score('2026-03-01', { valueDecimal: 6.5 }),
    ]);
    expect(lines.map(({ unit, points }) => [unit, points.map(({ written }) => written)])).toEqual([
      [undefined, ['12', '7', '6.5']],
    ]);
    expect(withoutNumber).toBe(0);
  });

  it('draws a comparator as a bound', () => {
    const [line] = trend([
      glucose('2026-01-01', amount(5, 'g', { comparator: '<' })),
      glucose('2026-01-02', amount(60, 'g', { comparator: '>=' })),
    ]).lines;
    expect(line?.points.map((point) => [point.written, point.bound])).toEqual([
      ['<5', 'at-most'],
      ['≥60', 'at-least'],
    ]);
  });

  it('counts what no axis can hold: undated, without a number', () => {
    const result = trend([
      glucose('2026-01-01', amount(5, 'g')),
      glucose(undefined, amount(5, 'g')),
      laboratorySample('2345-7', 'Glucose', { id: 'w', valueString: 'hemolyzed' }),
      laboratorySample('2345-7', 'Glucose', { id: 'a', dataAbsentReason: { coding: [{ code: 'error' }] } }),
    ]);
    expect(result).toMatchObject({ undated: 1, withoutNumber: 2 });
    expect(result.lines[0]?.points).toHaveLength(1);
  });

  it('draws no value that is entered in error or cancelled', () => {
    const { lines } = trend([
      glucose('2026-01-01', amount(5, 'g')),
      glucose('2026-01-02', amount(500, 'g'), { status: 'entered-in-error' }),
      glucose('2026-01-03', amount(6, 'g'), { status: 'cancelled' }),
    ]);
    expect(lines[0]?.points.map((point) => point.number)).toEqual([5]);
  });

  it('keeps the reference range as it stood at each date', () => {
    const range = (high: number) => ({ referenceRange: [{ high: amount(high, 'g') }] });
    const [line] = trend([
      glucose('2020-01-01', amount(5, 'g'), range(6)),
      glucose('2026-01-01', amount(5, 'g'), range(5.5)),
      glucose('2026-02-01', amount(5, 'g')),
    ]).lines;
    expect(line?.points.map((point) => point.band?.high)).toEqual([6, 5.5, undefined]);
  });

  it('a partial date stands at its first day and stays partial', () => {
    const [line] = trend([glucose('2019', amount(5, 'g')), glucose('2018-12-31', amount(4, 'g'))]).lines;
    expect(line?.points.map((point) => point.number)).toEqual([4, 5]);
    expect(line?.points[1]).toMatchObject({
      at: Date.UTC(2019, 0, 1),
      when: { date: { precision: 'year' } },
    });
  });

  it('blood pressure gives a line for each pressure, a systolic sent alone among them', () => {
    const part = (code: string, value: number) => {
      return {
        code: { coding: [{ system: 'http://loinc.org', code }] },
        valueQuantity: amount(value, 'mm[Hg]'),
      };
    };
    const panel = observationSample('85354-9', 'Blood pressure', {
      component: [part('8480-6', 148), part('8462-4', 92)],
    });
    const alone = observationSample('8480-6', 'Systolic', {
      id: 'alone',
      effectiveDateTime: '2026-01-01',
      valueQuantity: amount(120, 'mm[Hg]'),
    });
    expect(trend([panel, alone]).lines.map((line) => line.points.map((point) => point.number))).toEqual([
      [120, 148],
      [92],
    ]);
  });
});

describe('the value before', () => {
  const before = (...resources: readonly ReturnType<typeof glucose>[]) => {
    const records = read(resources);
    const previous = previousOf(records[0]!, records);
    return previous && [previous.point.written, previous.direction];
  };
  it('is of the same unit and an earlier time', () => {
    const now = glucose('2026-02-01', amount(6.1, 'g'));
    expect(before(now, glucose('2026-01-01', amount(5, 'g')), glucose('2025-01-01', amount(9, 'g')))).toEqual(
      ['5', 'up'],
    );
    expect(before(now, glucose('2026-01-01', amount(7, 'g')))).toEqual(['7', 'down']);
    expect(before(now, glucose('2026-01-01', amount(6.1, 'g')))).toEqual(['6.1', 'same']);
    expect(before(now, glucose('2026-03-01', amount(5, 'g')))).toBeUndefined();
    expect(before(now, glucose('2026-01-01', amount(5, 'kg')))).toBeUndefined();
  });
  it('has no direction where a bound leaves it open', () => {
    expect(
      before(
        glucose('2026-02-01', amount(6, 'g')),
        glucose('2026-01-01', amount(5, 'g', { comparator: '<' })),
      ),
    ).toEqual(['<5', undefined]);
  });
  it('is the same asked for a whole table at once', () => {
    const records = read([
      glucose('2026-02-01', amount(6.1, 'g')),
      glucose('2026-01-01', amount(5, 'g')),
      glucose('2026-01-01', amount(7, 'g'), { id: 'same-time' }),
      glucose('2025-01-01', amount(9, 'kg')),
      glucose('2024-01-01', amount(3, 'g'), { status: 'entered-in-error' }),
      glucose(undefined, amount(2, 'g')),
      laboratorySample('2823-3', 'Potassium', { id: 'k', valueQuantity: amount(4, 'g') }),
    ]);
    const all = previousOfAll(records);
    expect(all.size).toBe(1);
    for (const record of records) expect(all.get(record.key)).toEqual(previousOf(record, records));
  });
});

describe('a value in another unit, between two of one unit', () => {
  const numbers = (...resources: readonly ReturnType<typeof glucose>[]) => {
    const records = read(resources);
    const [newest] = records;
    // Asked one by one or for a whole table, the answer is the same.
    const all = [previousOfAll(records), coursesOfAll(records)] as const;
    for (const record of records) {
      expect(all[0].get(record.key)).toEqual(previousOf(record, records));
      expect(all[1].get(record.key)).toEqual(courseOf(record, records));
    }
    const before = previousOf(newest!, records);
    return {
      before: before && [before.point.written, before.direction],
      course: courseOf(newest!, records)?.points.map(({ number }) => number),
    };
  };
  const now = glucose('2026-01-10', amount(75, 'kg'));
  const old = glucose('2020-03-01', amount(70, 'kg'));

  it('is the value before: nothing is said of the older one, and no line leads to it', () => {
    const pounds = glucose('2025-10-01', amount(176, '[lb_av]'));
    expect(numbers(now, old, pounds)).toEqual({ before: undefined, course: [75] });
    const later = glucose('2025-12-01', amount(77, 'kg'));
    expect(numbers(now, old, pounds, later)).toEqual({ before: ['77', 'down'], course: [77, 75] });
  });

  it('breaks the course of an older value too, wherever that stands', () => {
    const pounds = glucose('2025-10-01', amount(176, '[lb_av]'));
    const older = glucose('2019-01-01', amount(72, 'kg'));
    expect(numbers(old, now, pounds, older)).toEqual({ before: ['72', 'down'], course: [72, 70] });
    // Whoever looks for all values of a test has them all.
    const records = read([now, old, pounds]);
    expect(linesOfAll(records).get(records[0]!.key)?.points).toHaveLength(2);
  });

  it('of a unit that nobody knows counts as well', () => {
    expect(numbers(now, old, glucose('2025-10-01', { value: 80 }))).toEqual({
      before: undefined,
      course: [75],
    });
  });

  it('at the time of a value of this unit, before the older one or after this one changes nothing', () => {
    const both = glucose('2020-03-01', amount(154.3, '[lb_av]'), { id: 'both' });
    const first = glucose('2019-01-01', amount(150, '[lb_av]'));
    const last = glucose('2026-02-01', amount(165, '[lb_av]'));
    expect(numbers(now, old, both, first, last)).toEqual({ before: ['70', 'up'], course: [70, 75] });
  });
});
