import { expect, test } from 'vitest';
import { fileIn } from './binary-file.ts';

const answer = (body: string, contentType = 'application/fhir+json') => ({
  bytes: new TextEncoder().encode(body),
  contentType,
});
const words = ({ bytes }: { readonly bytes: Uint8Array }) => new TextDecoder().decode(bytes);

test.each([
  ['R4', 'data', 'application/fhir+json'],
  ['STU3', 'content', 'application/fhir+json;charset=utf-8'],
  ['DSTU2', 'content', 'application/json+fhir'],
])('a Binary of %s sent as FHIR is unwrapped', (_version, element, media) => {
  const binary = { resourceType: 'Binary', contentType: 'text/plain', [element]: btoa('Hello') };
  const file = fileIn(answer(JSON.stringify(binary), media));
  expect(file.contentType).toBe('text/plain');
  expect(words(file)).toBe('Hello');
});

test.each([
  '{"a":1}',
  '{"resourceType":"Binary"}',
  '{"resourceType":"Binary","data":"§"}',
  '{"resourceType":"Patient","data":"SGVsbG8="}',
  '{',
])('%s is no Binary, and stays what it is', (body) => {
  expect(words(fileIn(answer(body)))).toBe(body);
});

test('a file is not looked into', () => {
  const binary = JSON.stringify({ resourceType: 'Binary', data: btoa('Hello') });
  expect(fileIn(answer(binary, 'application/pdf'))).toEqual(answer(binary, 'application/pdf'));
});
