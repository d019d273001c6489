import { timingSafeEqual } from 'node:crypto';
import { line, veiled, type Line } from './line.ts';
import type { FormSeen } from './seen.ts';

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** Id and secret of a Basic header (RFC 6749 §2.3.1: form-encoded before they are joined). */
export function readBasic(
  header: string | undefined,
): { readonly id: string; readonly secret: string } | undefined {
  const [, encoded] = /^Basic +([A-Za-z\d+/]+=*)$/.exec(header ?? '') ?? [];
  const [, id, secret] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded ?? '', 'base64').toString('utf8')) ?? [];
  if (encoded === undefined || id === undefined || secret === undefined) return undefined;
  try {
    const decode = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '));
    return { id: decode(id), secret: decode(secret) };
  } catch {
    return undefined;
  }
}

function same(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** How the client says who it is, at the token endpoint and at the revocation endpoint. */
export function clientLines(seen: FormSeen): readonly Line[] {
  const { client, form, authorization } = seen;
  const has = (name: string): boolean => form[name] !== undefined;
  const proofs = [
    ...(authorization === undefined ? [] : [`Authorization: ${authorization.split(' ', 1)[0]}`]),
    ...['client_secret', 'client_assertion', 'client_assertion_type'].filter(has),
  ];
  const sent = proofs.length === 0 ? 'none' : proofs.join(', ');
  switch (client?.authentication) {
    case 'none':
      return [
        line('71, 317', 'client_id in the body', form['client_id'] === client.id, form['client_id']),
        line('63', 'no authentication, as a public client has no secret', proofs.length === 0, sent),
      ];
    case 'client_secret_basic': {
      const basic = readBasic(authorization);
      return [
        line(
          '64, 345†',
          'HTTP Basic with the registered id and secret',
          basic?.id === client.id && same(basic.secret, client.secret),
          sent,
        ),
        line(
          '72†',
          'neither client_id nor client_secret in the body',
          !has('client_id') && !has('client_secret') && !has('client_assertion'),
          ['client_id', 'client_secret', 'client_assertion'].filter(has).join(', ') || 'neither',
        ),
      ];
    }
    case 'client_secret_post':
      return [
        line(
          'ours',
          'client_id and the registered secret in the body, and nowhere else',
          form['client_id'] === client.id &&
            same(form['client_secret'], client.secret) &&
            authorization === undefined,
          sent,
        ),
      ];
    case 'private_key_jwt':
      return assertionLines(seen, client.id, proofs);
    default:
      return [line('33', 'the client is a registered one', false, form['client_id'])];
  }
}

function assertionLines(
  { form, assertion, audiences, at }: FormSeen,
  id: string,
  proofs: readonly string[],
): readonly Line[] {
  const { claims = {}, algorithm, typ, signed = false, repeated = false } = assertion ?? {};
  const text = (name: string): string | undefined =>
    typeof claims[name] === 'string' ? claims[name] : undefined;
  const audience = Array.isArray(claims['aud']) ? claims['aud'] : [claims['aud']];
  const left = Number(claims['exp']) - at;
  const others = proofs.filter((proof) => !proof.startsWith('client_assertion'));
  return [
    line(
      '323–334',
      'client_assertion_type is jwt-bearer',
      form['client_assertion_type'] === assertionType,
      form['client_assertion_type'],
    ),
    line('323–334', 'the assertion’s typ is JWT', typ === 'JWT', typ),
    line(
      '308, 309†',
      'signed with RS384 or ES384',
      algorithm === 'RS384' || algorithm === 'ES384',
      algorithm,
    ),
    line('323–334', 'signed with a registered key', signed, signed ? 'a registered key' : 'another key'),
    line(
      '323–334',
      'iss and sub are the client_id',
      text('iss') === id && text('sub') === id,
      `${text('iss')}, ${text('sub')}`,
    ),
    line(
      '323–334',
      'aud is the token URL',
      audience.length === 1 && audiences.includes(String(audience[0])),
      audience.join(', '),
    ),
    line('331†', 'exp is at most five minutes away', left > 0 && left <= 300, `${Math.round(left)} s`),
    line(
      '323–334',
      'jti is never used again',
      text('jti') !== undefined && !repeated,
      repeated ? 'seen before' : veiled(text('jti')),
    ),
    line('ours', 'no other proof beside the assertion', others.length === 0, others.join(', ') || 'none'),
  ];
}
