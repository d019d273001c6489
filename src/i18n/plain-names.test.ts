import { expect, test } from 'vitest';
import { isLoincCode } from '#fhir/check-digit.ts';
import loincGroups from '#fhir/loinc-group-codes.json' with { type: 'json' };
import { plainNames as english } from './en/plain-names.ts';
import { plainNames as spanish } from './es/plain-names.ts';
import codes from './plain-codes.json' with { type: 'json' };

const written = Object.values(codes).flatMap((texts) => Object.values<readonly string[]>(texts).flat());

test('hundreds of codes, each with its right check digit, each under one text alone', () => {
  expect(written.length).toBeGreaterThan(600);
  expect(new Set(written).size).toBe(written.length);
  for (const code of written) {
    expect([code, isLoincCode(code)]).toEqual([code, true]);
  }
});

test('every laboratory test of the map of groups has a plain name', () => {
  const grouped = Object.values(loincGroups).flatMap((group) => Object.keys(group));
  expect(grouped.length).toBeGreaterThan(300);
  expect(grouped.filter((code) => !Object.hasOwn(english, code))).toEqual([]);
});

test('both languages name the same codes', () => {
  expect(Object.keys(english).toSorted()).toEqual(written.toSorted());
  expect(Object.keys(spanish).toSorted()).toEqual(written.toSorted());
});

test.each([
  ['English', english],
  ['Spanish', spanish],
])('in %s a name fits a line, and what it says is short and made of whole sentences', (_language, names) => {
  const faults = Object.entries(names).filter(
    ([, { name, says }]) =>
      name.length === 0 ||
      name.length > 60 ||
      name !== name.trim() ||
      name.endsWith('.') ||
      says.length > 220 ||
      !/^[\p{Lu}\d“].*[^.]\.$/u.test(says) ||
      says.split('. ').some((sentence) => !/^[\p{Lu}\d“]/u.test(sentence)),
  );
  expect(faults).toEqual([]);
});

test('no text of one language stands in the other', () => {
  const same = written.filter((code) => english[code]!.says === spanish[code]!.says);
  expect(same).toEqual([]);
});
