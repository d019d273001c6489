/** A clock that tests move by hand. */
import type { Clock } from './budget-clock.ts';

export interface FakeClock extends Clock {
  /** Lets pending work settle, then moves on, running what comes due in order. */
  advance(ms: number): Promise<void>;
  /** Timers not yet due or called off. */
  pending(): number;
}

/** Lets promises, streams and messages that are ready settle; no time passes on the clock. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) {
    // oxlint-disable-next-line no-await-in-loop -- each turn may start the next
    await new Promise<void>((resolve) => {
      const channel = new MessageChannel();
      channel.port1.addEventListener('message', () => {
        channel.port1.close();
        resolve();
      });
      channel.port1.start();
      channel.port2.postMessage(undefined);
    });
  }
}

export function createFakeClock(start = Date.UTC(2026, 0, 15, 9)): FakeClock {
  let now = start;
  let timers: { readonly at: number; readonly task: () => void }[] = [];
  return {
    now: () => now,
    after(ms, task) {
      const timer = { at: now + Math.max(0, ms), task };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    async advance(ms) {
      const end = now + ms;
      await settle();
      for (;;) {
        const due = timers.filter((timer) => timer.at <= end).toSorted((a, b) => a.at - b.at)[0];
        if (due === undefined) break;
        timers = timers.filter((timer) => timer !== due);
        now = Math.max(now, due.at);
        due.task();
        // oxlint-disable-next-line no-await-in-loop -- what one timer starts may set the next
        await settle();
      }
      now = end;
    },
    pending: () => timers.length,
  };
}
