import { expect, test } from 'vitest';
import type { JsonObject } from '#fhir/json.ts';
import { readRecords } from '#fhir/kind.ts';
import { laboratory } from '#fhir/laboratory.ts';
import type { ObservationRecord } from '#fhir/observations.ts';
import { amount, laboratorySample, sampleContext } from '#fhir/record-samples.ts';
import '#i18n/later.ts';
import { noteBeginning, noteInstead } from './note-words.ts';

function result(fields: JsonObject): ObservationRecord {
  const resource = laboratorySample('789-8', 'Red cells', { id: '1', ...fields });
  return readRecords(laboratory, [resource], sampleContext([resource]))[0]!;
}

const clotted = { text: 'Specimen clotted,\n no count possible.' };

test('a result with a note and no value says its note', () => {
  expect(noteInstead(result({ note: [clotted, { text: 'Draw again.' }] }))).toBe(
    'Note: Specimen clotted, no count possible. Draw again.',
  );
});

test.each([
  ['a value', { note: [clotted], valueQuantity: amount(4.5, '10*6/uL') }],
  ['a reason why there is none', { note: [clotted], dataAbsentReason: { text: 'Not performed' } }],
  ['no note', {}],
])('not where there is %s: that says more', (_, fields) => {
  expect(noteInstead(result(fields))).toBeUndefined();
});

test('a long note is cut between words, and shows that it is', () => {
  const said = noteBeginning(result({ note: [{ text: 'word '.repeat(100) }] }))!;
  expect(said).toMatch(/^Note: (?:word )+word…$/);
  expect(said.length).toBeLessThanOrEqual(161);
  expect(noteBeginning(result({ note: [{ text: 'x'.repeat(500) }] }))).toHaveLength(81);
  expect(noteBeginning(result({ note: [clotted] }))).toBe('Note: Specimen clotted, no count possible.');
});
