/** Time-outs of a request. */
import type { Clock } from './budget-clock.ts';
import { FhirError } from './failure.ts';

/** Silence after which a request is given up: before the headers, and between two pieces of the body. */
export const silenceMs = 30_000;

/** A server that drips for ever is given up too. */
export const longestMs = 180_000;

/**
 * Runs `task` with a signal that aborts on `outer`, after 30 s of silence (`touch` begins them anew), and after three
 * minutes in all. A time-out rejects with FhirError (`unreachable`, `timeout`), `outer` with its own reason.
 */
export async function withDeadline<T>(
  clock: Clock,
  outer: AbortSignal | undefined,
  task: (signal: AbortSignal, touch: () => void) => Promise<T>,
): Promise<T> {
  outer?.throwIfAborted();
  const controller = new AbortController();
  let timedOut = false;
  const expire = (): void => {
    timedOut = true;
    controller.abort();
  };
  const forward = (): void => controller.abort(outer?.reason);
  outer?.addEventListener('abort', forward, { once: true });
  const cancelLongest = clock.after(longestMs, expire);
  let cancelSilence = clock.after(silenceMs, expire);
  const touch = (): void => {
    cancelSilence();
    cancelSilence = clock.after(silenceMs, expire);
  };
  try {
    return await task(controller.signal, touch);
  } catch (error) {
    outer?.throwIfAborted();
    throw timedOut ? new FhirError({ kind: 'unreachable', reason: 'timeout' }) : error;
  } finally {
    cancelSilence();
    cancelLongest();
    outer?.removeEventListener('abort', forward);
  }
}
