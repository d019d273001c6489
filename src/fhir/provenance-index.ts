/** Which Provenance records speak of which record. FHIR R4 §6.3 (Provenance.target). */
import { asObjects, asText, type FhirResource } from './json.ts';
import { sentType } from './original.ts';

export interface ProvenanceIndex {
  /** Takes in resources; only Provenance counts, each once however often it was sent. */
  add(resources: readonly FhirResource[]): void;
  of(record: FhirResource): readonly FhirResource[];
}

const none: readonly FhirResource[] = [];

/** `keyOf` tells `Type/id` of a reference (`ReferenceIndex.keyOf`). */
export function createProvenanceIndex(keyOf: (reference: string) => string | undefined): ProvenanceIndex {
  const byTarget = new Map<string, readonly FhirResource[]>();
  const taken = new Set<string>();

  const addTargets = (provenance: FhirResource): void => {
    const texts = asObjects(provenance['target']).map((target) => asText(target['reference']));
    const keys = texts.map((text) => (text === undefined ? undefined : keyOf(text)));
    for (const key of new Set(keys)) {
      if (key === undefined) continue;
      byTarget.set(key, [...(byTarget.get(key) ?? none), provenance]);
    }
  };

  return {
    add(resources) {
      for (const resource of resources) {
        const id = asText(resource.id);
        if (resource.resourceType !== 'Provenance' || (id !== undefined && taken.has(id))) continue;
        if (id !== undefined) taken.add(id);
        addTargets(resource);
      }
    },
    of(record) {
      const id = asText(record.id);
      return (id === undefined ? undefined : byTarget.get(`${sentType(record)}/${id}`)) ?? none;
    },
  };
}
