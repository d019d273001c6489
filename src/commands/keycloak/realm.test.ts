import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { people } from '#sandbox/cast.ts';
import { readRegistry } from '#commands/read-registry.ts';
import { withSandboxAt } from '#commands/sandbox-config.ts';
import { backendClientId, realmFile } from './realm.ts';
import { fhirUrlOf, keycloakConfig, realmClients, scopesAskedFor } from './systems.ts';

const fhirUrl = 'http://localhost:5202';
const config = withSandboxAt(readFileSync('smart-config.json', 'utf8'), {
  ehr: 'http://localhost:5201',
  fhir: fhirUrl,
});
const realmUrl = 'http://localhost:5203/auth/realms/nextgen';

interface Mapper {
  readonly name: string;
  readonly config: Readonly<Record<string, string>>;
}
interface Client {
  readonly clientId: string;
  readonly redirectUris: readonly string[];
  readonly optionalClientScopes: readonly string[];
  readonly protocolMappers: readonly Mapper[];
}
const realm = realmFile({
  appUrl: 'http://127.0.0.1:5200',
  fhirUrl,
  scopes: scopesAskedFor(config),
  accessTokenSeconds: 300,
}) as { readonly clients: readonly Client[]; readonly clientScopes: readonly { readonly name: string }[] };

test.each([16, 26] as const)(
  'generation %d: the registry holds, and every system is a client of the realm',
  (generation) => {
    const { registry, faults } = readRegistry(keycloakConfig(config, realmUrl, generation));
    expect(faults).toEqual([]);
    const { systems } = registry;
    expect(systems).toHaveLength(realmClients.length);
    for (const { clientId, scopes, endpoints, fhirBase, aud } of systems) {
      const client = realm.clients.find((each) => each.clientId === clientId);
      const asked = Object.values(scopes).flatMap((each) => each ?? []);
      expect([...(client?.optionalClientScopes ?? []), 'openid']).toEqual(expect.arrayContaining(asked));
      expect(endpoints?.issuer).toBe(realmUrl);
      // RFC 9207: the current generation names itself on the way back, and one that does not is then refused.
      expect(endpoints?.issInCallback).toBe(generation === 26);
      // The client's tokens are good for this system's base and no other.
      expect(aud).toBe(fhirBase);
      const audience = client?.protocolMappers.find(({ name }) => name === 'audience');
      expect(audience?.config['included.custom.audience']).toBe(fhirBase);
    }
  },
);

test('a client is about one patient, with the spaces that NextGen sends', () => {
  const patientOf = (id: string) =>
    realm.clients
      .find(({ clientId }) => clientId === id)
      ?.protocolMappers.find(({ name }) => name === 'patient')?.config;
  expect(patientOf('chartside-ehr')).toMatchObject({
    'claim.value': ` ${people.david.id} `,
    'access.tokenResponse.claim': 'true',
    'access.token.claim': 'true',
  });
  expect(patientOf('chartside-second')?.['claim.value']).toBe(` ${people.anna.id} `);
});

test('no address of a client is left open: one way back, for patients one after signing out, no wild card', () => {
  const callback = 'http://127.0.0.1:5200/callback/sandbox';
  for (const { clientId, redirectUris } of realm.clients)
    expect(redirectUris).toEqual(
      /-(ehr|second)$/.test(clientId) ? [callback] : [callback, 'http://127.0.0.1:5200/'],
    );
});

test('a configuration without the sandbox is refused with a sentence', () => {
  expect(() => fhirUrlOf('{"systems":[]}')).toThrow(/has no system "sandbox-ehr"/);
});

test('a backend service is in the realm only where its keys are published', () => {
  const options = { appUrl: 'http://127.0.0.1:5200', fhirUrl, scopes: [], accessTokenSeconds: 300 };
  const service = (backendKeySetUrl?: string) =>
    (
      realmFile({ ...options, ...(backendKeySetUrl && { backendKeySetUrl }) }) as {
        clients: readonly { clientId: string; attributes?: Readonly<Record<string, string>> }[];
      }
    ).clients.find(({ clientId }) => clientId === backendClientId);
  expect(service()).toBeUndefined();
  expect(service('http://127.0.0.1:5300/jwks.json')).toMatchObject({
    serviceAccountsEnabled: true,
    standardFlowEnabled: false,
    optionalClientScopes: ['system/*.read', 'system/*.rs'],
    attributes: { 'jwks.url': 'http://127.0.0.1:5300/jwks.json' },
  });
});
