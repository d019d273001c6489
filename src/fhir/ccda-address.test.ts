import { expect, test } from 'vitest';
import { ccdaAddress } from './ccda-address.ts';

test('the C-CDA of the open patient, at the document address that is one', () => {
  const documents = ['https://fhir.example.com/files', 'https://fhir.example.com/api/ccda'];
  expect(ccdaAddress(documents, '85')).toBe('https://fhir.example.com/api/ccda?patient=85&date=');
  expect(ccdaAddress(['https://fhir.example.com/api/ccda/'], 'a&b')).toBe(
    'https://fhir.example.com/api/ccda/?patient=a%26b&date=',
  );
  expect(ccdaAddress(['https://fhir.example.com/api/accda'], '85')).toBeUndefined();
  expect(ccdaAddress([], '85')).toBeUndefined();
});
