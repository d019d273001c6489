/** A system's discovery document held against its entry in the registry: for diagnostics, never for signing in. */
import { safeUrl } from './addresses.ts';
import { readBounded, requestOptions, unreachable } from './answer.ts';
import type { Browser } from './browser.ts';
import type { Unreachable } from './failure.ts';
import { discoveryUrl } from './registry-discovery.ts';
import { identityHostsOf } from './registry-rules.ts';
import type { Endpoints, System } from './registry.ts';

export type EndpointName = Extract<keyof Endpoints, 'issuer' | 'authorization' | 'token' | 'revocation'>;

/**
 * `same` as in the registry, or where the registry pins none: on a host that the registry lists. `foreign` lies on a
 * host that it does not list.
 */
export type Compared = 'same' | 'listed' | 'other' | 'foreign' | 'missing';

export interface DiscoveryCheck {
  readonly endpoints: Readonly<Record<EndpointName, Compared>>;
  readonly s256: boolean;
  /** Scopes that are asked for and not among those listed; undefined where the document lists none. */
  readonly scopesNotListed: readonly string[] | undefined;
  /** What this app needs and the document does not promise; undefined where it promises nothing at all. */
  readonly capabilitiesMissing: readonly string[] | undefined;
  /** The server says that it names itself in the callback (RFC 9207). */
  readonly issInCallback: boolean;
}

export type DiscoveryAnswer =
  | {
      readonly kind: 'read';
      readonly check: DiscoveryCheck;
      readonly ms: number;
      /** How far this device's clock is ahead of the server's, in ms; undefined where its Date may not be read. */
      readonly clockAhead: number | undefined;
    }
  | { readonly kind: 'silent'; readonly reason: Unreachable }
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'broken' };

const names: Readonly<Record<EndpointName, string>> = {
  issuer: 'issuer',
  authorization: 'authorization_endpoint',
  token: 'token_endpoint',
  revocation: 'revocation_endpoint',
};

function compare(system: System, name: EndpointName, value: unknown): Compared {
  if (typeof value !== 'string') return 'missing';
  const pinned = system.endpoints?.[name];
  const url = safeUrl(value, `${system.fhirBase}/`);
  // An issuer is compared character by character; an address may be written relative to the FHIR base.
  if (name === 'issuer' && system.endpoints?.issuers?.includes(value) === true) return 'same';
  if (pinned !== undefined && (value === pinned || (name !== 'issuer' && url?.href === pinned)))
    return 'same';
  if (url === undefined || !identityHostsOf(system).includes(url.host)) return 'foreign';
  return pinned === undefined ? 'listed' : 'other';
}

function listOf(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : undefined;
}

/** `patient/*.read` covers `patient/Goal.read`; `read` and `rs` say the same (SMART App Launch 2.2). */
function isListed(asked: string, listed: readonly string[]): boolean {
  // `.*` and `.cruds` hold reading, among the rest.
  const same = (scope: string): string => scope.replace(/\.(read|rs|\*|cruds)$/, '.read');
  const wide = asked.replace(/^(patient|user)\/[^.]+/, '$1/*');
  return listed.some((scope) => [same(asked), same(wide)].includes(same(scope)));
}

/** What a server has to be able to do for this entry (SMART App Launch 2.2, "Capabilities"). */
function neededBy({ kinds, scopes, clientAuthentication, broker }: System): readonly string[] {
  const client =
    clientAuthentication === 'public'
      ? 'client-public'
      : broker?.authentication === 'private_key_jwt'
        ? 'client-confidential-asymmetric'
        : 'client-confidential-symmetric';
  return [
    ...(kinds.includes('ehr-launch') ? ['launch-ehr', 'context-ehr-patient'] : []),
    ...(kinds.includes('standalone') ? ['launch-standalone'] : []),
    client,
    ...(Object.values(scopes).flat().includes('openid') ? ['sso-openid-connect'] : []),
  ];
}

/** Compares a document's members with the entry. */
export function checkDiscovery(system: System, found: Readonly<Record<string, unknown>>): DiscoveryCheck {
  const asked = [...new Set(Object.values(system.scopes).flat())];
  const listed = listOf(found['scopes_supported']);
  const capabilities = listOf(found['capabilities']);
  const at = (name: EndpointName): Compared => compare(system, name, found[names[name]]);
  return {
    endpoints: {
      issuer: at('issuer'),
      authorization: at('authorization'),
      token: at('token'),
      revocation: at('revocation'),
    },
    s256: listOf(found['code_challenge_methods_supported'])?.includes('S256') === true,
    scopesNotListed: listed && asked.filter((scope) => !isListed(scope, listed)),
    capabilitiesMissing: capabilities && neededBy(system).filter((one) => !capabilities.includes(one)),
    issInCallback: found['authorization_response_iss_parameter_supported'] === true,
  };
}

function clockAhead(response: Response, now: number): number | undefined {
  const date = Date.parse(response.headers.get('date') ?? '');
  return Number.isNaN(date) ? undefined : now - date;
}

/** Asks one system for its document, once. Never rejects. */
export async function askDiscovery(browser: Browser, system: System): Promise<DiscoveryAnswer> {
  const before = browser.now();
  try {
    const response = await browser.fetch(discoveryUrl(system), {
      ...requestOptions(10_000),
      headers: { Accept: 'application/json' },
    });
    const ahead = clockAhead(response, browser.now());
    const text = await readBounded(response);
    if (!response.ok) return { kind: 'refused', status: response.status };
    const json = parse(text);
    if (json === undefined) return { kind: 'broken' };
    return {
      kind: 'read',
      check: checkDiscovery(system, json),
      ms: browser.now() - before,
      clockAhead: ahead,
    };
  } catch (error) {
    return { kind: 'silent', reason: unreachable(error) };
  }
}

function parse(text: string | undefined): Readonly<Record<string, unknown>> | undefined {
  try {
    const json: unknown = JSON.parse(text ?? '');
    return typeof json === 'object' && json !== null && !Array.isArray(json)
      ? (json as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}
