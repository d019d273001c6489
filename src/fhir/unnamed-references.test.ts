import { expect, test } from 'vitest';
import type { FhirResource } from './json.ts';
import type { ReadContext } from './record.ts';
import { unnamedReferences } from './unnamed-references.ts';

const arrived: Readonly<Record<string, FhirResource>> = {
  'Organization/here': { resourceType: 'Organization', id: 'here', name: 'Practice' },
  'PractitionerRole/r': {
    resourceType: 'PractitionerRole',
    id: 'r',
    practitioner: { reference: 'Practitioner/behind-the-role' },
  },
};
const context: ReadContext = {
  patientId: '1',
  resolve: (value) => arrived[String((value as { reference?: unknown }).reference)],
  provenanceOf: () => [
    {
      resourceType: 'Provenance',
      agent: [{ who: { reference: 'Practitioner/author' } }, { who: { reference: 'Organization/here' } }],
    },
  ],
};
const record: FhirResource = {
  resourceType: 'Procedure',
  id: 'p',
  subject: { reference: 'Patient/1' },
  encounter: { reference: 'Encounter/PT-1' },
  location: { reference: 'Location/named', display: 'Room 1' },
  performer: [
    { actor: { reference: 'Practitioner/a' }, onBehalfOf: { reference: 'Organization/b' } },
    { actor: { reference: 'Practitioner/a' } },
    { actor: { reference: 'PractitionerRole/r' } },
  ],
  contained: [
    {
      resourceType: 'Practitioner',
      id: 'x',
      qualification: [{ issuer: { reference: 'Organization/inside' } }],
    },
  ],
};

test('who did it and who wrote it down, each once; what has a name, has arrived or is clinical is left alone', () => {
  expect(unnamedReferences(record, context, 9)).toEqual([
    'Practitioner/a',
    'Organization/b',
    'Practitioner/behind-the-role',
    'Practitioner/author',
  ]);
});

test('the questionnaire that was filled in, without its version, unless it has arrived', () => {
  const filledIn = { resourceType: 'QuestionnaireResponse', questionnaire: 'Questionnaire/7|2.0' };
  const nobody = { ...context, provenanceOf: () => [] };
  expect(unnamedReferences(filledIn, nobody, 9)).toEqual(['Questionnaire/7']);
  const resolve = () => ({ resourceType: 'Questionnaire', id: '7' });
  expect(unnamedReferences(filledIn, { ...nobody, resolve }, 9)).toEqual([]);
  expect(unnamedReferences({ ...filledIn, resourceType: 'Procedure' }, nobody, 9)).toEqual([]);
});

test('no more than asked for, whatever the record holds', () => {
  expect(unnamedReferences(record, context, 2)).toEqual(['Practitioner/a', 'Organization/b']);
  const circle: Record<string, unknown> = { resourceType: 'Procedure' };
  circle['self'] = circle;
  expect(unnamedReferences(circle as FhirResource, { ...context, provenanceOf: () => [] }, 5)).toEqual([]);
});
