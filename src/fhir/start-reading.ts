/** Starts reading a chart: the plan, within the EHR's limit, into the snapshots of `reading.ts`. */
import { type Clock, machineClock } from './budget-clock.ts';
import { createBudget, type RateLimit } from './budget.ts';
import { type BudgetStore, storeFor } from './budget-store.ts';
import { ccdaAddress } from './ccda-address.ts';
import { openClient } from './client.ts';
import { failureOf } from './failure.ts';
import { type PlannedSearch, planFor, type SearchRules } from './plan.ts';
import { type Allowance, planWithScopes } from './plan-scopes.ts';
import type { FhirResource } from './json.ts';
import type { Reading, StatementState } from './reading.ts';
import { createArrivals } from './reading-arrivals.ts';
import type { WholeTypes } from './reading-otherwise.ts';
import { createReferenceReader } from './reading-references.ts';
import { sendInTurn, type TokenSource } from './reading-requests.ts';
import { readSearch, stateAfterFailure } from './reading-search.ts';
import { createReadingState } from './reading-state.ts';
import type { StatementReader } from './reading-statement.ts';
import { createWaitTicker } from './reading-wait.ts';
import { isRefusedBySystem } from './refused-by-system.ts';
import { createRefusedParameters, type RefusedMemory } from './refused-parameters.ts';
import type { FhirVersion } from './version.ts';

/** What tests put in place of the browser's. */
export interface Surroundings {
  readonly fetch?: typeof fetch;
  readonly clock?: Clock;
  readonly store?: BudgetStore;
}

export interface SystemAccess extends TokenSource {
  /** The registry's id of the system: its limit is shared by every reading of it in this browser. */
  readonly systemId: string;
  /** FHIR base without a trailing slash. */
  readonly fhirBase: string;
  /** Further URL prefixes of the same system that may carry the token. */
  readonly documents: readonly string[];
  /** Other systems' bases below this one, where this token has no business. */
  readonly innerBases?: readonly string[];
  readonly rateLimit: RateLimit | undefined;
  readonly fhirVersion: FhirVersion;
  readonly surroundings?: Surroundings;
}

export interface ReadingOptions extends SystemAccess {
  readonly searchRules: SearchRules;
  /** Logical id of the open patient. */
  readonly patientId: string;
  /** What the granted scopes let be read of a type: all, nothing, or these category codes. */
  readonly allows: (type: string) => Allowance;
  /** Keeps for the session what was refused, beyond this reading. */
  readonly refusedMemory?: RefusedMemory;
}

/** Order of going: the banner, then a file just opened, what is looked at, the plan, and references last. */
const ranks = {
  patient: -2,
  attachment: -1,
  preferred: 0,
  planned: 1000,
  reference: 5000,
  statement: 9000,
} as const;

/**
 * How long the rest waits for the patient, in milliseconds: a name refused for the sake of twenty lists would leave a
 * chart of nobody, and a limit lower than it was said to be is met by whoever comes last. A slow answer holds up nothing.
 */
const patience = 1000;

/**
 * Starts reading one patient's chart, at once: the patient, then all else. Every search settles on its own; nothing is asked for again but by
 * `readAgain`. The reading lives until `stop`.
 */
export function startReading(options: ReadingOptions): Reading {
  const {
    patientId,
    surroundings: { clock = machineClock, fetch, store = storeFor(options.systemId) } = {},
  } = options;
  const plan = planWithScopes(planFor(options.searchRules, options.fhirVersion, patientId), options.allows);
  const state = createReadingState(plan.searches, plan.withheld);
  const arrivals = createArrivals(options.fhirBase);
  const client = openClient({ ...options, clock, ...(fetch && { fetch }) });
  const life = new AbortController();
  const refused = createRefusedParameters(options.refusedMemory);
  let preferred: ReadonlySet<string> = new Set();

  const budget = createBudget({ limit: options.rateLimit, store, clock, onChange: () => ticker.look() });
  const ticker = createWaitTicker(clock, () => budget.nextAt(), state.setWait);

  let isAlone = true;
  function letGo(): void {
    isAlone = false;
    cancelPatience();
    budget.reconsider();
  }

  const places = new Map(plan.searches.map(({ id }, place) => [id, place]));
  const rankOf = (search: PlannedSearch): number => {
    if (search.type === 'Patient') return ranks.patient;
    if (isAlone) return Infinity;
    const isPreferred = search.kinds.some((kind) => preferred.has(kind));
    return (isPreferred ? ranks.preferred : ranks.planned) + (places.get(search.id) ?? 0);
  };

  const run = async (search: PlannedSearch, whole: WholeTypes): Promise<void> => {
    state.begin(search.id);
    try {
      const turn = {
        rank: () => rankOf(search),
        signal: life.signal,
        onPhase: (phase: 'waiting' | 'reading') => state.phase(search.id, phase),
      };
      const { answer, fullUrls } = await readSearch(
        search,
        (url, asked) =>
          sendInTurn(budget, options, turn, (token) => client.get(url(), asked, token, life.signal)),
        { patientId, refused, whole },
      );
      if (life.signal.aborted) return;
      arrivals.put(search.id, [...answer.records, ...answer.included], fullUrls);
      const records = withVisits(search, answer.records);
      state.end(search.id, { state: 'read', answer: { ...answer, records, readAt: clock.now() } });
    } catch (error) {
      if (!life.signal.aborted) state.end(search.id, stateAfterFailure(search, failureOf(error)));
    }
    if (life.signal.aborted || !isComplete()) return;
    if (plan.searches.some(({ id }) => isRefusedBySystem(state.stateOf(id))))
      withStatement((reader) => reader.explain()).catch(() => undefined);
    // The statement goes when the chart is complete.
    budget.reconsider();
  };

  // A visit that was read by itself (the launch names one) stands among the others, or nothing could lead to it.
  const visits: FhirResource[] = [];
  const withVisits = ({ type }: PlannedSearch, records: readonly FhirResource[]): readonly FhirResource[] =>
    type === 'Encounter'
      ? [...records, ...visits.filter((visit) => records.every(({ id }) => id !== visit.id))]
      : records;
  const onArrival = (resource: FhirResource): void => {
    const search = plan.searches.find(({ type }) => type === 'Encounter' && type === resource.resourceType);
    const known = search && state.stateOf(search.id);
    if (search !== undefined) visits.push(resource);
    // One under way takes it along.
    if (known?.state !== 'read' || state.isPending(search!.id)) return state.changed();
    const records = withVisits(search!, known.answer.records);
    state.end(search!.id, { ...known, answer: { ...known.answer, records } });
  };

  const references = createReferenceReader({
    arrivals,
    rules: options.searchRules,
    version: options.fhirVersion,
    patientId,
    allows: options.allows,
    searches: plan.searches,
    settled: state.settled,
    ask: (url) =>
      sendInTurn(
        budget,
        options,
        { rank: () => (isAlone ? Infinity : ranks.reference), signal: life.signal },
        (token) => client.get(url, 'record', token, life.signal),
      ),
    onArrival,
  });

  const isComplete = (): boolean => state.progress().done === plan.searches.length;
  const askStatement = () =>
    sendInTurn(
      budget,
      options,
      { rank: () => (isComplete() ? ranks.statement : Infinity), signal: life.signal },
      (token) => client.get('metadata', 'record', token, life.signal),
    );
  let statement: StatementReader | undefined;
  /** Until its file has come, or where that does not come. */
  let withoutReader: StatementState = { state: 'unasked' };
  /** Few charts need it: what reads it is loaded then. */
  const withStatement = async (act: (reader: StatementReader) => void): Promise<void> => {
    const { createStatementReader } = await import('./reading-statement.ts');
    if (life.signal.aborted) return;
    const { rateLimit } = options;
    statement ??= createStatementReader({ clock, rateLimit, ask: askStatement, onChange: state.changed });
    act(statement);
  };

  const searchesFor = (kinds: readonly string[]): readonly PlannedSearch[] =>
    plan.searches.filter((search) => search.kinds.some((kind) => kinds.includes(kind)));

  const ask = (searches: readonly PlannedSearch[]): void => {
    const whole: WholeTypes = new Map();
    for (const search of searches) {
      if (plan.withheld.has(search.id) || state.isPending(search.id)) continue;
      const done = run(search, whole);
      if (search.type === 'Patient') void done.then(letGo);
    }
  };
  ask(plan.searches);
  // The patient goes alone; nothing of the chart stands in its way.
  const cancelPatience = clock.after(patience, letGo);
  if (!state.isPending('Patient')) letGo();

  return {
    patientId,
    searches: plan.searches,
    stateOf: state.stateOf,
    searchesFor: (kind) => searchesFor([kind]),
    settled: state.settled,
    progress: state.progress,
    subscribe: state.subscribe,
    prefer(kinds) {
      preferred = new Set(kinds);
    },
    readAgain(kinds) {
      if (life.signal.aborted) return;
      references.forgetMisses();
      ask(kinds === undefined ? plan.searches : searchesFor(kinds));
    },
    find: arrivals.find,
    provenanceOf: arrivals.provenanceOf,
    fetchReference: references.fetch,
    wholeRecordUrl: ccdaAddress(options.documents, patientId),
    fetchAttachment: (url, rank = 'attachment') =>
      sendInTurn(budget, options, { rank: () => ranks[rank], signal: life.signal }, (token) =>
        client.attachment(url, token, life.signal),
      ),
    statement: () => statement?.state() ?? withoutReader,
    askStatement() {
      withStatement((reader) => reader.ask()).catch((error: unknown) => {
        withoutReader = { state: 'failed', failure: failureOf(error) };
        state.changed();
      });
    },
    stop() {
      cancelPatience();
      statement?.stop();
      state.close();
      ticker.stop();
      life.abort();
      budget.stop();
    },
  };
}
