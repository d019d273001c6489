/** docs/run-for-a-practice.md against the code: whoever is on the telephone finds every code, variable and log word there. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { supportCodes } from '#smart/support-codes.ts';

const page = readFileSync('docs/run-for-a-practice.md', 'utf8');
const sources = [
  ...readdirSync('src/server')
    .filter((name) => name.endsWith('.ts') && !/test|fixture/.test(name))
    .map((name) => `src/server/${name}`),
  'src/commands/serve.ts',
].map((path) => readFileSync(path, 'utf8'));

function found(...patterns: readonly RegExp[]): readonly string[] {
  const words = sources.flatMap((source) =>
    patterns.flatMap((pattern) => [...source.matchAll(pattern)].map((match) => match[2] ?? match[1] ?? '')),
  );
  return [...new Set(words)].toSorted();
}

test('a line for every support code, and for none that is gone', () => {
  const told = [...page.matchAll(/^\| ([A-Z]\d\d) \|/gm)].map((match) => match[1]);
  expect(told).toEqual(Object.values(supportCodes));
});

test('a line for every variable that the server reads', () => {
  // `<name>_FILE` and the two that carry a system's id are spelled with their pattern.
  const read = found(/\b(CHARTSIDE_[A-Z_]*[A-Z])\b/g).filter((name) => !/_FILE$|NEXTGEN/.test(name));
  expect(read.length).toBeGreaterThan(5);
  expect(read.filter((name) => !page.includes(`| \`${name}\` |`))).toEqual([]);
  for (const kind of found(/'(CLIENT_SECRET|PRIVATE_KEYS)'/g)) {
    expect(page).toContain(`| \`CHARTSIDE_<SYSTEM_ID>_${kind}\` |`);
  }
});

test('every word of the log is explained', () => {
  const words = found(
    /failed\(\d+, '([a-z_]+)'(?:, '([a-z-]+)')?\)/g,
    /outcome: '([a-z-]+)'/g,
    /over\(jar, \w+, '([a-z-]+)'\)/g,
  ).map((word) => word.replaceAll('_', '-'));
  expect(words.length).toBeGreaterThan(20);
  // What is told without a line in the log.
  expect(words.filter((word) => word !== 'told' && !page.includes(`\`${word}\``))).toEqual([]);
});
