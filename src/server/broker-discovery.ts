/**
 * Where a brokered system's sign-in server is, if the registry does not pin it: asked of the system itself, by the rules
 * that the browser holds to (`smart/registry-discovery.ts`), from the one address that the registry gives
 * (docs/decisions/014-doors-that-differ.md).
 */
import { discoveryUrl, endpointsIn, longestDiscovery } from '#smart/registry-discovery.ts';
import type { Endpoints, System } from '#smart/registry.ts';
import { readUpTo } from './broker-upstream.ts';

export type Found =
  | { readonly kind: 'endpoints'; readonly endpoints: Endpoints }
  /** `outcome` is the log's word. */
  | { readonly kind: 'none'; readonly outcome: 'discovery-unreachable' | 'discovery-refused' };

export interface EndpointFinder {
  /** The system's endpoints. Never rejects. */
  find(): Promise<Found>;
  /** The sign-in server was not where they say: they are asked for anew next time. */
  forget(): void;
}

export interface DiscoveryParts {
  readonly fetch: typeof fetch;
  readonly now: () => number;
  /** How long the system may take, in milliseconds. */
  readonly timeout: number;
}

/** How long an answer is believed. Nothing is remembered of a failure: the next request asks again. */
const believed = 60 * 60_000;

/** Finds one system's endpoints: those pinned, or those found, one request at a time however many ask. */
export function endpointFinder(parts: DiscoveryParts, system: System): EndpointFinder {
  const { endpoints } = system;
  if (endpoints !== undefined) {
    return { find: async () => ({ kind: 'endpoints', endpoints }), forget: () => undefined };
  }
  let held: { readonly endpoints: Endpoints; readonly at: number } | undefined;
  let asking: Promise<Found> | undefined;

  async function ask(): Promise<Found> {
    const found = await discover(parts, system);
    held = found.kind === 'endpoints' ? { endpoints: found.endpoints, at: parts.now() } : undefined;
    return found;
  }

  return {
    async find() {
      const age = held === undefined ? Infinity : parts.now() - held.at;
      // A clock that was set back makes nothing younger.
      if (held !== undefined && age >= 0 && age < believed)
        return { kind: 'endpoints', endpoints: held.endpoints };
      asking ??= ask().finally(() => (asking = undefined));
      return asking;
    },
    forget: () => void (held = undefined),
  };
}

async function discover({ fetch: send, timeout }: DiscoveryParts, system: System): Promise<Found> {
  try {
    const response = await send(discoveryUrl(system), {
      headers: { Accept: 'application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(timeout),
    });
    if (response.status >= 500) {
      await response.body?.cancel();
      return { kind: 'none', outcome: 'discovery-unreachable' };
    }
    const text = await readUpTo(response, longestDiscovery);
    const read = response.ok ? endpointsIn(system, text) : { refused: 'status' };
    return 'endpoints' in read
      ? { kind: 'endpoints', endpoints: read.endpoints }
      : { kind: 'none', outcome: 'discovery-refused' };
  } catch {
    return { kind: 'none', outcome: 'discovery-unreachable' };
  }
}
