/**
 * One budget for everybody whom the relay serves: to the EHR they all come from one address, so its limit a minute is
 * theirs together. Several instances cannot know of each other: each is told how many there are and keeps its share.
 */

/** A minute, and a second for the time a request is under way: the EHR's clock is not ours. */
const windowMs = 61_000;
/** No hold is believed for longer. */
const longestHold = 3_600;

export interface RelayBudget {
  /** Takes one request's place; gives the seconds to wait, 0 where it may go on. */
  take(now: number): number;
  /** The EHR has said that it is asked too much. */
  hold(seconds: number, now: number): void;
}

/** `perMinute` undefined: the EHR has no limit, and is only held when it says so. */
export function createRelayBudget(perMinute: number | undefined, instances = 1): RelayBudget {
  const most = perMinute === undefined ? Infinity : Math.max(1, Math.floor(perMinute / instances));
  let sent: number[] = [];
  let heldUntil = 0;
  return {
    take(now) {
      // A clock set back leaves nothing in the future.
      sent = sent.filter((time) => time > now - windowMs && time <= now);
      if (heldUntil > now + longestHold * 1000) heldUntil = 0;
      const freeAt = sent.length < most ? now : (sent[sent.length - most] ?? now) + windowMs;
      const at = Math.max(freeAt, heldUntil);
      if (at > now) return Math.ceil((at - now) / 1000);
      if (most !== Infinity) sent.push(now);
      return 0;
    },
    hold(seconds, now) {
      heldUntil = Math.max(heldUntil, now + Math.min(seconds, longestHold) * 1000);
    },
  };
}
