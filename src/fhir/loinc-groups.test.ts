import { expect, test } from 'vitest';
import { readConcept } from './concept.ts';
import { isLoincCode } from './check-digit.ts';
import loincGroups from './loinc-group-codes.json' with { type: 'json' };
import { loincGroupOf } from './loinc-groups.ts';

const entries = Object.values(loincGroups).flatMap((group) => Object.entries<string>(group));

test('some three hundred codes, each with its right check digit, each once, each named', () => {
  expect(entries.length).toBeGreaterThan(300);
  expect(new Set(entries.map(([code]) => code)).size).toBe(entries.length);
  for (const [code, name] of entries) {
    expect([code, isLoincCode(code)]).toEqual([code, true]);
    expect([code, name]).toEqual([code, name.trim()]);
    expect(name).not.toBe('');
  }
});

test('a test goes by its LOINC code alone; one outside the map has no group', () => {
  const coded = (...coding: readonly object[]) => loincGroupOf(readConcept({ coding }));
  expect(coded({ system: 'http://loinc.org', code: '2823-3' })).toBe('chemistry');
  expect(coded({ system: 'urn:local', code: 'K' }, { system: 'http://loinc.org', code: '718-7' })).toBe(
    'blood',
  );
  expect(coded({ system: 'urn:local', code: '2823-3' })).toBeUndefined();
  expect(coded({ system: 'http://loinc.org', code: '99999-9' })).toBeUndefined();
  expect(loincGroupOf(undefined)).toBeUndefined();
});
