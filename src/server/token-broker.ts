/**
 * The token broker: the confidential half of this app (IETF browser-based apps, "token-mediating backend"; docs/decisions/
 * 009-token-broker.md). It holds the client's secret and keeps refresh tokens out of the page; it keeps no state.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Registry } from '#smart/registry.ts';
import { readRequest, refusalOf, type BrokerRequest } from './broker-admission.ts';
import { failed, type BrokerAnswer } from './broker-answer.ts';
import type { BrokerClient } from './broker-client-authentication.ts';
import { jarOf, type Jar } from './broker-cookies.ts';
import { endpointFinder, type DiscoveryParts, type EndpointFinder } from './broker-discovery.ts';
import {
  exchangeCode,
  forgetSession,
  refreshTokens,
  revokeTokens,
  type GrantParts,
} from './broker-grants.ts';
import { logLine } from './broker-log.ts';
import { createRelayBudget } from './broker-relay-budget.ts';
import { relay, relayPrefix, splitRelayTarget, type RelayedSystem } from './broker-relay.ts';
import { createRateLimit } from './broker-rate-limit.ts';
import { brokeredSystems, type BrokerSecrets } from './broker-secrets.ts';
import { clientAddress, type TrustedProxies } from './client-address.ts';

export interface TokenBrokerOptions {
  readonly registry: Registry;
  readonly secrets: BrokerSecrets;
  /** Our own public origin, as browsers know it: `https://chart.example.org`. */
  readonly origin: () => string;
  readonly fetch?: typeof fetch;
  readonly now?: () => number;
  /** Gets one line of JSON a request; standard output where left out. */
  readonly log?: (line: string) => void;
  /** Of one address; 120 where left out. */
  readonly requestsPerMinute?: number | undefined;
  /** Proxies whose X-Forwarded-For is believed; none where left out. */
  readonly trustedProxies?: TrustedProxies | undefined;
  /** How many instances share each EHR's limit, where requests are relayed; 1 where left out. */
  readonly instances?: number | undefined;
  /** How long a sign-in server may take, in milliseconds; fifteen seconds where left out. */
  readonly upstreamTimeout?: number;
}

/** True where the broker answers, or will. */
export type TokenBroker = (request: IncomingMessage, response: ServerResponse) => boolean;

type Grant = (
  parts: GrantParts,
  client: BrokerClient,
  jar: Jar,
  asked: BrokerRequest,
) => Promise<BrokerAnswer>;

interface Route {
  readonly grant: Grant;
  readonly required: readonly (keyof BrokerRequest)[];
}

const routes: ReadonlyMap<string, Route> = new Map([
  ['/broker/token', { grant: exchangeCode, required: ['system', 'session', 'code'] }],
  ['/broker/refresh', { grant: refreshTokens, required: ['system', 'session'] }],
  ['/broker/revoke', { grant: revokeTokens, required: ['system', 'session'] }],
]);

/** A client whose endpoints may have to be found first. */
type KnownClient = Omit<BrokerClient, 'endpoints'> & { readonly finder: EndpointFinder };

function clientsOf(
  registry: Registry,
  secrets: BrokerSecrets,
  parts: DiscoveryParts,
): ReadonlyMap<string, KnownClient> {
  const clients = new Map<string, KnownClient>();
  for (const system of brokeredSystems(registry)) {
    const { id, broker } = system;
    const credential = secrets.credentials.get(id);
    // The sandbox's made-up clients, where no sandbox runs.
    if (credential === undefined && system.sandbox) continue;
    if (broker === undefined || credential === undefined) {
      throw new Error(`The token broker has no secret for "${id}".`);
    }
    const finder = endpointFinder(parts, system);
    clients.set(id, { system, finder, credential, authentication: broker.authentication });
  }
  return clients;
}

/** Discovery and the request after it both have to end before the page gives up. */
const discoveryTimeout = 8_000;

/** A long record may take its time to begin. */
const relayTimeout = 30_000;

/** An answer that has been written already. */
interface Streamed {
  readonly status: number;
  readonly outcome: string;
  readonly streamed: true;
}

/** Writes an answer. Nothing of the broker is ever stored by a browser or a proxy. */
function write(response: ServerResponse, answer: BrokerAnswer): void {
  const body = answer.json === undefined ? undefined : JSON.stringify(answer.json);
  response.writeHead(answer.status, {
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...(body === undefined
      ? {}
      : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) }),
    ...answer.headers,
    ...(answer.cookies === undefined ? {} : { 'Set-Cookie': [...answer.cookies] }),
  });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}

/** Makes the broker for a registry's systems. Throws where a secret is missing: `readBrokerSecrets` says so in words. */
export function createTokenBroker(options: TokenBrokerOptions): TokenBroker {
  const { registry, secrets, origin, fetch: send = fetch, now = Date.now } = options;
  const { log = (line) => void process.stdout.write(`${line}\n`), upstreamTimeout = 15_000 } = options;
  const clients = clientsOf(registry, secrets, {
    fetch: send,
    now,
    timeout: Math.min(discoveryTimeout, upstreamTimeout),
  });
  const limit = createRateLimit(options.requestsPerMinute ?? 120);
  const parts: GrantParts = {
    cookieKeys: secrets.cookieKeys,
    fetch: send,
    now,
    origin,
    timeout: upstreamTimeout,
  };

  const relayed = new Map<string, RelayedSystem>();
  for (const { system } of clients.values()) {
    if (system.broker?.relay !== true) continue;
    const budget = createRelayBudget(system.rateLimit?.requestsPerMinute, options.instances);
    relayed.set(system.id, { system, budget });
  }

  async function read(
    request: IncomingMessage,
    response: ServerResponse,
    name: (system: string) => void,
  ): Promise<BrokerAnswer | Streamed> {
    const target = splitRelayTarget(request.url ?? '');
    const system = relayed.get(target?.id ?? '');
    if (target === undefined || system === undefined) return failed(404, 'unknown_system');
    name(system.system.id);
    const asked = { path: target.path, origin: origin(), jar: jarOf(request.headers.cookie) };
    return relay({ ...parts, timeout: relayTimeout }, system, request, response, asked);
  }

  async function answer(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    name: (system: string) => void,
  ): Promise<BrokerAnswer | Streamed> {
    // Records are many small requests, and have a budget of their own.
    if (path.startsWith(relayPrefix)) return read(request, response, name);
    const wait = limit(clientAddress(request, options.trustedProxies), now());
    if (wait > 0) {
      return { ...failed(429, 'too_many_requests'), headers: { 'Retry-After': String(wait) } };
    }
    const route = routes.get(path);
    if (route === undefined) return failed(404, 'not_found', 'unknown-route');
    const refusal = refusalOf(request, origin());
    if (refusal !== undefined) return refusal;
    const body = await readRequest(request, route.required);
    if ('refusal' in body) return body.refusal;
    const client = clients.get(body.asked.system);
    if (client === undefined) return failed(404, 'unknown_system');
    name(client.system.id);
    const found = await client.finder.find();
    if (found.kind === 'none') {
      // Signing out works whatever the sign-in server does.
      if (path === '/broker/revoke') return forgetSession(jarOf(request.headers.cookie), body.asked);
      const isRefused = found.outcome === 'discovery-refused';
      return failed(502, isRefused ? 'upstream_broken' : 'upstream_unreachable', found.outcome);
    }
    const known = { ...client, endpoints: found.endpoints };
    const given = await route.grant(parts, known, jarOf(request.headers.cookie), body.asked);
    if (given.status >= 500) client.finder.forget();
    return given;
  }

  async function handle(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const from = performance.now();
    let system: string | undefined;
    let given: BrokerAnswer | Streamed;
    try {
      given = await answer(request, response, path, (id) => (system = id));
    } catch (error) {
      // The kind alone: messages of libraries hold what they were given.
      const kind = error instanceof Error ? error.constructor.name : 'unknown';
      given = failed(request.destroyed && !request.complete ? 400 : 500, 'server_error', `fault-${kind}`);
    }
    if (!response.destroyed && !('streamed' in given)) write(response, given);
    const route = routes.has(path) ? path : path.startsWith(relayPrefix) ? '/broker/fhir' : 'unknown';
    const ms = Math.round(performance.now() - from);
    log(logLine({ now: now(), method: request.method, route, system, ms, ...given }));
  }

  return (request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    if (path === '/healthz' || path === '/.well-known/jwks.json') {
      if (request.method === 'GET' || request.method === 'HEAD') {
        const json = path === '/healthz' ? { status: 'ok' } : { keys: secrets.published };
        write(response, { status: 200, outcome: 'told', json });
      } else {
        write(response, { ...failed(405, 'invalid_request'), headers: { Allow: 'GET, HEAD' } });
      }
      return true;
    }
    if (!path.startsWith('/broker/')) return false;
    // Nothing that goes wrong with one request may end the server: Node stops at a rejection that nobody sees.
    handle(request, response, path).catch(() => response.destroy());
    return true;
  };
}
