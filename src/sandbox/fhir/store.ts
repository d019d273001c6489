import { patientsNamedBy } from './patients-of.ts';
import { referenceTarget } from './reference-target.ts';
import { type FhirResource, isObject, valuesAt } from './resource.ts';

/** All records of one FHIR base, indexed by what searches start from. Nothing changes after `createStore`. */
export interface Store {
  /** In the order given. */
  readonly types: readonly string[];
  read(type: string, id: string): FhirResource | undefined;
  all(type: string): readonly FhirResource[];
  /** Every record of a type that is about a patient, in the order given. */
  ofPatient(type: string, patient: string): readonly FhirResource[];
  /** Whose a record is: by its own words, a Provenance also by its targets' words. */
  patientsOf(resource: FhirResource): readonly string[];
  provenanceOf(resource: FhirResource): readonly FhirResource[];
  /** The record as JSON text, made once. */
  text(resource: FhirResource): string;
}

/** Throws on a resource without an id and on two resources with one type and id: both are mistakes of the caller. */
export function createStore(resources: readonly FhirResource[]): Store {
  const byType = new Map<string, Map<string, FhirResource>>();
  for (const resource of resources) {
    const { resourceType, id } = resource;
    if (id === undefined || id === '') throw new Error(`A ${resourceType} of the store has no id`);
    const ofType = mapIn(byType, resourceType);
    if (ofType.has(id)) throw new Error(`${resourceType}/${id} is in the store twice`);
    ofType.set(id, resource);
  }
  const read = (type: string, id: string): FhirResource | undefined => byType.get(type)?.get(id);

  const owners = new Map<FhirResource, readonly string[]>();
  for (const resource of resources) owners.set(resource, patientsNamedBy(resource));
  const provenance = new Map<string, FhirResource[]>();
  for (const resource of byType.get('Provenance')?.values() ?? []) {
    const patients = new Set(owners.get(resource));
    for (const { type, id } of targetsOf(resource)) {
      listIn(provenance, `${type}/${id}`).push(resource);
      const target = read(type, id);
      if (target !== undefined && target !== resource)
        for (const patient of patientsNamedBy(target)) patients.add(patient);
    }
    owners.set(resource, [...patients]);
  }

  const byPatient = new Map<string, Map<string, FhirResource[]>>();
  for (const resource of resources)
    for (const patient of owners.get(resource) ?? [])
      listIn(mapIn(byPatient, patient), resource.resourceType).push(resource);

  const lists = new Map([...byType].map(([type, map]) => [type, [...map.values()]]));
  const texts = new WeakMap<FhirResource, string>();
  return {
    types: [...byType.keys()],
    read,
    all: (type) => lists.get(type) ?? [],
    ofPatient: (type, patient) => byPatient.get(patient)?.get(type) ?? [],
    patientsOf: (resource) => owners.get(resource) ?? patientsNamedBy(resource),
    provenanceOf: ({ resourceType, id }) => provenance.get(`${resourceType}/${id}`) ?? [],
    text(resource) {
      const known = texts.get(resource);
      if (known !== undefined) return known;
      const text = JSON.stringify(resource);
      texts.set(resource, text);
      return text;
    },
  };
}

function targetsOf(provenance: FhirResource): readonly { type: string; id: string }[] {
  return valuesAt(provenance, 'target')
    .map((target) => (isObject(target) ? referenceTarget(target['reference']) : undefined))
    .filter((target) => target !== undefined);
}

function mapIn<V>(map: Map<string, Map<string, V>>, key: string): Map<string, V> {
  let inner = map.get(key);
  if (inner === undefined) map.set(key, (inner = new Map<string, V>()));
  return inner;
}

function listIn<V>(map: Map<string, V[]>, key: string): V[] {
  let inner = map.get(key);
  if (inner === undefined) map.set(key, (inner = []));
  return inner;
}
