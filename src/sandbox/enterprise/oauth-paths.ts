/** Where NextGen Enterprise's authorization servers stand: on the host of its FHIR bases. */
export const patientOauthPath = '/nge/prod/patient-oauth';
export const ehrOauthPath = '/nge/prod/nge-oauth';

/** The three addresses of an authorization server, all below its own path. */
export function oauthAddresses(origin: string, path: string) {
  return {
    authorizationEndpoint: `${origin}${path}/authorize`,
    tokenEndpoint: `${origin}${path}/token`,
    revocationEndpoint: `${origin}${path}/token/revoke`,
  };
}
