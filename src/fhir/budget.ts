/**
 * The EHR's limit of requests a minute, kept from our side: at most so many requests on the wire in any 61 seconds, the
 * whole of them at once if need be, the most wanted first. docs/decisions/006-request-budget.md
 */
import type { Clock } from './budget-clock.ts';
import { type BudgetStore, type SentLog } from './budget-store.ts';
import { FhirError } from './failure.ts';

export interface RateLimit {
  readonly requestsPerMinute: number;
  /** Whether the preflight before each request counts too. */
  readonly preflightsCount: boolean;
}

export interface BudgetOptions {
  /** Undefined: no limit; only the number of requests at once is held. */
  readonly limit: RateLimit | undefined;
  readonly store: BudgetStore;
  readonly clock: Clock;
  /** Told whenever `nextAt` may have changed. */
  readonly onChange?: () => void;
}

export interface Permit {
  /** The EHR answered, with whatever but 429. */
  answered(): void;
  /** Nothing was learned: not sent, called off, or no answer in time. */
  dropped(): void;
  /** The EHR said 429. True: ask again (`enter` waits out the time). False: it has refused too often. */
  throttled(retryAfter: number | undefined): Promise<boolean>;
  /** No answer could be read. True where that may be a hidden 429, and asking again after one window makes sense. */
  lost(): Promise<boolean>;
}

export interface Budget {
  /**
   * Waits for a turn. Lower `rank` goes first, asked anew at every turn; equal ranks in the order they came; an
   * infinite one does not go before `reconsider`. Rejects
   * with the signal's reason, or with FhirError `throttled` when the EHR keeps refusing.
   */
  enter(rank: () => number, signal: AbortSignal): Promise<Permit>;
  /** Ranks that were infinite may be so no more. */
  reconsider(): void;
  /** When the next waiting request may go out; undefined while none waits for the limit. */
  nextAt(): number | undefined;
  /** Drops the timer. Whoever waits is told by their own signal. */
  stop(): void;
}

/** A minute, and a second for the time a request is under way: the EHR's clock is not ours. */
export const windowMs = 61_000;

/** As many as a browser opens to one host over HTTP/1.1: more would only queue where no priority reaches them. */
const atOnce = 6;

/** Windows in a row in which the EHR answers nothing but 429 before those who wait are told. */
const mostStrikes = 3;

/** A longer wait than this is not sat out; the reader is told, and asks again. */
const longestWaitMs = 120_000;

/** No hold is believed beyond an hour: neither a server's mistake nor a clock set back may silence the app for a day. */
const longestHoldMs = 3_600_000;

interface Taken {
  readonly count: number;
  readonly at: number;
}

interface Waiting {
  readonly rank: () => number;
  readonly grant: (permit: Permit) => void;
  readonly refuse: (reason: unknown) => void;
}

/** Drops what lies outside the window, and what a clock since set back has left in the future. */
function current(log: SentLog, now: number): SentLog {
  return {
    sent: log.sent.filter((time) => time > now - windowMs && time <= now),
    heldUntil: log.heldUntil > now + longestHoldMs ? 0 : log.heldUntil,
  };
}

export function createBudget({ limit, store, clock, onChange = () => undefined }: BudgetOptions): Budget {
  const room = limit === undefined ? Infinity : Math.max(1, limit.requestsPerMinute);
  const cost = limit === undefined ? 0 : Math.min(room, limit.preflightsCount ? 2 : 1);
  let waiting: Waiting[] = [];
  let underWay = 0;
  let strikes = 0;
  /** After a hold one request goes ahead; the others follow when it has been answered. */
  let isProbing = false;
  let lastHold = -Infinity;
  let isPumping = false;
  let next: number | undefined;
  let cancelWake: (() => void) | undefined;

  const setNext = (time: number | undefined): void => {
    cancelWake?.();
    cancelWake =
      time === undefined ? undefined : clock.after(Math.max(0, time - clock.now()), () => void pump());
    if (next === time) return;
    next = time;
    onChange();
  };

  const giveUp = (retryAfter: number | undefined): void => {
    const refused = waiting;
    waiting = [];
    strikes = 0;
    setNext(undefined);
    for (const { refuse } of refused) refuse(new FhirError({ kind: 'throttled', retryAfter }));
  };

  /**
   * Takes shares of the window for as many as `wanted` requests, together: between two visits to the store a page may
   * be busy drawing. Resolves with how many were to be had and, where none was, with the time to try again at.
   */
  const take = async (wanted: number): Promise<Taken> => {
    let taken: Taken = { count: 0, at: 0 };
    await store.update((before) => {
      const now = clock.now();
      const log = current(before, now);
      const count = cost === 0 ? wanted : Math.min(wanted, Math.floor((room - log.sent.length) / cost));
      const excess = log.sent.length + cost - room;
      const freeAt = excess > 0 ? (log.sent[excess - 1] ?? now) + windowMs : now;
      const at = Math.max(freeAt, log.heldUntil);
      taken = at > now ? { count: 0, at } : { count, at: now };
      return { ...log, sent: [...log.sent, ...Array<number>(cost * taken.count).fill(now)] };
    });
    return taken;
  };

  /** Gives back shares that were taken at `at` and that nobody is there for any more. */
  const giveBack = async ({ count, at }: Taken): Promise<void> => {
    if (count === 0 || cost === 0) return;
    await store.update((log) => {
      const kept = log.sent.indexOf(at);
      return kept === -1 ? log : { ...log, sent: log.sent.toSpliced(kept, cost * count) };
    });
  };

  const pickNext = (): Waiting | undefined => {
    let best: Waiting | undefined;
    for (const one of waiting) if (one.rank() < (best?.rank() ?? Infinity)) best = one;
    waiting = waiting.filter((one) => one !== best);
    return best;
  };

  const free = (): number => (isProbing ? 1 : atOnce) - underWay;

  async function pump(): Promise<void> {
    if (isPumping) return;
    isPumping = true;
    try {
      for (;;) {
        const wanted = Math.min(free(), waiting.filter((one) => one.rank() < Infinity).length);
        if (wanted <= 0) break;
        // oxlint-disable-next-line no-await-in-loop -- who goes is decided when there is room, and not before
        const taken = await take(wanted);
        if (taken.count === 0 && waiting.length > 0) {
          const wait = taken.at - clock.now();
          if (wait > longestWaitMs) giveUp(Math.ceil(wait / 1000));
          else setNext(taken.at);
          return;
        }
        let left = taken.count;
        // A hold may have come in between: then one goes ahead.
        while (left > 0 && free() > 0) {
          const chosen = pickNext();
          if (chosen === undefined) break;
          left -= 1;
          underWay += 1;
          chosen.grant(createPermit());
        }
        // Called off meanwhile, or held back.
        // oxlint-disable-next-line no-await-in-loop -- before others are let go
        if (left > 0) await giveBack({ ...taken, count: left });
      }
      setNext(undefined);
    } finally {
      isPumping = false;
    }
  }

  /** Nothing goes out for `ms`. Refusals of requests that were under way together count as one strike. */
  const hold = async (ms: number, grantedAt: number): Promise<void> => {
    const now = clock.now();
    if (grantedAt > lastHold) strikes += 1;
    lastHold = now;
    isProbing = true;
    const until = now + Math.min(longestHoldMs, Math.max(1000, ms));
    await store.update((log) => ({ ...log, heldUntil: Math.max(log.heldUntil, until) }));
    // What took its share while the hold was being written went out before it.
    lastHold = clock.now();
  };

  function createPermit(): Permit {
    const grantedAt = clock.now();
    let isHeld = true;
    const release = (): void => {
      if (isHeld) underWay -= 1;
      isHeld = false;
    };
    return {
      answered() {
        release();
        if (grantedAt > lastHold) {
          strikes = 0;
          isProbing = false;
        }
        void pump();
      },
      dropped() {
        release();
        void pump();
      },
      async throttled(retryAfter) {
        release();
        await hold(retryAfter === undefined ? windowMs : retryAfter * 1000, grantedAt);
        const mayRepeat = strikes < mostStrikes;
        if (!mayRepeat) giveUp(retryAfter);
        void pump();
        return mayRepeat;
      },
      async lost() {
        release();
        const log = await store.update((before) => current(before, clock.now()));
        // One that went ahead after a hold met an empty window: its silence is no limit.
        const isProbe = isProbing && grantedAt > lastHold;
        const isEdge = limit !== undefined && !isProbe && log.sent.length >= room / 2;
        if (isEdge) await hold(windowMs, grantedAt);
        void pump();
        return isEdge;
      },
    };
  }

  return {
    enter(rank, signal) {
      return new Promise((resolve, reject) => {
        if (signal.aborted) {
          reject(signal.reason);
          return;
        }
        const callOff = (): void => {
          waiting = waiting.filter((other) => other !== one);
          if (waiting.length === 0) setNext(undefined);
          reject(signal.reason);
        };
        const one: Waiting = {
          rank,
          grant(permit) {
            signal.removeEventListener('abort', callOff);
            resolve(permit);
          },
          refuse(reason) {
            signal.removeEventListener('abort', callOff);
            reject(reason);
          },
        };
        signal.addEventListener('abort', callOff, { once: true });
        waiting.push(one);
        void pump();
      });
    },
    reconsider: () => void pump(),
    nextAt: () => next,
    stop() {
      setNext(undefined);
    },
  };
}
