import { lazyStore } from '#sandbox/fhir/lazy-store.ts';
import { createStore, type Store } from '#sandbox/fhir/store.ts';
import type { EarlierVersion } from './datatypes.ts';
import { inEarlierVersion } from './earlier-records.ts';

const made = new WeakMap<Store, Map<EarlierVersion, Store>>();

/** The cast in an earlier version, made once of what NextGen Office serves, when somebody first asks for it. */
export function earlierCast(office: Store, version: EarlierVersion): Store {
  const known = made.get(office) ?? new Map<EarlierVersion, Store>();
  made.set(office, known);
  const store = known.get(version) ?? lazyStore(() => createStore(written(office, version)));
  known.set(version, store);
  return store;
}

function written(office: Store, version: EarlierVersion): Parameters<typeof createStore>[0] {
  const records = office.types.flatMap((type) => office.all(type));
  return inEarlierVersion(records, version).map(({ earlier }) => earlier);
}
