/**
 * From an address to an opening: a callback is finished, a session of this tab goes on, or somebody has to sign in.
 * Runs once, before React is there; the reading has begun when React paints.
 */
import { authorizationUrl } from '#smart/authorize.ts';
import type { Browser } from '#smart/browser.ts';
import { finishSignIn } from '#smart/callback.ts';
import { hasEnded } from '#smart/ended-sessions.ts';
import { SignInError, type SessionEnd, type SignInFailure } from '#smart/failure.ts';
import { leftAlone, whyOver } from '#smart/left-alone.ts';
import { openSession } from '#smart/open-session.ts';
import { endRetired } from '#smart/retired-session.ts';
import type { OpenSession } from '#smart/session.ts';
import type { Place } from '#smart/pending.ts';
import type { CheckedRegistry } from '#smart/registry-check.ts';
import type { Registry, System } from '#smart/registry.ts';
import { notSetUp, systemById } from '#smart/systems.ts';
import { forgetRecord, retireRecord } from '#smart/session-keys.ts';
import { readRecord, writeActive, type SessionRecord } from '#smart/session-record.ts';
import { unfit } from '#smart/unfit.ts';
import { readPreferences, wordingFor } from '#theme/view-preferences.ts';
import { beginAnew, takeEnding, type Ending } from './opening-ended.ts';
import { opening, setOpening, type Again } from './opening.ts';
import { paths } from './paths.ts';
import { memoryOf, placeOf, standOf } from './place.ts';
import { readingOptions } from './reading-options.ts';
import { loadRecord, whenAsked } from './record-file.ts';

/** What the start needs to know of the page. */
export interface Page {
  readonly browser: Browser;
  readonly window: Window;
}

/** Whether a path is a place inside the chart that may be kept and opened again. Only our own paths are. */
function isChartPath(path: string): boolean {
  return /^\/chart(\/[\w.~%#-]+)*$/.test(path);
}

/** The failure as the screen gets it. */
export function showFailure(failure: SignInFailure, system?: System, again?: Again): void {
  setOpening({ state: 'failed', failure, system, again });
}

/** `/launch` could not go on to the sign-in page. `retry` launches once more, while the EHR's launch is still good. */
export function showLaunchFailure(registry: Registry, failure: SignInFailure, retry: () => void): void {
  const again: Again = {
    how: 'retry',
    run: () => {
      setOpening({ state: 'starting' });
      retry();
    },
  };
  const lacking = unfit();
  if (lacking !== undefined) return showFailure({ kind: 'browser-unfit', reason: lacking });
  const mayPass = failure.kind === 'sign-in-unreachable' || failure.kind === 'fault';
  showFailure(failure, systemById(registry, failure.systemId ?? ''), mayPass ? again : undefined);
}

/** Finds out what this page is to show. Never rejects: whatever goes wrong becomes a failure with a page. */
export async function startOpening(page: Page, checked: CheckedRegistry): Promise<void> {
  const { location, history } = page.window;
  const { pathname, search } = location;
  // Launch, code and state leave the address bar and the history before anything else happens.
  if (search !== '') history.replaceState(null, '', location.pathname);
  if (!checked.ok) return showFailure({ kind: 'config-faulty', faults: checked.findings });
  const { registry } = checked;
  const lacking = unfit();
  if (lacking !== undefined) return showFailure({ kind: 'browser-unfit', reason: lacking });
  const isCallback = registry.systems.some(({ redirectPath }) => redirectPath === location.pathname);
  try {
    if (isCallback && search !== '') await finish(page, registry, { pathname, search });
    else await resume(page, registry, isCallback);
  } catch (error) {
    const failure: SignInFailure = error instanceof SignInError ? error.failure : { kind: 'fault' };
    const system = systemById(registry, failure.systemId ?? '');
    showFailure(failure, system, system && signInAgain(page, system, undefined));
  }
  const now = opening.getSnapshot();
  const successor = now.state === 'open' || now.state === 'choosing' ? now.session.system : undefined;
  void endRetired(page.browser, registry, successor);
}

async function finish(
  page: Page,
  registry: Registry,
  address: Pick<Location, 'pathname' | 'search'>,
): Promise<void> {
  const finished = finishSignIn(page.browser, registry, address);
  // The code is on its way: its answer's time is used. A file that does not come is told of when it is wanted.
  loadRecord().catch(() => undefined);
  const result = await finished;
  if (result === 'again') return resume(page, registry, true);
  // A session that another launch of this tab left behind never meets the new one.
  retireRecord(page.browser);
  await open(page, registry, result.system, result.record, result.place);
}

async function resume(page: Page, registry: Registry, isCallback: boolean): Promise<void> {
  const ending = takeEnding(page.window);
  const record = readRecord(page.browser);
  const system = record && systemById(registry, record.systemId);
  if (record === undefined && ending !== undefined) return tellEnding(page, registry, ending);
  if (record === undefined || system === undefined) {
    if (isCallback) throw new SignInError({ kind: 'interrupted' });
    return showSignIn(page, registry);
  }
  const over = (reason: SessionEnd): never => {
    throw new SignInError({ kind: 'session-over', reason, systemId: system.id });
  };
  const why = whyOver(page.browser, system, record);
  if (why !== undefined) {
    retireRecord(page.browser);
    over(why);
  }
  if (await hasEnded(record.id)) {
    forgetRecord(page.browser);
    over('signed-out');
  }
  await open(page, registry, system, record, undefined);
}

/** The page on which somebody can sign in. */
function showSignIn(page: Page, registry: Registry, signedOutOf?: string): void {
  setOpening({
    state: 'signed-out',
    systems: registry.systems.filter(({ kinds }) => kinds.includes('standalone')),
    signedOutOf,
    signIn: (system) => void signIn(page, system, undefined),
  });
}

/** Leaves for the system's sign-in page. Whatever was open in this tab is out of reach from here on. */
async function signIn(
  page: Page,
  system: System,
  place: Place | undefined,
  leaving?: OpenSession,
): Promise<boolean> {
  try {
    const wanted = {
      kind: 'standalone',
      origin: page.window.location.origin,
      ...(place && { place }),
    } as const;
    const url = await authorizationUrl(page.browser, system, wanted);
    retireRecord(page.browser);
    setOpening({ state: 'starting' });
    leaving?.leave();
    page.window.location.assign(url.href);
    return true;
  } catch (error) {
    const failure: SignInFailure = error instanceof SignInError ? error.failure : { kind: 'fault' };
    const run = (): void => void signIn(page, system, place);
    if (leaving === undefined) showFailure(failure, system, { how: 'retry', run });
    return false;
  }
}

function signInAgain(page: Page, system: System, place: Place | undefined): Again | undefined {
  if (!system.kinds.includes('standalone') || notSetUp(system) !== undefined) return undefined;
  return { how: 'sign-in', run: () => void signIn(page, system, place) };
}

async function open(
  page: Page,
  registry: Registry,
  system: System,
  record: SessionRecord,
  place: Place | undefined,
): Promise<void> {
  const { location, history } = page.window;
  const here = isChartPath(location.pathname) ? location.pathname : undefined;
  // A kept place is one patient's: nobody's until it is known whose chart this is.
  const kept = record.patientId === undefined ? undefined : place;
  const path = kept !== undefined && isChartPath(kept.path) ? kept.path : (here ?? paths.chart);
  if (path !== location.pathname) history.replaceState(null, '', path);

  const session = openSession(page.browser, system, record);
  const now = page.browser.now();
  writeActive(page.browser, now);
  watchLater(page, session, now);
  session.onEnd((reason) => showEnd(page, registry, session, reason));
  if (session.patientId === undefined) await choose(page, session, place);
  else await openChart(page, session, session.patientId, place);
}

/** The token names nobody. Few systems leave it at that, so that the code for it comes when it is wanted. */
async function choose(page: Page, session: OpenSession, place: Place | undefined): Promise<void> {
  const isOver = whetherOver(session);
  const { choosePerson } = await import('./opening-people.ts');
  const again = signInAgain(page, session.system, undefined);
  const open = (patientId: string): Promise<void> => {
    const kept = place?.patientId === patientId ? place : undefined;
    if (kept !== undefined && isChartPath(kept.path)) page.window.history.replaceState(null, '', kept.path);
    return openChart(page, session, patientId, kept);
  };
  void choosePerson(session, isOver, place?.patientId, open, again);
}

/**
 * The watch over the session comes behind the banner. As long as its file cannot be fetched nobody can tell whether
 * somebody is there: then the session ends at its limit all the same.
 */
function watchLater(page: Page, session: OpenSession, since: number): void {
  const isOver = whetherOver(session);
  page.window.setTimeout(() => {
    import('./idle/watch-session.ts').then(
      ({ watchSession }) => isOver() || watchSession(page, session, since),
      () => {
        if (leftAlone(page.browser, session.system)) void session.end('idle');
        else if (!isOver()) watchLater(page, session, since);
      },
    );
  }, 5_000);
}

/** A session may end while something is under way: then nobody is shown, and nothing more is said. */
function whetherOver(session: OpenSession): () => boolean {
  let isOver = false;
  session.onEnd(() => (isOver = true));
  return () => isOver;
}

async function openChart(page: Page, session: OpenSession, patientId: string, place?: Place): Promise<void> {
  const isOver = whetherOver(session);
  const { fetchWordsAhead, prepareFormats, speak, startReading } = await loadRecord();
  if (isOver()) return;
  const spoken = speak({ wording: wordingFor(session.launchKind, readPreferences()) }, true);
  const reading = startReading({ ...readingOptions(session), patientId });
  session.onEnd(() => reading.stop());
  whenAsked(reading, prepareFormats);
  await spoken;
  if (isOver()) return;
  fetchWordsAhead();
  const { system } = session;
  const anotherPerson = system.kinds.includes('standalone')
    ? () => signIn(page, system, undefined, session)
    : undefined;
  const memory = memoryOf(place);
  setOpening({
    state: 'open',
    session,
    reading,
    memory,
    openAnotherPerson: anotherPerson,
    signInAgain:
      session.launchKind === 'standalone'
        ? () => signIn(page, system, placeOf(standOf(page.window), patientId, memory), session)
        : undefined,
  });
  const { scroll = 0 } = place ?? {};
  if (scroll > 0) {
    import('./restore-scroll.ts').then(
      ({ restoreScroll }) => isOver() || restoreScroll(page.window, scroll),
      // Without it the page stands at its top.
      () => undefined,
    );
  }
}

/** Closes the chart at once, and tells why: in a new document, or in this one where none can be had. */
function showEnd(page: Page, registry: Registry, session: OpenSession, reason: SessionEnd): void {
  if (reason === 'replaced') return;
  const { history, document } = page.window;
  const { system, launchKind, patientId } = session;
  const was = opening.getSnapshot();
  const stand = standOf(page.window);
  // Nothing of the patient outlives the session: neither in the tab's title nor as the record that its address named.
  document.title = 'Chartside';
  history.replaceState(null, '', paths.home);
  setOpening({ state: 'starting', isLeaving: true });
  const place =
    reason === 'patient-changed' || reason === 'signed-out' || patientId === undefined || was.state !== 'open'
      ? undefined
      : placeOf(stand, patientId, was.memory);
  const ending: Ending = { reason, systemId: system.id, launchKind, place };
  void beginAnew(page, session.id, ending).then((begun) => begun || tellEnding(page, registry, ending));
}

function tellEnding(page: Page, registry: Registry, { reason, systemId, launchKind, place }: Ending): void {
  if (reason === 'signed-out') return showSignIn(page, registry, systemId);
  const system = systemById(registry, systemId);
  const again = system && launchKind === 'standalone' ? signInAgain(page, system, place) : undefined;
  showFailure({ kind: 'session-over', reason, systemId }, system, again);
}
