import type { EnterpriseClient } from '#sandbox/cast.ts';
import type { Control, Switches } from '#sandbox/control.ts';
import type { EnterpriseGrant, Grants } from './grants.ts';
import { noStore, OAuthError } from './oauth-error.ts';
import { sentParameters, type SentParameters } from './sent-parameters.ts';

export interface TokenEndpointOptions {
  readonly control: Control;
  readonly grants: Grants;
  /** Whose clients are known here. */
  readonly doors: readonly EnterpriseClient['door'][];
  /** Where parameters and secret are looked for. */
  where(): Switches['enterpriseParameters'];
  /** Whether a code's verifier is looked at. */
  pkce(): Switches['enterprisePkce'];
  /** How old a refresh token may be when it is exchanged; undefined = any age. */
  refreshHours(): number | undefined;
  /** What the response has beside the tokens. `first`: it answers a code. */
  members(grant: EnterpriseGrant, first: boolean): Promise<Readonly<Record<string, unknown>>>;
}

/** A token request (RFC 6749 §4.1.3 and §6): a code or a refresh token for new tokens. Throws `OAuthError`. */
export async function answerToken(
  options: TokenEndpointOptions,
  request: Request,
  url: URL,
): Promise<Response> {
  const { control, grants } = options;
  const { accessTokenSeconds, codeReused, enterpriseRotation } = control.switches;
  const sent = await clientOf(options, request, url);
  const type = sent.get('grant_type');
  const first = type === 'authorization_code';
  let grant: EnterpriseGrant;
  if (first) {
    if (codeReused) throw new OAuthError('invalid_grant', 'The code has been used.');
    grant = grants.redeem(needed(sent, 'code'), {
      client: sent.client,
      redirectUri: sent.get('redirect_uri'),
      verifier: options.pkce() === 'overlooked' ? undefined : sent.get('code_verifier'),
    });
  } else if (type === 'refresh_token') {
    const token = needed(sent, 'refresh_token');
    if (control.switches.enterpriseRefreshRefused)
      throw new OAuthError('invalid_grant', 'The refresh token is not valid.');
    grant = grants.exchange(token, sent.client, options.refreshHours(), enterpriseRotation);
  } else
    throw type === undefined
      ? new OAuthError('invalid_request', 'The parameter grant_type is missing.')
      : new OAuthError('unsupported_grant_type', 'The grant type is not supported.');
  const members = await options.members(grant, first);
  const kept = !first && enterpriseRotation === 'kept' ? sent.get('refresh_token') : undefined;
  const { access, refresh } = grants.issue(grant, accessTokenSeconds, kept);
  return Response.json(
    {
      access_token: access,
      token_type: 'Bearer',
      expires_in: accessTokenSeconds,
      refresh_token: refresh,
      ...members,
    },
    { headers: noStore },
  );
}

/** A revocation request (RFC 7009): 200 without a word, whether there was such a token or not. */
export async function answerRevocation(
  options: TokenEndpointOptions,
  request: Request,
  url: URL,
): Promise<Response> {
  const sent = await clientOf(options, request, url);
  const { enterpriseRevocation } = options.control.switches;
  options.grants.revoke(needed(sent, 'token'), sent.client, enterpriseRevocation);
  return new Response(null, { headers: noStore });
}

function clientOf(options: TokenEndpointOptions, request: Request, url: URL): Promise<SentParameters> {
  if (request.method !== 'POST') throw new OAuthError('invalid_request', 'POST is wanted.', 405);
  return sentParameters(request, url, options.where(), options.doors);
}

function needed(sent: SentParameters, name: string): string {
  const value = sent.get(name);
  if (value === undefined || value === '')
    throw new OAuthError('invalid_request', `The parameter ${name} is missing.`);
  return value;
}
