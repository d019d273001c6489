/** The fuzz itself, as CI runs it: 500 mutants of each kind, the same on every machine. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

/** Another number is another 500 mutants of each kind. */
const seed = 4;
const runs = 500;
const kinds = 28;

test(`${runs} mutants of each kind, seed ${seed}`, { timeout: 900_000 }, () => {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [resolve('src/commands/fuzz.ts'), '--runs', String(runs), '--seed', String(seed)],
    { encoding: 'utf8' },
  );
  // What the build says beside it, of its own speed for instance, is no finding.
  expect(`${stdout}${stderr}`).toMatch(
    new RegExp(`^fuzz: ${kinds} kinds, ${kinds * runs} runs, 0 crashes$`, 'm'),
  );
});
