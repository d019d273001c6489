/** What the broker is told about the place it runs in: no secrets, but nothing a page could know either. */
import type { Environment } from './broker-secrets.ts';
import { readTrustedProxies, type TrustedProxies } from './client-address.ts';

export interface BrokerSettings {
  /** `https://chart.example.org`; undefined where it is not set and the server's own address has to do. */
  readonly origin: string | undefined;
  readonly trustedProxies: TrustedProxies | undefined;
  readonly requestsPerMinute: number | undefined;
  /** How many instances serve together: each keeps its share of an EHR's limit where requests are relayed. */
  readonly instances: number | undefined;
}

export type ReadSettings =
  | { readonly ok: true; readonly settings: BrokerSettings }
  | { readonly ok: false; readonly faults: readonly string[] };

function originFault(text: string): string | undefined {
  const url = URL.parse(text);
  if (url === null || url.origin !== text) {
    return `CHARTSIDE_ORIGIN is "${text}": it must be an origin alone, such as https://chart.example.org, without a path or a final slash.`;
  }
  const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
  // `__Host-` cookies need TLS, and so do codes.
  return url.protocol === 'https:' || (url.protocol === 'http:' && loopback)
    ? undefined
    : `CHARTSIDE_ORIGIN is "${text}": it must begin with https:// (plain http is for this machine alone).`;
}

/**
 * Reads CHARTSIDE_ORIGIN (the public origin: redirect URIs stand on it and requests must come from it),
 * CHARTSIDE_TRUSTED_PROXIES (addresses or networks whose X-Forwarded-For is believed; without it a limit counts the
 * proxy's address, and everybody behind it shares one), CHARTSIDE_REQUESTS_PER_MINUTE (of one address)
 * and CHARTSIDE_INSTANCES (how many serve together).
 */
export function readBrokerSettings(env: Environment): ReadSettings {
  const faults: string[] = [];
  const { CHARTSIDE_ORIGIN: origin, CHARTSIDE_TRUSTED_PROXIES: proxies } = env;
  const { CHARTSIDE_REQUESTS_PER_MINUTE: perMinute, CHARTSIDE_INSTANCES: instances } = env;
  const wrong = origin ? originFault(origin) : undefined;
  if (wrong !== undefined) faults.push(wrong);
  const trustedProxies = proxies ? readTrustedProxies(proxies) : undefined;
  if (trustedProxies !== undefined && 'fault' in trustedProxies) {
    faults.push(
      `CHARTSIDE_TRUSTED_PROXIES: "${trustedProxies.fault}" is no address: write addresses or networks separated by commas, such as 10.0.0.5, 172.16.0.0/12.`,
    );
  }
  if (perMinute && !/^[1-9]\d{0,5}$/.test(perMinute)) {
    faults.push(
      `CHARTSIDE_REQUESTS_PER_MINUTE is "${perMinute}": it must be a whole number, such as 120, of requests that one address may make.`,
    );
  }
  if (instances && !/^[1-9]\d?$/.test(instances)) {
    faults.push(
      `CHARTSIDE_INSTANCES is "${instances}": it must be a whole number, such as 2, of instances that serve together.`,
    );
  }
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    settings: {
      origin: origin || undefined,
      trustedProxies: trustedProxies as TrustedProxies | undefined,
      requestsPerMinute: perMinute ? Number(perMinute) : undefined,
      instances: instances ? Number(instances) : undefined,
    },
  };
}
