import { expect, test } from 'vitest';
import { conformanceTable, registrations, type Row } from './conformance-table.ts';

const flows = ['ehr-launch', 'standalone', 'refresh', 'sign-out', 'callback', 'any'];
const whole = (): Row[] =>
  flows.map((flow) => ({ flow, id: '32', asked: 'a thing', seen: 'it', held: true }));

test('everything walked through and held', () => {
  const table = conformanceTable(new Map(registrations.map((each) => [each, whole()])));
  expect([table.held, table.all]).toEqual([18, 18]);
  expect(table.text).not.toContain('NOT HELD');
});

test('a line that did not hold counts, and says what was seen', () => {
  const tables = new Map(registrations.map((each) => [each, whole()]));
  tables.get('basic')?.push({ flow: 'stray', id: '4', asked: 'no code', seen: 'a code', held: false });
  const table = conformanceTable(tables);
  expect([table.held, table.all]).toEqual([18, 19]);
  expect(table.text).toMatch(/NOT HELD {2}4 +no code {2}\[a code\]/);
});

test('what was not looked at is not kept', () => {
  const table = conformanceTable(new Map([['public', whole().slice(1)]]));
  expect([table.held, table.all]).toEqual([5, 18]);
});
