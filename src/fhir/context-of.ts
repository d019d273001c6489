/** For tests: a context that knows these resources and the contained ones, and nothing else. */
import { asObjects, type FhirResource, isResource } from './json.ts';
import type { ReadContext } from './record.ts';
import { readReference, readReferences } from './reference.ts';

export function contextOf(...resources: readonly FhirResource[]): ReadContext {
  return {
    patientId: 'p1',
    resolve: (reference, within) => {
      const { reference: sent, type, id } = readReference(reference) ?? {};
      if (sent?.startsWith('#') === true) {
        return asObjects(within?.['contained']).find(
          (one) => one['id'] === sent.slice(1) && isResource(one),
        ) as FhirResource | undefined;
      }
      return resources.find((one) => one.resourceType === type && one.id === id);
    },
    provenanceOf: (record) =>
      resources.filter(
        (one) =>
          one.resourceType === 'Provenance' &&
          readReferences(one['target']).some(
            ({ type, id }) => type === record.resourceType && id === record.id,
          ),
      ),
  };
}
