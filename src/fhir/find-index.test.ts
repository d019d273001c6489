import { expect, test, vi } from 'vitest';
import { contextOf } from './context-of.ts';
import { beginsAlmost, createFindIndex, foundLine, marked } from './find-index.ts';
import { findLines, type FindWords } from './find-text.ts';
import type { FhirResource } from './json.ts';
import { kindById } from './kinds.ts';
import { readRecords } from './kind.ts';
import { kindOf } from './placement.ts';
import type { ChartRecord } from './record.ts';

const finder: FindWords = {
  words: (value) => (typeof value === 'string' ? value : value.key),
  documentText: ({ data }) => (data === undefined ? undefined : atob(data)),
};

function read(...resources: readonly FhirResource[]): readonly ChartRecord[] {
  const context = contextOf(...resources);
  return resources.flatMap((one) => readRecords(kindById[kindOf(one)], [one], context));
}

const statin: FhirResource = {
  resourceType: 'MedicationRequest',
  id: 'm1',
  status: 'active',
  intent: 'order',
  authoredOn: '2024-02-01',
  medicationCodeableConcept: {
    text: 'Atorvastatin 40 mg tablet',
    coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '617311' }],
  },
  dosageInstruction: [{ text: '1 tablet at bedtime' }],
};
const potassium: FhirResource = {
  resourceType: 'Observation',
  id: 'o1',
  status: 'final',
  category: [{ coding: [{ code: 'laboratory' }] }],
  code: { text: 'Potassium', coding: [{ system: 'http://loinc.org', code: '2823-3' }] },
  effectiveDateTime: '2026-11-21',
  valueQuantity: { value: 6.1, unit: 'mmol/L' },
  note: [{ text: 'Hemolyzed sample, repeat.' }],
};
const older: FhirResource = { ...potassium, id: 'o0', effectiveDateTime: '2020-01-01', note: [] };
const note: FhirResource = {
  resourceType: 'DocumentReference',
  id: 'd1',
  status: 'current',
  type: { text: 'Progress note' },
  content: [
    { attachment: { contentType: 'text/plain', data: btoa('Patient fell on the stairs yesterday.') } },
  ],
};
const sjogren: FhirResource = {
  resourceType: 'Condition',
  id: 'c1',
  code: { text: 'Sjögren syndrome' },
  note: [{ text: 'seen 2026' }],
};

function keysOf(query: string): readonly string[] {
  const index = createFindIndex(finder);
  index.add(read(older, statin, potassium, note, sjogren));
  return index.search(query).map(({ record }) => record.key);
}

test.each([
  ['the beginning of a word', 'ator', ['MedicationRequest/m1']],
  ['what stands inside a word', 'statin', ['MedicationRequest/m1']],
  ['a letter wrong', 'atorvastatim', ['MedicationRequest/m1']],
  ['two letters changed round', 'potasisum', ['Observation/o1', 'Observation/o0']],
  ['no accents, no capitals', 'SJOGREN', ['Condition/c1']],
  ['a code', '2823-3', ['Observation/o1', 'Observation/o0']],
  ['a value with its unit', '6.1 mmol', ['Observation/o1', 'Observation/o0']],
  ['a note', 'hemolyzed', ['Observation/o1']],
  ['the text of a document', 'stairs', ['DocumentReference/d1']],
  ['the instruction', 'bedtime', ['MedicationRequest/m1']],
  ['every word, in any order', 'tablet atorvastatin', ['MedicationRequest/m1']],
  ['nothing', 'warfarin', []],
  ['only signs', '  – ', []],
])('finds by %s', (_what, query, keys) => {
  expect(keysOf(query)).toEqual(keys);
});

test.each(['potas', 'potsas', 'ptoas', 'potaas', 'potqs', 'potasi'])(
  'as one types, a slip in "%s" does not lose potassium',
  (query) => {
    expect(keysOf(query)).toContain('Observation/o1');
  },
);

test('two slips in a beginning, or a wrong first letter, are another word', () => {
  expect(beginsAlmost('potassium', 'pqtqss')).toBe(false);
  expect(beginsAlmost('potassium', 'botas')).toBe(false);
  expect(beginsAlmost('potassium', 'potas')).toBe(false);
});

test('numbers and codes are never guessed at', () => {
  expect(keysOf('2823-4')).toEqual([]);
  expect(keysOf('617312')).toEqual([]);
});

test('of equals the newest stands first', () => {
  expect(keysOf('potassium')).toEqual(['Observation/o1', 'Observation/o0']);
});

test('says which line was found, unless the name says it already', () => {
  const index = createFindIndex(finder);
  index.add(read(potassium));
  const [hit] = index.search('hemolyzed');
  expect(hit && foundLine(hit)).toEqual({ place: 'note', text: 'Hemolyzed sample, repeat.' });
  const [byName] = index.search('potassium');
  expect(byName && foundLine(byName)).toBeUndefined();
});

test('marks what was met, and cuts a long text around it', () => {
  const terms = new Set(['potassium']);
  expect(marked('Serum potassium, high', terms)).toEqual([
    { text: 'Serum ', met: false },
    { text: 'potassium', met: true },
    { text: ', high', met: false },
  ]);
  const long = marked(`${'x '.repeat(300)}potassium${' y'.repeat(300)}`, terms, 80);
  expect(long.map(({ text }) => text).join('').length).toBeLessThan(90);
  expect(long.find(({ met }) => met)?.text).toBe('potassium');
});

test('addresses, ids and bookkeeping are not looked through; everything else that was sent is', () => {
  const [record] = read({
    ...sjogren,
    meta: { lastUpdated: '2026-01-01', source: 'hidden' },
    extension: [{ url: 'http://example.org/x', valueString: 'seen by rheumatology' }],
    text: { status: 'additional', div: '<div xmlns="http://www.w3.org/1999/xhtml">Dry <b>eyes</b></div>' },
  });
  const texts = findLines(record!, finder).map(({ text }) => text);
  expect(texts).toEqual(
    expect.arrayContaining(['Sjögren syndrome', 'seen by rheumatology', 'Dry eyes', 'seen 2026']),
  );
  expect(texts.join(' ')).not.toMatch(/hidden|example\.org|c1/);
});

test.each([
  ['a score', { resourceType: 'Observation', valueInteger: 23 }, '23'],
  ['a part of a score', { resourceType: 'Observation', component: [{ valueInteger: 17 }] }, '17'],
  ['a decimal as it was written', { resourceType: 'Observation', valueDecimal: { rawJSON: '1.50' } }, '1.50'],
  [
    'an answer',
    {
      resourceType: 'QuestionnaireResponse',
      item: [{ item: [{ answer: [{ valueInteger: 3 }, { valueDecimal: 7.25 }] }] }],
    },
    '7.25',
  ],
  [
    'how many refills',
    { resourceType: 'MedicationRequest', dispenseRequest: { numberOfRepeatsAllowed: 11 } },
    '11',
  ],
  [
    'which dose of a vaccine',
    { resourceType: 'Immunization', protocolApplied: [{ doseNumberPositiveInt: 4 }] },
    '4',
  ],
  ['a number that is wanted', { resourceType: 'Goal', target: [{ detailInteger: 6000 }] }, '6000'],
])('finds by %s', (_what, resource, query) => {
  const index = createFindIndex(finder);
  index.add(read({ ...resource, id: 'n1' }));
  const [hit] = index.search(query);
  expect(hit && foundLine(hit)).toEqual({ place: 'value', text: query });
});

test('numbers that put things in order, and those for software, are not looked through', () => {
  const [record] = read({
    resourceType: 'ExplanationOfBenefit',
    id: 'e1',
    precedence: 81,
    item: [{ sequence: 82, careTeamSequence: [83] }],
    contained: [
      { resourceType: 'Patient', telecom: [{ rank: 84 }], photo: [{ contentType: 'image/png', size: 85 }] },
    ],
  });
  const texts = findLines(record!, finder).map(({ text }) => text);
  expect(texts.join(' ')).not.toMatch(/8[1-5]/);
});

test('never throws, whatever a record holds', () => {
  const loop: Record<string, unknown> = {};
  loop['again'] = loop;
  const [record] = read({ resourceType: 'Condition', note: [null, 5, { text: { div: 3 } }], x: [[[]]] });
  expect(() => findLines({ ...record!, source: { resourceType: 'Condition', loop } }, finder)).not.toThrow();
});

test('a document in pages: words of different pages are found together, and the line says its page', () => {
  const letter: FhirResource = {
    resourceType: 'DocumentReference',
    id: 'd2',
    status: 'current',
    type: { text: 'Letter' },
    content: [{ attachment: { contentType: 'application/pdf', url: 'Binary/1' } }],
  };
  const pages = ['Thank you for sending her.', 'Plan: taper the prednisone.', 'Copy to the pharmacy.'];
  const index = createFindIndex({ ...finder, documentText: () => pages });
  index.add(read(letter));
  const [hit] = index.search('prednisone');
  expect(foundLine(hit!)).toEqual({ place: 'document', page: 2, text: 'Plan: taper the prednisone.' });
  expect(index.search('pharmacy sending')).toHaveLength(1);
  // A word inside another is not the word.
  expect(foundLine(index.search('her')[0]!)?.page).toBe(1);
});

test('a document’s pages are not counted with the lines of its record: the last of them is found', () => {
  const [letter] = read({
    resourceType: 'DocumentReference',
    id: 'd3',
    status: 'current',
    content: ['a', 'b', 'c'].map((url) => ({ attachment: { contentType: 'application/pdf', url } })),
  });
  const isCut = vi.fn<() => void>();
  const documentText = ({ url }: { readonly url?: string | undefined }) =>
    Array.from({ length: 2000 }, (_one, at) => `page ${at} of ${url}`);
  const lines = findLines(letter!, { ...finder, documentText, isCut });
  expect(lines.filter(({ place }) => place === 'document')).toHaveLength(6000);
  expect(isCut).not.toHaveBeenCalled();
});

test('a record that says more than is looked through is told of, once', () => {
  const long = (n: number): FhirResource => ({
    resourceType: 'Condition',
    id: 'long',
    code: { text: 'Asthma' },
    note: Array.from({ length: n }, (_one, at) => ({ text: `note ${at}` })),
  });
  const isCut = vi.fn<() => void>();
  findLines(read(long(600))[0]!, { ...finder, isCut });
  expect(isCut).not.toHaveBeenCalled();
  findLines(read(long(5000))[0]!, { ...finder, isCut });
  expect(isCut).toHaveBeenCalledTimes(1);
});
