import { expect, test } from 'vitest';
import type { FhirResource, JsonObject } from './json.ts';
import { readRecords } from './kind.ts';
import { pressureCourse } from './pressure-course.ts';
import { amount, observationSample, sampleContext } from './record-samples.ts';
import { latestVitals, vitals } from './vitals.ts';

const half = (code: string, value: JsonObject) => ({
  code: { coding: [{ system: 'http://loinc.org', code }] },
  valueQuantity: value,
});
const mmHg = (value: number, more: JsonObject = {}) => ({ ...amount(value, 'mmHg'), ...more });

function reading(
  when: string,
  systolic?: JsonObject,
  diastolic?: JsonObject,
  more: JsonObject = {},
): FhirResource {
  return observationSample('85354-9', 'Blood pressure', {
    id: when,
    effectiveDateTime: when,
    component: [
      ...(systolic ? [half('8480-6', systolic)] : []),
      ...(diastolic ? [half('8462-4', diastolic)] : []),
    ],
    ...more,
  });
}

function courseOf(...resources: readonly FhirResource[]) {
  const records = readRecords(vitals, resources, sampleContext(resources));
  const latest = latestVitals(records).find(({ vital }) => vital === 'blood-pressure')!;
  const course = pressureCourse(latest, records)!;
  const numbers = (half: 'systolic' | 'diastolic') => course[half].points.map(({ number }) => number);
  return { before: course.before, systolic: numbers('systolic'), diastolic: numbers('diastolic') };
}

test('both pressures are compared with the reading before', () => {
  const { before, systolic, diastolic } = courseOf(
    reading('2026-03-01', mmHg(148), mmHg(88)),
    reading('2024-03-01', mmHg(120), mmHg(70)),
    reading('2025-03-01', mmHg(142), mmHg(92)),
  );
  expect([before?.written, before?.directions]).toEqual(['142/92', ['up', 'down']]);
  expect([systolic, diastolic]).toEqual([
    [120, 142, 148],
    [70, 92, 88],
  ]);
});

test('a mean of several readings is compared with means, a single reading with single ones', () => {
  const mean = (when: string, systolic: number, diastolic: number): FhirResource =>
    observationSample('96607-7', 'Average blood pressure', {
      id: when,
      effectiveDateTime: when,
      component: [half('96608-5', mmHg(systolic)), half('96609-3', mmHg(diastolic))],
    });
  const single = courseOf(
    reading('2026-03-01', mmHg(148), mmHg(88)),
    mean('2026-02-01', 130, 75),
    reading('2025-03-01', mmHg(142), mmHg(92)),
  );
  expect(single.before?.written).toBe('142/92');
  expect(single.systolic).toEqual([142, 148]);
  const means = courseOf(
    mean('2026-03-01', 130, 75),
    reading('2026-02-01', mmHg(148), mmHg(88)),
    mean('2025-03-01', 128, 80),
  );
  expect(means.before?.written).toBe('128/80');
  expect(means.systolic).toEqual([128, 130]);
});

test('halves that came as two observations of one time are one reading, of two times none', () => {
  const at = (code: string, value: number, when: string): FhirResource =>
    observationSample(code, code, {
      id: `${code} ${when}`,
      effectiveDateTime: when,
      valueQuantity: mmHg(value),
    });
  const now = [at('8480-6', 130, '2026-03-01T08:00:00Z'), at('8462-4', 80, '2026-03-01T08:00:00Z')];
  const paired = [at('8480-6', 140, '2025-03-01T08:00:00Z'), at('8462-4', 90, '2025-03-01T08:00:00Z')];
  expect(courseOf(...now, ...paired).before).toMatchObject({
    written: '140/90',
    directions: ['down', 'down'],
  });
  const apart = [at('8480-6', 140, '2025-03-01T08:00:00Z'), at('8462-4', 90, '2025-03-01T09:00:00Z')];
  expect(courseOf(...now, ...apart).before).toMatchObject({ written: '–/90', directions: undefined });
});

test('a missing half, and a bound, leave the direction open', () => {
  const old = reading('2025-03-01', mmHg(124), mmHg(76));
  expect(courseOf(reading('2026-03-01', mmHg(128)), old).before).toMatchObject({
    written: '124/76',
    directions: undefined,
  });
  const bound = reading('2026-03-01', mmHg(250, { comparator: '>' }), mmHg(120));
  expect(courseOf(bound, old).before?.directions).toBeUndefined();
});

test('another unit, an error and a cancelled one are no reading before', () => {
  const others = [
    reading('2025-01-01', amount(17, 'kPa'), amount(11, 'kPa')),
    reading('2025-02-01', mmHg(110), mmHg(70), { status: 'entered-in-error' }),
    reading('2025-03-01', mmHg(110), mmHg(70), { status: 'cancelled' }),
  ];
  const { before, systolic } = courseOf(reading('2026-03-01', mmHg(148), mmHg(88)), ...others);
  expect([before, systolic]).toEqual([undefined, [148]]);
});

test('a reading in another unit in between ends the course: nothing is said over it', () => {
  const { before, systolic } = courseOf(
    reading('2026-03-01', mmHg(148), mmHg(88)),
    reading('2026-02-15', mmHg(146), mmHg(86)),
    reading('2026-02-01', amount(21, 'kPa'), amount(13, 'kPa')),
    reading('2026-01-01', mmHg(120), mmHg(70)),
  );
  expect([before?.written, systolic]).toEqual(['146/86', [146, 148]]);
  const alone = courseOf(
    reading('2026-03-01', mmHg(148), mmHg(88)),
    reading('2026-02-01', amount(21, 'kPa'), amount(13, 'kPa')),
    reading('2026-01-01', mmHg(120), mmHg(70)),
  );
  expect([alone.before, alone.systolic]).toEqual([undefined, [148]]);
});

test('what is no blood pressure has no such course', () => {
  const pulse = observationSample('8867-4', 'Pulse', { valueQuantity: amount(60, '/min') });
  const [record] = readRecords(vitals, [pulse], sampleContext([pulse]));
  expect(pressureCourse({ vital: record!.vital, records: [record!] }, [record!])).toBeUndefined();
});
