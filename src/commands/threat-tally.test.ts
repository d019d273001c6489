import { expect, test } from 'vitest';
import {
  allClosed,
  browserOutcomes,
  outcomesOf,
  threatCount,
  threatLines,
  threatRows,
  unitOutcomes,
  type TestOutcome,
} from './threat-tally.ts';

const passing: readonly TestOutcome[] = Array.from({ length: threatCount }, (_, index) => ({
  name: `row ${index + 1}`,
  tags: [`@threat-${index + 1}`],
  passed: true,
}));

test('every row with a passing test is closed', () => {
  const rows = threatRows(passing);
  expect(threatLines(rows)).toEqual([`${threatCount} of ${threatCount} threats closed`]);
  expect(allClosed(rows)).toBe(true);
});

test('a row without a test, and one with a single test that did not pass, are open and told', () => {
  const rows = threatRows([
    ...passing.filter(({ name }) => name !== 'row 11'),
    { name: 'skipped @threat-4', tags: [], passed: false },
  ]);
  expect(threatLines(rows)).toEqual([
    'threat 4: 1 passed, not: skipped @threat-4',
    'threat 11: no test names it',
    '23 of 25 threats closed',
  ]);
  expect(allClosed(rows)).toBe(false);
});

test('a number that begins like another is another, and a row that does not exist closes nothing', () => {
  const rows = threatRows([{ name: 'a @threat-11 and @threat-99', tags: [], passed: true }]);
  expect(rows.filter(({ passed }) => passed > 0).map(({ threat }) => threat)).toEqual([11, 99]);
  expect(threatLines(rows).at(-1)).toBe('1 of 25 threats closed');
  expect(allClosed(threatRows([...passing, { name: '@threat-99', tags: [], passed: true }]))).toBe(false);
});

test('the reports of both runners: whatever did not pass in every project is open', () => {
  expect(
    unitOutcomes({
      testResults: [
        {
          name: 'a.test.ts',
          status: 'failed',
          assertionResults: [
            { fullName: 'a @threat-1', status: 'passed' },
            { fullName: 'b @threat-2', status: 'pending' },
          ],
        },
      ],
    }).map(({ passed }) => passed),
  ).toEqual([true, false]);
  const spec = (title: string, ...statuses: readonly string[]) => ({
    title,
    tags: ['threat-3'],
    tests: statuses.map((status) => ({ status })),
  });
  expect(
    browserOutcomes({
      errors: [],
      suites: [
        {
          title: 'x.spec.ts',
          specs: [spec('one', 'expected')],
          suites: [
            {
              title: 'inner',
              specs: [spec('two', 'expected', 'skipped'), spec('three', 'flaky'), spec('four')],
            },
          ],
        },
      ],
    }),
  ).toEqual([
    { name: 'x.spec.ts › one', tags: ['@threat-3'], passed: true },
    { name: 'inner › two', tags: ['@threat-3'], passed: false },
    { name: 'inner › three', tags: ['@threat-3'], passed: false },
    { name: 'inner › four', tags: ['@threat-3'], passed: false },
  ]);
});

test('what has not run, or could not be read, leaves every threat open', () => {
  const suites = [
    {
      title: 'x.spec.ts',
      specs: passing.map(({ name, tags }) => ({ title: name, tags, tests: [{ status: 'expected' }] })),
    },
  ];
  const unit = { testResults: [] };
  expect(threatLines(threatRows(outcomesOf(unit, { suites, errors: [] })))).toEqual([
    '25 of 25 threats closed',
  ]);
  for (const [units, browser] of [
    [undefined, { suites, errors: [] }],
    [unit, undefined],
    [unit, { suites, errors: ['a file that is no program'] }],
    [
      { testResults: [{ name: 'a.test.ts', status: 'failed', assertionResults: [] }] },
      { suites, errors: [] },
    ],
  ] as const)
    expect(threatLines(threatRows(outcomesOf(units, browser))).at(-1)).toBe('0 of 25 threats closed');
});
