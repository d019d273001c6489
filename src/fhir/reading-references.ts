/** Reads a referenced record that no search brought: when asked to, once, and only where it can be this patient's. */
import { isForeign } from './bundle-subject.ts';
import type { FhirResource } from './json.ts';
import { sentType } from './original.ts';
import { isReadable, type PlannedSearch, type SearchId, type SearchRules } from './plan.ts';
import type { Allowance } from './plan-scopes.ts';
import type { Arrivals } from './reading-arrivals.ts';
import type { FhirVersion } from './version.ts';

export interface ReferenceReaderOptions {
  readonly arrivals: Arrivals;
  readonly rules: SearchRules;
  readonly version: FhirVersion;
  readonly patientId: string;
  readonly allows: (type: string) => Allowance;
  readonly searches: readonly PlannedSearch[];
  readonly settled: (search: SearchId) => Promise<unknown>;
  readonly ask: (url: string) => Promise<FhirResource>;
  readonly onArrival: (resource: FhirResource) => void;
}

export interface ReferenceReader {
  /** The record, or undefined. Never rejects. */
  fetch(reference: string): Promise<FhirResource | undefined>;
  /** What could not be read may be asked for once more. */
  forgetMisses(): void;
}

export function createReferenceReader(options: ReferenceReaderOptions): ReferenceReader {
  const { arrivals, rules, version, patientId, allows, searches, settled, ask, onArrival } = options;
  const asked = new Map<string, Promise<FhirResource | undefined>>();

  const read = async (key: string): Promise<FhirResource | undefined> => {
    const [type = '', id = ''] = key.split('/');
    // A search under way may bring it for nothing.
    await Promise.all(searches.filter((search) => search.type === type).map((search) => settled(search.id)));
    const arrived = arrivals.find(key);
    if (arrived !== undefined) return arrived;
    try {
      const resource = await ask(`${type}/${encodeURIComponent(id)}`);
      const isMeant = sentType(resource) === type && resource.id === id && !isForeign(resource, patientId);
      if (!isMeant) return undefined;
      arrivals.put(`reference:${key}`, [resource], new Map());
      onArrival(resource);
      return resource;
    } catch {
      return undefined;
    }
  };

  return {
    async fetch(reference) {
      const arrived = arrivals.find(reference);
      const key = arrivals.keyOf(reference);
      if (arrived !== undefined || key === undefined) return arrived;
      const type = key.slice(0, key.indexOf('/'));
      // The open patient is read by the plan; any other patient is nobody's business here.
      if (type === 'Patient' || !isReadable(rules, version, type) || allows(type) === 'no') return undefined;
      const known = asked.get(key) ?? read(key);
      asked.set(key, known);
      return known;
    },
    forgetMisses() {
      for (const [key, answer] of asked) {
        void answer.then(
          (resource) => resource === undefined && asked.get(key) === answer && asked.delete(key),
        );
      }
    },
  };
}
