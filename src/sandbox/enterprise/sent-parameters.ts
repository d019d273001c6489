import { enterpriseClients, type EnterpriseClient } from '#sandbox/cast.ts';
import type { Switches } from '#sandbox/control.ts';
import { OAuthError } from './oauth-error.ts';

/** What a token or revocation request says, and which client it has proved to come from. */
export interface SentParameters {
  readonly client: EnterpriseClient;
  get(name: string): string | undefined;
}

/**
 * Reads a request's parameters from where the server looks for them, and its client's secret with them: `query` is
 * what NextGen Enterprise documents, a POST with an empty form whose parameters all stand in the address. Throws
 * `invalid_request` for parameters elsewhere, `invalid_client` where the secret does not fit.
 */
export async function sentParameters(
  request: Request,
  url: URL,
  where: Switches['enterpriseParameters'],
  doors: readonly EnterpriseClient['door'][],
): Promise<SentParameters> {
  const body = new URLSearchParams(await request.text());
  const header = request.headers.get('Authorization');
  const query = url.searchParams;
  if (where === 'query' && (body.size > 0 || header !== null))
    throw new OAuthError('invalid_request', 'The parameters belong in the query string.');
  if ((where === 'form' || where === 'basic') && query.size > 0)
    throw new OAuthError('invalid_request', 'The parameters belong in the form.');
  const parameters = new URLSearchParams([...query, ...body]);
  const get = (name: string): string | undefined => parameters.get(name) ?? undefined;
  const basic = where === 'basic' || where === 'any' ? readBasic(header) : undefined;
  if (where === 'basic' && (basic === undefined || get('client_secret') !== undefined))
    throw new OAuthError('invalid_client', 'The client authenticates with Basic.', 401);
  const id = basic?.id ?? get('client_id');
  const secret = basic?.secret ?? get('client_secret');
  const client = enterpriseClients.find((each) => each.id === id && doors.includes(each.door));
  if (client === undefined || secret !== client.secret)
    throw new OAuthError('invalid_client', 'The client is not known, or its secret does not fit.', 401);
  return { client, get };
}

/** RFC 6749 §2.3.1: both halves are form-encoded before they are joined. */
function readBasic(header: string | null): { readonly id: string; readonly secret: string } | undefined {
  const [, encoded] = /^Basic +(\S+)$/i.exec(header ?? '') ?? [];
  if (encoded === undefined) return undefined;
  const [id = '', secret = ''] = Buffer.from(encoded, 'base64')
    .toString('utf8')
    .split(':')
    .map((half) => new URLSearchParams(`v=${half}`).get('v') ?? '');
  return { id, secret };
}
