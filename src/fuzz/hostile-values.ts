/** Values that do not belong where the fuzz puts them. All are JSON, so that they could come over the wire. */
import * as fc from 'fast-check';

/** `"@@1.50@@"` goes over the wire as the number 1.50, written just so. */
export const exactMark = '@@';

export const hostileTexts: readonly string[] = [
  '',
  ' ',
  '\u0000',
  '\uD800',
  'A\uDC00B',
  '\uDBFF\uDFFF\uD83D',
  '\u202Egnisrever\u202C',
  '\u2066isolate',
  'Z\u0351\u036B\u0343\u036A\u0302ALGO',
  '\uFEFFBOM',
  '\u200B\u2060',
  '<script>globalThis.chartsideOwned = true</script>',
  '<img src=x onerror="globalThis.chartsideOwned = true">',
  '<div xmlns="http://www.w3.org/1999/xhtml"><p>words</p></div>',
  '<div',
  '<'.repeat(400),
  ']]>',
  '&#x0;&bogus;',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'http://evil.example.invalid/',
  '//evil.example.invalid',
  'https://good@evil.example.invalid',
  '%',
  '%E0%A4%A',
  '%00',
  '../../etc/passwd',
  '?',
  '#',
  'a b/c\\d',
  'constructor',
  '__proto__',
  'prototype',
  'toString',
  'hasOwnProperty',
  'null',
  'undefined',
  'NaN',
  'Infinity',
  '-0',
  '1e400',
  '${7*7}',
  '{{constructor}}',
  "'; DROP TABLE",
  '=cmd|calc',
];

const dateTexts: readonly string[] = [
  '0000',
  '0001-01-01',
  '9999-12-31T23:59:59Z',
  '9999-99-99',
  '2026-02-30',
  '2026-02-30T25:61:61Z',
  '2026-11-20T10:00:00+99:99',
  '-2026-01-01',
  '275760-09-14T00:00:00Z',
  '2026-11-20T24:00:00Z',
  '2026-11-20T10:00:60.999999999999999Z',
  'T10:00',
  '10:00',
];

const codeTexts: readonly string[] = [
  'entered-in-error',
  'active',
  'unknown',
  'HH',
  'http://loinc.org',
  'http://snomed.info/sct',
  'http://unitsofmeasure.org',
  'mm[Hg]',
  '85354-9',
  '716186003',
  'laboratory',
  'vital-signs',
  'application/pdf',
  'text/html; charset="',
  'image/svg+xml',
  'aGk=',
  'not base64 !',
  'xx-XX-xx',
  'EUR',
  '1 2 E U L 3',
];

/** References that lead to the record itself, to another of the batch, to what it contains, to nobody, elsewhere. */
const references: readonly string[] = [
  '#',
  '#o',
  '#nobody',
  'Patient/p1',
  'Patient/p2',
  'Patient/',
  '/',
  'Observation/r0',
  'Observation/r1',
  'DiagnosticReport/r0',
  'MedicationRequest/r1',
  'Encounter/r0',
  'DocumentReference/r0',
  'Practitioner/\uD800',
  'urn:uuid:r0',
  'http://evil.example.invalid/Observation/r0',
  'Observation/r0/_history/1',
  `Observation/${'9'.repeat(200)}`,
];

const numbers: readonly unknown[] = [
  0,
  -0,
  -1,
  1.5,
  1e308,
  -1e308,
  5e-324,
  1e21,
  `${exactMark}9007199254740993${exactMark}`,
  2147483648,
  1e-7,
  `${exactMark}1.50${exactMark}`,
  `${exactMark}1e400${exactMark}`,
  `${exactMark}-0.000${exactMark}`,
  `${exactMark}123456789012345678901234567890.10${exactMark}`,
];

const shapes: readonly unknown[] = [
  null,
  true,
  false,
  [],
  {},
  [null],
  [[]],
  [[[{}]]],
  [{}, null, 'x', 0],
  { coding: null },
  { coding: 'x' },
  { coding: [{ code: {}, display: [] }] },
  { reference: 5 },
  { reference: { reference: '#' } },
  { value: 'many' },
  { value: [] },
  { value: 1, unit: {}, code: [] },
  { rawJSON: '1.50' },
  { rawJSON: 'x' },
  { extension: 'x' },
  { extension: [null] },
  { extension: [{ url: 'x', extension: [{ url: 'y', valueCode: [] }] }] },
  { text: {} },
  { start: {}, end: [] },
  { start: '2030', end: '1990' },
  { low: {}, high: 'x' },
  { toString: 'x', valueOf: 1 },
  // oxlint-disable-next-line unicorn/no-thenable -- so may a record's
  { then: 'x' },
  { key: 'x', ref: 'y', $$typeof: 'react.element', type: 'script', props: {} },
  { status: 'generated', div: '<div><p>words</p></div>' },
  { resourceType: 'Observation', id: 'o', hasMember: [{ reference: '#o' }] },
  [{ resourceType: 'Observation', id: 'o', contained: [{ resourceType: 'Observation', id: 'o' }] }],
];

const pieces = [' ', '<', '(', '0', 'a/', '-', '\n', '\u0301', '&', 'é', '=', '"', '1,', '<b>', '-----'];

/** The same few characters thousands of times over: what loops in patterns are made of. */
const hugeText = fc
  .tuple(fc.constantFrom(...pieces), fc.constantFrom(200, 2000, 6000), fc.constantFrom('', 'x', '>'))
  .map(([piece, times, end]) => piece.repeat(times) + end);

export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...hostileTexts) },
  { weight: 3, arbitrary: fc.constantFrom(...dateTexts) },
  { weight: 3, arbitrary: fc.constantFrom(...codeTexts) },
  { weight: 3, arbitrary: fc.constantFrom(...references) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  { weight: 1, arbitrary: hugeText },
);

export const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: anyText },
  { weight: 2, arbitrary: fc.constantFrom(...numbers) },
  { weight: 4, arbitrary: fc.constantFrom(...shapes) },
  { weight: 1, arbitrary: anyText.map((reference) => ({ reference })) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);
