import { describe, expect, test } from 'vitest';
import type { EncounterRecord } from './encounters.ts';
import {
  comingVisits,
  contradictedStatements,
  goalsPastDue,
  ordersWithoutResult,
  pastVisits,
} from './follow-up.ts';
import type { GoalRecord } from './goals.ts';
import type { FhirResource } from './json.ts';
import type { OrderRecord } from './orders.ts';
import { entriesOf, problem, result, visit } from './story-records.ts';

const now = new Date('2026-11-23T12:00:00Z');

describe('goals past due', () => {
  const goal = (due: unknown, more: object = {}): FhirResource => ({
    resourceType: 'Goal',
    id: 'g1',
    lifecycleStatus: 'active',
    description: { text: 'Walk' },
    target: due,
    ...more,
  });
  const pastDue = (resource: FhirResource) =>
    goalsPastDue(
      entriesOf(resource).entries.map(({ record }) => record as GoalRecord),
      now,
    ).map(({ due }) => due.sent);

  test.each<[string, FhirResource, readonly string[]]>([
    ['the day has passed', goal([{ dueDate: '2026-11-22' }]), ['2026-11-22']],
    ['it is today', goal([{ dueDate: '2026-11-23' }]), []],
    ['only the year is known, and it is this one', goal([{ dueDate: '2026' }]), []],
    ['another target is still to come', goal([{ dueDate: '2026-01-01' }, { dueDate: '2027-01-01' }]), []],
    [
      'all its targets have passed: the latest counts, whatever their order',
      goal([{ dueDate: '2026-11-22' }, { dueDate: '2026-01-01' }]),
      ['2026-11-22'],
    ],
    ['it has no date', goal([]), []],
    [
      'it was reached',
      goal([{ dueDate: '2026-01-01' }], { achievementStatus: { coding: [{ code: 'achieved' }] } }),
      [],
    ],
    ['it was given up', goal([{ dueDate: '2026-01-01' }], { lifecycleStatus: 'cancelled' }), []],
  ])('%s', (_what, resource, dates) => {
    expect(pastDue(resource)).toEqual(dates);
  });
});

describe('orders without a result', () => {
  const order = (id: string, more: object = {}): FhirResource => ({
    resourceType: 'ServiceRequest',
    id,
    status: 'active',
    intent: 'order',
    code: { text: 'Potassium' },
    authoredOn: '2026-11-21',
    ...more,
  });
  const open = (...resources: readonly FhirResource[]) => {
    const { entries, context } = entriesOf(...resources);
    const orders = entries.flatMap(({ kind, record }) => (kind === 'orders' ? [record as OrderRecord] : []));
    return ordersWithoutResult(orders, entries, context).map(({ key }) => key);
  };

  test('an active order that nothing names is open; one that a result names is not', () => {
    expect(
      open(
        order('1'),
        order('2'),
        result('o', '2026-11-22', { basedOn: [{ reference: 'ServiceRequest/2' }] }),
      ),
    ).toEqual(['ServiceRequest/1']);
  });

  test.each<[string, FhirResource]>([
    [
      'a result that was only registered',
      result('o', '2026-11-22', { status: 'registered', valueQuantity: undefined }),
    ],
    [
      'a result that was called off',
      result('o', '2026-11-22', { status: 'cancelled', valueQuantity: undefined }),
    ],
    [
      'a report of which nothing is there yet',
      { resourceType: 'DiagnosticReport', id: 'r', status: 'registered' },
    ],
    ['a visit that is planned', visit('v', '2026-12-01', { status: 'planned' })],
    ['a procedure that was not done', { resourceType: 'Procedure', id: 'p', status: 'not-done' }],
  ])('%s is no answer', (_what, resource) => {
    const named = { ...resource, basedOn: [{ reference: 'ServiceRequest/1' }] };
    expect(open(order('1'), named)).toEqual(['ServiceRequest/1']);
  });

  test.each<[string, FhirResource]>([
    ['a report', { resourceType: 'DiagnosticReport', id: 'r', status: 'preliminary' }],
    ['a visit that took place', visit('v', '2026-11-22')],
    ['a procedure that was done', { resourceType: 'Procedure', id: 'p', status: 'completed' }],
    ['a result without a category', result('o', '2026-11-22', { category: undefined })],
  ])('%s is an answer', (_what, resource) => {
    expect(open(order('1'), { ...resource, basedOn: [{ reference: 'ServiceRequest/1' }] })).toEqual([]);
  });

  test('what is done, prohibited, planned or in error waits for nothing', () => {
    expect(
      open(
        order('1', { status: 'completed' }),
        order('2', { doNotPerform: true }),
        order('3', { intent: 'plan' }),
        order('4', { status: 'entered-in-error' }),
      ),
    ).toEqual([]);
  });
});

test('"no known problems" beside a current problem is a contradiction; beside past ones it is none', () => {
  const none = problem('n', 'x', {
    code: { coding: [{ system: 'http://snomed.info/sct', code: '160245001' }] },
  });
  const keys = (...resources: readonly FhirResource[]) =>
    contradictedStatements(entriesOf(...resources).entries.map(({ record }) => record)).map(({ key }) => key);
  expect(keys(none, problem('a', 'Asthma'))).toEqual(['Condition/n']);
  expect(keys(none, problem('a', 'Asthma', { clinicalStatus: { coding: [{ code: 'resolved' }] } }))).toEqual(
    [],
  );
  expect(
    keys(none, problem('a', 'Asthma', { verificationStatus: { coding: [{ code: 'refuted' }] } })),
  ).toEqual([]);
  expect(keys(none)).toEqual([]);
});

test('visits to come: the next first, appointments among them, called-off ones not', () => {
  const { entries } = entriesOf(
    visit('past', '2026-08-03'),
    visit('later', '2027-03-01', { status: 'planned' }),
    visit('off', '2027-01-01', { status: 'cancelled' }),
    visit('never', '2026-09-01', { status: 'planned' }),
    visit('called-off', '2026-09-02', { status: 'cancelled' }),
    { resourceType: 'Appointment', id: 'a', status: 'booked', start: '2026-12-01T10:00:00Z' },
  );
  expect(comingVisits(entries, now.getTime()).map(({ record }) => record.key)).toEqual([
    'Appointment/a',
    'Encounter/later',
  ]);
  const visits = entries.flatMap(({ kind, record }) =>
    kind === 'encounters' ? [record as EncounterRecord] : [],
  );
  expect(pastVisits(visits, now.getTime()).map(({ key }) => key)).toEqual(['Encounter/past']);
});
