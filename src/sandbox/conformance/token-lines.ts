import { createHash } from 'node:crypto';
import { clientLines } from './client-lines.ts';
import { line, veiled, type Line } from './line.ts';
import type { AuthorizationSeen, FormSeen } from './seen.ts';

const secrets = /\b(code|code_verifier|refresh_token|token|client_secret|client_assertion)=/;

/** What every form to the identity server keeps to. */
function formLines(seen: FormSeen): readonly Line[] {
  return [
    line(
      '62†',
      'a form-encoded POST',
      /^application\/x-www-form-urlencoded\b/i.test(seen.contentType),
      seen.contentType,
    ),
    line('ours', 'nothing secret in the address', !secrets.test(seen.query), seen.query),
    ...clientLines(seen),
    line('ours', 'the sign-in server takes it', seen.status === 200, `status ${seen.status}`),
  ];
}

/** The requirements of the request that swaps a code; `requests` are all that were made with that code. */
export function tokenLines(
  authorization: AuthorizationSeen,
  code: string | undefined,
  requests: readonly FormSeen[],
): readonly Line[] {
  const once = line(
    'ours',
    'one token request for one code',
    requests.length === 1,
    `${requests.length} requests`,
  );
  const [seen] = requests;
  if (seen === undefined) return [once];
  const { form } = seen;
  const verifier = form['code_verifier'] ?? '';
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const { sent } = authorization;
  return [
    ...formLines(seen),
    line(
      '67',
      'grant_type is authorization_code',
      form['grant_type'] === 'authorization_code',
      form['grant_type'],
    ),
    line('68', 'the code as it was issued', form['code'] === code, veiled(form['code'])),
    line(
      '69',
      'the redirect_uri of the authorization request',
      form['redirect_uri'] === sent.get('redirect_uri'),
      form['redirect_uri'],
    ),
    line(
      '70',
      'the code_verifier of the code_challenge',
      challenge === sent.get('code_challenge'),
      veiled(verifier),
    ),
    line(
      '13',
      'a code_verifier of 43 to 128 allowed characters',
      /^[\w.~-]{43,128}$/.test(verifier),
      veiled(verifier),
    ),
    once,
  ];
}

/** The requirements of a renewal. `newest`: the token is the last one issued; `issuedTo`: to whom it was. */
export function refreshLines(
  seen: FormSeen,
  issued: 'newest' | 'older' | 'no',
  granted: readonly string[],
): readonly Line[] {
  const { form } = seen;
  const asked = form['scope']?.split(' ') ?? [];
  const more = asked.filter((scope) => !granted.includes(scope));
  return [
    ...formLines(seen),
    line(
      '105',
      'grant_type is refresh_token, with a token that was issued',
      form['grant_type'] === 'refresh_token' && issued !== 'no',
      veiled(form['refresh_token']),
    ),
    line(
      'ours',
      'the newest refresh token, each once',
      issued === 'newest',
      issued === 'newest' ? 'the newest' : 'an older one',
    ),
    line(
      '105',
      'no scope that was not granted',
      more.length === 0,
      form['scope'] === undefined ? 'scope left out: as granted' : more.join(' '),
    ),
  ];
}

/** The requirements of signing out. */
export function signOutLines(
  seen: FormSeen,
  issued: 'newest' | 'older' | 'no',
  readAfter: number,
): readonly Line[] {
  return [
    ...formLines(seen),
    line(
      'ours',
      'the newest token is revoked',
      issued === 'newest',
      issued === 'newest' ? 'the newest' : issued === 'older' ? 'an older one' : 'a token of nobody',
    ),
    line('ours', 'no record is asked for afterwards', readAfter === 0, `${readAfter} requests`),
  ];
}
