/**
 * oidc-provider's errors in Keycloak's words: a client that reads `error_description` meets what it will meet at
 * NextGen Office. Error codes stay as they are; they agree.
 */
const authorization: readonly (readonly [RegExp, string | undefined])[] = [
  [/must not be provided twice/, 'duplicated parameter'],
  [/code_challenge_method must be provided|requires PKCE/, 'Missing parameter: code_challenge_method'],
  [/not supported value of code_challenge_method/, 'Invalid parameter: code_challenge_method'],
  [
    /code_challenge must be provided|code_challenge .*(length|characters)/,
    'Missing parameter: code_challenge',
  ],
  [/missing required parameter.* response_type/, 'Missing parameter: response_type'],
  [/unsupported response_type|not allowed for this client/, undefined],
  [/interaction|prompt|End-User/, undefined],
];

/** The description of an error redirect; undefined = Keycloak sends none. */
export function authorizationWords(description: string | undefined): string | undefined {
  if (description === undefined) return undefined;
  const found = authorization.find(([pattern]) => pattern.test(description));
  return found === undefined ? description : found[1];
}

const tokens: readonly (readonly [RegExp, string])[] = [
  [/must not be provided twice/, 'duplicated parameter'],
  [/code_verifier must be provided/, 'PKCE code verifier not specified'],
  [/code_verifier does not match/, 'PKCE verification failed: Code mismatch'],
  [/code_verifier/, 'PKCE verification failed: Invalid code verifier'],
  [/authorization code redirect_uri mismatch/, 'Incorrect redirect_uri'],
  [/authorization code|grant (not found|is expired)/, 'Code not valid'],
  [/refresh token already used/, 'Maximum allowed refresh token reuse exceeded'],
  [/refresh token is expired/, 'Token is not active'],
  [/refresh token not found/, "Session doesn't have required client"],
  [/client not found/, 'Invalid client or Invalid client credentials'],
];

/** The description of a token endpoint's error, given oidc-provider's description and its detail. */
export function tokenWords(description: string | undefined, detail: string | undefined): string | undefined {
  const said = [detail, description].filter((words) => words !== undefined);
  return tokens.find(([pattern]) => said.some((words) => pattern.test(words)))?.[1] ?? description;
}
