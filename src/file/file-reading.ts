/**
 * A chart read from opened files: what `fhir/start-reading.ts` is for an EHR. Same searches, same states, same views;
 * no session, no budget, no pages and no request. Every record is read from its slice of the file when the chart is
 * opened, and taken in only where it names this patient.
 */
import { isForeign } from '#fhir/bundle-subject.ts';
import type { FhirFailure } from '#fhir/failure.ts';
import { asObject, asText, type FhirResource } from '#fhir/json.ts';
import { sentType } from '#fhir/original.ts';
import type { PlannedSearch } from '#fhir/plan.ts';
import { createArrivals } from '#fhir/reading-arrivals.ts';
import { createReadingState } from '#fhir/reading-state.ts';
import type { Reading, SearchAnswer } from '#fhir/reading.ts';
import { fileAttachment } from './file-attachment.ts';
import { companionsOf } from './companions.ts';
import { filePlan } from './file-plan.ts';
import type { FilePatient } from './file-patient.ts';
import type { OpenedFiles } from './gathering.ts';
import { type ReadRecord, readPlaces } from './read-places.ts';

export interface FileReadingOptions {
  /** Milliseconds since 1970; the clock of the answers. */
  readonly now?: () => number;
}

/** What stands for the server's address where the files name none. No host ends in `.invalid` (RFC 2606). */
export const noBase = 'https://file.invalid/fhir';

/** A file that was changed, moved or taken out since it was opened. */
const gone: FhirFailure = { kind: 'unreachable', reason: 'network' };

/** A file has no statement of what it offers. */
const unasked = { state: 'unasked' } as const;

type Answer = Omit<SearchAnswer, 'readAt'>;

/** Starts reading one patient's chart, at once. */
export function startFileReading(
  files: OpenedFiles,
  patient: FilePatient,
  { now = Date.now }: FileReadingOptions = {},
): Reading {
  const searches = filePlan(files.version, patient.id, files.types, files.ofPatients);
  const state = createReadingState(searches, new Set());
  const base = files.base ?? noBase;
  const arrivals = createArrivals(base);
  const life = new AbortController();
  let isUnderWay = false;

  const read = async (): Promise<void> => {
    if (isUnderWay || life.signal.aborted) return;
    isUnderWay = true;
    for (const { id } of searches) state.begin(id);
    try {
      const own = await readPlaces(files.sources, files.placesOf(patient), life.signal);
      const { records, foreign } = await theirs(files, patient, own.records);
      const companions = await companionsOf(files, records, life.signal);
      if (life.signal.aborted) return;
      const answers = answersOf(searches, files, { records, foreign, unreadable: own.unreadable });
      const included = companions.map(({ resource }) => resource);
      // All of it is here at once: a record is drawn with the names of those it points at.
      arrivals.put('companions', included, fullUrlsOf(companions));
      for (const [id, answer] of answers) arrivals.put(id, answer.records, new Map());
      arrivals.put('addresses', [], fullUrlsOf(records));
      const readAt = now();
      for (const { id, type } of searches) {
        const answer = answers.get(id);
        if (answer === undefined) state.end(id, { state: 'not-offered' });
        else
          state.end(id, {
            state: 'read',
            answer: { ...answer, included: type === 'Patient' ? included : [], readAt },
          });
      }
    } catch {
      for (const { id } of searches) state.end(id, { state: 'failed', failure: gone });
    } finally {
      isUnderWay = false;
    }
  };
  void read();

  return {
    patientId: patient.id,
    searches,
    stateOf: state.stateOf,
    searchesFor: (kind) => searches.filter(({ kinds }) => kinds.includes(kind)),
    settled: state.settled,
    progress: state.progress,
    subscribe: state.subscribe,
    prefer: () => undefined,
    readAgain: () => void read(),
    find: arrivals.find,
    provenanceOf: arrivals.provenanceOf,
    fetchReference: async (reference) => arrivals.find(reference),
    wholeRecordUrl: undefined,
    fetchAttachment: (url) => fileAttachment(files, patient, url),
    statement: () => unasked,
    askStatement: () => undefined,
    stop() {
      life.abort();
      state.close();
    },
  };
}

interface Theirs {
  readonly records: readonly ReadRecord[];
  /** Records that name somebody else beside the patient's reference, by type: never shown. */
  readonly foreign: ReadonlyMap<string, number>;
}

/** The index said whose they are; the records themselves have the last word. */
async function theirs(
  files: OpenedFiles,
  patient: FilePatient,
  read: readonly ReadRecord[],
): Promise<Theirs> {
  const { version } = files;
  const earlier = version === 'R4' ? undefined : await import('#fhir/earlier/as-r4.ts');
  const self: FhirResource = { resourceType: 'Patient', id: patient.id };
  const urns = new Map(files.urnsOf(patient).map((urn) => [urn, self]));
  const foreign = new Map<string, number>();
  const newest = new Map<string, ReadRecord>();
  const withoutId: ReadRecord[] = [];
  for (const one of read) {
    const type = one.resource.resourceType;
    if (isForeign(one.resource, patient.id, urns)) {
      foreign.set(type, (foreign.get(type) ?? 0) + 1);
      continue;
    }
    const id = asText(one.resource.id);
    if (id === undefined) {
      withoutId.push(one);
      continue;
    }
    const before = newest.get(`${type}/${id}`);
    if (before === undefined || updated(before.resource) <= updated(one.resource))
      newest.set(`${type}/${id}`, one);
  }
  const records = [...newest.values(), ...withoutId].map((one) =>
    earlier === undefined || version === 'R4'
      ? one
      : { ...one, resource: earlier.asR4(one.resource, version) },
  );
  return { records, foreign };
}

/** The same record may come in two exports: its newer version counts. */
function updated(resource: FhirResource): string {
  return asText(asObject(resource['meta'])?.['lastUpdated']) ?? '';
}

function answersOf(
  searches: readonly PlannedSearch[],
  files: OpenedFiles,
  {
    records,
    foreign,
    unreadable,
  }: Theirs & {
    readonly unreadable: readonly { readonly type: string | undefined; readonly text: string }[];
  },
): ReadonlyMap<string, Answer> {
  const byType = Map.groupBy(records, ({ resource }) => sentType(resource));
  const answers = new Map<string, Answer>();
  const known = new Set(searches.map(({ type }) => type));
  // What cannot even be told the type of is said with the patient's own record.
  const placeOf = (type: string | undefined): string =>
    type !== undefined && known.has(type) ? type : 'Patient';
  for (const { id, type } of searches) {
    if (!files.types.has(type) && type !== 'Patient') continue;
    answers.set(id, {
      records: (byType.get(type) ?? []).map(({ resource }) => resource),
      included: [],
      unreadable: unreadable.filter((one) => placeOf(one.type) === type).map(({ text }) => text),
      // Those that name nobody could be anybody's: said where they would have stood.
      foreign: (foreign.get(type) ?? 0) + (files.unnamed.get(type) ?? 0),
      more: false,
      total: undefined,
    });
  }
  return answers;
}

/** Addresses within a Bundle, and what they stand for. */
function fullUrlsOf(records: readonly ReadRecord[]): ReadonlyMap<string, string> {
  return new Map(
    records.flatMap(({ fullUrl, resource }) =>
      fullUrl === undefined || asText(resource.id) === undefined
        ? []
        : [[fullUrl, `${sentType(resource)}/${resource.id}`] as const],
    ),
  );
}
