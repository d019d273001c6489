/** App and sandbox beside a real Keycloak, whose tokens the sandbox's FHIR server trusts. */
import { people } from '#sandbox/cast.ts';
import { fetchDistribution } from './keycloak/distribution.ts';
import { preparation } from './keycloak/command-line.ts';
import { findJava } from './keycloak/find-java.ts';
import { generations, type Generation } from './keycloak/generations.ts';
import { publishKeySet } from './keycloak/publish-key-set.ts';
import { realmFile } from './keycloak/realm.ts';
import { runJava } from './keycloak/run-java.ts';
import { freePorts, startServer } from './keycloak/server.ts';
import { fhirUrlOf, keycloakConfig, scopesAskedFor } from './keycloak/systems.ts';
import { start, type Running, type StartWith } from './start.ts';

export type { Generation } from './keycloak/generations.ts';
export { backendClientId } from './keycloak/realm.ts';
export { keycloakMissing } from './keycloak/keycloak-missing.ts';

export interface KeycloakOptions extends Omit<StartWith, 'trust'> {
  readonly generation: Generation;
  /** How long access tokens live, in seconds (300). */
  readonly accessTokenSeconds?: number;
  /** A file with the public keys of a backend service; the realm then knows such a client (`backendClientId`). */
  readonly bulkJwks?: string;
  /** Told what is being waited for. */
  readonly tell?: (sentence: string) => void;
}

export interface RunningWithKeycloak extends Running {
  /** The issuer: `http://localhost:…/auth/realms/nextgen`. */
  readonly realmUrl: string;
}

/** Java and the unpacked distribution, fetched where it is not there. Rejects with a sentence. */
export async function fetchKeycloak(
  generation: Generation,
): Promise<{ readonly java: string; readonly home: string }> {
  const distribution = generations[generation];
  const found = findJava(distribution);
  if ('missing' in found) throw new Error(found.missing);
  const { java } = found;
  const home = await fetchDistribution(distribution, (unpacked) => {
    const wanted = preparation(generation, unpacked);
    if (wanted !== undefined) runJava(java, wanted, unpacked);
  });
  return { java, home };
}

/** Starts all three on loopback. Rejects with a sentence where something is missing; nothing is left running then. */
export async function startWithKeycloak(options: KeycloakOptions): Promise<RunningWithKeycloak> {
  const {
    generation,
    accessTokenSeconds = 300,
    changeConfig = (same: string) => same,
    bulkJwks,
    tell,
    ...rest
  } = options;
  const { java, home } = await fetchKeycloak(generation);
  const [port = 0] = await freePorts(1);
  const realmUrl = `http://localhost:${port}/auth/realms/nextgen`;
  let fhirUrl = '';
  let scopes: readonly string[] = [];
  const running = await start({
    ...rest,
    trust: {
      issuer: realmUrl,
      jwksUri: `http://127.0.0.1:${port}/auth/realms/nextgen/protocol/openid-connect/certs`,
      second: [people.anna.id],
    },
    changeConfig: (config) => {
      fhirUrl = fhirUrlOf(config);
      scopes = scopesAskedFor(config);
      return changeConfig(keycloakConfig(config, realmUrl, generation));
    },
  });
  const published = bulkJwks === undefined ? undefined : await publishKeySet(bulkJwks);
  const stopOurs = (): Promise<unknown> => Promise.all([running.stop(), published?.stop()]);
  try {
    const realm = realmFile({
      appUrl: running.appUrl,
      fhirUrl,
      scopes,
      accessTokenSeconds,
      ...(published && { backendKeySetUrl: published.url }),
    });
    tell?.(
      `Starting Keycloak ${generations[generation].version}: half a minute, or more on a small machine.`,
    );
    const server = await startServer({ generation, java, home, port, realm });
    return {
      ...running,
      realmUrl,
      stop: async () => {
        await Promise.all([stopOurs(), server.stop()]);
      },
    };
  } catch (error) {
    await stopOurs();
    throw error;
  }
}
