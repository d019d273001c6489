import { expect, test } from 'vitest';
import { UsageError } from './options.ts';
import { readConfig, readRegistry } from './read-registry.ts';

test('the configuration that is shipped has no fault', async () => {
  const { registry, faults } = readRegistry(await readConfig('smart-config.json'));
  expect(faults).toEqual([]);
  expect(registry.systems.map(({ id }) => id)).toContain(registry.defaultLaunch);
});

test('a file that is not there is named', async () => {
  await expect(readConfig('no-such-config.json')).rejects.toThrow(UsageError);
  await expect(readConfig('no-such-config.json')).rejects.toThrow(
    'The configuration no-such-config.json does not exist.',
  );
});

test.each([
  ['{ no', /^smart-config\.json: /],
  ['{ "systems": [{ "clientSecret": "x" }] }', /^systems\[0\]\.clientSecret: no secret is accepted/],
])('%s names no system, and the faults say why', (config, fault) => {
  const { registry, faults } = readRegistry(config);
  expect(registry.systems).toEqual([]);
  expect(faults).toContainEqual(expect.stringMatching(fault));
});
