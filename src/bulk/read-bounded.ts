import { BulkError } from './failure.ts';

/** A body as text. Rejects with `BulkError` (`too-large`) beyond `most` bytes, whatever length was announced. */
export async function readBounded(response: Response, most: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > most) throw new BulkError({ kind: 'protocol', reason: 'too-large' });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
