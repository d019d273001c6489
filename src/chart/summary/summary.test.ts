import { describe, expect, test } from 'vitest';
import type { FhirResource } from '#fhir/json.ts';
import { readRecords } from '#fhir/kind.ts';
import { laboratory } from '#fhir/laboratory.ts';
import type { ReadContext } from '#fhir/record.ts';
import { criticalNow } from './Alerts.tsx';
import { keyResults } from './result-blocks.tsx';

const context: ReadContext = {
  patientId: 'p',
  resolve: () => undefined,
  provenanceOf: () => [],
};
const now = Date.UTC(2026, 10, 23);

const result = (test: string, date: string, value: number, code?: string): FhirResource => ({
  resourceType: 'Observation',
  id: `${test}-${date}`,
  status: 'final',
  category: [{ coding: [{ code: 'laboratory' }] }],
  code: { text: test, coding: [{ system: 'http://loinc.org', code: test }] },
  effectiveDateTime: date,
  valueQuantity: { value, unit: 'mmol/L' },
  ...(code === undefined ? {} : { interpretation: [{ coding: [{ code }] }] }),
});
const results = (...list: readonly FhirResource[]) => readRecords(laboratory, list, context);
const keys = (records: readonly { readonly key: string }[]) =>
  records.map(({ key }) => key.replace('Observation/', ''));

describe('alerts', () => {
  test('a critical value of the last ninety days, until a later one of the same test stands beside it', () => {
    const old = result('potassium', '2026-08-01', 6.3, 'HH');
    const critical = result('potassium', '2026-11-01', 6.1, 'HH');
    const better = result('potassium', '2026-11-20', 4.4);
    expect(keys(criticalNow(results(old), now))).toEqual([]);
    expect(keys(criticalNow(results(critical), now))).toEqual(['potassium-2026-11-01']);
    expect(keys(criticalNow(results(critical, better), now))).toEqual([]);
  });

  test('a critical finding is not overtaken by another of the same code: nobody says what each was taken from', () => {
    const organism = (id: string, date: string, name: string, code?: string) => {
      const { valueQuantity: _, ...found } = result('organism', date, 0, code);
      return { ...found, id, valueCodeableConcept: { text: name } };
    };
    const blood = organism('blood', '2026-11-14T02:45:00Z', 'Escherichia coli', 'AA');
    const again = organism('again', '2026-11-15T02:45:00Z', 'Escherichia coli', 'AA');
    const nose = organism('nose', '2026-11-16T05:00:00Z', 'Staphylococcus aureus');
    expect(keys(criticalNow(results(blood, nose), now))).toEqual(['blood']);
    expect(keys(criticalNow(results(blood, again, nose), now))).toEqual(['again']);
  });

  test('a repeat that has no value yet takes nothing from the one that has', () => {
    const critical = result('potassium', '2026-11-22T08:00:00Z', 7.1, 'HH');
    const { valueQuantity: _, ...repeat } = result('potassium', '2026-11-22T12:00:00Z', 0);
    const waiting = { ...repeat, status: 'registered' };
    const failed = { ...repeat, id: 'failed', dataAbsentReason: { coding: [{ code: 'error' }] } };
    for (const empty of [waiting, failed]) {
      const list = results(critical, empty);
      expect(keys(criticalNow(list, now))).toEqual(['potassium-2026-11-22T08:00:00Z']);
      expect(keys(keyResults(list))).toEqual(['potassium-2026-11-22T08:00:00Z']);
    }
  });

  test('a merely high value is no alert', () => {
    expect(criticalNow(results(result('glucose', '2026-11-20', 9, 'H')), now)).toEqual([]);
  });
});

describe('key results', () => {
  test('the newest of each test; critical and abnormal first; old tests last', () => {
    const list = results(
      result('sodium', '2026-11-21', 139),
      result('potassium', '2026-11-21', 6.1, 'HH'),
      result('potassium', '2026-08-03', 5),
      result('glucose', '2026-11-02', 9, 'H'),
      result('lead', '2019-01-01', 3, 'H'),
    );
    expect(keys(keyResults(list))).toEqual([
      'potassium-2026-11-21',
      'glucose-2026-11-02',
      'sodium-2026-11-21',
      'lead-2019-01-01',
    ]);
  });
});
