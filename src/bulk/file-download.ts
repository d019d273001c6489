/** One file of an export to the disk: streamed, taken up where it broke off, whole or not there. */
import { createReadStream } from 'node:fs';
import { open, rename, stat, truncate } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { BulkClient } from './ask.ts';
import { BulkError } from './failure.ts';
import { requestFile } from './file-request.ts';
import { fileSink } from './file-sink.ts';
import { countNdjson, type FileFacts, type NdjsonCount } from './ndjson-count.ts';
import { pauseBefore } from './pause.ts';

export interface WantedFile {
  /** Where it shall lie; while it is fetched it lies beside that as `….part`. */
  readonly path: string;
  readonly url: string;
  readonly withToken: boolean;
  /** Records that the server promised. */
  readonly count: number | undefined;
}

export interface DownloadHooks {
  /** Called as bytes arrive. */
  readonly onBytes?: (count: number) => void;
}

/** So often a file is begun or taken up again before the export gives up on it for now. */
const mostAttempts = 6;

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}

/** What of a file lies on the disk already, counted. */
async function countExisting(path: string): Promise<NdjsonCount> {
  const count = countNdjson();
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) count.add(chunk as Buffer);
  return count;
}

interface Part {
  /** A strong validator (RFC 9110 §13.1.5): without one a part is never continued. */
  etag: string | undefined;
}

type Outcome = 'whole' | 'cut-off' | 'again' | 'refused';

export interface Fetched {
  readonly facts: FileFacts;
  /** Resolves once the disk has it and it lies at `path`. Another file may be fetched meanwhile. */
  settle(): Promise<void>;
}

async function settle(part: string, path: string): Promise<void> {
  const handle = await open(part, 'r+');
  try {
    await handle.datasync();
  } finally {
    await handle.close();
  }
  await rename(part, path);
}

/**
 * Fetches one file. Resolves once all of it has come, counted and summed; `settle` gives it its name. Rejects with
 * `BulkError`: `file-broken`, `absent` (its address has run out), `refused`, `interrupted`, `setup` (the disk). The part
 * is kept for the next attempt.
 */
export async function downloadFile(
  client: BulkClient,
  file: WantedFile,
  { onBytes }: DownloadHooks = {},
): Promise<Fetched> {
  const part = `${file.path}.part`;
  const known: Part = { etag: undefined };
  const name = file.path.split('/').at(-1) ?? '';
  let refusals = 0;
  let last: BulkError = new BulkError({ kind: 'file-broken', file: name, reason: 'cut-off' });
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    if (client.signal?.aborted === true) throw new BulkError({ kind: 'interrupted' });
    const seen = { retryAfter: null as string | null };
    // oxlint-disable no-await-in-loop -- every try goes on from where the one before broke off
    const result = await attemptOnce(client, file, part, known, seen, onBytes).catch((error: unknown) => {
      if (client.signal?.aborted === true) throw new BulkError({ kind: 'interrupted' });
      if (error instanceof BulkError) throw error;
      return { outcome: 'cut-off' as Outcome, count: undefined };
    });
    if (result.outcome === 'whole' && result.count !== undefined) {
      const facts = result.count.facts();
      if (!result.count.isNdjson())
        throw new BulkError({ kind: 'file-broken', file: name, reason: 'not-ndjson' });
      if (file.count === undefined || file.count === facts.count) {
        return { facts, settle: () => settle(part, file.path) };
      }
      // Once more from the start; the same again is the server's own miscount, and is told.
      last = new BulkError({ kind: 'file-broken', file: name, reason: 'count' });
      await truncate(part, 0);
      if (attempt > 0) throw last;
      continue;
    }
    if (result.outcome === 'refused') {
      refusals += 1;
      if (refusals > 1) throw new BulkError({ kind: 'refused', status: 401 });
      continue;
    }
    if (result.outcome === 'cut-off')
      last = new BulkError({ kind: 'file-broken', file: name, reason: 'cut-off' });
    if (attempt < mostAttempts - 1) await pause(client, attempt, seen.retryAfter);
    // oxlint-enable no-await-in-loop
  }
  throw last;
}

async function pause(client: BulkClient, attempt: number, retryAfter: string | null): Promise<void> {
  try {
    await client.pacing.wait(pauseBefore(attempt, retryAfter, client.pacing.now()));
  } catch (error) {
    throw client.signal?.aborted === true ? new BulkError({ kind: 'interrupted' }) : error;
  }
}

async function attemptOnce(
  client: BulkClient,
  file: WantedFile,
  part: string,
  known: Part,
  seen: { retryAfter: string | null },
  onBytes: DownloadHooks['onBytes'],
): Promise<{ readonly outcome: Outcome; readonly count: NdjsonCount | undefined }> {
  const have = known.etag === undefined ? 0 : await sizeOf(part);
  const token = file.withToken ? await client.tokens.token() : undefined;
  const response = await requestFile(client, file, {
    Accept: 'application/fhir+ndjson',
    'Accept-Encoding': have > 0 ? 'identity' : 'gzip, identity',
    ...(token !== undefined && { Authorization: `Bearer ${token}` }),
    ...(have > 0 && known.etag !== undefined && { Range: `bytes=${have}-`, 'If-Range': known.etag }),
  });
  const { statusCode = 0, headers } = response;
  seen.retryAfter = headers['retry-after'] ?? null;
  if (statusCode !== 200 && statusCode !== 206) {
    response.resume();
    if (statusCode === 401 && token !== undefined) {
      await client.tokens.renew(token);
      return { outcome: 'refused', count: undefined };
    }
    if ([401, 403, 404, 410].includes(statusCode)) throw new BulkError({ kind: 'absent', what: 'file' });
    if (statusCode === 416) known.etag = undefined;
    else if (statusCode !== 429 && statusCode < 500)
      throw new BulkError({ kind: 'unsupported', status: statusCode });
    return { outcome: 'again', count: undefined };
  }
  const isContinued = statusCode === 206 && headers['content-range']?.startsWith(`bytes ${have}-`) === true;
  if (statusCode === 206 && !isContinued) {
    response.destroy();
    known.etag = undefined;
    return { outcome: 'again', count: undefined };
  }
  const isEncoded = headers['content-encoding'] === 'gzip';
  const { etag } = headers;
  known.etag = isEncoded || etag === undefined || etag.startsWith('W/') ? undefined : etag;
  const count = isContinued ? await countExisting(part) : countNdjson();
  const isWhole = await write(response, { part, count, isEncoded, isContinued, onBytes });
  return { outcome: isWhole ? 'whole' : 'cut-off', count };
}

interface Writing {
  readonly part: string;
  readonly count: NdjsonCount;
  readonly isEncoded: boolean;
  readonly isContinued: boolean;
  readonly onBytes: DownloadHooks['onBytes'];
}

/** Resolves with whether the body came whole. What came of it lies on the disk either way. Rejects where the disk is at fault. */
async function write(response: IncomingMessage, writing: Writing): Promise<boolean> {
  const { part, count, isEncoded, isContinued, onBytes } = writing;
  const to = fileSink(part, isContinued, count, onBytes);
  try {
    if (isEncoded) await pipeline(response, createGunzip(), to);
    else await pipeline(response, to);
  } catch (error) {
    if (error instanceof BulkError) throw error;
    return false;
  }
  return response.complete;
}
