/** An export on the server: begun, asked after, deleted (Bulk Data Access 1.0.1 "Bulk Data Export Operation Request Flow"). */
import { askBulk, failureOf, objectOf, type Answered, type BulkClient } from './ask.ts';
import { ownAddress } from './bulk-config.ts';
import { BulkError } from './failure.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { outcomeWords, saidIn } from './outcome-words.ts';
import { pauseBefore } from './pause.ts';

/** Whose records, and which of them. */
export interface ExportRequest {
  readonly of: { readonly kind: 'group'; readonly id: string } | { readonly kind: 'patients' | 'system' };
  /** FHIR types; empty = all. */
  readonly types: readonly string[];
  /** Instant: only what was recorded since. */
  readonly since: string | undefined;
}

function kickOffUrl(base: string, { of, types, since }: ExportRequest, bare: boolean): string {
  const path =
    of.kind === 'group' ? `/Group/${encodeURIComponent(of.id)}` : of.kind === 'patients' ? '/Patient' : '';
  const query = new URLSearchParams();
  if (!bare && types.length > 0) query.set('_type', types.join(','));
  if (!bare && since !== undefined) query.set('_since', since);
  return `${base}${path}/$export${query.size > 0 ? `?${query}` : ''}`;
}

export interface KickedOff {
  /** Below the base: where to ask how far it is. */
  readonly statusUrl: string;
  /** The server refused `_type` and `_since`: everything comes, and is sorted out here. */
  readonly isBare: boolean;
}

/**
 * Begins an export. NextGen documents no parameters: where it refuses them the export is begun once more without.
 * Rejects with `BulkError`; a 429 is not repeated, for it may stand for a week.
 */
export async function kickOff(client: BulkClient, request: ExportRequest): Promise<KickedOff> {
  const { base } = client.server;
  const ask = (bare: boolean): Promise<Answered> =>
    askBulk(client, kickOffUrl(base, request, bare), {
      what: 'group',
      also: [400],
      headers: { Accept: 'application/fhir+json', Prefer: 'respond-async' },
    });
  const hasParameters = request.types.length > 0 || request.since !== undefined;
  let answer = await ask(false);
  const isBare = answer.status === 400 && hasParameters;
  if (isBare) answer = await ask(true);
  if (answer.status === 400)
    throw new BulkError({ kind: 'unsupported', status: 400, said: saidIn(answer.text) });
  const location = answer.headers.get('content-location');
  if (location === null || location.trim() === '')
    throw new BulkError({ kind: 'protocol', reason: 'no-job-address' });
  const statusUrl = ownAddress(client.server, location.trim());
  if (statusUrl === undefined) throw new BulkError({ kind: 'protocol', reason: 'foreign-address' });
  return { statusUrl, isBare };
}

export interface Progress {
  /** `X-Progress`, cut to the hundred characters that the specification allows. */
  readonly said: string | undefined;
  /** 0–100 where it speaks of per cent. */
  readonly percent: number | undefined;
}

function progressOf(headers: Headers): Progress {
  // Terminal control characters of a stranger are not written to a terminal.
  const said = headers
    .get('x-progress')
    ?.replaceAll(/[^\x20-\x7e]/g, '')
    .slice(0, 100);
  const percent = /(\d{1,3})(?:\.\d+)?\s*%/.exec(said ?? '')?.[1];
  return {
    said: said === '' ? undefined : said,
    percent: percent === undefined ? undefined : Math.min(100, Number(percent)),
  };
}

/** So many answers 5xx, or none at all, in a row are waited out. */
const mostSilences = 6;

/**
 * Asks until the export is done: 202 waits as long as `Retry-After` says, else longer each time; a 429 and passing
 * failures are waited out. Rejects with `BulkError`: the job is gone, it failed, the server stays silent.
 */
export async function pollUntilDone(
  client: BulkClient,
  statusUrl: string,
  onProgress: (progress: Progress) => void = () => undefined,
): Promise<Manifest> {
  let silences = 0;
  for (let attempt = 0; ; attempt += 1) {
    let retryAfter: string | null = null;
    try {
      // oxlint-disable-next-line no-await-in-loop -- asking again depends on the answer
      const answer = await askBulk(client, statusUrl, { what: 'job', also: [429, 500] });
      if (answer.status === 200) return readManifest(objectOf(answer), answer.headers.get('expires'));
      // A failed job answers 5xx with an OperationOutcome (1.0.1 "Error Status"); one marked transient may pass.
      if (answer.status === 500) {
        const isForGood =
          /"resourceType"\s*:\s*"OperationOutcome"/.test(answer.text) && !/"transient"/.test(answer.text);
        if (isForGood) throw new BulkError({ kind: 'job-failed', said: outcomeWords(answer.text) });
        throw new BulkError(failureOf(answer, { what: 'job' }, client.pacing.now()));
      }
      if (answer.status === 202) {
        silences = 0;
        onProgress(progressOf(answer.headers));
      }
      retryAfter = answer.headers.get('retry-after');
    } catch (error) {
      const failure = error instanceof BulkError ? error.failure : undefined;
      const mayPass = failure?.kind === 'unreachable' || failure?.kind === 'server-error';
      silences += 1;
      if (!mayPass || silences > mostSilences) throw error;
      if (failure.kind === 'server-error' && failure.retryAfter !== undefined)
        retryAfter = String(failure.retryAfter);
    }
    // oxlint-disable-next-line no-await-in-loop -- as above
    await waitFor(client, pauseBefore(attempt, retryAfter, client.pacing.now()));
  }
}

async function waitFor({ pacing, signal }: BulkClient, milliseconds: number): Promise<void> {
  try {
    await pacing.wait(milliseconds);
  } catch (error) {
    throw signal?.aborted === true ? new BulkError({ kind: 'interrupted' }) : error;
  }
}

/** Has the server forget an export, done or not. One that it knows no more is fine. Rejects with `BulkError`. */
export async function deleteJob(client: BulkClient, statusUrl: string): Promise<void> {
  await askBulk(client, statusUrl, { method: 'DELETE', what: 'job', also: [404, 410] });
}
