import type { Control, Fault, Received } from '#sandbox/control.ts';
import { markSocketFault } from '#sandbox/socket-fault.ts';
import { type CorsManner, corsHeaders, preflight } from './cors.ts';
import { FhirError, operationOutcome } from './fhir-error.ts';
import { admit } from './rate-limit.ts';
import type { SandboxHandler } from './resource.ts';

export interface GatewayOptions {
  readonly control: Control;
  readonly server: Received['server'];
  /** Read at every request, so it may grow. */
  readonly allowedOrigins: readonly string[];
  /** Subject to the limit of requests a minute. */
  readonly limited: boolean;
  /** As whom a client address is counted, where not as itself; undefined: it is not. */
  limitedAs?(clientAddress: string): string | undefined;
  /** Names under which a fault may have been chosen for this request. */
  targets(url: URL): readonly string[];
  /** Where it is another than HAPI's. Read at every request. */
  cors?(): CorsManner;
  /** Public documents: any origin may read them (SMART App Launch 2.2, CORS). */
  isPublic(url: URL): boolean;
  /** False: the record of flows is not told what is asked of this FHIR server. */
  readonly watched?: boolean;
  /** The address as it is remembered, where the whole of it would keep a secret. */
  shown?(url: URL): string;
  /** The answer to a chosen failure, where it is none of FHIR's. */
  failed?(status: number): Response;
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/** What stands behind the gateway. It is told of faults that concern what it answers, not how. */
export type Inner = (request: Request, url: URL, fault: Fault['kind'] | undefined) => Promise<Response>;

/**
 * What every address of the FHIR host has in front: the record of what was received, latency, the request limit,
 * CORS and the chosen faults. The order is the network's: nothing is read of a request that the limit refuses.
 */
export function gateway(options: GatewayOptions, inner: Inner): SandboxHandler {
  const { control, wait = waitFor } = options;
  return async (request, { clientAddress }) => {
    const url = new URL(request.url);
    const received = record(options, request, url);
    if (options.watched !== false) watch(options, request, url);
    if (control.switches.latencyMs > 0) await wait(control.switches.latencyMs);
    const response = await pass(options, inner, request, url, clientAddress);
    received.status = response.status;
    return response;
  };
}

async function pass(
  options: GatewayOptions,
  inner: Inner,
  request: Request,
  url: URL,
  clientAddress: string,
): Promise<Response> {
  const { control, wait = waitFor } = options;
  const isPreflight = request.method === 'OPTIONS';
  const counted = options.limitedAs === undefined ? clientAddress : options.limitedAs(clientAddress);
  if (options.limited && counted !== undefined && (!isPreflight || control.switches.preflightsCounted)) {
    const admission = admit(control, counted);
    if (!admission.admitted) return tooManyRequests(options, request, url, admission.retryAfter);
  }
  const origins = allowedFor(options, request, url);
  if (isPreflight) return preflight(request, origins, control, options.cors?.());

  const fault = control.fault(...options.targets(url));
  if (fault?.kind === 'drop') return markSocketFault(new Response(null, { status: 502 }), 'drop');
  if (fault?.kind === 'status' && fault.status === 429) return tooManyRequests(options, request, url, 60);
  if (fault?.kind === 'slow') await wait(fault.delayMs ?? 5000);
  const response =
    fault?.kind === 'status'
      ? (options.failed ?? failed)(fault.status ?? 500)
      : fault?.kind === 'html'
        ? loginPage()
        : await inner(request, url, fault?.kind);
  if (fault?.kind !== 'no-cors') addCors(response, request, origins, options.cors?.());
  if (fault?.kind === 'stall') return markSocketFault(response, 'stall');
  if (fault?.kind === 'half-closed') return markSocketFault(response, 'half-close');
  return fault?.kind === 'truncated' ? markSocketFault(response, 'truncate') : response;
}

function record(
  { control, server, shown }: GatewayOptions,
  request: Request,
  url: URL,
): { -readonly [Key in keyof Received]: Received[Key] } {
  const received = {
    at: control.now(),
    server,
    method: request.method,
    url: shown?.(url) ?? url.pathname + url.search,
    origin: request.headers.get('Origin') ?? undefined,
    authorization: request.headers.has('Authorization'),
    // Not answered yet; an answer that never comes leaves it so.
    status: 0,
  };
  control.received.push(received);
  return received;
}

/** Tells the record of flows what is asked of the FHIR host; a preflight cannot carry a token. */
function watch({ control, server, isPublic }: GatewayOptions, request: Request, url: URL): void {
  if (server !== 'fhir' || request.method === 'OPTIONS') return;
  if (url.pathname.endsWith('/.well-known/smart-configuration'))
    control.flows.discovery(request.headers.get('Accept') ?? undefined);
  else if (!isPublic(url))
    control.flows.record(url.pathname, request.headers.get('Authorization') ?? undefined);
}

/** A public document is open to whichever origin asks, and so is all of NextGen Office by a switch. */
function allowedFor(options: GatewayOptions, request: Request, url: URL): readonly string[] {
  const origin = request.headers.get('Origin');
  // What has the limit of requests is NextGen Office's.
  const anybody = options.limited && options.control.switches.officeCors === 'any';
  return (anybody || options.isPublic(url)) && origin !== null ? [origin] : options.allowedOrigins;
}

function addCors(
  response: Response,
  request: Request,
  origins: readonly string[],
  manner?: CorsManner,
): void {
  response.headers.append('Vary', 'Origin');
  for (const [name, value] of Object.entries(corsHeaders(request.headers.get('Origin'), origins, manner)))
    response.headers.set(name, value);
}

/** A gateway's 429: JSON, but no FHIR. Which headers it carries, the switches say. */
function tooManyRequests(options: GatewayOptions, request: Request, url: URL, seconds: number): Response {
  const { retryAfter, corsOn429 } = options.control.switches;
  const response = new Response('{"message":"Too Many Requests"}', {
    status: 429,
    headers: { 'Content-Type': 'application/json' },
  });
  if (retryAfter !== 'none') response.headers.set('Retry-After', String(seconds));
  if (!corsOn429) return response;
  addCors(response, request, allowedFor(options, request, url), options.cors?.());
  if (retryAfter === 'sent-and-exposed' && response.headers.has('Access-Control-Allow-Origin'))
    response.headers.append('Access-Control-Expose-Headers', 'Retry-After');
  return response;
}

/** A chosen failure, in the server's own form: 401 as text, anything else as an OperationOutcome. */
function failed(status: number): Response {
  if (status === 401) return unauthorized();
  const outcome = operationOutcome(
    new FhirError(status, `Failed to call access method: chosen failure ${status}`),
  );
  return new Response(JSON.stringify(outcome), {
    status,
    headers: { 'Content-Type': 'application/fhir+json;charset=utf-8' },
  });
}

/** NextGen Office's 401: plain text, no OperationOutcome, no request id. */
export function unauthorized(): Response {
  return new Response('Unauthorized', {
    status: 401,
    headers: { 'Content-Type': 'text/plain;charset=utf-8' },
  });
}

function loginPage(): Response {
  return new Response(
    '<!DOCTYPE html><html lang="en"><head><title>Sign in</title></head><body><h1>Sign in</h1><form><label>User <input name="user"></label></form></body></html>',
    { status: 200, headers: { 'Content-Type': 'text/html;charset=utf-8' } },
  );
}

export function waitFor(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
