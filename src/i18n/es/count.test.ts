import { expect, test } from 'vitest';
import { count } from './count.ts';

test('counts as Spanish does in the United States: one, several, and whole millions with "de"', () => {
  expect(count(1, 'registro', 'registros')).toBe('1 registro');
  expect(count(0, 'registro', 'registros')).toBe('0 registros');
  expect(count(1204, 'registro', 'registros')).toBe('1,204 registros');
  expect(count(1_000_000, 'registro', 'registros')).toBe('1,000,000 de registros');
});
