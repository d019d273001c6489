import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { BulkFile } from './bulk-files.ts';

/** How long a file is: it has to be made for that, which only a continued one costs. */
function sizeOf(file: BulkFile): number {
  let size = 0;
  for (const piece of file.pieces()) size += piece.length;
  return size;
}

/**
 * Sends one file, or what of it `Range: bytes=N-` with a fitting `If-Range` asks for (RFC 9110 §14), at the pace at which
 * it is taken. `isBroken`: the line is cut after half of the first piece.
 */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: BulkFile,
  { etag, isBroken }: { readonly etag: string; readonly isBroken: boolean },
): Promise<void> {
  const asked = /^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1];
  const skip = asked !== undefined && request.headers['if-range'] === etag ? Number(asked) : 0;
  const headers = { 'Content-Type': 'application/fhir+ndjson', ETag: etag, 'Accept-Ranges': 'bytes' };
  if (skip > 0) {
    const size = sizeOf(file);
    if (skip >= size) return void response.writeHead(416, { 'Content-Range': `bytes */${size}` }).end();
    response.writeHead(206, { ...headers, 'Content-Range': `bytes ${skip}-${size - 1}/${size}` });
  } else response.writeHead(200, headers);
  if (isBroken) {
    const [first = Buffer.alloc(0)] = pieces(file, skip);
    response.write(first.subarray(0, Math.ceil(first.length / 2)), () => request.socket.destroy());
    return;
  }
  // Somebody who leaves in the middle is no fault.
  await pipeline(Readable.from(pieces(file, skip)), response).catch(() => undefined);
}

function* pieces(file: BulkFile, skip: number): Generator<Buffer> {
  let left = skip;
  for (const piece of file.pieces()) {
    if (left < piece.length) yield left > 0 ? piece.subarray(left) : piece;
    left = Math.max(0, left - piece.length);
  }
}
