/** A chart of records that are all at hand: what a document says of its patient, and the document. */
import type { FhirResource } from '#fhir/json.ts';
import { createArrivals } from '#fhir/reading-arrivals.ts';
import { createReadingState } from '#fhir/reading-state.ts';
import type { Reading } from '#fhir/reading.ts';
import { FhirError } from '#fhir/failure.ts';
import { filePlan } from './file-plan.ts';
import { noBase } from './file-reading.ts';

/** A file has no statement of what it offers. */
const unasked = { state: 'unasked' } as const;

/** Every list but those of the records given is "not offered". */
export function givenReading(
  patientId: string,
  resources: readonly FhirResource[],
  now: () => number = Date.now,
): Reading {
  const types = new Map(resources.map(({ resourceType }) => [resourceType, 1]));
  const searches = filePlan(['R4'], patientId, types, new Set());
  const state = createReadingState(searches, new Set());
  const arrivals = createArrivals(noBase);
  const put = (): void => {
    for (const { id, type } of searches) {
      const records = resources.filter(({ resourceType }) => resourceType === type);
      arrivals.put(id, records, new Map());
      const answer = {
        records,
        included: [],
        unreadable: [],
        foreign: 0,
        more: false,
        total: undefined,
        readAt: now(),
      };
      state.end(id, types.has(type) ? { state: 'read', answer } : { state: 'not-offered' });
    }
  };
  put();
  return {
    patientId,
    searches,
    stateOf: state.stateOf,
    searchesFor: (kind) => searches.filter(({ kinds }) => kinds.includes(kind)),
    settled: state.settled,
    progress: state.progress,
    subscribe: state.subscribe,
    prefer: () => undefined,
    readAgain: put,
    find: arrivals.find,
    provenanceOf: arrivals.provenanceOf,
    fetchReference: async (reference) => arrivals.find(reference),
    wholeRecordUrl: undefined,
    fetchAttachment: () =>
      Promise.reject(new FhirError({ kind: 'broken', status: 0, reason: 'foreign-link' })),
    statement: () => unasked,
    askStatement: () => undefined,
    stop: () => state.close(),
  };
}
