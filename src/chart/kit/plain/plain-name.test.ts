import { afterEach, beforeEach, expect, test } from 'vitest';
import '#fhir/clinical-words.ts';
import { cpt, icd10cm, snomed } from '#fhir/code-systems.ts';
import { encounters } from '#fhir/encounters.ts';
import { readRecords } from '#fhir/kind.ts';
import { problems } from '#fhir/problems.ts';
import { sample, sampleContext } from '#fhir/record-samples.ts';
import { speak } from '#i18n/speech.ts';
import '#i18n/later.ts';
import { plainNameOf } from './plain-name.ts';

beforeEach(() => speak({ language: 'en', wording: 'patient' }));
afterEach(() => speak({ language: 'en', wording: 'clinician' }));

const icd = (code: string, display?: string) => ({ system: icd10cm, code, display });
const sct = (code: string, display?: string) => ({ system: snomed, code, display });

function nameOfProblem(text: string | undefined, ...coding: readonly object[]): string | undefined {
  const resource = sample('Condition', { id: '1', code: { text, coding } });
  return plainNameOf(readRecords(problems, [resource], sampleContext([resource]))[0]!)?.name;
}

function nameOfVisit(text: string | undefined, ...coding: readonly object[]): string | undefined {
  const resource = sample('Encounter', { id: '1', status: 'finished', type: [{ text, coding }] });
  return plainNameOf(readRecords(encounters, [resource], sampleContext([resource]))[0]!)?.name;
}

test.each([
  ['SNOMED CT', 'HTN', sct('38341003', 'Hypertension'), 'High blood pressure'],
  ['ICD-10-CM', undefined, icd('I10', 'Essential (primary) hypertension'), 'High blood pressure'],
  ['an ICD-10-CM category', undefined, icd('E11.65', 'Type 2 diabetes'), 'Type 2 diabetes'],
  ['the closest of its codes', undefined, icd('E11.22'), 'Type 2 diabetes with kidney disease'],
  ['ICD-10-CM without its point', undefined, icd('E1122'), 'Type 2 diabetes with kidney disease'],
])('a problem by %s', (_, text, coding, name) => {
  expect(nameOfProblem(text, coding)).toBe(name);
});

test('in Spanish', async () => {
  await speak({ language: 'es' });
  expect(nameOfProblem('Hypertension', icd('I10'))).toBe('Presión arterial alta');
  expect(nameOfVisit(undefined, sct('185349003'))).toBe('Chequeo');
});

test('a clinician reads none', async () => {
  await speak({ wording: 'clinician' });
  expect(nameOfProblem('HTN', icd('I10'))).toBeUndefined();
});

test.each([
  ['a code that no map holds', 'Something rare', [icd('Q99.9')]],
  ['words without a code', 'Hypertension', []],
  ['a code of no known system', 'Hypertension', [{ system: 'urn:local', code: 'I10' }]],
  ['a code called like a part of every object', 'x', [{ system: '__proto__', code: 'constructor' }]],
  ['words that say another type than the code', 'Type 1 diabetes', [icd('E11.9', 'Type 2 diabetes')]],
  [
    'a history of it, though the code’s own words say the same',
    'History of asthma',
    [icd('J45.909', 'Asthma')],
  ],
  ['a screening for it', 'Screening for diabetes', [icd('E11.9')]],
  ['a text that denies a bare code', 'No diabetes', [icd('E11.9')]],
  ['a text of another type than a bare code', 'Type 1 diabetes', [icd('E11.9')]],
  ['codes that say different types', 'Diabetes', [sct('46635009'), icd('E11.9')]],
])('no plain name for %s', (_, text, codings) => {
  expect(nameOfProblem(text, ...codings)).toBeUndefined();
});

test('a visit by SNOMED CT, also where its own words are others, and by CPT', () => {
  expect(nameOfVisit('Annual physical', sct('185349003', 'Encounter for check up'))).toBe('Check-up');
  expect(nameOfVisit('Est. patient, level 3', { system: cpt, code: '99213' })).toBe('Office visit');
});
