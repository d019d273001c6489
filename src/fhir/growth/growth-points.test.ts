import { beforeAll, describe, expect, test } from 'vitest';
import { parseDateTime } from '#fhir/dates.ts';
import type { FhirResource, JsonObject } from '#fhir/json.ts';
import { readRecords } from '#fhir/kind.ts';
import { readObservation } from '#fhir/observations.ts';
import { observationSample, sampleContext } from '#fhir/record-samples.ts';
import { type Convert, loadConversion } from '#fhir/unit-conversion.ts';
import { vitals } from '#fhir/vitals.ts';
import { gestationalDays } from './gestational-age.ts';
import { type Child, growthPoints } from './growth-points.ts';
import { type GrowthTables, loadGrowthTables } from './growth-reference.ts';

let [tables, convert]: [GrowthTables, Convert] = [undefined!, undefined!];
beforeAll(async () => {
  [tables, convert] = await Promise.all([loadGrowthTables(), loadConversion()]);
});

let made = 0;
function measured(code: string, day: string, value: object, more: JsonObject = {}): FhirResource {
  made += 1;
  return observationSample(code, code, {
    id: `m${made}`,
    effectiveDateTime: day,
    valueQuantity: value,
    ...more,
  });
}
const weight = (day: string, value: string, unit: string, more: JsonObject = {}) =>
  measured('29463-7', day, { value, unit }, more);

function points(resources: readonly FhirResource[], more: Partial<Child> = {}) {
  const records = readRecords(vitals, resources, sampleContext(resources));
  const birth = parseDateTime('2024-01-31')!;
  return growthPoints(
    records,
    { birth, sex: 'female', gestationalDays: undefined, ...more },
    tables,
    convert,
  );
}

test('age in days by the parts of the dates, the reference by age, units by UCUM', () => {
  const { points: found } = points([
    weight('2024-01-31', '3190', 'g'),
    weight('2026-01-30T23:30:00-08:00', '26.5', 'lb'),
    weight('2026-02-15', '12.1', 'kg'),
  ]);
  expect(found.map(({ days, reference, value, sent }) => [days, reference, value.toFixed(2), sent])).toEqual([
    [0, 'who', '3.19', '3190 g'],
    [730, 'who', '12.02', '26.5 lb'],
    [746, 'cdc', '12.10', '12.1 kg'],
  ]);
});

test('no point: a bound, entered in error, cancelled, no day, before birth, after twenty, an unknown unit', () => {
  const { points: found, otherUnits } = points([
    measured('29463-7', '2025-01-01', { value: '10', unit: 'kg', comparator: '<' }),
    weight('2025-01-01', '10', 'kg', { status: 'entered-in-error' }),
    weight('2025-01-01', '10', 'kg', { status: 'cancelled' }),
    weight('2025', '10', 'kg'),
    weight('2023-12-31', '10', 'kg'),
    weight('2044-02-01', '60', 'kg'),
    weight('2025-01-01', '10', 'stone-ish'),
  ]);
  expect(found).toEqual([]);
  expect(otherUnits).toBe(1);
});

test('a BMI is worked out where a weight and a height of one day come without one, and says so', () => {
  const height = measured('8302-2', '2028-01-31', { value: '100', unit: 'cm' });
  const both = points([weight('2028-01-31', '16', 'kg'), height]).points;
  const bmi = both.find(({ measure }) => measure === 'bmi');
  expect([bmi?.value, bmi?.derived, bmi?.reference]).toEqual([16, true, 'cdc']);
  const recorded = measured('39156-5', '2028-01-31', { value: '15.9', unit: 'kg/m2' });
  const all = points([weight('2028-01-31', '16', 'kg'), height, recorded]).points;
  expect(all.filter(({ measure }) => measure === 'bmi').map(({ derived, sent }) => [derived, sent])).toEqual([
    [false, '15.9 kg/m²'],
  ]);
});

describe('born preterm', () => {
  const preterm = { gestationalDays: 32 * 7 };

  test('ages are corrected to forty weeks until the second birthday, not after', () => {
    const { points: found, beforeTerm } = points(
      [weight('2024-03-01', '2.4', 'kg'), weight('2025-01-31', '9', 'kg'), weight('2026-03-01', '12', 'kg')],
      preterm,
    );
    expect(beforeTerm).toBe(1);
    expect(found.map(({ days, corrected }) => [days, corrected])).toEqual([
      [366 - 56, true],
      [760, false],
    ]);
  });

  test('at 37 weeks nothing is corrected', () => {
    const [point] = points([weight('2024-03-01', '4', 'kg')], { gestationalDays: 37 * 7 }).points;
    expect([point?.days, point?.corrected]).toEqual([30, false]);
  });
});

describe('gestational age', () => {
  const stated = (...values: readonly JsonObject[]) =>
    gestationalDays(
      values.map((value, at) =>
        readObservation(
          observationSample('18185-9', 'Gestational age', {
            id: `g${at}`,
            effectiveDateTime: '2024-01-31',
            ...value,
          }),
          sampleContext([]),
        ),
      ),
      parseDateTime('2024-01-31')!,
    );
  const coded = (code: string) => ({ code: { coding: [{ system: 'http://loinc.org', code }] } });

  test('in weeks, in days, in words', () => {
    expect(stated({ valueQuantity: { value: '32.4', unit: 'weeks' } })).toBe(227);
    expect(
      stated({ valueQuantity: { value: 226, unit: 'd', code: 'd', system: 'http://unitsofmeasure.org' } }),
    ).toBe(226);
    expect(stated({ valueString: '32w4d' })).toBe(228);
    expect(stated({ valueString: '32 weeks 4 days' })).toBe(228);
    expect(stated({ valueString: '32 4/7' })).toBe(228);
  });

  test('a pregnancy is not a birth: what was stated later counts only where its code says "at birth"', () => {
    const pregnant = { valueString: '28w', effectiveDateTime: '2040-05-01' };
    for (const code of ['18185-9', '11884-4', '57714-8', '49051-6']) {
      expect(stated({ ...pregnant, ...coded(code) })).toBeUndefined();
    }
    expect(stated({ ...pregnant, effectiveDateTime: '2024' })).toBeUndefined();
    expect(stated({ ...pregnant, ...coded('76516-4') })).toBe(28 * 7);
    expect(stated({ ...pregnant, ...coded('11884-4'), effectiveDateTime: '2024-02-20' })).toBe(28 * 7);
  });

  test('not what cannot be one of a birth, not what contradicts itself, not what is in error', () => {
    expect(stated({ valueQuantity: { value: 12, unit: 'weeks' } })).toBeUndefined();
    expect(stated({ valueString: 'term' })).toBeUndefined();
    expect(stated({ valueString: '32w' }, { valueString: '38w' })).toBeUndefined();
    expect(stated({ valueString: '32w', status: 'entered-in-error' })).toBeUndefined();
    expect(stated()).toBeUndefined();
  });
});
