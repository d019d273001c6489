/**
 * What every story shares: a sandbox of its own for each worker, and assertions that hold over every request and every
 * page of every test (security-relevant ones: no story has to remember them).
 */
import { test as base, expect } from '@playwright/test';
import { start, type Running, type StartWith } from '#commands/start.ts';
import { expectNothingAmiss, Witness } from './witness.ts';

interface Worker {
  /** Neither the app nor the sandbox counts requests: for the stories that are not about the EHR's limit. */
  readonly unlimited: boolean;
  /** The farm of the worker, shared by its stories. */
  readonly standing: Running;
}
interface Each {
  /** What this story wants otherwise at the start (another configuration, further patients): it gets a farm of its own. */
  readonly setup: Setup;
  readonly farm: Running;
  readonly witness: Witness;
  /** The sandbox, back at its defaults. */
  readonly sandbox: Running['sandbox'];
  readonly appUrl: string;
}
export type Setup = Partial<Pick<StartWith, 'changeConfig' | 'dataDirs'>>;

function withoutLimits(config: string): string {
  const parsed = JSON.parse(config) as { systems: Record<string, unknown>[] };
  for (const system of parsed.systems) delete system['rateLimit'];
  return JSON.stringify(parsed);
}

function startFarm(unlimited: boolean, { changeConfig, ...setup }: Setup): Promise<Running> {
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
  unlimited: [true, { scope: 'worker', option: true }],
  standing: [
    async ({ unlimited }, use) => {
      const farm = await startFarm(unlimited, {});
      await use(farm);
      await farm.stop();
    },
    { scope: 'worker' },
  ],
  setup: [{}, { option: true }],
  farm: async ({ standing, unlimited, setup }, use) => {
    if (Object.keys(setup).length === 0) return use(standing);
    const farm = await startFarm(unlimited, setup);
    await use(farm);
    await farm.stop();
  },
  sandbox: async ({ farm, unlimited }, use) => {
    farm.sandbox.control.reset();
    if (unlimited) farm.sandbox.control.switches.requestsPerMinute = 0;
    await use(farm.sandbox);
  },
  appUrl: async ({ farm }, use) => use(farm.appUrl),
  witness: [
    async ({ context, farm, sandbox: _ready }, use) => {
      const witness = new Witness();
      witness.watch(context);
      await use(witness);
      await expectNothingAmiss(witness, farm);
    },
    { auto: true },
  ],
});

export { expect, Witness };
