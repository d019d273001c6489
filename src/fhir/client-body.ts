/** Reads an answer's body within bounds, whatever the server claims about it. */
import { FhirError } from './failure.ts';
import { createPace } from './parse-json-pace.ts';

/** Larger answers are not taken in: a chart of many thousand records is under 10 MB. */
export const largestBody = 64 * 1024 * 1024;

function tooLarge(status: number): FhirError {
  return new FhirError({ kind: 'broken', status, reason: 'too-large' });
}

/**
 * The body's bytes, piece by piece; `onPiece` is told of each (it keeps the time-out away). Throws FhirError
 * (`too-large`) beyond `bound` bytes, counted after decompression.
 */
async function* piecesOf(response: Response, bound: number, onPiece: () => void): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader();
  if (reader === undefined) return;
  let received = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      received += value.byteLength;
      if (received > bound) throw tooLarge(response.status);
      onPiece();
      yield value;
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

/** The body as text (UTF-8, FHIR R4 §2.6.2), decoded as it comes and without holding up the page. Errors as `piecesOf`. */
export async function readText(response: Response, bound: number, onPiece: () => void): Promise<string> {
  const decoder = new TextDecoder();
  const pace = createPace();
  const parts: string[] = [];
  for await (const piece of piecesOf(response, bound, onPiece)) {
    parts.push(decoder.decode(piece, { stream: true }));
    if (pace.isDue()) await pace.turn();
  }
  parts.push(decoder.decode());
  return parts.join('');
}

/** The body as bytes. Errors as `piecesOf`. */
export async function readBytes(
  response: Response,
  bound: number,
  onPiece: () => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  for await (const piece of piecesOf(response, bound, onPiece)) pieces.push(piece);
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.byteLength, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.byteLength;
  }
  return bytes;
}
