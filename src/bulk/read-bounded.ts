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

/** JSON text that holds an object. Throws `BulkError` (`not-json`), with what it was meant to be. */
export function jsonObject(text: string, detail?: string): Readonly<Record<string, unknown>> {
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json === 'object' && json !== null && !Array.isArray(json))
      return json as Record<string, unknown>;
  } catch {
    // Said below.
  }
  throw new BulkError({ kind: 'protocol', reason: 'not-json', ...(detail !== undefined && { detail }) });
}
