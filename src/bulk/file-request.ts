/** Asks for one file of an export: the line, its silence, and how far a redirect is followed. */
import { request as plainRequest, type IncomingMessage } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { BulkClient } from './ask.ts';
import { fileAddress } from './bulk-config.ts';
import { BulkError } from './failure.ts';
import { ownPieces, plainAgent, secureAgent } from './file-agent.ts';

/** A line on which nothing comes for so long is broken. */
const silence = 60_000;
const mostRedirects = 3;

function ask(
  url: string,
  headers: Readonly<Record<string, string>>,
  signal?: AbortSignal,
): Promise<IncomingMessage> {
  const isSecure = url.startsWith('https:');
  const send = isSecure ? secureRequest : plainRequest;
  const agent = isSecure ? secureAgent : plainAgent;
  return new Promise((resolve, reject) => {
    const request = send(url, { headers, agent, ...(signal && { signal }) }, (response) =>
      resolve(ownPieces(response)),
    );
    request.setTimeout(silence, () => request.destroy(new Error('silence')));
    request.once('error', reject);
    request.end();
  });
}

/**
 * The answer to a request for a file, its body still to be read. A redirect is followed without the token, as curl does
 * to another host, but even on the same one: another host may hold the file, encrypted. Each step is judged as the
 * manifest's own address was (`fileAddress`), and asked for as that rewrites it. Rejects with `BulkError` (`protocol`, `unreachable`, `interrupted`).
 */
export async function requestFile(
  client: BulkClient,
  { url: first }: { readonly url: string },
  headers: Readonly<Record<string, string>>,
): Promise<IncomingMessage> {
  let url = first;
  let sent = headers;
  for (let hop = 0; ; hop += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one hop leads to the next
    const response = await ask(url, sent, client.signal).catch(() => {
      if (client.signal?.aborted === true) throw new BulkError({ kind: 'interrupted' });
      throw new BulkError({ kind: 'unreachable', what: 'the server of the files' });
    });
    const { statusCode = 0, headers: answered } = response;
    if (statusCode < 300 || statusCode > 399 || answered.location === undefined) return response;
    response.resume();
    const there = URL.parse(answered.location, url);
    const next =
      there === null
        ? ({ refused: 'foreign-address' } as const)
        : fileAddress(client.server, there.href, false);
    if (hop >= mostRedirects || 'refused' in next)
      throw new BulkError({
        kind: 'protocol',
        reason: 'refused' in next ? next.refused : 'redirected',
        detail: 'a file is said to lie elsewhere',
      });
    ({ url } = next);
    // Signed, or open to whoever knows it: what an API sends on to needs no token, and gets none.
    const { Authorization: _token, ...others } = sent;
    sent = others;
  }
}
