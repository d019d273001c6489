/** What a discovery document may say of a system of the registry: the same for the browser and for the token broker. */
import { safeUrl } from './addresses.ts';
import { identityHostsOf } from './registry-rules.ts';
import type { Endpoints, System } from './registry.ts';

/** No document of this kind is near this long, in bytes. */
export const longestDiscovery = 256 * 1024;

/** Where a system's document is (SMART App Launch 2.2, "Conformance"). */
export function discoveryUrl({ fhirBase }: Pick<System, 'fhirBase'>): string {
  return `${fhirBase}/.well-known/smart-configuration`;
}

/**
 * The endpoints in the text of a system's `.well-known/smart-configuration`; undefined where it was too long to be
 * read. The document is not trusted: every address must be https (http on loopback only) on a host that the registry
 * lists. What is wrong with it is told by a word: `not-json`, or the member's name.
 */
export function endpointsIn(
  system: System,
  text: string | undefined,
): { readonly endpoints: Endpoints } | { readonly refused: string } {
  const found = asMembers(text);
  if (found === undefined) return { refused: 'not-json' };
  const hosts = identityHostsOf(system);
  const read = (name: string): string | undefined | false => {
    const value = found[name];
    if (value === undefined || value === null) return undefined;
    // Relative addresses resolve against the FHIR base.
    const url = typeof value === 'string' ? safeUrl(value, `${system.fhirBase}/`) : undefined;
    if (url === undefined || !hosts.includes(url.host)) return false;
    // An issuer is compared character by character, so it stays as it was written.
    return name === 'issuer' ? (value as string) : url.href;
  };
  const needed = ['issuer', 'authorization_endpoint', 'token_endpoint'] as const;
  const [issuer, authorization, token] = needed.map(read);
  const revocation = read('revocation_endpoint');
  if (!issuer || !authorization || !token) {
    return { refused: needed[[issuer, authorization, token].findIndex((value) => !value)] ?? 'issuer' };
  }
  if (revocation === false) return { refused: 'revocation_endpoint' };
  const issInCallback = found['authorization_response_iss_parameter_supported'] === true;
  // NextGen Enterprise has a second discovery document, whose issuer is the base itself; that is nobody else's name.
  const issuers = [system.fhirBase];
  return { endpoints: { issuer, issuers, authorization, token, revocation, issInCallback } };
}

function asMembers(text: string | undefined): Readonly<Record<string, unknown>> | undefined {
  try {
    const json: unknown = JSON.parse(text ?? '');
    return typeof json === 'object' && json !== null && !Array.isArray(json)
      ? (json as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
