import { describe, expect, it } from 'vitest';
import { windowMs } from './budget.ts';
import { createFakeClock, settle } from './budget-clock-fake.ts';
import { setUp, twenty } from './budget-fake.ts';
import { emptyLog, memoryStore, sharedStore, type SharedStorage } from './budget-store.ts';

describe('the tabs of one browser', () => {
  function browser(): SharedStorage & { readonly kept: Map<string, string> } {
    const kept = new Map<string, string>();
    let queue: Promise<unknown> = Promise.resolve();
    return {
      kept,
      storage: {
        getItem: (name) => kept.get(name) ?? null,
        setItem: (name, value) => void kept.set(name, value),
      },
      locks: {
        request: ((_: string, task: () => unknown) => {
          const turn = queue.then(task);
          queue = turn.catch(() => undefined);
          return turn;
        }) as unknown as LockManager['request'],
      },
    };
  }

  it('spend one limit between them, taking turns by as many as go at once', async () => {
    const shared = browser();
    const clock = createFakeClock();
    const one = setUp(twenty, sharedStore('chartside.requests.office', shared), clock);
    const two = setUp(twenty, sharedStore('chartside.requests.office', shared), clock);
    one.askMany(10);
    two.askMany(10);
    await settle();
    expect([one.out.length, two.out.length]).toEqual([6, 4]);
    await clock.advance(windowMs);
    expect([one.out.length, two.out.length]).toEqual([10, 10]);
  });

  it('six that may go at once go after one visit to what the tabs share, and those called off meanwhile cost nothing', async () => {
    const shared = browser();
    const clock = createFakeClock();
    const turns: (() => void)[] = [];
    const slow: SharedStorage = {
      ...shared,
      locks: {
        request: ((_: string, task: () => unknown) =>
          new Promise((resolve) => {
            turns.push(() => resolve(task()));
          })) as unknown as LockManager['request'],
      },
    };
    const turn = async (): Promise<void> => {
      turns.shift()?.();
      await settle();
    };
    const { ask, out } = setUp(
      { requestsPerMinute: 20, preflightsCount: false },
      sharedStore('x', slow),
      clock,
    );
    const away = new AbortController();
    for (let n = 1; n <= 6; n += 1) ask(`${n}`, n, n > 4 ? away.signal : undefined, false);
    // The first asked for one share; the others came while it waited.
    await turn();
    expect(out).toHaveLength(1);
    away.abort();
    await turn();
    expect(out).toHaveLength(4);
    await turn();
    const { sent } = JSON.parse(shared.kept.get('x') ?? '') as { sent: number[] };
    expect(sent).toHaveLength(4);
    expect(turns).toHaveLength(0);
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
    [
      'reading is refused',
      {
        getItem: () => {
          throw new Error('blocked');
        },
        setItem: () => undefined,
      },
    ],
    [
      'writing is refused',
      {
        getItem: () => null,
        setItem: () => {
          throw new Error('full');
        },
      },
    ],
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
    shared.kept.set(
      'x',
      JSON.stringify({ sent: Array(20).fill(clock.now() + 7_200_000), heldUntil: clock.now() + 7_200_000 }),
    );
    const { askMany, times } = setUp(twenty, sharedStore('x', shared), clock);
    askMany(3);
    await settle();
    expect(times()).toEqual([0, 0, 0]);
  });
});

it('an empty log is an empty log', async () => {
  expect(await memoryStore().update((log) => log)).toEqual(emptyLog);
});
