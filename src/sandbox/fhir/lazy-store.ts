import type { FhirResource } from './resource.ts';
import type { Store } from './store.ts';

/** A store that is made when it is first asked: nobody waits for the records of a base that is not called. */
export function lazyStore(make: () => Store): Store {
  let made: Store | undefined;
  const store = (): Store => (made ??= make());
  return {
    get types() {
      return store().types;
    },
    read: (type, id) => store().read(type, id),
    all: (type) => store().all(type),
    ofPatient: (type, patient) => store().ofPatient(type, patient),
    patientsOf: (resource: FhirResource) => store().patientsOf(resource),
    provenanceOf: (resource) => store().provenanceOf(resource),
    text: (resource) => store().text(resource),
  };
}
