/** Waiting between two requests: what the server says, else longer each time. */
import { readRetryAfter } from '#fhir/failure.ts';
import { BulkError } from './failure.ts';

export interface Pacing {
  readonly now: () => number;
  /** Resolves after so many milliseconds; rejects with the signal's reason. */
  readonly wait: (milliseconds: number) => Promise<void>;
}

const first = 1000;
const most = 60_000;

/**
 * Milliseconds until the next try: `Retry-After` (RFC 9110 §10.2.3) where there is one, at least a second (a date may be
 * past by the time it comes, or by a wrong clock) and at most an hour of it at a time, else one second, two, four … up to
 * a minute (Bulk Data Access 1.0.1 "exponential backoff").
 */
export function pauseBefore(attempt: number, retryAfter: string | null, now: number): number {
  const asked = readRetryAfter(retryAfter, now);
  if (asked !== undefined) return Math.max(first, Math.min(asked, 3600) * 1000);
  return Math.min(first * 2 ** Math.min(attempt, 10), most);
}

/** Waits. Rejects with `BulkError` (`interrupted`) where it is stopped meanwhile. */
export async function pause(
  { pacing, signal }: { readonly pacing: Pacing; readonly signal: AbortSignal | undefined },
  milliseconds: number,
): Promise<void> {
  try {
    await pacing.wait(milliseconds);
  } catch (error) {
    throw signal?.aborted === true ? new BulkError({ kind: 'interrupted' }) : error;
  }
}

/** The machine's own clock; `signal` ends every wait. */
export function machinePacing(signal?: AbortSignal): Pacing {
  return {
    now: Date.now,
    wait: (milliseconds) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted === true) return reject(signal.reason);
        const stop = (): void => {
          clearTimeout(timer);
          reject(signal?.reason);
        };
        const timer = setTimeout(() => {
          signal?.removeEventListener('abort', stop);
          resolve();
        }, milliseconds);
        signal?.addEventListener('abort', stop, { once: true });
      }),
  };
}
