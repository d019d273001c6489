import { safeUrl } from './addresses.ts';
import { readBounded, requestOptions, unreachable } from './answer.ts';
import type { Browser } from './browser.ts';
import { SignInError } from './failure.ts';
import { identityHostsOf } from './registry-rules.ts';
import type { Endpoints, System } from './registry.ts';

/**
 * The endpoints of a system from its `.well-known/smart-configuration` (SMART App Launch 2.2, "Conformance"). The
 * document is not trusted: every address must be https (http on loopback only) on a host that the registry lists.
 * Rejects with SignInError.
 */
export async function discover(browser: Browser, system: System): Promise<Endpoints> {
  const refuse = (reason: string): never => {
    throw new SignInError({ kind: 'discovery-refused', reason, systemId: system.id });
  };
  let response: Response;
  let text: string | undefined;
  try {
    response = await browser.fetch(`${system.fhirBase}/.well-known/smart-configuration`, {
      ...requestOptions(10_000),
      headers: { Accept: 'application/json' },
    });
    text = await readBounded(response);
  } catch (error) {
    throw new SignInError({ kind: 'sign-in-unreachable', reason: unreachable(error), systemId: system.id });
  }
  if (response.status >= 500) {
    throw new SignInError({ kind: 'sign-in-unreachable', reason: 'server-error', systemId: system.id });
  }
  if (!response.ok) refuse(`status-${response.status}`);
  const found = asMembers(text) ?? refuse('not-json');

  const hosts = identityHostsOf(system);
  const endpoint = (name: string): string | undefined => {
    const value = found[name];
    if (value === undefined || value === null) return undefined;
    // Relative addresses resolve against the FHIR base.
    const url = typeof value === 'string' ? safeUrl(value, `${system.fhirBase}/`) : undefined;
    if (url === undefined || !hosts.includes(url.host)) return refuse(name);
    // An issuer is compared character by character, so it stays as it was written.
    return name === 'issuer' ? (value as string) : url.href;
  };
  return {
    issuer: endpoint('issuer') ?? refuse('issuer'),
    authorization: endpoint('authorization_endpoint') ?? refuse('authorization_endpoint'),
    token: endpoint('token_endpoint') ?? refuse('token_endpoint'),
    revocation: endpoint('revocation_endpoint'),
    issInCallback: found['authorization_response_iss_parameter_supported'] === true,
  };
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
