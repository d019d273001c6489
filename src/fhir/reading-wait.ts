/** Counts down the seconds until the EHR's limit lets the next request out. */
import type { Clock } from './budget-clock.ts';

export interface WaitTicker {
  /** The time to wait for may have changed. */
  look(): void;
  stop(): void;
}

/** `tell` hears the whole seconds left, each second, and undefined when nothing waits any more. */
export function createWaitTicker(
  clock: Clock,
  nextAt: () => number | undefined,
  tell: (seconds: number | undefined) => void,
): WaitTicker {
  let cancel: (() => void) | undefined;
  let isStopped = false;
  const look = (): void => {
    cancel?.();
    cancel = undefined;
    if (isStopped) return;
    const next = nextAt();
    const left = next === undefined ? 0 : next - clock.now();
    tell(left > 0 ? Math.ceil(left / 1000) : undefined);
    // The moment at which one second less is left.
    if (left > 0) cancel = clock.after(((left - 1) % 1000) + 1, look);
  };
  return {
    look,
    stop() {
      isStopped = true;
      cancel?.();
    },
  };
}
