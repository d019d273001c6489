import { describe, expect, test } from 'vitest';
import { changesSince, sinceDay, sinceVisit, visitToCountFrom } from './changes.ts';
import type { EncounterRecord } from './encounters.ts';
import type { FhirResource } from './json.ts';
import { courseOf } from './medication-course.ts';
import type { MedicationRecord } from './medications.ts';
import { entriesOf, order, problem, result, visit } from './story-records.ts';

const now = Date.parse('2026-11-23T12:00:00Z');

function told(day: string, ...resources: readonly FhirResource[]) {
  const { entries, context } = entriesOf(...resources);
  const { changes, untold } = changesSince(entries, sinceDay(day)!, now, context);
  return {
    untold,
    rows: changes.map(({ change, evidence, record, at }) => [change, record.key, evidence, at.sent]),
  };
}

const resolved = { clinicalStatus: { coding: [{ code: 'resolved' }] } };

describe('what the record itself dates', () => {
  test.each<[string, FhirResource, unknown]>([
    [
      'a prescription',
      order('x', 'Aspirin', '2026-08-03'),
      ['new', 'MedicationRequest/x', 'dated', '2026-08-03'],
    ],
    ['a result', result('x', '2026-09-01'), ['resulted', 'Observation/x', 'dated', '2026-09-01']],
    [
      'a result whose category was not sent',
      result('x', '2026-08-01', { category: undefined, issued: '2026-08-04T10:00:00Z' }),
      ['resulted', 'Observation/x', 'released', '2026-08-04T10:00:00Z'],
    ],
    [
      'an answer of social history, which is no result',
      result('x', '2026-09-01', { category: [{ coding: [{ code: 'social-history' }] }] }),
      ['new', 'Observation/x', 'dated', '2026-09-01'],
    ],
    [
      'a result taken before and released after',
      result('x', '2026-08-01', { issued: '2026-08-04T10:00:00Z' }),
      ['resulted', 'Observation/x', 'released', '2026-08-04T10:00:00Z'],
    ],
    [
      'a result corrected after',
      result('x', '2026-08-01', { issued: '2026-08-04T10:00:00Z', status: 'corrected' }),
      ['changed', 'Observation/x', 'corrected', '2026-08-04T10:00:00Z'],
    ],
    [
      'a test that was only registered',
      result('x', '2026-09-01', { status: 'registered', valueQuantity: undefined }),
      ['new', 'Observation/x', 'dated', '2026-09-01'],
    ],
    [
      'a registered one that has a value all the same',
      result('x', '2026-09-01', { status: 'registered' }),
      ['resulted', 'Observation/x', 'dated', '2026-09-01'],
    ],
    [
      'a test that was called off',
      result('x', '2026-09-01', { status: 'cancelled', valueQuantity: undefined }),
      ['stopped', 'Observation/x', 'dated', '2026-09-01'],
    ],
    [
      'a report of which nothing is there yet',
      { resourceType: 'DiagnosticReport', id: 'x', status: 'registered', effectiveDateTime: '2026-09-01' },
      ['new', 'DiagnosticReport/x', 'dated', '2026-09-01'],
    ],
    [
      'a problem of old that was written down after',
      problem('x', 'Asthma', { onsetDateTime: '2019', recordedDate: '2026-10-02' }),
      ['new', 'Condition/x', 'recorded', '2026-10-02'],
    ],
    [
      'a problem that ended',
      problem('x', 'Asthma', { onsetDateTime: '2019', abatementDateTime: '2026-10-02', ...resolved }),
      ['stopped', 'Condition/x', 'ended', '2026-10-02'],
    ],
    [
      'a statement whose period ended',
      {
        resourceType: 'MedicationStatement',
        id: 'x',
        status: 'completed',
        medicationCodeableConcept: { text: 'Prednisone' },
        effectivePeriod: { start: '2026-01-01', end: '2026-09-01' },
      },
      ['stopped', 'MedicationStatement/x', 'ended', '2026-09-01'],
    ],
    [
      'a reaction that came again',
      {
        resourceType: 'AllergyIntolerance',
        id: 'x',
        code: { text: 'Latex' },
        recordedDate: '2010-01-01',
        lastOccurrence: '2026-09-09',
      },
      ['changed', 'AllergyIntolerance/x', 'recurred', '2026-09-09'],
    ],
    [
      'a goal whose status was set',
      {
        resourceType: 'Goal',
        id: 'x',
        lifecycleStatus: 'active',
        startDate: '2026-01-01',
        statusDate: '2026-10-10',
        description: { text: 'Walk' },
      },
      ['changed', 'Goal/x', 'status', '2026-10-10'],
    ],
  ])('%s', (_what, resource, row) => {
    expect(told('2026-08-03', resource).rows).toEqual([row]);
  });

  test.each<[string, FhirResource]>([
    ['dated before', order('x', 'Aspirin', '2026-08-02')],
    ['known only to a year that may be before', order('x', 'Aspirin', '2026')],
    ['planned, not happened', visit('x', '2027-01-01', { status: 'planned' })],
    [
      'changed in the EHR’s own bookkeeping only',
      order('x', 'Aspirin', '2020-01-01', { meta: { lastUpdated: '2026-11-01T00:00:00Z' } }),
    ],
  ])('is silent about what is %s', (_what, resource) => {
    expect(told('2026-08-03', resource).rows).toEqual([]);
  });

  test('what has no date at all is counted, never told', () => {
    expect(told('2026-08-03', order('x', 'Aspirin'), problem('y', 'Gout'))).toEqual({ untold: 2, rows: [] });
  });
});

describe('what Provenance dates', () => {
  const provenance = (recorded: string, id = 'p1'): FhirResource => ({
    resourceType: 'Provenance',
    id,
    target: [{ reference: 'Coverage/x' }, { reference: 'MedicationRequest/x' }],
    recorded,
  });

  test('a dated record with a later statement about it has changed', () => {
    expect(
      told('2026-08-03', order('x', 'Aspirin', '2020-01-01'), provenance('2026-09-01T10:00:00Z')).rows,
    ).toEqual([['changed', 'MedicationRequest/x', 'provenance', '2026-09-01T10:00:00Z']]);
  });

  test('an undated record is new only where no earlier statement speaks of it', () => {
    const plan: FhirResource = {
      resourceType: 'Coverage',
      id: 'x',
      status: 'active',
      type: { text: 'Plan' },
    };
    const late = provenance('2026-09-01T10:00:00Z');
    expect(told('2026-08-03', plan, late).rows.map(([change]) => change)).toEqual(['new']);
    const early = provenance('2020-09-01T10:00:00Z', 'p0');
    expect(told('2026-08-03', plan, late, early).rows.map(([change]) => change)).toEqual(['changed']);
  });
});

describe('counted from a visit', () => {
  const { entries, context } = entriesOf(
    visit('v1', '2026-08-03T10:00:00Z'),
    order('a', 'Lisinopril', '2026-08-03'),
    result('b', '2026-08-03T10:30:00Z'),
    result('c', '2026-08-03T09:30:00Z'),
  );

  test('the whole of its day counts, whatever has no time of day and what was drawn before it began', () => {
    const { entries: earlier, context: of } = entriesOf(
      visit('v1', '2026-08-03T10:00:00Z'),
      result('night', '2026-08-02T23:30:00Z'),
      order('before', 'Aspirin', '2026-08-02'),
    );
    const since = sinceVisit(entries[0]!.record)!;
    const told = (all: typeof entries, its: typeof context) =>
      changesSince(all, since, now, its).changes.map(({ record }) => record.key);
    expect(told(entries.slice(1), context).toSorted()).toEqual([
      'MedicationRequest/a',
      'Observation/b',
      'Observation/c',
    ]);
    expect(told(earlier.slice(1), of)).toEqual([]);
  });

  const today = new Date(2026, 10, 23);
  const keyFrom = (resources: readonly FhirResource[], currentId?: string) => {
    const records = entriesOf(...resources).entries.map(({ record }) => record as EncounterRecord);
    const current = records.find(({ key }) => key === `Encounter/${currentId}`);
    return visitToCountFrom(records, today, current)?.key;
  };
  const past = visit('past', '2026-08-03T10:00:00Z');

  test('opened in a visit, it is the one before the day of that visit; planned and cancelled ones are none', () => {
    const visits = [
      past,
      visit('drawn', '2026-11-23T08:00:00Z'),
      visit('now', '2026-11-23T09:00:00Z'),
      visit('3', '2026-10-03T10:00:00Z', { status: 'cancelled' }),
      visit('4', '2027-10-03T10:00:00Z', { status: 'planned' }),
      visit('5', '2026-11-03T10:00:00Z', { status: 'planned' }),
    ];
    expect(keyFrom(visits, 'now')).toBe('Encounter/past');
    expect(keyFrom([...visits, visit('yesterday', '2026-11-22T10:00:00Z')], 'now')).toBe(
      'Encounter/yesterday',
    );
    expect(keyFrom([visit('now', '2026-11-23T09:00:00Z')], 'now')).toBeUndefined();
  });

  test('opened without one, a visit of the last week is what the reader is at: it is the one before', () => {
    expect(keyFrom([past, visit('recent', '2026-11-21T10:00:00Z')])).toBe('Encounter/past');
    expect(keyFrom([past, visit('recent', '2026-11-14T10:00:00Z')])).toBe('Encounter/recent');
    expect(keyFrom([visit('recent', '2026-11-21T10:00:00Z')])).toBe('Encounter/recent');
    expect(keyFrom([visit('today', '2026-11-23T10:00:00Z')])).toBeUndefined();
    expect(keyFrom([])).toBeUndefined();
  });
});

describe('the course of a drug', () => {
  const dose = (text: string): object => ({ dosageInstruction: [{ text }] });
  const course = (key: string, ...resources: readonly FhirResource[]) => {
    const all = entriesOf(...resources).entries.map(({ record }) => record as MedicationRecord);
    const made = courseOf(
      all.find((one) => one.key === `MedicationRequest/${key}`)!,
      all,
    );
    return made && [made.change, made.before?.key, made.first.key];
  };

  test('another strength of the same drug is a change, the same again a renewal, the first a start', () => {
    const [first, second, third] = [
      order('1', 'Lisinopril 10 mg tablet', '2024-01-01', dose('1 daily')),
      order('2', 'Lisinopril 20 mg tablet', '2026-08-03', dose('1 daily')),
      order('3', 'Lisinopril 20 mg tablet', '2026-11-03', dose('1 daily')),
    ];
    expect(course('1', first, second, third)).toEqual(['started', undefined, 'MedicationRequest/1']);
    expect(course('2', first, second, third)).toEqual([
      'changed',
      'MedicationRequest/1',
      'MedicationRequest/1',
    ]);
    expect(course('3', first, second, third)).toEqual([
      'renewed',
      'MedicationRequest/2',
      'MedicationRequest/1',
    ]);
  });

  test('two drugs of one family are not one', () => {
    expect(
      course(
        '2',
        order('1', 'Metoprolol tartrate 25 mg tablet', '2024-01-01'),
        order('2', 'Metoprolol succinate 25 mg tablet', '2025-01-01'),
      ),
    ).toEqual(['started', undefined, 'MedicationRequest/2']);
  });

  test('what the record says it replaces is believed, whatever it is called', () => {
    expect(
      course(
        '2',
        order('1', 'Zestril', '2024-01-01'),
        order('2', 'Lisinopril 20 mg', '2025-01-01', {
          priorPrescription: { reference: 'MedicationRequest/1' },
        }),
      ),
    ).toEqual(['changed', 'MedicationRequest/1', 'MedicationRequest/1']);
  });

  test('in what changed, a new strength is a change of the earlier prescription', () => {
    const { entries, context } = entriesOf(
      order('1', 'Lisinopril 10 mg', '2024-01-01'),
      order('2', 'Lisinopril 20 mg', '2026-09-03'),
    );
    const [change] = changesSince(entries, sinceDay('2026-08-03')!, now, context).changes;
    expect([change?.change, change?.before?.key, change?.renewed]).toEqual([
      'changed',
      'MedicationRequest/1',
      false,
    ]);
  });

  test('a combination is no change of the order of one of its ingredients', () => {
    const { entries, context } = entriesOf(
      order('1', 'Acetaminophen 325 MG Oral Tablet', '2024-01-01'),
      order('2', 'Acetaminophen 325 MG / oxyCODONE 5 MG Oral Tablet', '2026-09-03'),
    );
    const [change] = changesSince(entries, sinceDay('2026-08-03')!, now, context).changes;
    expect([change?.change, change?.before]).toEqual(['new', undefined]);
  });
});
