/** How this folder asks other servers, and how much of an answer it is ready to read. */
import type { Unreachable } from './failure.ts';

/** No answer of a sign-in server is near this long. */
const longestAnswer = 256 * 1024;

/** Nothing stored, no cookies, no redirect followed; given up after a while. */
export function requestOptions(timeoutMs: number): RequestInit {
  return {
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(timeoutMs),
  };
}

/** The body as text; undefined when it is longer than any honest one. Rejects where the connection breaks. */
export async function readBounded(response: Response): Promise<string | undefined> {
  const reader = response.body?.getReader();
  if (reader === undefined) return '';
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    length += value.byteLength;
    if (length > longestAnswer) {
      // Not waited for: who sends this much may not be quick to stop.
      void reader.cancel().catch(() => {});
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** Why there was no answer, as far as the browser says. */
export function unreachable(error: unknown): Unreachable {
  if (error instanceof DOMException && (error.name === 'TimeoutError' || error.name === 'AbortError'))
    return 'timeout';
  return globalThis.navigator?.onLine === false ? 'offline' : 'network';
}
