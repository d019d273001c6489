import { describe, expect, test } from 'vitest';
import { answerOf, fakeReading } from '#chart/kit/fake-reading.ts';
import { asObjects, isResource, type JsonObject } from '#fhir/json.ts';
import { rememberOriginal } from '#fhir/original.ts';
import { parseExact } from '#fhir/parse-json.ts';
import { receivedOf } from './received.ts';
import { bundleParts, recordBundle } from './record-bundle.ts';

const now = new Date('2026-11-23T15:00:00Z');
const source = {
  fhirBase: 'https://fhir.example/r4',
  fhirVersion: 'R4',
  system: 'NextGen Office',
  missing: ['Allergies: The EHR did not share allergies with this app.'],
} as const;

const sent =
  '{"resourceType":"Observation","id":"o1","status":"final","valueQuantity":{"value":1.50},"performer":[{"reference":"Practitioner/d1"}]}';
const observation = parseExact(sent);
if (!isResource(observation)) throw new Error('no resource');
const patient = { resourceType: 'Patient', id: 'p1' };
const doctor = { resourceType: 'Practitioner', id: 'd1' };

const reading = fakeReading({ patientId: 'p1', resources: [patient, observation, doctor], readAt: 1000 });

function written(bundle: JsonObject): JsonObject {
  return parseExact(bundleParts(bundle).join('')) as JsonObject;
}

function resourcesOf(bundle: JsonObject): readonly JsonObject[] {
  return asObjects(bundle['entry']).map(({ resource }) => resource as JsonObject);
}

describe('the record as one Bundle', () => {
  test('every resource once, exactly as it came, decimals as they were written', () => {
    const text = bundleParts(recordBundle(receivedOf(reading), source, now)).join('');
    expect(text.replaceAll(/\s+/g, '')).toContain(sent);
    expect(text.match(/"id": "o1"/g)).toHaveLength(1);
  });

  test('a collection; each entry by its address on its server, no two alike', () => {
    const bundle = written(recordBundle(receivedOf(reading), source, now));
    expect(bundle).toMatchObject({
      resourceType: 'Bundle',
      type: 'collection',
      timestamp: now.toISOString(),
    });
    const urls = asObjects(bundle['entry']).map(({ fullUrl }) => String(fullUrl));
    expect(urls).toContain('https://fhir.example/r4/Patient/p1');
    expect(new Set(urls).size).toBe(urls.length);
  });

  test('what others point at and what was read one by one is there too', () => {
    const types = receivedOf(reading).resources.map(({ resourceType }) => resourceType);
    expect(types.toSorted()).toEqual(['Observation', 'Patient', 'Practitioner']);
  });

  test('says where and when it was read, and what is missing', () => {
    const resources = resourcesOf(written(recordBundle(receivedOf(reading), source, now)));
    expect(resources.find(({ resourceType }) => resourceType === 'Provenance')).toMatchObject({
      recorded: now.toISOString(),
      occurredPeriod: { start: '1970-01-01T00:00:01.000Z' },
      entity: [
        { role: 'source', what: { display: 'NextGen Office', identifier: { value: source.fhirBase } } },
      ],
    });
    expect(resources.find(({ resourceType }) => resourceType === 'OperationOutcome')).toMatchObject({
      issue: [{ severity: 'warning', code: 'incomplete', details: { text: source.missing[0] } }],
    });
  });

  test('says what its records point at that is not in it, and by which references', () => {
    const lack = { text: '2 records are not in the file.', of: ['Practitioner/2', 'Organization/3'] };
    const resources = resourcesOf(
      written(recordBundle(receivedOf(reading), { ...source, missing: [...source.missing, lack] }, now)),
    );
    const outcome = resources.find(({ resourceType }) => resourceType === 'OperationOutcome');
    expect(asObjects(outcome?.['issue'])).toEqual([
      { severity: 'warning', code: 'incomplete', details: { text: source.missing[0] } },
      {
        severity: 'warning',
        code: 'incomplete',
        details: { text: lack.text },
        diagnostics: 'Practitioner/2 Organization/3',
      },
    ]);
  });

  test('a resource without an id keeps having none, and gets a name of its own in the file', () => {
    const nameless = { resourceType: 'Observation', status: 'final' };
    const bundle = recordBundle({ resources: [nameless], readAt: undefined }, source, now);
    const [entry] = asObjects(bundle['entry']);
    expect(entry?.['fullUrl']).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
    expect(entry?.['resource']).toEqual(nameless);
  });

  test('a record of an earlier version goes out as it came, in that version', () => {
    const order = { resourceType: 'MedicationOrder', id: 'm1' };
    const read = { resourceType: 'MedicationRequest', id: 'm1' };
    rememberOriginal(read, order);
    const of = fakeReading({
      patientId: 'p1',
      resources: [patient],
      states: { MedicationRequest: answerOf([read]) },
    });
    const bundle = recordBundle(receivedOf(of), { ...source, fhirVersion: 'DSTU2' }, now);
    expect(resourcesOf(bundle)).toContain(order);
    expect(bundle['timestamp']).toBeUndefined();
    const made = resourcesOf(bundle).find(({ resourceType }) => resourceType === 'Provenance');
    expect(made).toHaveProperty('agent.0.role.code', 'assembler');
  });

  test('an empty record is a Bundle all the same', () => {
    const bundle = recordBundle({ resources: [], readAt: undefined }, { ...source, missing: [] }, now);
    expect(written(bundle)).toMatchObject({ type: 'collection', entry: [] });
  });
});
