import { describe, expect, it } from 'vitest';
import { createBudget, type Permit, type RateLimit, windowMs } from './budget.ts';
import { createFakeClock, settle } from './budget-clock-fake.ts';
import { emptyLog, memoryStore, sharedStore, type SharedStorage } from './budget-store.ts';

const twenty = { requestsPerMinute: 20, preflightsCount: true };

function setUp(limit: RateLimit | 'none' = twenty, store = memoryStore(), clock = createFakeClock()) {
  const budget = createBudget({ limit: limit === 'none' ? undefined : limit, store, clock });
  const begun = clock.now();
  /** When each request went out, in seconds since the beginning. */
  const out: { name: string; at: number }[] = [];
  const refused: { name: string; kind: string }[] = [];
  const permits: Permit[] = [];
  const ask = (name: string, rank = 0, signal = new AbortController().signal, answer = true): void => {
    budget.enter(() => rank, signal).then(
      (permit) => {
        out.push({ name, at: (clock.now() - begun) / 1000 });
        if (answer) permit.answered();
        else permits.push(permit);
      },
      (error: { failure?: { kind: string } }) => refused.push({ name, kind: error.failure?.kind ?? 'called off' }),
    );
  };
  const askMany = (count: number): void => {
    for (let n = 1; n <= count; n += 1) ask(`${n}`, n);
  };
  const times = (): number[] => out.map(({ at }) => at);
  return { budget, clock, store, out, refused, permits, ask, askMany, times };
}

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
    for (const start of times()) expect(times().filter((at) => at >= start && at < start + 60).length).toBeLessThanOrEqual(10);
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
      void budget.enter(() => (name === preferred ? -1 : rank), new AbortController().signal).then((permit) => {
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

describe('the tabs of one browser', () => {
  function browser(): SharedStorage & { readonly kept: Map<string, string> } {
    const kept = new Map<string, string>();
    let queue: Promise<unknown> = Promise.resolve();
    return {
      kept,
      storage: { getItem: (name) => kept.get(name) ?? null, setItem: (name, value) => void kept.set(name, value) },
      locks: {
        request: ((_: string, task: () => unknown) => {
          const turn = queue.then(task);
          queue = turn.catch(() => undefined);
          return turn;
        }) as unknown as LockManager['request'],
      },
    };
  }

  it('spend one limit between them, taking turns', async () => {
    const shared = browser();
    const clock = createFakeClock();
    const one = setUp(twenty, sharedStore('chartside.requests.office', shared), clock);
    const two = setUp(twenty, sharedStore('chartside.requests.office', shared), clock);
    one.askMany(10);
    two.askMany(10);
    await settle();
    expect([one.out.length, two.out.length]).toEqual([5, 5]);
    await clock.advance(windowMs);
    expect([one.out.length, two.out.length]).toEqual([10, 10]);
  });

  it('hear of each other’s 429', async () => {
    const shared = browser();
    const clock = createFakeClock();
    const one = setUp(twenty, sharedStore('x', shared), clock);
    const two = setUp(twenty, sharedStore('x', shared), clock);
    one.ask('a', 0, undefined, false);
    await settle();
    await one.permits[0]?.throttled(30);
    two.ask('b');
    await clock.advance(29_999);
    expect(two.out).toEqual([]);
    await clock.advance(1);
    expect(two.out).toEqual([{ name: 'b', at: 30 }]);
  });

  it('keep apart what belongs to different systems', async () => {
    const shared = browser();
    const clock = createFakeClock();
    const one = setUp(twenty, sharedStore('one', shared), clock);
    const two = setUp(twenty, sharedStore('two', shared), clock);
    one.askMany(10);
    two.askMany(10);
    await settle();
    expect([one.out.length, two.out.length]).toEqual([10, 10]);
  });

  it('store times and nothing else', async () => {
    const shared = browser();
    const { askMany } = setUp(twenty, sharedStore('x', shared));
    askMany(3);
    await settle();
    const log = JSON.parse(shared.kept.get('x') ?? '') as Record<string, unknown>;
    expect(Object.keys(log)).toEqual(['sent', 'heldUntil']);
    expect(log['sent']).toEqual(Array(6).fill(Date.UTC(2026, 0, 15, 9)));
  });

  it.each([
    ['reading is refused', { getItem: () => { throw new Error('blocked'); }, setItem: () => undefined }],
    ['writing is refused', { getItem: () => null, setItem: () => { throw new Error('full'); } }],
  ])('fall back to a limit of their own when %s', async (_, storage) => {
    const { clock, askMany, times } = setUp(twenty, sharedStore('x', { ...browser(), storage }));
    askMany(20);
    await clock.advance(windowMs);
    expect(times()).toEqual([...Array(10).fill(0), ...Array(10).fill(61)]);
  });

  it.each(['no JSON', '[]', 'null', '{"sent":"x","heldUntil":"y"}', '{"sent":[null,"a"],"heldUntil":1e99}'])(
    'are not stopped by a store that holds %s',
    async (content) => {
      const shared = browser();
      shared.kept.set('x', content);
      const { askMany, times } = setUp(twenty, sharedStore('x', shared));
      askMany(3);
      await settle();
      expect(times()).toEqual([0, 0, 0]);
    },
  );

  it('a clock that was set back does not block', async () => {
    const shared = browser();
    const clock = createFakeClock();
    shared.kept.set('x', JSON.stringify({ sent: Array(20).fill(clock.now() + 7_200_000), heldUntil: clock.now() + 7_200_000 }));
    const { askMany, times } = setUp(twenty, sharedStore('x', shared), clock);
    askMany(3);
    await settle();
    expect(times()).toEqual([0, 0, 0]);
  });
});

it('an empty log is an empty log', async () => {
  expect(await memoryStore().update((log) => log)).toEqual(emptyLog);
});
