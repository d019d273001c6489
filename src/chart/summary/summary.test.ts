import { describe, expect, test } from 'vitest';
import { encounters } from '#fhir/encounters.ts';
import type { FhirResource } from '#fhir/json.ts';
import { readRecords } from '#fhir/kind.ts';
import { laboratory } from '#fhir/laboratory.ts';
import { medications } from '#fhir/medications.ts';
import type { ReadContext } from '#fhir/record.ts';
import { criticalNow } from './Alerts.tsx';
import { lastVisit, namesOf, newSince } from './changes-since.ts';
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

describe('what is new', () => {
  const visit = (id: string, start: string): FhirResource => ({
    resourceType: 'Encounter',
    id,
    status: 'finished',
    class: { code: 'AMB' },
    period: { start },
  });
  const order = (id: string, name: string, authoredOn?: string): FhirResource => ({
    resourceType: 'MedicationRequest',
    id,
    status: 'active',
    intent: 'order',
    medicationCodeableConcept: { text: name },
    ...(authoredOn === undefined ? {} : { authoredOn }),
  });

  test('it is counted from the last visit before today', () => {
    const visits = readRecords(
      encounters,
      [visit('1', '2026-08-03T10:00:00Z'), visit('2', '2026-11-23T09:00:00Z')],
      context,
    );
    expect(lastVisit(visits, now)?.key).toBe('Encounter/1');
    expect(lastVisit([], now)).toBeUndefined();
  });

  test('only records dated after it are new; undated ones never are', () => {
    const [last] = readRecords(encounters, [visit('1', '2026-08-03T10:00:00Z')], context);
    const orders = readRecords(
      medications,
      [
        order('a', 'Lisinopril', '2026-08-01'),
        order('b', 'Spironolactone', '2026-11-21'),
        order('c', 'Aspirin'),
      ],
      context,
    );
    expect(newSince(orders, last!).map(({ key }) => key)).toEqual(['MedicationRequest/b']);
  });

  test('names are said once, the rest is counted', () => {
    const orders = readRecords(
      medications,
      ['A', 'A', 'B', 'C'].map((name, at) => order(String(at), name, '2026-11-21')),
      context,
    );
    expect(namesOf(orders, 2)).toEqual({ names: 'A; B', more: 1 });
  });
});
