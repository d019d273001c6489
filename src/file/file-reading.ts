/**
 * A chart read from opened files: what `fhir/start-reading.ts` is for an EHR. Same searches, same states, same views;
 * no session, no budget, no pages and no request. Every record is read from its slice of the file when the chart is
 * opened, and taken in only where it names this patient (`own-records.ts`).
 */
import type { FhirFailure } from '#fhir/failure.ts';
import { asText } from '#fhir/json.ts';
import { sentType } from '#fhir/original.ts';
import type { PlannedSearch } from '#fhir/plan.ts';
import { createArrivals } from '#fhir/reading-arrivals.ts';
import { createReadingState } from '#fhir/reading-state.ts';
import type { Reading, SearchAnswer } from '#fhir/reading.ts';
import { attachmentsOf, fileAttachment } from './file-attachment.ts';
import { companionsOf } from './companions.ts';
import { filePlan } from './file-plan.ts';
import type { FilePatient } from './file-patient.ts';
import type { OpenedFiles } from './gathering.ts';
import { ownRecords } from './own-records.ts';
import { type ReadRecord, readPlaces } from './read-places.ts';
import { recordsInR4 } from './records-in-r4.ts';
import { keyOf } from './resolve-reference.ts';

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

/** What of the records is shown otherwise than each as it stands. */
export interface Told {
  /** Older versions in whose place a newer one is shown. */
  readonly replaced: number;
  /** Records that share type and id with another that says something else: all of them are shown. */
  readonly apart: number;
  /** References that could mean several records: they lead nowhere. */
  readonly unclear: number;
}

export interface FileReading extends Reading {
  /** The same object until something changes, for `useSyncExternalStore`. */
  told(): Told;
}

type Answer = Omit<SearchAnswer, 'readAt'>;

/** Starts reading one patient's chart, at once. */
export function startFileReading(
  files: OpenedFiles,
  patient: FilePatient,
  { now = Date.now }: FileReadingOptions = {},
): FileReading {
  const types = files.typesFor(patient);
  const searches = filePlan(files.versions, patient.id, types, files.ofPatients);
  const state = createReadingState(searches, new Set());
  const base = files.base ?? noBase;
  const arrivals = createArrivals(base);
  const life = new AbortController();
  let isUnderWay = false;
  let attachments: ReturnType<typeof attachmentsOf> = new Map();
  let told: Told = { replaced: 0, apart: 0, unclear: 0 };

  const read = async (): Promise<void> => {
    if (isUnderWay || life.signal.aborted) return;
    isUnderWay = true;
    for (const { id } of searches) state.begin(id);
    try {
      const own = await readPlaces(files.sources, files.placesOf(patient), life.signal);
      const theirs = ownRecords(files, patient, own.records);
      const companions = await companionsOf(files, theirs.records, life.signal);
      const records = await recordsInR4(files, theirs.records);
      if (life.signal.aborted) return;
      attachments = attachmentsOf([...theirs.records, ...companions.records]);
      told = { replaced: theirs.replaced, apart: theirs.apart, unclear: companions.unclear };
      const { foreign } = theirs;
      const answers = answersOf(searches, files, types, { records, foreign, unreadable: own.unreadable });
      const included = companions.records.map(({ resource }) => resource);
      // All of it is here at once: a record is drawn with the names of those it points at.
      // Addresses first: Provenance is filed by what its targets mean.
      arrivals.put('addresses', [], fullUrlsOf([...records, ...companions.records]));
      arrivals.put('companions', included, new Map());
      for (const [id, answer] of answers) arrivals.put(id, answer.records, new Map());
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
    told: () => told,
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
    fetchAttachment: (url) => fileAttachment(files, patient, url, attachments.get(url) ?? []),
    statement: () => unasked,
    askStatement: () => undefined,
    stop() {
      life.abort();
      state.close();
    },
  };
}

/** What is part of a chart, and what it cannot show. */
interface Read {
  readonly records: readonly ReadRecord[];
  readonly foreign: ReadonlyMap<string, number>;
  readonly unreadable: readonly { readonly type: string | undefined; readonly text: string }[];
}

function answersOf(
  searches: readonly PlannedSearch[],
  files: OpenedFiles,
  types: ReadonlyMap<string, number>,
  { records, foreign, unreadable }: Read,
): ReadonlyMap<string, Answer> {
  const byType = Map.groupBy(records, ({ resource }) => sentType(resource));
  const answers = new Map<string, Answer>();
  const known = new Set(searches.map(({ type }) => type));
  // What cannot even be told the type of is said with the patient's own record.
  const placeOf = (type: string | undefined): string =>
    type !== undefined && known.has(type) ? type : 'Patient';
  for (const { id, type } of searches) {
    if (!types.has(type) && type !== 'Patient') continue;
    const own = (byType.get(type) ?? []).map(({ resource }) => resource);
    // Of a type that no list is for: as it came, with the patient's own record.
    const strange =
      type === 'Patient' ? records.filter(({ resource }) => !known.has(sentType(resource))) : [];
    const broken = [
      ...unreadable.filter((one) => placeOf(one.type) === type).map(({ text }) => text),
      ...strange.map(({ resource }) => resource),
    ];
    // Those that name nobody, or one of two, could be anybody's: said where they would have stood.
    const elsewhere =
      (foreign.get(type) ?? 0) + (files.unnamed.get(type) ?? 0) + (files.undecidedOf.get(type) ?? 0);
    // Nothing is claimed to be absent of which a part could not be read: it is "not offered", in words of its own.
    if (files.isIncomplete && type !== 'Patient' && own.length + broken.length + elsewhere === 0) continue;
    answers.set(id, {
      records: own,
      included: [],
      unreadable: broken,
      foreign: elsewhere,
      more: files.isIncomplete && type !== 'Patient',
      total: undefined,
    });
  }
  return answers;
}

/** Addresses within a Bundle, and what they stand for. One that stands for two records of this chart leads nowhere. */
function fullUrlsOf(records: readonly ReadRecord[]): ReadonlyMap<string, string> {
  const urls = new Map<string, string>();
  const torn = new Set<string>();
  for (const { fullUrl, resource } of records) {
    if (fullUrl === undefined || asText(resource.id) === undefined) continue;
    const key = keyOf(resource);
    if ((urls.get(fullUrl) ?? key) !== key) torn.add(fullUrl);
    urls.set(fullUrl, key);
  }
  for (const url of torn) urls.delete(url);
  return urls;
}
