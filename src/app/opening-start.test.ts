import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FhirResource } from '#fhir/json.ts';
import { authorizationUrl } from '#smart/authorize.ts';
import { fakeBrowser, fakeStorage, fakeSystem, json, type FakeBrowser } from '#smart/fake-browser.ts';
import { openSession } from '#smart/open-session.ts';
import { retireRecord } from '#smart/session-keys.ts';
import { readRecord, writeActive } from '#smart/session-record.ts';
import type { System } from '#smart/registry.ts';
import type { OpenSession } from '#smart/session.ts';
import { opening, setOpening, type Opening } from './opening.ts';
import { showLaunchFailure, startOpening } from './opening-start.ts';

/** Whatever session a page of a story lived on: the chart sees less of one than the page that opened it. */
const sessions = new Set<OpenSession>();
opening.subscribe(() => {
  const now = opening.getSnapshot();
  if (now.state === 'open' || now.state === 'choosing') sessions.add(now.session as OpenSession);
});
const reads: { patientId: string; stopped: boolean }[] = [];
let isCut = false;
let people: readonly FhirResource[] | Error | Promise<readonly FhirResource[]> = [];
vi.mock('#smart/unfit.ts', () => ({ unfit: () => undefined }));
vi.mock('#fhir/start-reading.ts', () => ({
  startReading: ({ patientId }: { patientId: string }) => {
    const read = { patientId, stopped: false };
    reads.push(read);
    return {
      patientId,
      stop: () => (read.stopped = true),
      stateOf: () => ({ state: 'waiting' }),
      subscribe: () => () => undefined,
    };
  },
}));
vi.mock('#fhir/find-patients.ts', () => ({
  findPatients: async () => {
    if (people instanceof Error) throw people;
    return { people: await people, more: isCut };
  },
}));

/** The parts of a window that the start uses; every address it was sent to is kept. */
function fakeWindow(address: string) {
  const visited: string[] = [];
  const location = new URL(address, 'https://app.example.org');
  const page = Object.assign(new EventTarget(), {
    location: Object.assign(location, { assign: (url: string) => visited.push(url) }),
    history: {
      replaceState: (_state: unknown, _title: string, path: string) =>
        void (location.href = new URL(path, location).href),
    },
    document: { title: 'SMITH, DAVID' },
    // The watch over the session is not what these tests are about.
    setTimeout: () => 0,
  });
  return { window: page as unknown as Window, visited };
}

const answer = {
  access_token: 'a0',
  refresh_token: 'r0',
  token_type: 'Bearer',
  expires_in: 300,
  patient: 'p1',
};
const system = fakeSystem();

async function start(browser: FakeBrowser, address: string, systems: readonly System[] = [system]) {
  setOpening({ state: 'starting' });
  const page = fakeWindow(address);
  const registry = { systems, defaultLaunch: undefined };
  await startOpening({ browser, window: page.window }, { ok: true, registry });
  return page;
}

/** A sign-in up to its callback. */
async function signedIn(browser = fakeBrowser(), used = system, changed: Record<string, unknown> = {}) {
  const url = await authorizationUrl(browser, used, {
    kind: 'standalone',
    origin: 'https://app.example.org',
  });
  browser.answer(json({ ...answer, ...changed }));
  const page = await start(browser, `/callback?state=${url.searchParams.get('state')}&code=c`, [used]);
  return { browser, ...page };
}

const shown = <S extends Opening['state']>(state: S): Extract<Opening, { state: S }> => {
  const now = opening.getSnapshot();
  if (now.state !== state) throw new Error(`is ${JSON.stringify(now)}`);
  return now as Extract<Opening, { state: S }>;
};

/** What is shown once a file that comes for it has come: nothing else is waited for. */
const soon = <T>(look: () => T): Promise<T> => vi.waitFor(look, { timeout: 10_000 });

/** Signs out, up to the page that says so: told later, it would stand over what the next sign-in opened. */
async function signOut(state: 'open' | 'choosing' = 'open'): Promise<void> {
  const { session } = shown(state);
  // Pages of other tabs stand on the same stage here: what they would tell is nobody's story.
  for (const other of sessions) if (other !== session) other.leave();
  await session.signOut();
  await soon(() => shown('signed-out'));
}

beforeEach(() => void (people = []));
afterEach(async () => {
  const now = opening.getSnapshot();
  if (now.state === 'open' || now.state === 'choosing') await signOut(now.state);
  for (const session of sessions) session.leave();
  sessions.clear();
  reads.length = 0;
});

test('a callback becomes a chart that is being read already, at an address without code or state', async () => {
  const { window } = await signedIn();
  expect(shown('open').session.patientId).toBe('p1');
  expect(reads).toEqual([{ patientId: 'p1', stopped: false }]);
  expect(window.location.href).toBe('https://app.example.org/chart');
});

test('@threat-12 the query leaves the address before the code is sent, and after a failure too', async () => {
  const browser = fakeBrowser();
  const url = await authorizationUrl(browser, system, {
    kind: 'standalone',
    origin: 'https://app.example.org',
  });
  let seen = '';
  const page = fakeWindow(`/callback?state=${url.searchParams.get('state')}&code=c&session_state=x`);
  browser.answer(async () => {
    seen = page.window.location.href;
    return json({ error: 'invalid_grant' }, 400);
  });
  await startOpening(
    { browser, window: page.window },
    { ok: true, registry: { systems: [system], defaultLaunch: undefined } },
  );
  expect(seen).toBe('https://app.example.org/callback');
  expect(shown('failed').failure.kind).toBe('code-refused');
  expect(shown('failed').again?.how).toBe('sign-in');
});

test('a reload goes on with the session, at its place, without a request', async () => {
  const { browser } = await signedIn();
  const again = browser.copy();
  const page = await start(again, '/chart/results');
  expect(shown('open').session.patientId).toBe('p1');
  expect(page.window.location.pathname).toBe('/chart/results');
  expect(again.requests).toEqual([]);
});

test('a reload in the middle of a sign-in says so', async () => {
  await start(fakeBrowser(), '/callback');
  expect(shown('failed').failure.kind).toBe('interrupted');
});

test('without a session the sign-in page is shown, with the systems a person can use', async () => {
  const ehrOnly = fakeSystem({ id: 'ehr', kinds: ['ehr-launch'] });
  const page = await start(fakeBrowser(), '/chart/results', [system, ehrOnly]);
  const { systems, signIn } = shown('signed-out');
  expect(systems.map(({ id }) => id)).toEqual(['office']);
  signIn(system);
  await soon(() => expect(page.visited).toHaveLength(1));
  expect(new URL(page.visited[0]!).searchParams.get('launch')).toBeNull();
});

test('a faulty configuration shows its faults and nothing else', async () => {
  const page = fakeWindow('/');
  await startOpening(
    { browser: fakeBrowser(), window: page.window },
    { ok: false, findings: [{ path: 'systems[0].aud', rule: 'missing' }] },
  );
  expect(shown('failed').failure).toEqual({
    kind: 'config-faulty',
    faults: [{ path: 'systems[0].aud', rule: 'missing' }],
  });
});

// Security check 15.
test('@threat-15 a second launch in the same tab: the first patient is never shown again, whatever becomes of the launch', async () => {
  const { browser } = await signedIn();
  const tab = browser.copy();
  retireRecord(tab); // what /launch does first
  tab.answer(new Response(null));
  await start(tab, '/callback?error=access_denied&state=unknown');
  expect(shown('failed').failure.kind).toBe('callback-unexpected');
  await start(tab, '/');
  shown('signed-out');
  expect(readRecord(tab)).toBeUndefined();
});

test('@threat-15 a callback that begins a session replaces whatever session the tab still had', async () => {
  const { browser } = await signedIn();
  const old = shown('open').session.id;
  const tab = browser.copy();
  await signedIn(tab, system, { patient: 'p2' });
  await soon(() => expect(shown('open').session.patientId).toBe('p2'));
  expect(readRecord(tab)).toMatchObject({ patientId: 'p2' });
  expect(readRecord(tab)?.id).not.toBe(old);
});

test('when the session runs out the reading stops, the title forgets, and signing in again keeps the place', async () => {
  const { browser, window, visited } = await signedIn();
  const { session, memory } = shown('open');
  window.history.replaceState(null, '', '/chart/results');
  memory.set('results arrangement', 'by-date');
  memory.set('list results', { standing: 'all', filters: ['abnormal'], find: 'hiv', sort: undefined });
  browser.answer(json({ error: 'invalid_grant' }, 400));
  await expect(session.renew('a0')).rejects.toThrow('session: over');
  expect(reads).toEqual([{ patientId: 'p1', stopped: true }]);
  expect(window.document.title).toBe('Chartside');
  expect(window.location.pathname).toBe('/');
  // The page is left, or told so, by a file that comes for it.
  const { failure, again } = await soon(() => shown('failed'));
  expect(failure).toEqual({ kind: 'session-over', reason: 'expired', systemId: 'office' });
  again?.run();
  await soon(() => expect(visited).toHaveLength(1));
  const state = new URL(visited[0]!).searchParams.get('state');
  // The same patient: back at the place. Another one: at the summary.
  // What waits in the tab meanwhile holds no word that was typed.
  const waiting = Array.from({ length: browser.storage.length }, (_, index) => browser.storage.key(index)!);
  expect(waiting.map((key) => browser.storage.getItem(key)).join(' ')).not.toContain('hiv');
  const other = browser.copy();
  browser.answer(json(answer));
  const same = await start(browser, `/callback?state=${state}&code=c`);
  expect(same.window.location.pathname).toBe('/chart/results');
  expect(Object.fromEntries(shown('open').memory)).toEqual({
    'results arrangement': 'by-date',
    'list results': { standing: 'all', filters: ['abnormal'], find: '' },
  });
  other.answer(json({ ...answer, patient: 'p2' }));
  const changed = await start(other, `/callback?state=${state}&code=c`);
  expect(changed.window.location.pathname).toBe('/chart');
  expect(shown('open').memory.size).toBe(0);
});

test('signing out leaves nothing: no chart, no title, no place', async () => {
  const { browser, window } = await signedIn();
  window.history.replaceState(null, '', '/chart/results/Observation/1');
  browser.answer(new Response(null));
  await signOut();
  await soon(() => expect(shown('signed-out').signedOutOf).toBe('office'));
  expect(window.location.pathname).toBe('/');
  expect(browser.storage.length).toBe(0);
  expect(reads[0]?.stopped).toBe(true);
});

test('@threat-17 a session left alone past the limit is not resumed', async () => {
  const { browser } = await signedIn();
  const later = browser.copy();
  later.time += 16 * 60_000;
  await start(later, '/chart');
  expect(shown('failed').failure).toMatchObject({ kind: 'session-over', reason: 'idle' });
  expect(readRecord(later)).toBeUndefined();
});

test("another person's record is another sign-in; the chart that was open is let go", async () => {
  const { browser, visited } = await signedIn();
  await expect(shown('open').openAnotherPerson?.()).resolves.toBe(true);
  expect(visited).toHaveLength(1);
  shown('starting');
  expect(readRecord(browser)).toBeUndefined();
  expect(reads[0]?.stopped).toBe(true);
});

const searching = fakeSystem({ patientFrom: 'search' });
const person = (id: string): FhirResource => ({ resourceType: 'Patient', id });

test('a system that names no patient: one record opens, several are a choice, none is said', async () => {
  people = [person('p9')];
  await signedIn(fakeBrowser(), searching, { patient: undefined });
  await soon(() => expect(shown('open').reading.patientId).toBe('p9'));
  await signOut();

  people = [person('p1'), person('p2'), person('../p3')];
  const { browser } = await signedIn(fakeBrowser(), searching, { patient: undefined });
  await soon(() => expect(shown('choosing').people.map(({ id }) => id)).toEqual(['p1', 'p2']));
  shown('choosing').choose('p2');
  await soon(() => expect(shown('open').session.patientId).toBe('p2'));
  expect(readRecord(browser)?.patientId).toBe('p2');
  await signOut();

  // One came, and the system has more: that is a choice, too.
  isCut = true;
  people = [person('p9')];
  await signedIn(fakeBrowser(), searching, { patient: undefined });
  await soon(() => expect(shown('choosing').more).toBe(true));
  await signOut('choosing');
  isCut = false;

  people = [];
  await signedIn(fakeBrowser(), searching, { patient: undefined });
  await soon(() => expect(shown('failed').failure.kind).toBe('patient-missing'));
});

test('signing in again where the token names nobody: back at the place, if the person is among those it may read', async () => {
  people = [person('p1')];
  const { browser, window, visited } = await signedIn(fakeBrowser(), searching, { patient: undefined });
  await soon(() => expect(shown('open').session.patientId).toBe('p1'));
  window.history.replaceState(null, '', '/chart/results');
  shown('open').memory.set('results arrangement', 'by-date');
  await expect(shown('open').signInAgain?.()).resolves.toBe(true);
  expect(reads.at(-1)?.stopped).toBe(true);
  const state = new URL(visited[0]!).searchParams.get('state');
  const other = browser.copy();
  // Two people now, and nobody says who has signed in: the one whose chart was open stands first.
  people = [person('p0'), person('p1')];
  browser.answer(json({ ...answer, patient: undefined }));
  const same = await start(browser, `/callback?state=${state}&code=c`, [searching]);
  await soon(() => expect(shown('choosing').people.map(({ id }) => id)).toEqual(['p1', 'p0']));
  shown('choosing').choose('p1');
  await soon(() => expect(shown('open').session.patientId).toBe('p1'));
  expect(same.window.location.pathname).toBe('/chart/results');
  expect(shown('open').memory.get('results arrangement')).toBe('by-date');
  await signOut();
  // Somebody else signed in: neither the person nor the place.
  people = [person('p7')];
  other.answer(json({ ...answer, patient: undefined }));
  const changed = await start(other, `/callback?state=${state}&code=c`, [searching]);
  await soon(() => expect(shown('open').session.patientId).toBe('p7'));
  expect(changed.window.location.pathname).toBe('/chart');
  expect(shown('open').memory.size).toBe(0);
});

// Security check 17: an answer in flight does not restore.
test('a list of people that comes after the session has ended shows nobody and keeps nothing', async () => {
  for (const late of [[person('p1')], [person('p1'), person('p2')], [], new Error('no')]) {
    const found = Promise.withResolvers<readonly FhirResource[]>();
    people = found.promise;
    const { browser } = await signedIn(fakeBrowser(), searching, { patient: undefined });
    const copy = openSession(browser.copy(), searching, readRecord(browser)!);
    await copy.signOut();
    await soon(() => expect(shown('failed').failure.kind).toBe('session-over'));
    const said = opening.getSnapshot();
    if (late instanceof Error) found.reject(late);
    else found.resolve(late);
    await new Promise((done) => setTimeout(done));
    expect(opening.getSnapshot()).toBe(said);
    expect(readRecord(browser)).toBeUndefined();
  }
  expect(reads).toEqual([]);
});

test('a list of people that cannot be read can be tried again', async () => {
  people = new Error('no');
  await signedIn(fakeBrowser(), searching, { patient: undefined });
  await soon(() => expect(shown('failed').failure.kind).toBe('patients-unreadable'));
  people = [person('p1')];
  shown('failed').again?.run();
  await soon(() => expect(shown('open').session.patientId).toBe('p1'));
});

test('a launch that found nobody there can be tried again; one for an unknown system cannot', () => {
  const registry = { systems: [system], defaultLaunch: undefined };
  const retry = vi.fn<() => void>();
  showLaunchFailure(registry, { kind: 'sign-in-unreachable', reason: 'network', systemId: 'office' }, retry);
  expect(shown('failed').system?.id).toBe('office');
  shown('failed').again?.run();
  expect(retry).toHaveBeenCalledOnce();
  shown('starting');
  showLaunchFailure(registry, { kind: 'unknown-system' }, retry);
  expect(shown('failed').again).toBeUndefined();
});

// A tab that was closed and is opened again brings its storage back.
test('@threat-18 a tab restored after its session was signed out in another shows nothing and asks for nothing', async () => {
  vi.stubGlobal('localStorage', fakeStorage());
  const { browser } = await signedIn();
  const closed = browser.copy();
  await signOut();
  expect(readRecord(closed)).toBeDefined();
  await start(closed, '/chart/results');
  expect(shown('failed').failure).toMatchObject({ kind: 'session-over', reason: 'signed-out' });
  expect(readRecord(closed)).toBeUndefined();
  expect(closed.requests).toEqual([]);
  expect(reads).toHaveLength(1);
  vi.unstubAllGlobals();
});

test('@threat-17 a session as old as one may be is not resumed, although it was used a moment ago', async () => {
  const { browser } = await signedIn();
  const later = browser.copy();
  later.time += 12 * 3_600_000;
  writeActive(later, later.time - 1000);
  await start(later, '/chart');
  expect(shown('failed').failure).toMatchObject({ kind: 'session-over', reason: 'limit' });
  expect(readRecord(later)).toBeUndefined();
});

test('@threat-11 a kept place that is no route of the chart is not gone to', async () => {
  for (const path of [
    '//evil.example/',
    'https://evil.example/',
    '/chart//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/chart?next=//evil.example',
    '/launch?iss=x',
  ]) {
    const browser = fakeBrowser();
    const place = { path, patientId: 'p1' };
    const url = await authorizationUrl(browser, system, {
      kind: 'standalone',
      origin: 'https://app.example.org',
      place,
    });
    browser.answer(json(answer));
    const { window } = await start(browser, `/callback?state=${url.searchParams.get('state')}&code=c`);
    expect({ path, href: window.location.href }).toEqual({ path, href: 'https://app.example.org/chart' });
    await signOut();
  }
});
