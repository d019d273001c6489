import { expect, test } from 'vitest';
import { fuzzOptions } from './fuzz-options.ts';

test('ten thousand of each kind unless said otherwise, under a seed that is made up', () => {
  expect(fuzzOptions([])).toMatchObject({ runs: 10_000, kinds: undefined, seed: expect.any(Number) });
  expect(fuzzOptions(['--runs', '7', '--seed', '3', '--kind', 'style', '--kind', 'bundle'])).toEqual({
    runs: 7,
    seed: 3,
    kinds: ['style', 'bundle'],
  });
  expect(fuzzOptions(['--help'])).toBe('help');
});

test.each([['--runs', 'many'], ['--seed', 'x'], ['--runs', '99999999'], ['--strange']])(
  '%s %s is refused in a sentence',
  (...argv) => {
    expect(() => fuzzOptions(argv.filter((one) => one !== undefined))).toThrow(/takes|[Uu]nknown/);
  },
);
