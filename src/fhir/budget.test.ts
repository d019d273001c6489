import { describe, expect, it } from 'vitest';
import { windowMs } from './budget.ts';
import { settle } from './budget-clock-fake.ts';
import { setUp } from './budget-fake.ts';

describe('the limit', () => {
  it('with preflights counted, ten GETs go at once and ten a window later', async () => {
    const { clock, askMany, times, budget } = setUp();
    askMany(20);
    await settle();
    expect(times()).toEqual(Array(10).fill(0));
    expect(budget.nextAt()).toBe(clock.now() + windowMs);
    await clock.advance(60_999);
    expect(times()).toHaveLength(10);
    await clock.advance(1);
    expect(times()).toEqual([...Array(10).fill(0), ...Array(10).fill(61)]);
    expect(budget.nextAt()).toBeUndefined();
    expect(clock.pending()).toBe(0);
  });

  it('with preflights not counted, all twenty go at once and the twenty-first waits', async () => {
    const { clock, askMany, times } = setUp({ requestsPerMinute: 20, preflightsCount: false });
    askMany(21);
    await settle();
    expect(times()).toHaveLength(20);
    await clock.advance(61_000);
    expect(times().at(-1)).toBe(61);
  });

  it('without a limit nothing waits', async () => {
    const { askMany, times, budget, clock } = setUp('none');
    askMany(100);
    await settle();
    expect(times()).toHaveLength(100);
    expect(budget.nextAt()).toBeUndefined();
    expect(clock.pending()).toBe(0);
  });

  it('a limit smaller than one request with its preflight still lets one out a window', async () => {
    const { clock, askMany, times } = setUp({ requestsPerMinute: 1, preflightsCount: true });
    askMany(2);
    await clock.advance(61_000);
    expect(times()).toEqual([0, 61]);
  });

  it('holds in every window, not only from the first request on', async () => {
    const { clock, askMany, ask, times } = setUp();
    askMany(6);
    await clock.advance(40_000);
    for (let n = 0; n < 10; n += 1) ask(`later ${n}`);
    await clock.advance(200_000);
    expect(times()).toEqual([...Array(6).fill(0), ...Array(4).fill(40), ...Array(6).fill(61)]);
    for (const start of times())
      expect(times().filter((at) => at >= start && at < start + 60).length).toBeLessThanOrEqual(10);
  });

  it('no more than six are under way at once', async () => {
    const { ask, out, permits } = setUp({ requestsPerMinute: 100, preflightsCount: false });
    for (let n = 1; n <= 8; n += 1) ask(`${n}`, n, undefined, false);
    await settle();
    expect(out).toHaveLength(6);
    permits[0]?.answered();
    await settle();
    expect(out.map(({ name }) => name)).toEqual(['1', '2', '3', '4', '5', '6', '7']);
  });
});

describe('what goes first', () => {
  it('the lowest rank at the moment of going, and equal ranks in the order they came', async () => {
    const { clock, budget, askMany, out } = setUp();
    askMany(10);
    await settle();
    let preferred = '';
    const enter = (name: string, rank: number): void => {
      void budget
        .enter(() => (name === preferred ? -1 : rank), new AbortController().signal)
        .then((permit) => {
          out.push({ name, at: 0 });
          permit.answered();
        });
    };
    enter('encounters', 2);
    enter('goals', 3);
    enter('devices', 3);
    enter('documents', 4);
    preferred = 'documents';
    await clock.advance(61_000);
    expect(out.slice(10).map(({ name }) => name)).toEqual(['documents', 'encounters', 'goals', 'devices']);
  });

  it('what is called off leaves the queue and its timer', async () => {
    const { clock, ask, askMany, out, refused } = setUp();
    askMany(10);
    await settle();
    const away = new AbortController();
    ask('called off', 0, away.signal);
    await settle();
    expect(clock.pending()).toBe(1);
    away.abort();
    await settle();
    expect(refused).toEqual([{ name: 'called off', kind: 'called off' }]);
    expect(clock.pending()).toBe(0);
    ask('never', 0, AbortSignal.abort());
    await settle();
    expect(refused).toHaveLength(2);
    expect(out).toHaveLength(10);
  });
});

describe('429', () => {
  it('waits as long as Retry-After says, tries one, then lets the others follow', async () => {
    const { clock, ask, out, permits } = setUp();
    for (const name of ['a', 'b', 'c']) ask(name, 0, undefined, false);
    await settle();
    expect(await permits[0]?.throttled(14)).toBe(true);
    for (const name of ['d', 'e', 'f']) ask(name, 0, undefined, false);
    await clock.advance(13_999);
    expect(out.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    permits[1]?.answered();
    await clock.advance(1);
    expect(out.slice(3)).toEqual([]);
    permits[2]?.answered();
    await settle();
    expect(out.slice(3)).toEqual([{ name: 'd', at: 14 }]);
    await clock.advance(2000);
    expect(out.slice(4)).toEqual([]);
    permits[3]?.answered();
    await settle();
    expect(out.slice(4).map(({ name }) => name)).toEqual(['e', 'f']);
  });

  it('waits out one window where Retry-After cannot be read', async () => {
    const { clock, ask, out, permits } = setUp();
    ask('a', 0, undefined, false);
    await settle();
    expect(await permits[0]?.throttled(undefined)).toBe(true);
    ask('again');
    await clock.advance(60_999);
    expect(out).toHaveLength(1);
    await clock.advance(1);
    expect(out.at(-1)).toEqual({ name: 'again', at: 61 });
  });

  it('a storm ends: after three windows of nothing but 429 whoever waits is told', async () => {
    const { clock, ask, out, refused, permits } = setUp();
    for (let n = 0; n < 6; n += 1) ask(`${n}`, 0, undefined, false);
    ask('behind', 9);
    await settle();
    expect(permits).toHaveLength(6);
    // Six refused together are one strike.
    for (const permit of permits.splice(0)) {
      // oxlint-disable-next-line no-await-in-loop -- in the order they came back
      expect(await permit.throttled(undefined)).toBe(true);
      ask('again', 1, undefined, false);
    }
    await clock.advance(windowMs);
    expect(permits).toHaveLength(1);
    expect(await permits.pop()?.throttled(undefined)).toBe(true);
    await clock.advance(windowMs);
    expect(permits).toHaveLength(1);
    expect(await permits.pop()?.throttled(undefined)).toBe(false);
    await settle();
    expect(out).toHaveLength(8);
    expect(refused.map(({ kind }) => kind)).toEqual(Array(5).fill('throttled'));
    expect(clock.pending()).toBe(0);
    ask('later');
    await clock.advance(windowMs);
    expect(out.at(-1)?.name).toBe('later');
  });

  it('a wait of many minutes is told at once instead of sat out', async () => {
    const { ask, refused, permits, clock } = setUp();
    ask('a', 0, undefined, false);
    await settle();
    void permits[0]?.throttled(900);
    ask('b');
    await settle();
    expect(refused).toEqual([{ name: 'b', kind: 'throttled' }]);
    expect(clock.pending()).toBe(0);
  });
});

describe('no answer at all', () => {
  it('near the limit is taken for a hidden 429: one window, then again', async () => {
    const { clock, ask, out, permits } = setUp();
    for (let n = 0; n < 5; n += 1) ask(`${n}`, n, undefined, false);
    await settle();
    expect(await permits[4]?.lost()).toBe(true);
    for (const permit of permits.slice(0, 4)) permit.answered();
    ask('again');
    await clock.advance(60_999);
    expect(out).toHaveLength(5);
    await clock.advance(1);
    expect(out.at(-1)).toEqual({ name: 'again', at: 61 });
  });

  it('the one that goes ahead after the wait is alone: its silence is no limit', async () => {
    const { clock, ask, permits } = setUp();
    for (let n = 0; n < 6; n += 1) ask(`${n}`, n, undefined, false);
    await settle();
    // All that was under way together waits together.
    for (const permit of permits) expect(await permit.lost()).toBe(true);
    for (let n = 0; n < 6; n += 1) ask(`again ${n}`, n, undefined, false);
    await clock.advance(windowMs);
    expect(permits).toHaveLength(7);
    expect(await permits[6]?.lost()).toBe(false);
  });

  it('far from it is a failure at once', async () => {
    const { ask, permits, clock } = setUp();
    ask('a', 0, undefined, false);
    await settle();
    expect(await permits[0]?.lost()).toBe(false);
    expect(clock.pending()).toBe(0);
  });

  it('without a limit too', async () => {
    const { ask, permits } = setUp('none');
    for (let n = 0; n < 6; n += 1) ask(`${n}`, n, undefined, false);
    await settle();
    expect(await permits[5]?.lost()).toBe(false);
  });
});
