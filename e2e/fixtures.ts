/**
 * What every story shares: a sandbox of its own for each worker, and assertions that hold over every request and every
 * page of every test (security-relevant ones: no story has to remember them).
 */
import { test as base, expect } from '@playwright/test';
import { start, type Running } from '#commands/start.ts';
import { expectNothingAmiss, Witness } from './witness.ts';

interface Worker {
  /** Neither the app nor the sandbox counts requests: for the stories that are not about the EHR's limit. */
  readonly unlimited: boolean;
  readonly farm: Running;
}
interface Each {
  readonly witness: Witness;
  /** The sandbox, back at its defaults. */
  readonly sandbox: Running['sandbox'];
  readonly appUrl: string;
}

function withoutLimits(config: string): string {
  const parsed = JSON.parse(config) as { systems: Record<string, unknown>[] };
  for (const system of parsed.systems) delete system['rateLimit'];
  return JSON.stringify(parsed);
}

export const test = base.extend<Each, Worker>({
  unlimited: [true, { scope: 'worker', option: true }],
  farm: [
    async ({ unlimited }, use) => {
      const build = process.env['CHARTSIDE_BUILD'];
      const farm = await start({
        appPort: 0,
        ehrPort: 0,
        fhirPort: 0,
        ...(build === undefined ? {} : { build }),
        ...(unlimited ? { changeConfig: withoutLimits } : {}),
      });
      await use(farm);
      await farm.stop();
    },
    { scope: 'worker' },
  ],
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
