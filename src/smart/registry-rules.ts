/** Rules of the registry that no single member can keep or break. */
import { withoutSlash } from './addresses.ts';
import type { Finding } from './registry-check.ts';
import type { Registry, System } from './registry.ts';

/** Hosts that may serve a system's sign-in: the FHIR base's own and those listed. */
export function identityHostsOf({ fhirBase, identityHosts }: System): readonly string[] {
  return [new URL(fhirBase).host, ...identityHosts];
}

function* scopeFindings({ kinds, scopes }: System, path: string): Generator<Finding> {
  for (const kind of ['ehr-launch', 'standalone'] as const) {
    const asked = scopes[kind];
    const at = `${path}.scopes.${kind}`;
    if (!kinds.includes(kind)) {
      if (asked) yield { path: at, rule: 'useless' };
    } else if (asked === undefined) {
      yield { path: at, rule: 'missing' };
      // An empty list asks for nothing by name.
    } else if (asked.length > 0) {
      if (new Set(asked).size < asked.length) yield { path: at, rule: 'twice' };
      if (asked.includes('openid') !== asked.includes('fhirUser')) yield { path: at, rule: 'openid' };
      if (asked.includes('launch') !== (kind === 'ehr-launch')) yield { path: at, rule: 'launch' };
    }
  }
}

/** Findings between the members of one system. */
export function* findingsOf(system: System, path: string): Generator<Finding> {
  yield* scopeFindings(system, path);
  const { kinds, endpoints, documents, fhirBase, broker, clientAuthentication, practiceSearch } = system;
  const isConfidential = clientAuthentication === 'broker';
  if (isConfidential && !broker) yield { path: `${path}.broker`, rule: 'missing' };
  if (broker && !isConfidential) yield { path: `${path}.broker`, rule: 'useless' };
  // RFC 9700 §2.1.1: nothing else keeps somebody else's code out of a public client.
  if (system.pkce === 'off' && !isConfidential) yield { path: `${path}.pkce`, rule: 'pkce' };
  // A link to a page of the vendor's, on no machine of ours.
  if (practiceSearch?.startsWith('https:') === false) yield { path: `${path}.practiceSearch`, rule: 'https' };
  if (kinds.length === 0) yield { path: `${path}.kinds`, rule: 'empty' };
  if (new Set(kinds).size < kinds.length) yield { path: `${path}.kinds`, rule: 'twice' };
  const hosts = identityHostsOf(system);
  for (const [name, value] of Object.entries(endpoints ?? {})) {
    const addresses = Array.isArray(value) ? value : typeof value === 'string' ? [value] : [];
    if (addresses.some((address: string) => !hosts.includes(new URL(address).host))) {
      yield { path: `${path}.endpoints.${name}`, rule: 'identity' };
    }
  }
  for (const [index, prefix] of documents.entries()) {
    if (new URL(prefix).origin !== new URL(fhirBase).origin) {
      yield { path: `${path}.documents[${index}]`, rule: 'origin' };
    }
  }
}

/** Whether two systems are known to be answered for by one sign-in server: pinned alike, or found at one base. */
function haveOneServer(a: System, b: System): boolean {
  if (a.endpoints === undefined || b.endpoints === undefined)
    return a.endpoints === b.endpoints && a.fhirBase === b.fhirBase;
  return a.endpoints.issuer === b.endpoints.issuer && a.endpoints.token === b.endpoints.token;
}

/**
 * A code is told from another server's by the answer's `iss` or by the address it came to (RFC 9700 §4.4.2). Where
 * neither of two servers promises `iss` (RFC 9207 §2.4) they must not share the address.
 */
function* callbackFindings(systems: readonly System[]): Generator<Finding> {
  const silent = systems.filter(({ endpoints }) => endpoints?.issInCallback !== true);
  for (const system of silent) {
    const sharing = silent
      .slice(0, silent.indexOf(system))
      .filter(({ redirectPath }) => redirectPath === system.redirectPath);
    if (!sharing.every((other) => haveOneServer(system, other)))
      yield { path: `systems[${systems.indexOf(system)}].redirectPath`, rule: 'callback' };
  }
}

/** Findings between systems: a launch, or the answer to a sign-in, must never fit two of them. */
export function* findingsBetween({ systems, defaultLaunch }: Registry): Generator<Finding> {
  if (systems.length === 0) yield { path: 'systems', rule: 'empty' };
  yield* callbackFindings(systems);
  const ids = new Set<string>();
  const bases = new Set<string>();
  for (const [index, { id, kinds, fhirBase, aliases }] of systems.entries()) {
    const path = `systems[${index}]`;
    if (ids.has(id)) yield { path: `${path}.id`, rule: 'twice' };
    ids.add(id);
    if (!kinds.includes('ehr-launch')) continue;
    for (const [position, base] of [fhirBase, ...aliases].entries()) {
      const at = position === 0 ? `${path}.fhirBase` : `${path}.aliases[${position - 1}]`;
      if (bases.has(withoutSlash(base))) yield { path: at, rule: 'shared' };
      bases.add(withoutSlash(base));
    }
  }
  const meant = systems.find(({ id }) => id === defaultLaunch);
  if (defaultLaunch !== undefined && !meant?.kinds.includes('ehr-launch')) {
    yield { path: 'defaultLaunch', rule: 'default' };
  }
}
