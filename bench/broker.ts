/** What the token broker costs: exchange and renewal against the same calls made directly, and many at once. */
import {
  answering,
  brokerApp,
  brokered,
  FakeBrowser,
  fakeIdentity,
  newKey,
  newSession,
  tokens,
  verifier,
} from '#server/broker-fixture.ts';
import { atMost, median, type Figure } from './figures.ts';

/** A sign-in server answers no faster than this; without any time of its own it would not be one. */
const upstreamMs = 20;

const many = 200;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/** Figures of exchange, renewal and 200 renewals at once, over real HTTP on loopback; no browser. */
export async function brokerFigures(rounds: number): Promise<readonly Figure[]> {
  const identity = await fakeIdentity();
  const system = brokered(identity.url);
  const env = { CHARTSIDE_COOKIE_KEYS: newKey(), CHARTSIDE_OFFICE_CLIENT_SECRET: 'made-up-bench-secret' };
  const app = await brokerApp([system], env);
  let turn = 0;
  const answer: typeof identity.play = (received, response) => {
    turn += 1;
    const whole = tokens({ refresh_token: `r${turn}`.padEnd(900, 'x'), access_token: `a${turn}` });
    setTimeout(() => answering(whole)(received, response), upstreamMs);
  };
  identity.play = answer;
  const direct = (form: Record<string, string>): Promise<number> =>
    timed(async () => {
      const answered = await fetch(`${identity.url}/token`, {
        method: 'POST',
        body: new URLSearchParams(form),
        headers: { Authorization: `Basic ${btoa('chart-app:made-up-bench-secret')}` },
      });
      await answered.json();
    });
  try {
    const ratios: Record<'exchange' | 'refresh', number[]> = { exchange: [], refresh: [] };
    for (let round = -3; round < rounds * 5; round += 1) {
      const browser = new FakeBrowser(app.url);
      const session = newSession();
      const asked = { system: system.id, session };
      // oxlint-disable no-await-in-loop -- in turn: that is what is measured
      const exchange = await timed(() => browser.post('/broker/token', { ...asked, code: 'c', verifier }));
      const renewal = await timed(() => browser.post('/broker/refresh', asked));
      const exchangeDirect = await direct({ grant_type: 'authorization_code', code: 'c' });
      const renewalDirect = await direct({ grant_type: 'refresh_token', refresh_token: 'r' });
      // oxlint-enable no-await-in-loop
      // The first rounds warm everything.
      if (round < 0) continue;
      ratios.exchange.push(exchange / exchangeDirect);
      ratios.refresh.push(renewal / renewalDirect);
    }

    const sessions = await Promise.all(
      Array.from({ length: many }, async () => {
        const browser = new FakeBrowser(app.url);
        const asked = { system: system.id, session: newSession() };
        await browser.post('/broker/token', { ...asked, code: 'c', verifier });
        return { browser, asked };
      }),
    );
    const memory: number[] = [];
    let lost = 0;
    const waves: number[] = [];
    for (let wave = 0; wave < 10; wave += 1) {
      waves.push(
        // oxlint-disable-next-line no-await-in-loop -- one wave after the other
        await timed(() =>
          Promise.all(
            sessions.map(async ({ browser, asked }) => {
              const answered = await browser.post('/broker/refresh', asked);
              if (answered.status !== 200) lost += 1;
            }),
          ),
        ),
      );
      // What the measuring itself keeps is none of the broker's.
      identity.received.length = 0;
      app.log.length = 0;
      for (const { browser } of sessions) browser.setCookies.length = 0;
      globalThis.gc?.();
      memory.push(process.memoryUsage().heapUsed);
    }
    const growth = ((memory.at(-1) ?? 0) - (memory[2] ?? 0)) / 1e6;
    return [
      atMost(
        `broker: code exchange, against the call itself (${upstreamMs} ms)`,
        median(ratios.exchange),
        '×',
      ),
      atMost(`broker: renewal, against the call itself (${upstreamMs} ms)`, median(ratios.refresh), '×'),
      atMost(`broker: ${many} renewals at once`, median(waves), 'ms'),
      atMost(`broker: renewals lost of ${many * waves.length}`, lost, '', 0),
      atMost(`broker: heap grown over ${waves.length} such waves`, Math.max(0, growth), 'MB', 5),
    ];
  } finally {
    await Promise.all([app.stop(), identity.stop()]);
  }
}
