/** For tests: resources written by hand, and a context over what has arrived. */
import type { FhirResource, JsonObject } from './json.ts';
import type { ReadContext } from './record.ts';
import { createReferenceIndex } from './reference-index.ts';

export const loincSystem = 'http://loinc.org';

/** A chart of one patient, `Patient/p1`, in which these resources have arrived. */
export function sampleContext(resources: readonly FhirResource[] = []): ReadContext {
  const index = createReferenceIndex('http://fhir.example/r4');
  index.add(resources);
  return {
    patientId: 'p1',
    resolve: (reference, within) => index.find(reference, within),
    provenanceOf: () => [],
  };
}

export function sample(resourceType: string, fields: JsonObject): FhirResource {
  return { resourceType, id: 'x', subject: { reference: 'Patient/p1' }, ...fields };
}

/** A final observation of a LOINC test, on 1 March 2026. */
export function observationSample(code: string, display: string, fields: JsonObject = {}): FhirResource {
  return sample('Observation', {
    status: 'final',
    code: { coding: [{ system: loincSystem, code, display }] },
    effectiveDateTime: '2026-03-01T08:00:00Z',
    ...fields,
  });
}

export function laboratorySample(code: string, display: string, fields: JsonObject = {}): FhirResource {
  const system = 'http://terminology.hl7.org/CodeSystem/observation-category';
  return observationSample(code, display, {
    category: [{ coding: [{ system, code: 'laboratory' }] }],
    ...fields,
  });
}

/** An amount in a UCUM unit. */
export function amount(value: number, unit: string, more: JsonObject = {}): JsonObject {
  return { value, unit, system: 'http://unitsofmeasure.org', code: unit, ...more };
}
