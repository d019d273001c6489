/** How the broker proves to a sign-in server which client it is (RFC 6749 §2.3.1, RFC 7523, NextGen Enterprise's way). */
import { clientAssertion, type AssertionKeys } from '#smart/client-assertion.ts';
import type { Broker, Endpoints, System } from '#smart/registry.ts';

export type ClientCredential =
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'keys'; readonly keys: AssertionKeys };

/** A system that the broker serves, with all it needs: nothing of it ever comes from a request. */
export interface BrokerClient {
  readonly system: System;
  readonly endpoints: Endpoints;
  readonly authentication: Broker['authentication'];
  readonly credential: ClientCredential;
}

export interface OutgoingRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** RFC 6749 §2.3.1: id and secret are form-encoded before they are joined, so that a colon in one splits nothing. */
function formEncoded(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1);
}

/** A request to one of the client's own endpoints, authenticated as the registry says, or as `authentication` says. */
export async function authenticated(
  client: BrokerClient,
  url: string,
  parameters: Readonly<Record<string, string>>,
  now: number,
  authentication = client.authentication,
): Promise<OutgoingRequest> {
  const { system, credential } = client;
  const form = new URLSearchParams(parameters);
  const headers: Record<string, string> = {
    Accept: 'application/json',
    'Content-Type': 'application/x-www-form-urlencoded',
  };
  if (credential.kind === 'keys') {
    form.set('client_assertion_type', 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer');
    // Always the token address, at the revocation endpoint too (RFC 7523 §3): the one audience that servers agree on.
    const { token } = client.endpoints;
    form.set('client_assertion', await clientAssertion(credential.keys, system.clientId, token, now));
    return { url, headers, body: form.toString() };
  }
  if (authentication === 'basic') {
    const pair = `${formEncoded(system.clientId)}:${formEncoded(credential.secret)}`;
    headers['Authorization'] = `Basic ${Buffer.from(pair).toString('base64')}`;
    return { url, headers, body: form.toString() };
  }
  form.set('client_id', system.clientId);
  form.set('client_secret', credential.secret);
  if (authentication === 'body') return { url, headers, body: form.toString() };
  // NextGen Enterprise reads everything from the query and wants an empty form as the body.
  // What the address carries already stays, and nothing is sent twice.
  const address = new URL(url);
  for (const [name, value] of form) address.searchParams.set(name, value);
  return { url: address.href, headers, body: '' };
}
