import { applyPatch } from './control-patch.ts';
import type { Control } from './control.ts';

const json = (status: number, value: unknown): Response =>
  Response.json(value, {
    status,
    headers: { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' },
  });

/**
 * The control address, for tests and the bench:
 * - `GET /control` → `{ now, fixedNow, switches, faults }`
 * - `POST /control` with `{ switches?, faults?, fixedNow?, failure? }` → the new state, or 400 with every fault of it
 * - `GET /control/received` → every request the sandbox answered
 * - `GET /control/conformance` → every flow of an app, line by line against what SMART App Launch asks of it
 * - `POST /control/reset` → the state it starts with
 *
 * A page of another site can reach none of it: POST takes JSON alone (which a form cannot send), no CORS header is
 * ever sent, an `Origin` that is not ours and a host name that is not loopback's are refused.
 */
export async function answerControl(request: Request, control: Control): Promise<Response> {
  const url = new URL(request.url);
  const host = request.headers.get('Host') ?? url.host;
  const origin = request.headers.get('Origin');
  if (!/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host))
    return json(403, { faults: ['Only loopback may ask'] });
  if (origin !== null && URL.parse(origin)?.host !== host)
    return json(403, { faults: ['Another site may not ask'] });

  if (request.method === 'GET' && url.pathname === '/control') return json(200, stateOf(control));
  if (request.method === 'GET' && url.pathname === '/control/received') return json(200, control.received);
  if (request.method === 'GET' && url.pathname === '/control/conformance')
    return json(200, control.flows.flows(control.received.map((each) => each.url)));
  if (request.method !== 'POST') return json(405, { faults: ['GET or POST is wanted'] });
  if (!/^application\/json\b/i.test(request.headers.get('Content-Type') ?? ''))
    return json(415, { faults: ['Content-Type: application/json is wanted'] });
  if (url.pathname === '/control/reset') {
    control.reset();
    return json(200, stateOf(control));
  }
  if (url.pathname !== '/control') return json(404, { faults: ['There is no such address'] });
  let patch: unknown;
  try {
    patch = await request.json();
  } catch {
    return json(400, { faults: ['The body is not JSON'] });
  }
  const faults = applyPatch(control, patch);
  return faults.length > 0 ? json(400, { faults }) : json(200, stateOf(control));
}

function stateOf(control: Control): object {
  const { switches, faults, fixedNow } = control;
  return { now: control.now(), fixedNow: fixedNow ?? null, switches, faults };
}
