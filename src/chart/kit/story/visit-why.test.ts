import { expect, test } from 'vitest';
import { encounters, type EncounterRecord } from '#fhir/encounters.ts';
import { readRecords } from '#fhir/kind.ts';
import { sample, sampleContext } from '#fhir/record-samples.ts';
import { visitReasons, visitWhy } from './visit-why.ts';

function visit(type: string, reasons: readonly string[], diagnoses: readonly string[] = []): EncounterRecord {
  const resource = sample('Encounter', {
    id: '1',
    status: 'finished',
    type: [{ text: type }],
    reasonCode: reasons.map((text) => ({ text })),
    diagnosis: diagnoses.map((display) => ({ condition: { display } })),
  });
  return readRecords(encounters, [resource], sampleContext([resource]))[0]!;
}

test.each([
  ['the name again', visit('Annual physical', ['Annual physical']), '', ''],
  ['the name in other letters', visit('Annual physical', ['ANNUAL  PHYSICAL ']), '', ''],
  [
    'another reason beside the name',
    visit('Annual physical', ['Annual physical', 'Cough']),
    'Cough',
    'Cough',
  ],
  [
    'more than the name',
    visit('Physical', ['Physical, screening']),
    'Physical, screening',
    'Physical, screening',
  ],
  ['the name, and a diagnosis', visit('Annual physical', ['Annual physical'], ['Gout']), 'Gout', 'Gout'],
  ['a reason that is a diagnosis too', visit('Office visit', ['Gout'], ['Gout']), 'Gout', 'Gout'],
  [
    'a reason and a diagnosis',
    visit('Office visit', ['Foot pain'], ['Gout']),
    'Foot pain',
    'Foot pain, Gout',
  ],
])('%s', (_, record, why, all) => {
  expect(visitWhy(record)).toBe(why);
  expect(visitReasons(record)).toBe(all);
});
