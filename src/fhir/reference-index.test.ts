import { describe, expect, it } from 'vitest';
import type { FhirResource } from './json.ts';
import { createProvenanceIndex } from './provenance-index.ts';
import { createReferenceIndex } from './reference-index.ts';

const doctor: FhirResource = { resourceType: 'Practitioner', id: 'd-1' };
const base = 'https://fhir.example.com/api/fhir/r4';

describe('finding what has arrived', () => {
  const index = createReferenceIndex(base);
  index.add(
    [doctor],
    new Map([
      ['http://inside:8080/fhir/Practitioner/d-1', 'Practitioner/d-1'],
      ['urn:uuid:9', 'Practitioner/d-1'],
    ]),
  );
  const holder: FhirResource = {
    resourceType: 'MedicationRequest',
    contained: [{ resourceType: 'Medication', id: 'm' }, { id: 'x' }],
  };

  it.each([
    { reference: 'Practitioner/d-1' },
    { reference: 'Practitioner/d-1/_history/2' },
    { reference: `${base}/Practitioner/d-1` },
    { reference: 'https://FHIR.example.com/api/fhir/R4/Practitioner/d-1' },
    { reference: 'http://inside:8080/fhir/Practitioner/d-1' },
    { reference: 'urn:uuid:9' },
    'Practitioner/d-1',
  ])('%j', (reference) => {
    expect(index.find(reference)).toBe(doctor);
  });

  it.each([
    { reference: 'https://elsewhere.example/fhir/Practitioner/d-1' },
    { reference: 'Practitioner/d-2' },
    { reference: 'Organization/d-1' },
    { reference: 'urn:uuid:8' },
    { reference: '#d-1' },
    { reference: 'http://terminology.hl7.org/CodeSystem/v3-NullFlavor' },
    { reference: `Practitioner/${'9'.repeat(5000)}` },
    { display: 'Dr Example' },
    {},
    7,
    null,
    undefined,
  ])('nothing: %j', (reference) => {
    expect(index.find(reference)).toBeUndefined();
  });

  it('contained records, and the one that holds them', () => {
    expect(index.find({ reference: '#m' }, holder)).toEqual({ resourceType: 'Medication', id: 'm' });
    expect(index.find({ reference: '#x' }, holder)).toBeUndefined();
    expect(index.find({ reference: '#' }, holder)).toBe(holder);
    expect(index.find({ reference: '#m' })).toBeUndefined();
  });
});

describe('provenance', () => {
  it('is found by its target, each once', () => {
    const references = createReferenceIndex(base);
    const index = createProvenanceIndex(references.keyOf);
    const record: FhirResource = { resourceType: 'Condition', id: 'PL-1' };
    const one: FhirResource = {
      resourceType: 'Provenance',
      id: '1',
      target: [
        { reference: 'Condition/PL-1' },
        { reference: 'Condition/PL-1/_history/2' },
        { reference: 'Condition/PL-2' },
      ],
    };
    const two: FhirResource = {
      resourceType: 'Provenance',
      target: [{ reference: `${base}/Condition/PL-1` }],
    };
    const lost: FhirResource = { resourceType: 'Provenance', id: '3', target: 'Condition/PL-1' };
    index.add([one, doctor, two, one, lost]);
    expect(index.of(record)).toEqual([one, two]);
    expect(index.of({ resourceType: 'Condition', id: 'PL-2' })).toEqual([one]);
    expect(index.of({ resourceType: 'Goal', id: 'PL-1' })).toEqual([]);
    expect(index.of({ resourceType: 'Condition' })).toEqual([]);
  });
});
