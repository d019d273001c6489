import { describe, expect, it, vi } from 'vitest';
import { settle } from './budget-clock-fake.ts';
import { memoryStore } from './budget-store.ts';
import { createFakeEhr, status } from './start-reading-fake.ts';

// fhirclient's pure build takes `fetch` and `Response` from `window` while it loads.
vi.hoisted(() => vi.stubGlobal('window', globalThis));

const twenty = { requestsPerMinute: 20, preflightsCount: true };
const lost = () => new TypeError('Failed to fetch');

describe('the EHR’s limit', () => {
  it('ten at once, then the seconds to wait, then the rest', async () => {
    const { start, asked, clock } = createFakeEhr();
    const reading = start({ rateLimit: twenty });
    const seen: (number | undefined)[] = [];
    reading.subscribe(() => {
      const { waitSeconds } = reading.progress();
      if (seen.at(-1) !== waitSeconds) seen.push(waitSeconds);
    });
    await settle();
    expect(asked).toHaveLength(10);
    expect(reading.progress()).toMatchObject({ total: 20, done: 10, waitSeconds: 61 });
    expect(reading.stateOf('Specimen')).toEqual({ state: 'waiting' });
    await clock.advance(47_000);
    expect(reading.progress().waitSeconds).toBe(14);
    expect(reading.progress()).toBe(reading.progress());
    await clock.advance(14_000);
    expect(reading.progress()).toMatchObject({ done: 20, waitSeconds: undefined });
    expect(asked.map(({ at }) => at)).toEqual([...Array(10).fill(0), ...Array(10).fill(61)]);
    expect(seen.filter((seconds) => seconds !== undefined)).toEqual(
      Array.from({ length: 61 }, (_, n) => 61 - n),
    );
    expect(clock.pending()).toBe(0);
    reading.stop();
  });

  it('preflights not counted: all twenty at once', async () => {
    const { start, asked } = createFakeEhr();
    start({ rateLimit: { requestsPerMinute: 20, preflightsCount: false } });
    await settle();
    expect(asked).toHaveLength(20);
  });

  it('what the reader looks at goes first, the patient before all', async () => {
    const { start, paths, clock } = createFakeEhr();
    const reading = start({ rateLimit: { requestsPerMinute: 4, preflightsCount: true } });
    reading.prefer(['specimens', 'people']);
    await settle();
    reading.prefer(['coverage']);
    await clock.advance(61_000);
    const types = paths().map((path) => path.split(/[/?]/)[0]);
    expect(types).toEqual(['Patient', 'RelatedPerson', 'Coverage', 'AllergyIntolerance']);
    reading.stop();
  });

  it('the patient goes alone, and the rest with the answer', async () => {
    const patient = Promise.withResolvers<undefined>();
    const { start, paths } = createFakeEhr((url) => (url.includes('Patient/') ? patient.promise : undefined));
    const reading = start({ rateLimit: twenty });
    await settle();
    expect(paths()).toHaveLength(1);
    expect(reading.stateOf('Condition')).toEqual({ state: 'waiting' });
    patient.resolve(undefined);
    await settle();
    expect(paths()).toHaveLength(10);
    expect(paths()[1]).toContain('AllergyIntolerance');
    reading.stop();
  });

  it('a patient who is slow to come holds up nothing for more than a second', async () => {
    const { start, paths, clock } = createFakeEhr((url) => (url.includes('Patient/') ? 'never' : undefined));
    const reading = start({ rateLimit: twenty });
    await clock.advance(999);
    expect(paths()).toHaveLength(1);
    await clock.advance(1);
    expect(paths()).toHaveLength(10);
    reading.stop();
    await settle();
    expect(clock.pending()).toBe(0);
  });

  it('where the patient may not be read nothing waits for it', async () => {
    const { start, asked } = createFakeEhr();
    start({ rateLimit: twenty, allows: (type) => (type === 'Patient' ? 'no' : 'yes') });
    await settle();
    expect(asked).toHaveLength(10);
  });

  it('429 with a readable Retry-After waits that long, and loses nothing', async () => {
    let refusals = 2;
    const { start, clock } = createFakeEhr(() => {
      refusals -= 1;
      return refusals >= 0 ? status(429, { 'retry-after': '20' }) : undefined;
    });
    const reading = start({ rateLimit: twenty });
    await clock.advance(1000);
    expect(reading.progress().waitSeconds).toBe(19);
    await clock.advance(200_000);
    expect(reading.searches.every(({ id }) => reading.stateOf(id).state === 'read')).toBe(true);
    reading.stop();
  });

  it('a 429 without CORS headers, near the limit, waits out one window', async () => {
    let count = 0;
    const { start, clock } = createFakeEhr(() => {
      count += 1;
      return count === 9 ? lost() : undefined;
    });
    const reading = start({ rateLimit: twenty });
    await clock.advance(200_000);
    expect(reading.searches.every(({ id }) => reading.stateOf(id).state === 'read')).toBe(true);
    reading.stop();
  });

  it('a limit below the one it said, refused without CORS headers: every search is read in the end', async () => {
    const sent: number[] = [];
    const { start, clock } = createFakeEhr(() => {
      const inWindow = sent.filter((at) => at > clock.now() - 60_000);
      // Six reads a minute, where ten were promised.
      if (inWindow.length >= 6) return lost();
      sent.push(clock.now());
      return undefined;
    });
    const reading = start({ rateLimit: twenty });
    await clock.advance(61_000 * 8);
    expect(reading.searches.map(({ id }) => reading.stateOf(id).state)).toEqual(Array(20).fill('read'));
    reading.stop();
  });

  it('nobody there, near the limit: waited for once, then told', async () => {
    let count = 0;
    const { start, clock } = createFakeEhr(() => ((count += 1) > 6 ? lost() : undefined));
    const reading = start({ rateLimit: twenty });
    // Asking the others uses the limit up once more.
    await clock.advance(124_000);
    const states = reading.searches.map(({ id }) => reading.stateOf(id).state);
    expect(states.filter((state) => state === 'read')).toHaveLength(6);
    expect(states.filter((state) => state === 'failed')).toHaveLength(14);
    expect(clock.pending()).toBe(0);
    reading.stop();
  });

  it('a 429 storm ends in failures that say so, in bounded time and requests', async () => {
    const { start, clock, asked } = createFakeEhr(() => status(429));
    const reading = start({ rateLimit: twenty });
    await clock.advance(61_000 * 3);
    for (const { id } of reading.searches) {
      expect(reading.stateOf(id)).toEqual({
        state: 'failed',
        failure: { kind: 'throttled', retryAfter: undefined },
      });
    }
    expect(asked.length).toBeLessThanOrEqual(8);
    expect(clock.pending()).toBe(0);
  });

  it('two tabs: two readings share the limit', async () => {
    const store = memoryStore();
    const ehr = createFakeEhr();
    ehr.start({ rateLimit: twenty, surroundings: { store } });
    ehr.start({ rateLimit: twenty, surroundings: { store } });
    await settle();
    expect(ehr.asked).toHaveLength(10);
    await ehr.clock.advance(61_000 * 3);
    expect(ehr.asked).toHaveLength(40);
    for (const { at } of ehr.asked) {
      expect(ehr.asked.filter((other) => other.at >= at && other.at < at + 60).length).toBeLessThanOrEqual(
        10,
      );
    }
  });
});
