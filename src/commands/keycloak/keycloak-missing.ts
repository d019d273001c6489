import { cachedHome } from './distribution.ts';
import { findJava } from './find-java.ts';
import { generations, type Generation } from './generations.ts';

/** Why a generation cannot be started here without fetching anything; undefined where it can. */
export function keycloakMissing(generation: Generation): string | undefined {
  const distribution = generations[generation];
  const found = findJava(distribution);
  if ('missing' in found) return found.missing;
  return cachedHome(distribution) === undefined
    ? `Keycloak ${distribution.version} has not been fetched: "npm run keycloak -- --generation ${generation} --fetch" does that (${distribution.megabytes} MB, once).`
    : undefined;
}
