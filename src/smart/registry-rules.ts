import { safeUrl, withoutSlash } from './addresses.ts';
import type { ConfigFault } from './failure.ts';
import type { Registry, System } from './registry.ts';

/** Hosts that may serve a system's sign-in: the FHIR base's own and those listed. */
export function identityHostsOf(system: Pick<System, 'fhirBase' | 'identityHosts'>): readonly string[] {
  return [new URL(system.fhirBase).host, ...system.identityHosts];
}

function scopeFaults(system: System, path: string): ConfigFault[] {
  return (['ehr-launch', 'standalone'] as const).flatMap((kind) => {
    const scopes = system.scopes[kind];
    const at = `${path}.scopes.${kind}`;
    if (!system.kinds.includes(kind)) {
      return scopes === undefined
        ? []
        : [{ path: at, message: `is of no use: ${kind} is not among the kinds` }];
    }
    if (scopes === undefined) return [{ path: at, message: 'is missing' }];
    const faults: string[] = [];
    if (new Set(scopes).size !== scopes.length) faults.push('names a scope twice');
    if (scopes.includes('openid') !== scopes.includes('fhirUser')) {
      faults.push('must hold openid and fhirUser together, or neither');
    }
    if (scopes.includes('launch') !== (kind === 'ehr-launch')) {
      faults.push(kind === 'ehr-launch' ? 'must hold launch' : 'must not hold launch');
    }
    return faults.map((message) => ({ path: at, message }));
  });
}

/** Faults between the members of one system. */
export function faultsOf(system: System, path: string): ConfigFault[] {
  const faults = scopeFaults(system, path);
  const hosts = identityHostsOf(system);
  for (const [name, value] of Object.entries(system.endpoints ?? {})) {
    if (typeof value !== 'string' || hosts.includes(new URL(value).host)) continue;
    faults.push({
      path: `${path}.endpoints.${name}`,
      message: "must lie on the FHIR base's host or on one of identityHosts",
    });
  }
  const { origin } = new URL(system.fhirBase);
  system.documents.forEach((prefix, index) => {
    if (safeUrl(prefix)?.origin === origin) return;
    faults.push({ path: `${path}.documents[${index}]`, message: "must lie on the FHIR base's own origin" });
  });
  if (new Set(system.kinds).size !== system.kinds.length) {
    faults.push({ path: `${path}.kinds`, message: 'names a kind twice' });
  }
  return faults;
}

/** Faults between systems: a launch must never fit two of them. */
export function faultsBetween({ systems, defaultLaunch }: Registry): ConfigFault[] {
  const faults: ConfigFault[] = [];
  const ids = new Map<string, number>();
  const bases = new Map<string, number>();
  systems.forEach((system, index) => {
    const path = `systems[${index}]`;
    if (ids.has(system.id)) {
      faults.push({ path: `${path}.id`, message: `is also the id of systems[${ids.get(system.id)}]` });
    }
    ids.set(system.id, index);
    if (!system.kinds.includes('ehr-launch')) return;
    [system.fhirBase, ...system.aliases].forEach((base, position) => {
      const at = position === 0 ? `${path}.fhirBase` : `${path}.aliases[${position - 1}]`;
      const other = bases.get(withoutSlash(base));
      if (other === index) faults.push({ path: at, message: 'is named twice' });
      else if (other !== undefined) {
        faults.push({
          path: at,
          message: `also belongs to systems[${other}], so a launch could mean either`,
        });
      }
      bases.set(withoutSlash(base), index);
    });
  });
  const meant = systems.find(({ id }) => id === defaultLaunch);
  if (defaultLaunch !== undefined && !meant?.kinds.includes('ehr-launch')) {
    faults.push({ path: 'defaultLaunch', message: 'must be the id of a system of kind ehr-launch' });
  }
  return faults;
}
