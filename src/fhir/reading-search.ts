/** One search of the plan from its first page to its last, and what its failure means for the section. */
import { type Gathered, gatherPages } from './bundle.ts';
import { isForeign } from './bundle-subject.ts';
import { failureOf, type FhirFailure } from './failure.ts';
import type { FhirResource } from './json.ts';
import { type PlannedSearch, searchUrl } from './plan.ts';
import type { SearchState } from './reading.ts';

/** Asks for one URL, made up when its turn has come. Rejects with FhirError. */
export type Ask = (url: () => string, asked: 'record' | 'search') => Promise<FhirResource>;

/** Whether this server was seen to refuse `_revinclude=Provenance:target`; kept for as long as the reading lives. */
export interface ProvenanceMemory {
  isRefused: boolean;
}

async function readPatient(search: PlannedSearch, patientId: string, ask: Ask): Promise<Gathered> {
  const patient = await ask(() => searchUrl(search, patientId, false), 'record');
  const isTheirs = patient.resourceType === 'Patient' && !isForeign(patient, patientId);
  const answer = { included: [], unreadable: [], more: false, total: undefined };
  return {
    answer: { ...answer, records: isTheirs ? [patient] : [], foreign: isTheirs ? 0 : 1 },
    fullUrls: new Map(),
  };
}

/** HAPI refuses a search as a whole when it may not include, or does not know how to include, Provenance. */
function mayBeForProvenance(failure: FhirFailure): boolean {
  return (
    (failure.kind === 'refused' && failure.status === 403) ||
    (failure.kind === 'unsupported' && failure.status === 400)
  );
}

async function firstPage(
  search: PlannedSearch,
  patientId: string,
  ask: Ask,
  memory: ProvenanceMemory,
): Promise<FhirResource> {
  let withProvenance = false;
  try {
    return await ask(() => {
      // Others may have learned of a refusal while this one waited for its turn.
      withProvenance = search.provenance && !memory.isRefused;
      return searchUrl(search, patientId, withProvenance);
    }, 'search');
  } catch (error) {
    if (!withProvenance || !mayBeForProvenance(failureOf(error))) throw error;
  }
  const page = await ask(() => searchUrl(search, patientId, false), 'search');
  // It was the Provenance, then: a refusal of the type itself would have come again.
  memory.isRefused = true;
  return page;
}

/**
 * Runs one search. Rejects with FhirError where its first page fails; a later page that fails leaves what was read,
 * marked as not all.
 */
export async function readSearch(
  search: PlannedSearch,
  patientId: string,
  ask: Ask,
  memory: ProvenanceMemory,
): Promise<Gathered> {
  if (search.type === 'Patient') return readPatient(search, patientId, ask);
  const gatherer = gatherPages(search.type, patientId);
  let next = gatherer.addPage(await firstPage(search, patientId, ask, memory));
  while (next !== undefined) {
    const url = next;
    try {
      // oxlint-disable-next-line no-await-in-loop -- a page names the one after it
      next = gatherer.addPage(await ask(() => url, 'search'));
    } catch {
      gatherer.breakOff();
      break;
    }
  }
  return gatherer.gathered();
}

/** What a failed search is to its section: not shared, not offered, or failed. */
export function stateAfterFailure(search: PlannedSearch, failure: FhirFailure): SearchState {
  if (failure.kind === 'refused') return { state: 'not-shared', by: 'server' };
  if (
    failure.kind === 'unsupported' &&
    (search.optional === true || failure.status === 404 || failure.status === 501)
  ) {
    return { state: 'not-offered' };
  }
  return { state: 'failed', failure };
}
