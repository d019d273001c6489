/** Where the realm stands: the paths of NextGen Office's Keycloak, on the sandbox's own host. */
export const realmPath = '/auth/realms/nextgen';
const openid = `${realmPath}/protocol/openid-connect`;

export const identityPaths = {
  discovery: `${realmPath}/.well-known/openid-configuration`,
  authorization: `${openid}/auth`,
  token: `${openid}/token`,
  introspection: `${openid}/token/introspect`,
  revocation: `${openid}/revoke`,
  certs: `${openid}/certs`,
  userinfo: `${openid}/userinfo`,
  logout: `${openid}/logout`,
  /** Sign-in, patient picker and consent pages, each followed by the id of one authorization. */
  interactions: `${realmPath}/login-actions`,
} as const;

/** The FHIR bases that the realm's tokens are good for (`aud`). */
export interface FhirBases {
  readonly office: string;
  /** The same records in STU3. */
  readonly officeR3: string;
  /** Where `--data` patients are served. */
  readonly data: string;
}
export type BaseName = keyof FhirBases;
