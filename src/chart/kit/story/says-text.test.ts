import { expect, test } from 'vitest';
import { documents } from '#fhir/documents.ts';
import { readRecords } from '#fhir/kind.ts';
import { laboratory } from '#fhir/laboratory.ts';
import { problems } from '#fhir/problems.ts';
import { socialHistory } from '#fhir/social-history.ts';
import { other } from '#fhir/other.ts';
import { amount, laboratorySample, observationSample, sample, sampleContext } from '#fhir/record-samples.ts';
import '#i18n/later.ts';
import { saysText } from './says-text.ts';

test('of a note who wrote it, said as such; of a result without a value its note', () => {
  const note = sample('DocumentReference', {
    id: '1',
    status: 'current',
    type: { text: 'Progress note' },
    author: [{ display: 'TESTING, PROVIDER' }, { display: 'OTHER, NURSE' }],
  });
  const nobodys = sample('DocumentReference', { id: '2', status: 'current', type: { text: 'Letter' } });
  const records = readRecords(documents, [note, nobodys], sampleContext([note, nobodys]));
  const says = new Map(records.map((record) => [record.key, saysText({ kind: 'documents', record })]));
  expect(says.get('DocumentReference/1')).toBe('By TESTING, PROVIDER, OTHER, NURSE');
  expect(says.get('DocumentReference/2')).toBe('');
  const smear = laboratorySample('1-8', 'Smear', { id: '3', note: [{ text: 'Clumped platelets.' }] });
  const [record] = readRecords(laboratory, [smear], sampleContext([smear]));
  expect(saysText({ kind: 'laboratory', record: record! })).toBe('Note: Clumped platelets.');
});

test('a diagnosis of a visit says that it is one, for the problem may be old; an answer of social history stands there', () => {
  const condition = (id: string, category: string) =>
    sample('Condition', {
      id,
      clinicalStatus: {
        coding: [{ code: 'active', system: 'http://terminology.hl7.org/CodeSystem/condition-clinical' }],
      },
      category: [
        { coding: [{ code: category, system: 'http://terminology.hl7.org/CodeSystem/condition-category' }] },
      ],
      code: { text: 'Essential hypertension' },
    });
  const [listed, written] = [condition('1', 'problem-list-item'), condition('2', 'encounter-diagnosis')];
  const says = new Map(
    readRecords(problems, [listed, written], sampleContext([listed, written])).map((record) => [
      record.key,
      saysText({ kind: 'problems', record }),
    ]),
  );
  expect(says.get('Condition/1')).toBe('Active');
  expect(says.get('Condition/2')).toBe('Active · Visit diagnosis');
  const answer = sample('Observation', {
    id: '3',
    status: 'final',
    category: [
      {
        coding: [
          { code: 'social-history', system: 'http://terminology.hl7.org/CodeSystem/observation-category' },
        ],
      },
    ],
    code: { text: 'What is your living situation today?' },
    valueCodeableConcept: { text: 'I am worried about losing it' },
  });
  const [record] = readRecords(socialHistory, [answer], sampleContext([answer]));
  expect(saysText({ kind: 'social-history', record: record! })).toBe('I am worried about losing it');
});

test('an observation of no category says its value, with what it means; any other record how it stands', () => {
  const fraction = observationSample('10230-1', 'Left ventricular Ejection fraction', {
    id: '1',
    valueQuantity: amount(35, '%'),
    interpretation: [{ coding: [{ code: 'L' }] }],
  });
  const flag = sample('Flag', { id: '2', status: 'active', code: { text: 'Falls easily' } });
  const says = readRecords(other, [fraction, flag], sampleContext()).map((record) =>
    saysText({ kind: 'other', record }),
  );
  expect(says).toEqual(['35 %, Low', 'Active']);
});
