import { expect, test } from 'vitest';
import { medlinePlusUrl } from './medline-plus.ts';

const at = (cs: string, c: string, language = 'en'): string =>
  `https://connect.medlineplus.gov/application?mainSearchCriteria.v.cs=2.16.840.1.113883.6.${cs}&mainSearchCriteria.v.c=${c}&informationRecipient.languageCode.c=${language}`;

test.each([
  ['http://loinc.org', '4548-4', at('1', '4548-4')],
  ['http://snomed.info/sct', '44054006', at('96', '44054006')],
  ['http://hl7.org/fhir/sid/icd-10-cm', 'E11.22', at('90', 'E11.22')],
  ['http://hl7.org/fhir/sid/icd-9-cm', '493.12', at('103', '493.12')],
  ['http://www.nlm.nih.gov/research/umls/rxnorm', '313096', at('88', '313096')],
  ['http://hl7.org/fhir/sid/ndc', '0071-0155-23', at('69', '0071-0155-23')],
  ['http://www.ama-assn.org/go/cpt', '80053', at('12', '80053')],
])('%s %s: its identifier, the code, the language, and nothing else', (system, code, url) => {
  expect(medlinePlusUrl([{ system, code }], 'en')).toBe(url);
});

test('in Spanish', () => {
  expect(medlinePlusUrl([{ system: 'http://loinc.org', code: '718-7' }], 'es')).toBe(at('1', '718-7', 'es'));
});

test('of several codings one is chosen, whatever their order', () => {
  const codings = [
    { system: 'http://snomed.info/sct', code: '44054006' },
    { system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'E11.9' },
  ];
  expect(medlinePlusUrl(codings, 'en')).toBe(at('90', 'E11.9'));
  expect(medlinePlusUrl(codings.toReversed(), 'en')).toBe(at('90', 'E11.9'));
});

test.each([
  ['a system it does not know', 'http://hl7.org/fhir/sid/cvx', '140'],
  ['words in place of a code', 'http://loinc.org', 'SMITH, DAVID 1960-02-03'],
  ['a code of another form', 'http://snomed.info/sct', 'E11.9'],
  ['no code', 'http://loinc.org', undefined],
])('no link for %s', (_, system, code) => {
  expect(medlinePlusUrl([{ system, code }], 'en')).toBeUndefined();
});
