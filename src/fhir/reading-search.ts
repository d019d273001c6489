/** One search of the plan from its first page to its last, and what its failure means for the section. */
import { type Gathered, gatherPages } from './bundle.ts';
import { isForeign } from './bundle-subject.ts';
import { failureOf, type FhirFailure } from './failure.ts';
import type { FhirResource } from './json.ts';
import { categoryOf, type PlannedSearch, searchUrl } from './plan.ts';
import type { WholeTypes } from './reading-otherwise.ts';
import type { SearchState } from './reading.ts';
import type { RefusedParameters } from './refused-parameters.ts';

/** Asks for one URL, made up when its turn has come. Rejects with FhirError. */
export type Ask = (url: () => string, asked: 'record' | 'search') => Promise<FhirResource>;

/** What searches of one reading have to do with each other. */
export interface Fellows {
  readonly patientId: string;
  /** Of the whole reading. */
  readonly refused: RefusedParameters;
  /** Of the searches that were asked together. */
  readonly whole: WholeTypes;
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

/**
 * HAPI refuses a search as a whole when it may not include, or does not know how to include, Provenance. Where the
 * server names the type that was not shared, it is only asked again if that is Provenance.
 */
function mayBeForProvenance(search: PlannedSearch, failure: FhirFailure): boolean {
  if (failure.kind === 'unsupported') return failure.status === 400;
  return failure.kind === 'refused' && failure.status === 403 && failure.denied !== search.type;
}

async function firstPage(search: PlannedSearch, ask: Ask, fellows: Fellows): Promise<FhirResource> {
  const { patientId, refused } = fellows;
  let withProvenance = false;
  let failure: FhirFailure;
  try {
    return await ask(() => {
      // Others may have learned of a refusal while this one waited for its turn.
      withProvenance = search.provenance && !refused.isProvenanceRefused(search.type);
      return searchUrl(search, patientId, withProvenance);
    }, 'search');
  } catch (error) {
    failure = failureOf(error);
    if (!withProvenance || !mayBeForProvenance(search, failure)) throw error;
  }
  const page = await ask(() => searchUrl(search, patientId, false), 'search');
  // It was the Provenance, then: a refusal of the type itself would have come again.
  refused.provenanceRefused(search.type, failure);
  return page;
}

async function readPages(search: PlannedSearch, ask: Ask, fellows: Fellows): Promise<Gathered> {
  const gatherer = gatherPages(search.type, fellows.patientId);
  let next = gatherer.addPage(await firstPage(search, ask, fellows));
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

/** A 400 speaks of parameters; a 404 of a type, but where it is known to be said of a category. */
function mayBeForParameter(search: PlannedSearch, failure: FhirFailure): boolean {
  return (
    failure.kind === 'unsupported' &&
    (failure.status === 400 || failure.status === search.guessedCategory) &&
    isAskedOtherwise(search)
  );
}

/** Whether there is another way to ask: without a category that nobody says is needed, or by another name. */
function isAskedOtherwise(search: PlannedSearch): boolean {
  return (
    search.orBy !== undefined || (categoryOf(search) !== undefined && search.needsCategory === undefined)
  );
}

/** What it comes to when asked otherwise; undefined where that cannot be had either. */
async function askOtherwise(
  search: PlannedSearch,
  ask: Ask,
  fellows: Fellows,
): Promise<Gathered | undefined> {
  const { patientId, refused, whole } = fellows;
  const otherwise = await import('./reading-otherwise.ts').catch(() => undefined);
  const share = await otherwise?.readShare(search, patientId, whole, (one) => readPages(one, ask, fellows));
  if (share !== undefined) refused.askedOtherwise(search.type);
  return share;
}

/**
 * Runs one search. Rejects with FhirError where its first page fails; a later page that fails leaves what was read,
 * marked as not all. A parameter that is refused is dropped once: `_revinclude`, then `category`; or it is given
 * another name once.
 */
export async function readSearch(search: PlannedSearch, ask: Ask, fellows: Fellows): Promise<Gathered> {
  if (search.type === 'Patient') return readPatient(search, fellows.patientId, ask);
  const isKnown = fellows.refused.isAskedOtherwise(search.type) && isAskedOtherwise(search);
  const known = isKnown ? await askOtherwise(search, ask, fellows) : undefined;
  if (known !== undefined) return known;
  try {
    return await readPages(search, ask, fellows);
  } catch (error) {
    if (isKnown || !mayBeForParameter(search, failureOf(error))) throw error;
    const share = await askOtherwise(search, ask, fellows);
    if (share === undefined) throw error;
    return share;
  }
}

/**
 * What a failed search is to its section: not shared, not offered, or failed. Only 404 and 501 are about a type (HAPI,
 * NextGen Enterprise); a 400 is about what was asked, and says nothing of what there is.
 */
export function stateAfterFailure(search: PlannedSearch, failure: FhirFailure): SearchState {
  if (failure.kind === 'refused')
    return { state: 'not-shared', by: failure.denied === undefined ? 'server' : 'consent' };
  if (failure.kind !== 'unsupported') return { state: 'failed', failure };
  // NextGen Enterprise answers 404 to a category that it does not hold valid: that is no missing type.
  const { needsCategory, guessedCategory = needsCategory } = search;
  const isTypeMissing = failure.status === 501 || (failure.status === 404 && guessedCategory !== 404);
  return isTypeMissing ? { state: 'not-offered' } : { state: 'failed', failure };
}
