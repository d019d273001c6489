import { line, veiled, type Line } from './line.ts';
import type { AuthorizationSeen } from './seen.ts';

/** RFC 6749 §3.3. */
const scopeToken = /^[\x21\x23-\x5b\x5d-\x7e]+$/;
/** SMART App Launch STU2.2 §3.0.2: resource scopes of both versions. */
const resourceScope =
  /^(patient|user|system)\/(\*|[A-Z][A-Za-z]+)\.(read|write|\*|(?=[cruds])c?r?u?d?s?)(\?[^\s"\\]+)?$/;
const otherScopes =
  /^(openid|fhirUser|profile|email|launch|launch\/(patient|encounter)|offline_access|online_access)$/;
const bitsOfACharacter = 6;

export interface Fresh {
  readonly state: boolean;
  readonly challenge: boolean;
}

/** Whether an address may go without TLS: on this machine alone. */
export function isSafe(address: string | undefined): boolean {
  const url = URL.parse(address ?? '');
  if (url === null) return false;
  return url.protocol === 'https:' || /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
}

/** The requirements of an authorization request. `fresh`: values that no request before had. */
export function authorizationLines(
  seen: AuthorizationSeen,
  fresh: Fresh,
  discovery: readonly (string | undefined)[],
): readonly Line[] {
  const { client, sent, bases, launchedAt } = seen;
  const one = (name: string): string | undefined => sent.get(name) ?? undefined;
  const names = [...sent.keys()];
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  const scopes = (one('scope') ?? '').split(' ');
  const odd = scopes.filter(
    (scope) => !scopeToken.test(scope) || !(otherScopes.test(scope) || resourceScope.test(scope)),
  );
  const state = one('state') ?? '';
  const ehr = scopes.includes('launch') || sent.has('launch');
  const aud = one('aud') ?? '';
  const redirect = one('redirect_uri') ?? '';
  return [
    line('32', 'response_type is code', one('response_type') === 'code', one('response_type')),
    line('33', 'client_id is a registered one', client !== undefined, one('client_id')),
    line(
      '34',
      'redirect_uri is a registered one, letter for letter',
      client?.redirectUris.includes(redirect) === true,
      redirect,
    ),
    ehr
      ? line(
          '35',
          'launch comes back exactly as the EHR sent it',
          launchedAt !== undefined && launchedAt !== 'unknown',
          `${veiled(one('launch'))}, ${launchedAt === 'unknown' ? 'not as it was sent' : 'as it was sent'}`,
        )
      : line('36†', 'no launch parameter outside an EHR launch', !sent.has('launch'), one('launch')),
    line('37, 235', 'scope is sent', sent.has('scope') && scopes.length > 1, `${scopes.length} scopes`),
    line(
      '135–146†',
      'every scope is well formed, none twice',
      odd.length === 0 && new Set(scopes).size === scopes.length,
      odd.length === 0 ? `${scopes.length} scopes` : odd.join(' '),
    ),
    line(
      '47, 196†',
      'openid and fhirUser together',
      scopes.includes('openid') === scopes.includes('fhirUser'),
      scopes.filter((scope) => /^(openid|fhirUser)$/.test(scope)).join(' '),
    ),
    line('3', 'state is sent', state !== '', veiled(state)),
    line(
      '40',
      'state holds at least 122 bits',
      /^[\w.~-]+$/.test(state) && state.length * bitsOfACharacter >= 122 && new Set(state).size > 10,
      veiled(state),
    ),
    line('2†', 'state was never used before', fresh.state, fresh.state ? 'new' : 'seen before'),
    line('41', 'aud is the FHIR base', bases.includes(aud), aud),
    line(
      '42',
      'aud is the iss of the launch',
      ehr ? aud === launchedAt : bases.includes(aud),
      ehr ? `launched at ${launchedAt ?? 'nowhere'}` : 'no launch',
    ),
    line(
      '44',
      'code_challenge is sent, new for every request',
      /^[\w-]{43}$/.test(one('code_challenge') ?? '') && fresh.challenge,
      veiled(one('code_challenge')),
    ),
    line(
      '45',
      'code_challenge_method is S256',
      one('code_challenge_method') === 'S256',
      one('code_challenge_method'),
    ),
    line(
      '29†',
      'discovery, where it is asked, with Accept: application/json',
      discovery.every((accept) => accept === 'application/json'),
      discovery.length === 0
        ? 'addresses are pinned: not asked'
        : discovery.map((accept) => accept ?? 'nothing').join(', '),
    ),
    line(
      '1†',
      'TLS, or this machine alone',
      isSafe(redirect) && isSafe(aud),
      `${URL.parse(redirect)?.origin}, ${URL.parse(aud)?.origin}`,
    ),
    line(
      'ours',
      'no parameter twice',
      twice.length === 0,
      twice.length === 0 ? `${names.length} parameters` : twice.join(' '),
    ),
  ];
}
