import { readFile, stat, writeFile, chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readAssertionKeys } from '#smart/client-assertion.ts';
import { testFolder, testKeys } from './bulk-fixture.ts';
import { checkKeySet, checkPublished } from './key-set-check.ts';
import { makeKeys, readPrivateKeys } from './keys.ts';

let folder: Awaited<ReturnType<typeof testFolder>>;
beforeEach(async () => {
  folder = await testFolder();
});
afterEach(() => folder.remove());

const read = async (path: string): Promise<{ keys: Record<string, unknown>[] }> =>
  JSON.parse(await readFile(path, 'utf8')) as { keys: Record<string, unknown>[] };

test('keys as NextGen wants them: the private set for its owner alone, eight public members, names that are GUIDs', async () => {
  const made = await makeKeys(folder.path, { count: 2, bits: 3072, rotate: false });
  expect((await stat(made.privatePath)).mode & 0o777).toBe(0o600);
  const text = await readFile(made.publicPath, 'utf8');
  expect(checkKeySet(text)).toEqual([]);
  const { keys } = await read(made.publicPath);
  expect(keys.map((key) => Object.keys(key))).toEqual(
    [0, 1].map(() => ['kty', 'alg', 'use', 'key_ops', 'ext', 'kid', 'n', 'e']),
  );
  expect(await readAssertionKeys(await readPrivateKeys(made.privatePath), 'RS384')).toMatchObject({
    kid: made.kids[0],
  });
});

test('rotation: new keys sign, the old ones’ public halves stay published until the next, private halves go', async () => {
  const first = await makeKeys(folder.path, { count: 1, bits: 3072, rotate: false });
  await expect(makeKeys(folder.path, { count: 1, bits: 3072, rotate: false })).rejects.toThrow('--rotate');
  const second = await makeKeys(folder.path, { count: 1, bits: 3072, rotate: true });
  expect(second.kids).toEqual([expect.any(String), first.kids[0]]);
  const { keys } = await read(second.privatePath);
  expect(keys.map((key) => 'd' in key)).toEqual([true, false]);
  expect(checkKeySet(await readFile(second.publicPath, 'utf8'))).toEqual([]);
  const third = await makeKeys(folder.path, { count: 1, bits: 3072, rotate: true });
  expect(third.kids).toEqual([expect.any(String), second.kids[0]]);
});

test('a private key is never written where a web server looks, nor read where others may read it', async () => {
  for (const name of ['public', 'dist/keys', '.well-known'])
    await expect(makeKeys(join(folder.path, name), { count: 1, bits: 3072, rotate: false })).rejects.toThrow(
      'serves',
    );
  await writeFile(join(folder.path, 'index.html'), '');
  await expect(makeKeys(folder.path, { count: 1, bits: 3072, rotate: false })).rejects.toThrow('index.html');
  const path = join(folder.path, 'keys.json');
  await writeFile(path, JSON.stringify(testKeys.private));
  await chmod(path, 0o644);
  await expect(readPrivateKeys(path)).rejects.toThrow('chmod 600');
});

const [good] = testKeys.public.keys;
test.each([
  ['not JSON // a comment', 'It is no JSON'],
  ['{"keys":[]}', 'no list "keys"'],
  [{ ...good, d: 'x' }, 'publishes its private half ("d")'],
  [{ ...good, kty: 'EC', x: 'x', y: 'y' }, 'no RSA key'],
  [{ ...good, alg: 'RS256' }, 'NextGen takes RS384'],
  [{ ...good, kid: 'my-key' }, 'no GUID'],
  [{ ...good, n: Buffer.alloc(256, 255).toString('base64url') }, '2048 bits'],
  [{ ...good, x5c: [] }, '"x5c"'],
])('a set that NextGen would refuse: %s', (key, said) => {
  const text = typeof key === 'string' ? key : JSON.stringify({ keys: [key] });
  expect(checkKeySet(text).join(' ')).toContain(said);
});

test('the published set is fetched as NextGen fetches it', async () => {
  const answer = (response: () => Response) =>
    checkPublished('https://keys.example.org/jwks.json', ['missing-kid'], async () => response());
  const body = JSON.stringify(testKeys.public);
  const headers = { 'Content-Type': 'application/json', 'Cache-Control': 'public, max-age=3600' };
  expect(await answer(() => new Response(body, { headers }))).toEqual([
    'The key missing-kid is not in it: publish jwks.json anew.',
  ]);
  expect((await answer(() => new Response(body))).join(' ')).toMatch(/not served as JSON.*Cache-Control/);
  expect(await answer(() => new Response(null, { status: 302, headers: { Location: '/x' } }))).toEqual([
    expect.stringContaining('302'),
  ]);
  expect(await checkPublished('http://keys.example.org/jwks.json')).toEqual([
    expect.stringContaining('https'),
  ]);
});
