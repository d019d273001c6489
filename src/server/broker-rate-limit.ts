/** How many requests one address may make: a bucket that fills evenly, so that a practice's morning fits in at once. */

interface Bucket {
  left: number;
  at: number;
}

const mostAddresses = 10_000;

/**
 * Takes one request of an address; gives the seconds to wait, 0 where it may go on. Remembers a bounded number of
 * addresses: the longest unseen is forgotten, which lets it begin anew and costs nobody else anything.
 */
export function createRateLimit(perMinute: number): (address: string, now: number) => number {
  const buckets = new Map<string, Bucket>();
  const perMillisecond = perMinute / 60_000;
  return (address, now) => {
    const known = buckets.get(address);
    // A clock set back must not empty a bucket.
    const passed = known === undefined ? 0 : Math.max(0, now - known.at);
    const left = Math.min(perMinute, (known?.left ?? perMinute) + passed * perMillisecond);
    buckets.delete(address);
    buckets.set(address, { left: left >= 1 ? left - 1 : left, at: now });
    if (buckets.size > mostAddresses) {
      for (const oldest of buckets.keys()) {
        buckets.delete(oldest);
        break;
      }
    }
    return left >= 1 ? 0 : Math.ceil((1 - left) / perMillisecond / 1000);
  };
}
