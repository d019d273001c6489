/** What a value says in words: no part of it is left out. */
import { expect, test } from 'vitest';
import { detailsOf } from '#fhir/details.ts';
import { detailText } from './detail-text.ts';

/** The words of an element's first value. */
function wordsOf(element: string, value: unknown): string | undefined {
  const found = detailsOf({ resourceType: 'Basic', [element]: value })[0]?.values[0];
  return found === undefined || found.kind === 'group' || found.kind === 'resource'
    ? undefined
    : detailText(found);
}

test('a name whose text leaves out what its parts say is written with both', () => {
  const parts = { family: 'Bor', given: ['Roelof Olaf'], prefix: ['Drs.'], suffix: ['PDEng.'] };
  expect(wordsOf('name', { ...parts, text: 'Roel' })).toBe('Roel, Drs. Roelof Olaf Bor PDEng.');
  expect(wordsOf('name', { ...parts, text: 'Drs. Roelof Olaf Bor PDEng.' })).toBe(
    'Drs. Roelof Olaf Bor PDEng.',
  );
});

test('a unit’s code where it is written differently; whose code where there is none', () => {
  const system = 'http://unitsofmeasure.org';
  expect(wordsOf('value', { value: 120, unit: 'mmHg', code: 'mm[Hg]', system })).toBe(
    '120 mmHg, UCUM mm[Hg]',
  );
  expect(wordsOf('value', { value: 5, unit: 'mg', code: 'mg', system })).toBe('5 mg');
  expect(wordsOf('value', { value: 5, unit: 'mg', system })).toBe('5 mg, UCUM');
});

test('what stands beside a number to call, an address, a file or a reference is said too', () => {
  expect(
    wordsOf('telecom', { system: 'phone', value: '555-0100', use: 'old', rank: 2, period: { end: '2014' } }),
  ).toBe('555-0100, phone, old, order to try: 2, until 2014');
  expect(wordsOf('address', { city: 'Ghent', use: 'home', type: 'both' })).toBe('Ghent\nhome, both');
  expect(
    wordsOf('attachment', { contentType: 'text/plain', language: 'en', url: 'Binary/1', hash: 'abc=' }),
  ).toBe('Attachment, text/plain, en, Binary/1, SHA-1 abc=');
  expect(
    wordsOf('practitioner', {
      reference: '#p1',
      type: 'Practitioner',
      identifier: { system: 'http://hl7.org/fhir/sid/us-npi', value: '999' },
    }),
  ).toBe('#p1\nPractitioner\n999\nhttp://hl7.org/fhir/sid/us-npi');
});
