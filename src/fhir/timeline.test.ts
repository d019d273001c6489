import { describe, expect, test } from 'vitest';
import { contextOf } from './context-of.ts';
import { entriesOf, order, problem, result, visit } from './story-records.ts';
import type { FhirResource } from './json.ts';
import { type TimelineGroup, densityOf, timelineOf } from './timeline.ts';
import { entriesOfVisit, linkVisits } from './visit-links.ts';

const at = (id: string): object => ({ encounter: { reference: `Encounter/${id}` } });

function groupsOf(...resources: readonly FhirResource[]) {
  const { entries, context } = entriesOf(...resources);
  const visits = new Map(
    entries.filter(({ kind }) => kind === 'encounters').map(({ record }) => [record.key, record]),
  );
  return timelineOf(entries, linkVisits(entries, context), visits);
}

const keysIn = ({ key, entries }: TimelineGroup): unknown => [
  key,
  ...entries.map(({ record }) => record.key),
];

describe('the order', () => {
  test('records stand under their visit where they name one, under their day otherwise', () => {
    const { groups } = groupsOf(
      visit('v1', '2026-11-21T15:40:00Z'),
      order('m1', 'Spironolactone 25 mg', '2026-11-21', at('v1')),
      result('o1', '2026-11-21T13:15:00Z'),
      result('o2', '2026-11-19T08:00:00Z', at('v1')),
    );
    expect(groups.map(keysIn)).toEqual([
      ['Encounter/v1', 'MedicationRequest/m1', 'Observation/o2'],
      ['2026-11-21', 'Observation/o1'],
    ]);
  });

  test('a visit without records stands all the same; one without a date leaves its records on their day', () => {
    const { groups, undated } = groupsOf(
      visit('v1', '2026-08-03'),
      { resourceType: 'Encounter', id: 'v2', status: 'finished' },
      result('o1', '2026-08-04', at('v2')),
    );
    expect(groups.map(keysIn)).toEqual([['2026-08-04', 'Observation/o1'], ['Encounter/v1']]);
    expect(undated.map(({ record }) => record.key)).toEqual(['Encounter/v2']);
  });

  test('a problem stands where it began, though a later visit names it', () => {
    const { groups } = groupsOf(
      visit('v1', '2026-08-03', { diagnosis: [{ condition: { reference: 'Condition/c1' } }] }),
      problem('c1', 'Hypertension', { onsetDateTime: '2012' }),
      problem('c2', 'Hyperkalemia', { onsetDateTime: '2026-08-03', ...at('v1') }),
    );
    expect(groups.map(keysIn)).toEqual([
      ['Encounter/v1', 'Condition/c2'],
      ['2012', 'Condition/c1'],
    ]);
  });

  test('a visit tells of the problems that stand where they began', () => {
    const { groups } = groupsOf(
      visit('v1', '2026-08-03', { diagnosis: [{ condition: { reference: 'Condition/c1' } }] }),
      visit('v2', '2026-09-03', {
        diagnosis: [
          { condition: { reference: 'Condition/c1' } },
          { condition: { reference: 'Condition/c2' } },
        ],
      }),
      visit('v3', '2026-10-03'),
      problem('c1', 'Hypertension', { onsetDateTime: '2012' }),
      problem('c2', 'Hyperkalemia', { onsetDateTime: '2026-09-03' }),
    );
    const told = groups.map(({ key, elsewhere, isNamed }) => [
      key,
      isNamed,
      ...elsewhere.map(({ record }) => record.key),
    ]);
    expect(told).toEqual([
      ['Encounter/v3', false],
      ['Encounter/v2', true, 'Condition/c1'],
      ['Encounter/v1', true, 'Condition/c1'],
      ['2012', false],
    ]);
  });

  test('of a problem without a date no visit says that it began on another day', () => {
    const diagnosis = { diagnosis: [{ condition: { reference: 'Condition/c1' } }] };
    const { groups } = groupsOf(
      visit('v1', '2026-08-03', diagnosis),
      visit('v2', '2026-09-03', diagnosis),
      problem('c1', 'Hypertension'),
    );
    expect(groups.map(({ key, elsewhere, isNamed }) => [key, elsewhere, isNamed])).toEqual([
      ['Encounter/v2', [], true],
      ['Encounter/v1', [], true],
    ]);
  });

  test('a visit whose records the reader left out is not said to have none', () => {
    const { entries, context } = entriesOf(
      visit('v1', '2026-11-21T15:40:00Z'),
      order('m1', 'Spironolactone 25 mg', '2026-11-21', at('v1')),
    );
    const visits = entries.filter(({ kind }) => kind === 'encounters');
    const byKey = new Map(visits.map(({ record }) => [record.key, record]));
    const { groups } = timelineOf(visits, linkVisits(entries, context), byKey);
    expect(groups.map(({ key, entries: here, isNamed }) => [key, here.length, isNamed])).toEqual([
      ['Encounter/v1', 0, true],
    ]);
  });

  test('what is known to the month or the year has a place of its own below its days', () => {
    const { groups } = groupsOf(
      problem('c1', 'Asthma', { onsetDateTime: '2019' }),
      problem('c2', 'Gout', { onsetDateTime: '2019-05' }),
      problem('c3', 'Migraine', { onsetDateTime: '2019-05-04' }),
      problem('c4', 'Psoriasis', { onsetDateTime: '2018-12-31' }),
      problem('c5', 'Eczema', { onsetString: 'as a child' }),
    );
    expect(groups.map(({ key }) => key)).toEqual(['2019-05-04', '2019-05', '2019', '2018-12-31']);
  });

  test('undated records are apart, none is lost', () => {
    const { groups, undated } = groupsOf(order('m1', 'Aspirin'), order('m2', 'Aspirin', '2020-01-01'));
    expect(undated.map(({ record }) => record.key)).toEqual(['MedicationRequest/m1']);
    expect(groups.flatMap(({ entries }) => entries)).toHaveLength(1);
  });
});

describe('links between records and visits', () => {
  const diagnosis = problem('c1', 'Hypertension');
  const report: FhirResource = {
    resourceType: 'DiagnosticReport',
    id: 'r1',
    status: 'final',
    code: { text: 'Panel' },
    effectiveDateTime: '2026-08-04',
    ...at('v1'),
    result: [{ reference: 'Observation/o1' }, { reference: 'Observation/o2' }],
  };
  const note: FhirResource = {
    resourceType: 'DocumentReference',
    id: 'd1',
    status: 'current',
    context: { encounter: [{ reference: 'Encounter/v1' }, { reference: 'Encounter/v2' }] },
  };

  test('diagnoses of the visit, notes by their context, results by way of their report', () => {
    const { entries, context } = entriesOf(
      visit('v1', '2026-08-03', { diagnosis: [{ condition: { reference: 'Condition/c1' } }] }),
      visit('v2', '2026-09-03'),
      diagnosis,
      report,
      note,
      result('o1', '2026-08-04'),
      result('o2', '2026-08-04', at('v2')),
    );
    const links = linkVisits(entries, context);
    const of = (key: string) => entriesOfVisit(entries, links, key).map(({ record }) => record.key);
    expect(of('Encounter/v1')).toEqual([
      'Condition/c1',
      'DiagnosticReport/r1',
      'DocumentReference/d1',
      'Observation/o1',
    ]);
    expect(of('Encounter/v2')).toEqual(['DocumentReference/d1', 'Observation/o2']);
  });

  test('a visit that has not arrived links nothing', () => {
    const { entries, context } = entriesOf(result('o1', '2026-08-04', at('gone')));
    expect(linkVisits(entries, context).size).toBe(0);
  });

  test('hostile links do not throw', () => {
    const { entries } = entriesOf(
      visit('v1', '2026', { diagnosis: [null, 5, { condition: 'x' }], reasonReference: [{}] }),
      result('o1', '2026-08-04', { encounter: [[{ reference: '#' }]], context: 7 }),
    );
    expect(() => linkVisits(entries, contextOf())).not.toThrow();
  });
});

test('density: every year from the first to the last, months where they are known', () => {
  const { entries } = entriesOf(
    result('o1', '2024-02-04'),
    result('o2', '2024-02-05'),
    problem('c1', 'Asthma', { onsetDateTime: '2022' }),
    order('m1', 'Aspirin'),
  );
  const density = densityOf(entries, 2026);
  expect(density.map(({ year, n }) => [year, n])).toEqual([
    [2022, 1],
    [2023, 0],
    [2024, 2],
  ]);
  expect(density[2]?.months[1]).toBe(2);
  expect(densityOf([], 2026)).toEqual([]);
});

test('a year that is a slip of the pen does not stretch the axis over two thousand', () => {
  const { entries } = entriesOf(result('o1', '0202-02-04'), result('o2', '2024-02-05'));
  expect(densityOf(entries, 2026)).toHaveLength(130);
});

test('a year far ahead is a slip of the pen: it pushes out no other, and its record stays in the rows', () => {
  const far = result('far', '2206-02-04');
  const resources = [result('o1', '2024-02-05'), result('o2', '2026-03-01'), far, result('o3', '2031-01-01')];
  const yearsOf = (...ones: readonly FhirResource[]) =>
    densityOf(entriesOf(...ones).entries, 2026)
      .filter(({ n }) => n > 0)
      .map(({ year }) => year);
  expect(yearsOf(...resources)).toEqual([2024, 2026, 2031]);
  expect(yearsOf(...resources.slice(0, 3))).toEqual([2024, 2026]);
  // Newest first: nothing stands before it.
  expect(groupsOf(...resources).groups.map(({ key }) => key)[0]).toBe('2206-02-04');
  // Alone it is all there is to draw.
  expect(yearsOf(far)).toEqual([2206]);
});
