/** Finding the system that is meant. */
import { withoutSlash } from './addresses.ts';
import { isPlaceholder } from './registry-placeholder.ts';
import type { Registry, System } from './registry.ts';

/** The entry of a given id. */
export function systemById(registry: Registry, id: string): System | undefined {
  return registry.systems.find((system) => system.id === id);
}

/**
 * The system an EHR launch's `iss` names: character by character the FHIR base or an alias, one trailing slash apart.
 * Nothing is normalised, so no look-alike can be, and no base is meant by an address below it.
 */
export function matchIssuer(registry: Registry, iss: string): System | undefined {
  const wanted = withoutSlash(iss);
  return registry.systems.find(
    ({ kinds, fhirBase, aliases }) =>
      kinds.includes('ehr-launch') && [fhirBase, ...aliases].some((base) => withoutSlash(base) === wanted),
  );
}

/** Why a system cannot be signed in to, although it stands in the registry; undefined when it can. */
export function notSetUp(system: System): 'placeholder' | undefined {
  return isPlaceholder(system) ? 'placeholder' : undefined;
}
