import type { Control } from '#sandbox/control.ts';

const window = 60_000;

export type Admission =
  | { readonly admitted: true }
  | {
      readonly admitted: false;
      /** Whole seconds until the oldest counted request is a minute old. */
      readonly retryAfter: number;
    };

/**
 * Counts a request against its client address: `requestsPerMinute` in any sixty seconds, by the control's clock,
 * over everything the limited servers answer. A refused request is not counted.
 */
export function admit(control: Control, clientAddress: string): Admission {
  const limit = control.switches.requestsPerMinute;
  if (limit <= 0) return { admitted: true };
  const now = control.now();
  // A clock that tests have set back leaves times ahead of it; they no longer count either.
  const recent = (control.counted.get(clientAddress) ?? []).filter((at) => at > now - window && at <= now);
  const oldest = recent[recent.length - limit];
  if (oldest !== undefined) {
    control.counted.set(clientAddress, recent);
    return { admitted: false, retryAfter: Math.max(1, Math.ceil((oldest + window - now) / 1000)) };
  }
  control.counted.set(clientAddress, [...recent, now]);
  return { admitted: true };
}
