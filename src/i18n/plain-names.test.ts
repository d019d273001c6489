import { expect, test } from 'vitest';
import { isLoincCode, isSnomedCode } from '#fhir/check-digit.ts';
import loincGroups from '#fhir/loinc-group-codes.json' with { type: 'json' };
import { plainNames as english } from './en/plain-names.ts';
import { plainNames as spanish } from './es/plain-names.ts';
import { type ConceptSystem, conceptKey } from './concept-key.ts';
import codes from './plain-codes.json' with { type: 'json' };
import concepts from './plain-concepts.json' with { type: 'json' };

const written = Object.values(codes).flatMap((texts) => Object.values<readonly string[]>(texts).flat());
type Coded = Partial<Record<ConceptSystem, readonly string[]>>;
const coded = Object.values(concepts).flatMap((texts) =>
  Object.values<Coded>(texts).flatMap((its) =>
    Object.entries(its).flatMap(([system, list]) =>
      list.map((code) => [system as ConceptSystem, code] as const),
    ),
  ),
);
const all = [...written, ...coded.map(([system, code]) => conceptKey(system, code))];

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

const form: Readonly<Record<ConceptSystem, (code: string) => boolean>> = {
  snomed: (code) => /^\d{6,18}$/.test(code) && isSnomedCode(code),
  icd10cm: (code) => /^[A-Z]\d[\dA-Z](?:\.[\dA-Z]{1,4})?\*?$/.test(code),
  cpt: (code) => /^\d{5}$/.test(code),
};

test('common problems and visits, each code of its system’s form, each under one text alone', () => {
  const { visits, ...problems } = concepts;
  expect(Object.values(problems).flatMap((texts) => Object.keys(texts)).length).toBeGreaterThan(80);
  expect(Object.keys(visits).length).toBeGreaterThan(15);
  expect(coded.filter(([system, code]) => !form[system](code))).toEqual([]);
  expect(new Set(all).size).toBe(all.length);
});

test('both languages name the same codes', () => {
  expect(Object.keys(english).toSorted()).toEqual(all.toSorted());
  expect(Object.keys(spanish).toSorted()).toEqual(all.toSorted());
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
  const same = all.filter((code) => english[code]!.says === spanish[code]!.says);
  expect(same).toEqual([]);
});
