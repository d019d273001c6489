/** For tests: a sign-in server that says what it is told to and remembers what it was asked, the app's server with the
 * broker, and a browser's cookie jar. All on loopback, over real HTTP. */
import { randomBytes } from 'node:crypto';
import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Registry, System } from '#smart/registry.ts';
import { createAppServer } from './app-server.ts';
import { readBrokerSecrets, type Environment } from './broker-secrets.ts';
import { createTokenBroker, type TokenBrokerOptions } from './token-broker.ts';

/** A request as it reached the sign-in server. */
export interface Received {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  readonly form: URLSearchParams;
}

export type Play = (received: Received, response: ServerResponse) => void;

export const newKey = (): string => randomBytes(32).toString('base64url');
export const newSession = (): string => randomBytes(32).toString('base64url');
export const verifier = 'v'.repeat(43);

/** What a sign-in server says when all is well, with NextGen's members. */
export const tokens = (
  changes: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> => ({
  access_token: 'access-1',
  token_type: 'Bearer',
  expires_in: 300,
  refresh_token: 'refresh-token-number-1',
  refresh_expires_in: 0,
  scope: 'openid launch user/*.read',
  patient: ' 428946492',
  need_patient_banner: 'false',
  ...changes,
});

export const answering =
  (json: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Play =>
  (_received, response) =>
    void response
      .writeHead(status, { 'Content-Type': 'application/json', ...headers })
      .end(typeof json === 'string' ? json : JSON.stringify(json));

export async function listening(server: Server): Promise<string> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A sign-in server; `play` may be exchanged at any time. */
export async function fakeIdentity(): Promise<{
  readonly url: string;
  readonly received: Received[];
  play: Play;
  stop(): Promise<void>;
}> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://identity.invalid');
      const one: Received = {
        path: pathname,
        query: searchParams,
        headers: request.headers,
        body,
        form: new URLSearchParams(body),
      };
      received.push(one);
      identity.play(one, response);
    });
  });
  const identity = {
    url: await listening(server),
    received,
    play: answering(tokens()),
    stop: () => stopped(server),
  };
  return identity;
}

export function stopped(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}

/** A system that uses the broker, with its sign-in server at an address. */
export function brokered(identity: string, changes: Partial<System> = {}): System {
  return {
    id: 'office',
    label: 'Office',
    kinds: ['ehr-launch'],
    fhirBase: 'https://fhir.example.org/r4',
    innerBases: [],
    documents: [],
    clientId: 'chart-app',
    clientAuthentication: 'broker',
    broker: { authentication: 'basic' },
    redirectPath: '/callback',
    pkce: 'S256',
    identityHosts: [],
    endpoints: {
      issuer: identity,
      authorization: `${identity}/auth`,
      token: `${identity}/token`,
      revocation: `${identity}/revoke`,
      issInCallback: false,
    },
    rateLimit: undefined,
    idleMinutes: 15,
    sessionHours: 12,
    refreshWithinHours: undefined,
    sandbox: false,
    ...changes,
  } as unknown as System;
}

export const registryOf = (...systems: System[]): Registry => ({ systems, defaultLaunch: undefined });

/** What came back from the app's own origin. */
export interface Answered {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
  readonly json: Readonly<Record<string, unknown>>;
}

export interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string;
}

/** A browser as the broker knows one: it keeps cookies, drops those that are too long, and names its origin. */
export class FakeBrowser {
  readonly cookies = new Map<string, string>();
  readonly setCookies: string[] = [];

  readonly origin: string;

  constructor(origin: string) {
    this.origin = origin;
  }

  /** `at`: another instance behind the same origin. */
  async post(path: string, json: unknown, sent: Sent = {}, at = this.origin): Promise<Answered> {
    const headers = {
      Origin: this.origin,
      'Sec-Fetch-Site': 'same-origin',
      'Sec-Fetch-Mode': 'cors',
      'Sec-Fetch-Dest': 'empty',
      'Content-Type': 'application/json',
      ...sent.headers,
    };
    return this.send(at, path, { method: 'POST', body: JSON.stringify(json), ...sent, headers });
  }

  /** A plain request, with the cookies. */
  async send(at: string, path: string, { method = 'GET', headers = {}, body }: Sent): Promise<Answered> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const all = { ...(cookie === '' ? {} : { Cookie: cookie }), ...headers };
    const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
    const { hostname: host, port } = new URL(at);
    return new Promise((resolve, reject) => {
      const outgoing = httpRequest({ host, port, path, method, headers: given, agent: false }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('error', reject).on('end', () => {
          for (const line of response.headers['set-cookie'] ?? []) this.#keep(line);
          const isJson = text !== '' && /json/.test(response.headers['content-type'] ?? '');
          const json = isJson ? (JSON.parse(text) as Record<string, unknown>) : {};
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json });
        });
      });
      outgoing.on('error', reject).end(body);
    });
  }

  #keep(line: string): void {
    this.setCookies.push(line);
    const [pair = ''] = line.split(';', 1);
    const at = pair.indexOf('=');
    if (/max-age=0/i.test(line)) this.cookies.delete(pair.slice(0, at));
    // Chromium: 4,096 characters or more are dropped in silence.
    else if (pair.length < 4096) this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }
}

export interface FakeApp {
  readonly url: string;
  readonly server: Server;
  readonly log: string[];
  stop(): Promise<void>;
}

/** The app's server with a broker. `env` has what the broker's systems need; `origin` where it is not its own. */
export async function brokerApp(
  systems: readonly System[],
  env: Environment,
  options: Partial<Omit<TokenBrokerOptions, 'origin'>> & { readonly origin?: string } = {},
): Promise<FakeApp> {
  const registry = registryOf(...systems);
  const read = await readBrokerSecrets(env, registry);
  if (!read.ok) throw new Error(read.faults.join('\n'));
  const log: string[] = [];
  let url = '';
  const broker = createTokenBroker({
    registry,
    secrets: read.secrets,
    log: (line) => log.push(line),
    requestsPerMinute: 100_000,
    ...options,
    origin: () => options.origin ?? url,
  });
  const served = { files: new Map(), page: '<p>the page</p>', headers: { 'X-Ours': 'yes' }, broker };
  const server = createAppServer(() => served);
  url = await listening(server);
  return { url, server, log, stop: () => stopped(server) };
}
