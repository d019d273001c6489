/** One file of an export to the disk: streamed, taken up where it broke off, whole or not there. */
import { createReadStream } from 'node:fs';
import { open, rename, stat, truncate } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { readRetryAfter } from '#fhir/failure.ts';
import type { BulkClient } from './ask.ts';
import { continuation, strongTag } from './content-range.ts';
import { diskFailure } from './disk-failure.ts';
import { BulkError, type BulkFailure } from './failure.ts';
import { requestFile } from './file-request.ts';
import { fileSink } from './file-sink.ts';
import { hasWholeEnd } from './last-line.ts';
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
  /** What an earlier call for the same file has learnt of its part. */
  readonly known?: Part;
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
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) count.add(chunk as Buffer);
  } catch (error) {
    throw diskFailure(path, error);
  }
  return count;
}

export interface Part {
  /** A strong validator (RFC 9110 §13.1.5): without one a part is never continued. */
  etag: string | undefined;
}

type Tried =
  /** `isProven`: a length, chunks or a checksum say that this was the end, and not only that the line was closed. */
  | { readonly outcome: 'whole'; readonly count: NdjsonCount; readonly isProven: boolean }
  | { readonly outcome: 'refused' }
  | { readonly outcome: 'again'; readonly why: BulkFailure };

export interface Fetched {
  readonly facts: FileFacts;
  /** Resolves once the disk has it and it lies at `path`. Another file may be fetched meanwhile. */
  settle(): Promise<void>;
}

async function settle(part: string, path: string, { bytes }: FileFacts): Promise<void> {
  try {
    const handle = await open(part, 'r+');
    try {
      await handle.datasync();
      // Nobody else has any business with it; who has written into it all the same is found out here.
      if ((await handle.stat()).size !== bytes) {
        const file = path.split('/').at(-1) ?? '';
        throw new BulkError({ kind: 'file-broken', file, reason: 'overwritten' });
      }
    } finally {
      await handle.close();
    }
    await rename(part, path);
  } catch (error) {
    throw diskFailure(part, error);
  }
}

const passing: readonly BulkFailure['kind'][] = ['unreachable', 'server-error', 'throttled'];

/**
 * Fetches one file. Resolves once all of it has come, counted and summed; `settle` gives it its name. A body of which
 * neither its length nor its number of records is known, and which ends where the line does, is fetched twice and has to
 * be the same. Rejects with `BulkError`: what stood in the way last (`unreachable`, `server-error`, `throttled`,
 * `file-broken`), `absent` (its address has run out), `refused`, `interrupted`, `setup` (the disk). The part is kept for
 * the next attempt.
 */
export async function downloadFile(
  client: BulkClient,
  file: WantedFile,
  { onBytes, known = { etag: undefined } }: DownloadHooks = {},
): Promise<Fetched> {
  const part = `${file.path}.part`;
  const name = file.path.split('/').at(-1) ?? '';
  const broken = (reason: 'cut-off' | 'count' | 'not-ndjson'): BulkFailure => ({
    kind: 'file-broken',
    file: name,
    reason,
  });
  let refusals = 0;
  let miscounts = 0;
  let seenOnce: string | undefined;
  let last = broken('cut-off');
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    if (client.signal?.aborted === true) throw new BulkError({ kind: 'interrupted' });
    // oxlint-disable no-await-in-loop -- every try goes on from where the one before broke off
    const tried = await attemptOnce(client, file, part, known, onBytes).catch((error: unknown): Tried => {
      if (client.signal?.aborted === true) throw new BulkError({ kind: 'interrupted' });
      if (!(error instanceof BulkError) || !passing.includes(error.failure.kind)) throw error;
      return { outcome: 'again', why: error.failure };
    });
    if (tried.outcome === 'refused') {
      refusals += 1;
      if (refusals > 1) throw new BulkError({ kind: 'refused', status: 401 });
      continue;
    }
    if (tried.outcome === 'again') last = tried.why.kind === 'file-broken' ? broken('cut-off') : tried.why;
    else {
      const { count, isProven } = tried;
      const facts = count.facts();
      if (!count.isNdjson()) throw new BulkError(broken('not-ndjson'));
      const isWhole = await hasWholeEnd(part, count.lastLine());
      const isAsPromised = file.count === undefined || file.count === facts.count;
      if (isWhole && isAsPromised) {
        if (isProven || file.count !== undefined || facts.sha256 === seenOnce)
          return { facts, settle: () => settle(part, file.path, facts) };
        seenOnce = facts.sha256;
      }
      // From the start: there is nothing to go on from.
      await truncate(part, 0).catch((error: unknown) => {
        throw diskFailure(part, error);
      });
      if (isWhole) {
        last = broken(isAsPromised ? 'cut-off' : 'count');
        // The same again is the server's own miscount, and is told.
        if (!isAsPromised) miscounts += 1;
        if (miscounts > 1) throw new BulkError(last);
        continue;
      }
      last = broken(isProven ? 'not-ndjson' : 'cut-off');
    }
    const retryAfter = 'retryAfter' in last ? last.retryAfter : undefined;
    if (attempt < mostAttempts - 1) await pause(client, attempt, retryAfter);
    // oxlint-enable no-await-in-loop
  }
  throw new BulkError(last);
}

async function pause(client: BulkClient, attempt: number, seconds: number | undefined): Promise<void> {
  const retryAfter = seconds === undefined ? null : String(seconds);
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
  onBytes: DownloadHooks['onBytes'],
): Promise<Tried> {
  const cutOff: Tried = {
    outcome: 'again',
    why: { kind: 'file-broken', file: part, reason: 'cut-off' },
  };
  const have = known.etag === undefined ? 0 : await sizeOf(part);
  const token = file.withToken ? await client.tokens.token() : undefined;
  const response = await requestFile(client, file, {
    Accept: 'application/fhir+ndjson',
    'Accept-Encoding': have > 0 ? 'identity' : 'gzip, identity',
    ...(token !== undefined && { Authorization: `Bearer ${token}` }),
    ...(have > 0 && known.etag !== undefined && { Range: `bytes=${have}-`, 'If-Range': known.etag }),
  });
  const { statusCode: status = 0, headers } = response;
  if (status !== 200 && status !== 206) {
    response.resume();
    if (status === 401 && token !== undefined) {
      await client.tokens.renew(token);
      return { outcome: 'refused' };
    }
    if ([401, 403, 404, 410].includes(status)) throw new BulkError({ kind: 'absent', what: 'file' });
    const retryAfter = readRetryAfter(headers['retry-after'] ?? null, client.pacing.now());
    if (status === 429) return { outcome: 'again', why: { kind: 'throttled', retryAfter } };
    // 408 and 425 ask for the same once more (RFC 9110 §15.5.9, RFC 8470 §5.2).
    if (status >= 500 || status === 408 || status === 425)
      return { outcome: 'again', why: { kind: 'server-error', status, retryAfter } };
    if (status !== 416) throw new BulkError({ kind: 'unsupported', status });
    known.etag = undefined;
    return cutOff;
  }
  const stretch = status === 206 ? continuation(headers, have, known.etag) : undefined;
  const isContinued = stretch !== undefined;
  if (status === 206 && !isContinued) {
    response.destroy();
    known.etag = undefined;
    return cutOff;
  }
  // Codings are told apart whatever their case, and x-gzip is gzip (RFC 9110 §8.4.1).
  const coding = (headers['content-encoding'] ?? '').trim().toLowerCase();
  const isEncoded = coding === 'gzip' || coding === 'x-gzip';
  if (!isEncoded && coding !== '' && coding !== 'identity') {
    response.destroy();
    throw new BulkError({ kind: 'protocol', reason: 'coding' });
  }
  known.etag = isEncoded ? undefined : strongTag(headers);
  const count = isContinued ? await countExisting(part) : countNdjson();
  const isWhole = await write(response, { part, count, isEncoded, isContinued, onBytes });
  if (stretch !== undefined) {
    const { bytes } = count.facts();
    // More than it said: what lies there is of no file, and nothing is added to it.
    if (bytes > stretch.end) known.etag = undefined;
    // A server may send less than it was asked for (RFC 9110 §15.3.7): the file is whole at its length and not before.
    const isAll = bytes === stretch.end && bytes === stretch.total;
    return isAll ? { outcome: 'whole', count, isProven: true } : cutOff;
  }
  if (!isWhole) return cutOff;
  const isChunked = /\bchunked\b/i.test(headers['transfer-encoding'] ?? '');
  return { outcome: 'whole', count, isProven: isEncoded || isChunked || 'content-length' in headers };
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
