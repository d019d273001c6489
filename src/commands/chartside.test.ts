/** One name for every command: what is passed on, and what is said of one that is not there. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { bulkUsage } from './bulk-options.ts';
import { chartside } from './chartside.ts';
import { startUsage, UsageError } from './options.ts';
import { serveUsage } from './serve.ts';

afterEach(() => {
  process.exitCode = undefined;
});

async function printed(...argv: readonly string[]): Promise<string> {
  let out = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text, ...more: readonly unknown[]) => {
    out += String(text);
    const taken = more.at(-1);
    if (typeof taken === 'function') taken();
    return true;
  });
  await chartside(argv);
  return out;
}

test('each command is there, and gets what follows its name', async () => {
  const usage = await printed('--help');
  expect(await printed()).toBe(usage);
  for (const [name, words] of [
    ['start', startUsage],
    ['serve', serveUsage],
    ['register', '--origin'],
    ['bulk', bulkUsage],
    ['open', 'npm run open'],
  ] as const) {
    expect(usage).toContain(`  ${name} `);
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect(await printed(name, '--help')).toContain(words);
  }
});

test('a command that is not there is said, whatever it is called', async () => {
  await expect(chartside(['nix'])).rejects.toThrow(UsageError);
  await expect(chartside(['constructor'])).rejects.toThrow('There is no command "constructor".');
});

test('the program of the package starts on any Node, and says what is wrong with it', () => {
  const { bin } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly bin: { readonly chartside: string };
  };
  const program = resolve(bin.chartside);
  expect(readFileSync(program, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  // Nothing of it needs more than an old Node can read.
  expect(() => execFileSync(process.execPath, ['--check', program])).not.toThrow();
});
