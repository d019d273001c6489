/** A browser for tests: one tab, with its own storage and a fetch that answers from a list. */
import type { Browser } from './browser.ts';
import type { System } from './registry.ts';

/** What a tab's storage holds, as plain entries. */
export function fakeStorage(entries: Iterable<readonly [string, string]> = []): Storage {
  const held = new Map(entries);
  return {
    get length() {
      return held.size;
    },
    key: (index) => [...held.keys()][index] ?? null,
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => void held.set(key, value),
    removeItem: (key) => void held.delete(key),
    clear: () => held.clear(),
  };
}

export interface FakeBrowser extends Browser {
  readonly requests: { readonly url: string; readonly init: RequestInit; readonly form: URLSearchParams }[];
  /** Answers the next requests, in order; the last one stays. */
  answer(...answers: readonly (Response | Error | (() => Promise<Response>))[]): void;
  /** Milliseconds since 1970. */
  time: number;
  /** The page of this tab is left. Its session has to be left as well (`leave`): the browser frees its locks itself. */
  leavePage(): void;
  /** The same browser, another tab: a copy of this one's storage, as when a tab is duplicated. */
  copy(): FakeBrowser;
}

export function fakeBrowser(storage: Storage = fakeStorage()): FakeBrowser {
  let answers: readonly (Response | Error | (() => Promise<Response>))[] = [];
  const leaving = new Set<() => void>();
  const browser: FakeBrowser = {
    storage,
    locks: navigator.locks,
    openChannel: (name) => {
      const channel = new BroadcastChannel(name);
      // Node's channel would keep the test's process alive.
      (channel as unknown as { unref?: () => void }).unref?.();
      return channel;
    },
    time: Date.UTC(2026, 10, 23, 14, 0),
    now: () => browser.time,
    onLeave(listener) {
      leaving.add(listener);
      return () => leaving.delete(listener);
    },
    leavePage: () => leaving.forEach((listener) => listener()),
    requests: [],
    answer: (...next) => void (answers = next),
    async fetch(url, init) {
      browser.requests.push({
        url,
        init,
        form: new URLSearchParams(init.body instanceof URLSearchParams ? init.body : ''),
      });
      const [answer, ...rest] = answers;
      if (rest.length > 0) answers = rest;
      if (answer === undefined) throw new TypeError('Failed to fetch');
      if (answer instanceof Error) throw answer;
      return answer instanceof Response ? answer.clone() : answer();
    },
    copy() {
      const entries = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
      const other = fakeBrowser(fakeStorage(entries.map((key) => [key, storage.getItem(key) ?? ''])));
      other.time = browser.time;
      other.answer(...answers);
      return other;
    },
  };
  return browser;
}

/** A whole entry of the registry; `changed` says what a test is about. */
export function fakeSystem(changed: Partial<System> = {}): System {
  return {
    id: 'office',
    label: 'Test Office',
    kinds: ['ehr-launch', 'standalone'],
    fhirBase: 'https://fhir.example.org/api/fhir/r4',
    innerBases: [],
    aliases: [],
    fhirVersion: 'R4',
    searchRules: 'office',
    aud: 'https://fhir.example.org/api/fhir/r4',
    documents: [],
    clientId: 'chartside-test',
    clientAuthentication: 'public',
    broker: undefined,
    redirectPath: '/callback',
    scopes: {
      'ehr-launch': ['launch', 'openid', 'fhirUser', 'offline_access', 'user/*.read'],
      standalone: ['launch/patient', 'openid', 'fhirUser', 'patient/*.read'],
    },
    patientFrom: 'token',
    pkce: 'S256',
    endpoints: {
      issuer: 'https://id.example.org/realm',
      authorization: 'https://id.example.org/realm/auth',
      token: 'https://id.example.org/realm/token',
      revocation: 'https://id.example.org/realm/revoke',
      issInCallback: false,
    },
    identityHosts: ['id.example.org'],
    styleHosts: ['fhir.example.org'],
    banner: 'follow',
    rateLimit: undefined,
    idleMinutes: 15,
    sessionHours: 12,
    refreshWithinHours: undefined,
    door: undefined,
    practiceSearch: undefined,
    retiring: false,
    sandbox: false,
    ...changed,
  };
}

/** The same as it stands in the file. */
export function fakeEntry(changed: Partial<System> = {}): Record<string, unknown> {
  const { innerBases: _, ...entry } = fakeSystem(changed);
  return JSON.parse(JSON.stringify(entry)) as Record<string, unknown>;
}

/** An unsigned id_token with the given claims, base64url as the standard has it. */
export function fakeIdToken(claims: Readonly<Record<string, unknown>>, alg = 'RS256'): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg, typ: 'JWT' })}.${part(claims)}.c2lnbmF0dXJl`;
}

export function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
}

/** An answer whose line breaks in the middle. */
export async function cutOff(): Promise<Response> {
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"access_token":"a'));
      controller.error(new TypeError('network error'));
    },
  });
  return new Response(body, { headers: { 'Content-Type': 'application/json' } });
}
