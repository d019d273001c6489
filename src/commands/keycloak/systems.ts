/** The app's registry for a Keycloak: the sandbox's entries of the shipped configuration, pointed at its realm. */
import { people, type Person } from '#sandbox/cast.ts';
import type { Generation } from './generations.ts';

/** A client of the realm and the system of the registry that uses it. Stock Keycloak knows one patient a client. */
export interface RealmClient {
  /** A confidential client's is the cast's, whose secret or keys it has. */
  readonly clientId: string;
  readonly authentication: 'public' | 'basic' | 'private_key_jwt';
  /** Entry of the shipped configuration that the system is made from. */
  readonly like: 'sandbox-ehr' | 'sandbox-portal';
  readonly label: string;
  readonly patient: Person;
  readonly consent: boolean;
  /** Which FHIR base of the sandbox the system reads from. */
  readonly base: '/api/fhir/r4' | '/second/fhir/r4';
  /** Access tokens of this client alone live so long. */
  readonly seconds?: number;
}

const [office, second] = ['/api/fhir/r4', '/second/fhir/r4'] as const;

/** Every client of the realm, each a system of the app. */
export const realmClients = [
  {
    clientId: 'chartside-ehr',
    authentication: 'public',
    like: 'sandbox-ehr',
    label: 'NextGen Office (Keycloak)',
    patient: people.david,
    consent: false,
    base: office,
  },
  {
    clientId: 'chartside-second',
    authentication: 'public',
    like: 'sandbox-ehr',
    label: 'NextGen Office, second patient (Keycloak)',
    patient: people.anna,
    consent: false,
    base: second,
  },
  {
    clientId: 'chartside-portal',
    authentication: 'public',
    like: 'sandbox-portal',
    label: 'YourHealthFile (Keycloak)',
    patient: people.david,
    consent: true,
    base: office,
  },
  {
    clientId: 'chartside-known',
    authentication: 'public',
    like: 'sandbox-portal',
    label: 'YourHealthFile, sharing agreed beforehand (Keycloak)',
    patient: people.anna,
    consent: false,
    base: office,
  },
  {
    clientId: 'chartside-brief',
    authentication: 'public',
    like: 'sandbox-portal',
    label: 'YourHealthFile with tokens of seconds (Keycloak)',
    patient: people.david,
    consent: false,
    base: office,
    seconds: 8,
  },
  {
    clientId: 'chartside-sandbox-basic',
    authentication: 'basic',
    like: 'sandbox-portal',
    label: 'YourHealthFile by client secret (Keycloak)',
    patient: people.david,
    consent: true,
    base: office,
  },
  {
    clientId: 'chartside-sandbox-jwt',
    authentication: 'private_key_jwt',
    like: 'sandbox-portal',
    label: 'YourHealthFile by client key (Keycloak)',
    patient: people.anna,
    consent: false,
    base: office,
  },
] as const satisfies readonly RealmClient[];

interface SystemEntry {
  readonly id: string;
  readonly fhirBase: string;
  readonly scopes: Readonly<Record<string, readonly string[]>>;
}

function entriesOf(config: string): readonly SystemEntry[] {
  return (JSON.parse(config) as { systems: readonly SystemEntry[] }).systems;
}

/** Where the sandbox's FHIR server stands, by the configuration that was moved there. */
export function fhirUrlOf(config: string): string {
  const entry = entriesOf(config).find(({ id }) => id === 'sandbox-ehr');
  if (entry === undefined)
    throw new Error('The configuration has no system "sandbox-ehr" to try Keycloak with.');
  return new URL(entry.fhirBase).origin;
}

/** Every scope that the systems ask for. */
export function scopesAskedFor(config: string): readonly string[] {
  const asked = entriesOf(config)
    .filter(({ id }) => id === 'sandbox-ehr' || id === 'sandbox-portal')
    .flatMap(({ scopes }) => Object.values(scopes).flat());
  return [...new Set(asked)];
}

function brokered(authentication: 'basic' | 'private_key_jwt') {
  const algorithm = authentication === 'basic' ? {} : { algorithm: 'ES384' };
  return { clientAuthentication: 'broker', broker: { authentication, ...algorithm } };
}

/**
 * Keycloak 26 ends the browser's session where the first thing asked of it is an offline one, so the next launch would
 * ask for the password again. Clinicians launch many times a day: there the app asks for no offline token, and renews
 * with the refresh token of the session.
 */
function scopesFor(
  generation: Generation,
  like: RealmClient['like'],
  scopes: SystemEntry['scopes'] = {},
): SystemEntry['scopes'] {
  if (generation === 16 || like !== 'sandbox-ehr') return scopes;
  return Object.fromEntries(
    Object.entries(scopes).map(([kind, asked]) => [
      kind,
      asked.filter((scope) => scope !== 'offline_access'),
    ]),
  );
}

/** The text of the configuration for a realm: one system a client, and none besides. */
export function keycloakConfig(config: string, realmUrl: string, generation: Generation): string {
  const fhirUrl = fhirUrlOf(config);
  const entries = entriesOf(config);
  const connect = `${realmUrl}/protocol/openid-connect`;
  const systems = realmClients.map(({ clientId, authentication, like, label, base }) => ({
    ...entries.find(({ id }) => id === like),
    scopes: scopesFor(generation, like, entries.find(({ id }) => id === like)?.scopes),
    id: clientId.replace(/^chartside(-sandbox)?/, 'keycloak'),
    label,
    clientId,
    ...(authentication === 'public' ? {} : brokered(authentication)),
    fhirBase: fhirUrl + base,
    aud: fhirUrl + base,
    endpoints: {
      issuer: realmUrl,
      authorization: `${connect}/auth`,
      token: `${connect}/token`,
      revocation: `${connect}/revoke`,
      ...(like === 'sandbox-portal' ? { endSession: `${connect}/logout` } : {}),
      // RFC 9207: Keycloak names itself on the way back since 23.
      ...(generation === 26 ? { issInCallback: true } : {}),
    },
    identityHosts: [new URL(realmUrl).host],
  }));
  return JSON.stringify({ defaultLaunch: 'keycloak-ehr', systems });
}
