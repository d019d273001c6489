/** One request with all that surrounds it: a turn within the EHR's limit, the token of the moment, and what repeats it. */
import type { Budget, Permit } from './budget.ts';
import { FhirError, failureOf } from './failure.ts';

export interface TokenSource {
  /** The access token of the moment. Rejects when the session is over. */
  token(): Promise<string>;
  /** A token in place of one the EHR refused. Rejects when the session is over. */
  renew(refused: string): Promise<string>;
}

export interface RequestTurn {
  readonly rank: () => number;
  readonly signal: AbortSignal;
  /** Told when the request goes out, and when it has to wait again. */
  readonly onPhase?: (phase: 'waiting' | 'reading') => void;
}

/** A 429 answered by 429 after 429: this often one request is sent, whatever the others meet. */
const mostAttempts = 4;

type Verdict = 'again' | 'renew' | 'failed';

async function judge(error: unknown, permit: Permit, seen: { renewed: boolean }): Promise<Verdict> {
  const failure = failureOf(error);
  switch (failure.kind) {
    case 'throttled':
      return (await permit.throttled(failure.retryAfter)) ? 'again' : 'failed';
    case 'unreachable':
      if (failure.reason === 'network') return (await permit.lost()) ? 'again' : 'failed';
      permit.dropped();
      return 'failed';
    case 'refused':
      permit.answered();
      if (failure.status !== 401 || seen.renewed) return 'failed';
      seen.renewed = true;
      return 'renew';
    default:
      permit.answered();
      return 'failed';
  }
}

async function orExpired(token: Promise<string>): Promise<string> {
  try {
    return await token;
  } catch {
    throw new FhirError({ kind: 'expired' });
  }
}

/**
 * Sends a request in its turn. Repeats it, in a new turn each time, after a 401 with a renewed token (once), after a 429
 * when the EHR's time has passed, and after a silence near the limit, which may be a hidden 429. Nothing else is
 * repeated.
 * Rejects with FhirError, or with the signal's reason.
 */
export async function sendInTurn<T>(
  budget: Budget,
  tokens: TokenSource,
  { rank, signal, onPhase }: RequestTurn,
  send: (token: string) => Promise<T>,
): Promise<T> {
  const seen = { renewed: false };
  let refusedToken: string | undefined;
  for (let attempt = 1; ; attempt += 1) {
    onPhase?.('waiting');
    // oxlint-disable no-await-in-loop -- every attempt depends on the one before
    const permit = await budget.enter(rank, signal);
    onPhase?.('reading');
    try {
      const token = await orExpired(refusedToken === undefined ? tokens.token() : tokens.renew(refusedToken));
      refusedToken = undefined;
      try {
        const answer = await send(token);
        permit.answered();
        return answer;
      } catch (error) {
        if (signal.aborted) throw error;
        const verdict = await judge(error, permit, seen);
        if (verdict === 'failed' || attempt >= mostAttempts) throw error;
        if (verdict === 'renew') refusedToken = token;
      }
    } catch (error) {
      permit.dropped();
      signal.throwIfAborted();
      throw error;
    }
    // oxlint-enable no-await-in-loop
  }
}
