/** A budget for unit tests, with requests that are asked for by name. */
import { createBudget, type Permit, type RateLimit } from './budget.ts';
import { createFakeClock } from './budget-clock-fake.ts';
import { memoryStore } from './budget-store.ts';

export const twenty = { requestsPerMinute: 20, preflightsCount: true };

export function setUp(limit: RateLimit | 'none' = twenty, store = memoryStore(), clock = createFakeClock()) {
  const budget = createBudget({ limit: limit === 'none' ? undefined : limit, store, clock });
  const begun = clock.now();
  /** When each request went out, in seconds since the beginning. */
  const out: { name: string; at: number }[] = [];
  const refused: { name: string; kind: string }[] = [];
  const permits: Permit[] = [];
  const ask = (name: string, rank = 0, signal = new AbortController().signal, answer = true): void => {
    budget
      .enter(() => rank, signal)
      .then(
        (permit) => {
          out.push({ name, at: (clock.now() - begun) / 1000 });
          if (answer) permit.answered();
          else permits.push(permit);
        },
        (error: { failure?: { kind: string } }) =>
          refused.push({ name, kind: error.failure?.kind ?? 'called off' }),
      );
  };
  const askMany = (count: number): void => {
    for (let n = 1; n <= count; n += 1) ask(`${n}`, n);
  };
  const times = (): number[] => out.map(({ at }) => at);
  return { budget, clock, store, out, refused, permits, ask, askMany, times };
}
