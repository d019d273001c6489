/**
 * What every story shares: a sandbox of its own for each worker, and assertions that hold over every request and every
 * page of every test (security-relevant ones: no story has to remember them).
 */
import { test as base, expect } from '@playwright/test';
import { start, type Running, type StartWith } from '#commands/start.ts';
import { beginAt } from './clock.ts';
import { expectNothingAmiss, Witness } from './witness.ts';

interface Worker {
  /** Neither the app nor the sandbox counts requests: for the stories that are not about the EHR's limit. */
  readonly unlimited: boolean;
  /** App and sandbox of the worker, shared by its stories. */
  readonly standing: Running;
}
interface Each {
  /** What this story wants otherwise at the start (another configuration, further patients): it gets app and sandbox of its own. */
  readonly setup: Setup;
  readonly running: Running;
  readonly witness: Witness;
  /** The sandbox, back at its defaults. */
  readonly sandbox: Running['sandbox'];
  readonly appUrl: string;
}
export type Setup = Partial<Pick<StartWith, 'changeConfig' | 'dataDirs' | 'dataVersion'>>;

function withoutLimits(config: string): string {
  const parsed = JSON.parse(config) as { systems: Record<string, unknown>[] };
  for (const system of parsed.systems) delete system['rateLimit'];
  return JSON.stringify(parsed);
}

function startBoth(unlimited: boolean, { changeConfig, ...setup }: Setup): Promise<Running> {
  const build = process.env['CHARTSIDE_BUILD'];
  const limit = unlimited ? withoutLimits : (config: string): string => config;
  return start({
    appPort: 0,
    ehrPort: 0,
    fhirPort: 0,
    ...(build === undefined ? {} : { build }),
    changeConfig: (config) => (changeConfig ?? ((same) => same))(limit(config)),
    ...setup,
  });
}

export const test = base.extend<Each, Worker>({
  browser: [
    async ({ browser }, use, { project }) => {
      // A real sign-in server tells the real time; a browser with a profile is started by its story.
      if (project.name === 'sandbox') beginAt(browser);
      await use(browser);
    },
    { scope: 'worker' },
  ],
  unlimited: [true, { scope: 'worker', option: true }],
  standing: [
    // The browser first: with it the clock is set.
    async ({ unlimited, browser: _clock }, use) => {
      const running = await startBoth(unlimited, {});
      await use(running);
      await running.stop();
    },
    { scope: 'worker' },
  ],
  setup: [{}, { option: true }],
  running: async ({ standing, unlimited, setup }, use) => {
    if (Object.keys(setup).length === 0) return use(standing);
    const running = await startBoth(unlimited, setup);
    await use(running);
    await running.stop();
  },
  sandbox: async ({ running, unlimited }, use) => {
    running.sandbox.control.reset();
    if (unlimited) running.sandbox.control.switches.requestsPerMinute = 0;
    await use(running.sandbox);
  },
  appUrl: async ({ running }, use) => use(running.appUrl),
  witness: [
    async ({ context, running, sandbox: _ready }, use) => {
      const witness = new Witness(() => running.sandbox.control.received.length);
      witness.watch(context);
      await use(witness);
      await expectNothingAmiss(witness, running);
    },
    { auto: true },
  ],
});

export { expect, Witness };
