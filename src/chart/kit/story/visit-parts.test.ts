import { expect, test } from 'vitest';
import { type EncounterRecord, encounters } from '#fhir/encounters.ts';
import { type RecordKind, readRecords } from '#fhir/kind.ts';
import { laboratory } from '#fhir/laboratory.ts';
import { other } from '#fhir/other.ts';
import type { ChartRecord } from '#fhir/record.ts';
import { amount, laboratorySample, observationSample, sample, sampleContext } from '#fhir/record-samples.ts';
import { type Entry, linkVisits } from '#fhir/visit-links.ts';
import '#i18n/later.ts';
import { visitParts } from './visit-parts.ts';

const encounter = { reference: 'Encounter/77' };
const visit = sample('Encounter', { id: '77', status: 'in-progress', class: { code: 'AMB' } });
const sodium = laboratorySample('2951-2', 'Sodium', {
  id: '1',
  encounter,
  valueQuantity: amount(139, 'mmol/L'),
});
const potassium = observationSample('2823-3', 'Potassium', {
  id: '2',
  encounter,
  valueQuantity: amount(7.1, 'mmol/L'),
  interpretation: [{ coding: [{ code: 'HH' }] }],
});
const impression = sample('ClinicalImpression', {
  id: '3',
  status: 'completed',
  description: 'Worse',
  encounter,
});

test('an observation of no category is a result of its visit, a critical one the first; what is none is of the rest', () => {
  const context = sampleContext([visit, sodium, potassium, impression]);
  const entriesOf = <R extends ChartRecord>(kind: RecordKind<R>, ...resources: (typeof visit)[]): Entry[] =>
    readRecords(kind, resources, context).map((record) => ({ kind: kind.id, record }));
  const [opened] = entriesOf(encounters, visit);
  const entries = [opened!, ...entriesOf(laboratory, sodium), ...entriesOf(other, potassium, impression)];
  const parts = visitParts(opened!.record as EncounterRecord, entries, linkVisits(entries, context));
  const keys = new Map(parts.map(({ id, entries: own }) => [id, own.map(({ record }) => record.key)]));
  expect(keys.get('results')).toEqual(['Observation/2', 'Observation/1']);
  expect(keys.get('rest')).toEqual(['ClinicalImpression/3']);
});
