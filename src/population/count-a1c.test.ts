import { expect, test } from 'vitest';
import { questions } from '#bulk/questions.ts';
import { a1cCodes, a1cGroupOf } from './a1c-group.ts';
import { anna, bert, counted, file, person, updated } from './counted-fixture.ts';

const percent = (value: number, comparator?: string) => ({
  valueQuantity: { value, unit: '%', ...(comparator && { comparator }) },
});
const a1c = (id: string, patient: string, day: string | undefined, more: object) => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  subject: { reference: `Patient/${patient}` },
  code: { coding: [{ system: 'http://loinc.org', code: '4548-4' }] },
  ...(day && { effectiveDateTime: day }),
  ...more,
});
const result = (more: object) => ({ resourceType: 'Observation', ...more });

test.each([
  [percent(5.69), '< 5.7'],
  [percent(5.7), '5.7–6.4'],
  [percent(6.45), '5.7–6.4'],
  [percent(6.5), '6.5–7.9'],
  [percent(8), '8.0–9.0'],
  [percent(9), '8.0–9.0'],
  [percent(9.1), '> 9.0'],
  [percent(14, '>'), '> 9.0'],
  [percent(9, '>'), '> 9.0'],
  [percent(9, '>='), 'bound'],
  [percent(8, '>'), 'bound'],
  [percent(7, '<'), 'bound'],
  [percent(7, 'ad'), 'bound'],
  [percent(5.7, '<'), '< 5.7'],
  [percent(5.7, '<='), 'bound'],
  [{ valueString: '>14 %' }, '> 9.0'],
  [{ valueString: '>14' }, 'unit'],
  [{ valueString: 'see report' }, 'no-number'],
  [{ valueQuantity: { value: 7.2, code: '%', unit: '% of total' } }, '6.5–7.9'],
  [{ valueQuantity: { value: 7.2, code: '%', unit: 'mmol/mol' } }, 'unit'],
  [{ valueQuantity: { value: 48, unit: 'mmol/mol' } }, 'unit'],
  [{ valueQuantity: { value: 7.2 } }, 'unit'],
  [{ valueInteger: 7 }, 'unit'],
  [percent(0), 'no-number'],
  [{ ...percent(7.2), valueString: '8.1 %' }, 'no-number'],
  [{ ...percent(7.2), modifierExtension: [{ url: 'urn:not' }] }, 'no-number'],
  [{ dataAbsentReason: { text: 'Hemolyzed' } }, 'none'],
])('%j is %s', (said, group) => {
  expect(a1cGroupOf(result(said))).toBe(group);
});

test('each person is in the class of the latest result with a value', async () => {
  const { a1c: groups } = await counted(
    file(
      'x.ndjson',
      anna,
      bert,
      person('3', 'Cleo', '2000-01-01'),
      a1c('a', '1', '2024-01-01', percent(9.8)),
      a1c('b', '1', '2025-01-01', percent(6.9)),
      a1c('c', '1', '2025-02-01', { dataAbsentReason: { text: 'Hemolyzed' } }),
      a1c('d', '1', '2025-03-01', { ...percent(11), status: 'entered-in-error' }),
      a1c('e', '1', undefined, percent(12)),
      a1c('f', '2', '2019', percent(5.1)),
      a1c('g', '2', '2018-12-31T10:00:00Z', percent(6)),
      a1c('h', '3', '2025-01-01', { ...percent(9.8), code: { coding: [{ code: '4548-4' }] } }),
    ),
  );
  expect(groups).toEqual([
    ['< 5.7', ['Bert']],
    ['6.5–7.9', ['Anna']],
  ]);
});

test('what is in no class is counted apart, each with its reason', async () => {
  const ids = ['1', '2', '3', '4', '5', '6'];
  const { a1c: groups } = await counted(
    file(
      'x.ndjson',
      ...ids.map((id) => person(id, `P${id}`, '1980-01-01')),
      a1c('a', '1', '2024-01-01', percent(7)),
      a1c('b', '1', '2025-01-01', { valueQuantity: { value: 53, unit: 'mmol/mol' } }),
      a1c('c', '2', '2025-01-01', percent(7)),
      a1c('d', '2', '2025-01-01', percent(9.2)),
      a1c('e', '3', undefined, percent(7)),
      a1c('f', '4', '2025-01-01', { dataAbsentReason: { text: 'Hemolyzed' } }),
      a1c('g', '5', '2025-01-01', percent(8, '>')),
      a1c('h', '6', '2025-01-01', { ...percent(8), status: 'cancelled' }),
    ),
  );
  expect(groups).toEqual([
    ['bound', ['P5']],
    ['unit', ['P1']],
    ['same-day', ['P2']],
    ['undated', ['P3']],
    ['none', ['P4']],
  ]);
});

test('a corrected result counts as it was corrected', async () => {
  const { a1c: groups } = await counted(
    file(
      'x.ndjson',
      anna,
      a1c('a', '1', '2025-01-01', { ...percent(9.8), ...updated('2025-01-01T00:00:00Z') }),
      a1c('a', '1', '2025-01-01', { ...percent(6.8), ...updated('2025-02-01T00:00:00Z') }),
    ),
  );
  expect(groups).toEqual([['6.5–7.9', ['Anna']]]);
});

test('the tests are those that the ready question of the loaded tables asks for', () => {
  const { sql } = questions.find(({ name }) => name === 'a1c-above-9')!;
  const asked = sql.match(/loinc IN \(([^)]*)\)/)?.[1]?.match(/[\d-]+/g);
  expect(asked?.toSorted()).toEqual(a1cCodes.toSorted());
});
