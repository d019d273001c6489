import { randomUUID } from 'node:crypto';
import { chmod, mkdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JWK } from 'jose';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readAssertionKeys } from '#smart/client-assertion.ts';
import { testFolder, testKeys } from './bulk-fixture.ts';
import { checkKeySet, checkPublished } from './key-set-check.ts';
import { activeKids, makeKeys, readPrivateKeys } from './keys.ts';

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

/** An RSA key takes seconds to make: one key under many names. */
const quickly = async () => ({ ...(testKeys.private.keys[0] as object), kid: randomUUID() }) as JWK;

test('rotation: what signs next was published before; who signed before is kept whole for one rotation', async () => {
  const first = await makeKeys(folder.path, { count: 2, bits: 3072, rotate: false }, quickly);
  await expect(makeKeys(folder.path, { count: 2, bits: 3072, rotate: false }, quickly)).rejects.toThrow(
    '--rotate',
  );
  const published = await readFile(first.publicPath, 'utf8');
  const second = await makeKeys(folder.path, { count: 2, bits: 3072, rotate: true }, quickly);
  const [oldSigner, next] = first.kids;
  expect(second.kids).toEqual([next, expect.any(String), oldSigner]);
  expect(second.retired).toEqual([oldSigner]);
  // A server that has not fetched the set anew knows the key that signs now.
  const signing = await readAssertionKeys(await readPrivateKeys(second.privatePath), 'RS384');
  expect(published).toContain((signing as { readonly kid: string }).kid);
  const { keys } = await read(second.privatePath);
  expect(keys.map((key) => 'd' in key)).toEqual([true, true, true]);
  expect(checkKeySet(await readFile(second.publicPath, 'utf8'))).toEqual([]);
  expect(activeKids(await readFile(second.privatePath, 'utf8'))).toEqual(second.kids.slice(0, 2));
  const third = await makeKeys(folder.path, { count: 2, bits: 3072, rotate: true }, quickly);
  expect(third.kids).toEqual([second.kids[1], expect.any(String), next]);
});

test('rotation of a single key: it signs on until the new one has been published', async () => {
  const first = await makeKeys(folder.path, { count: 1, bits: 3072, rotate: false }, quickly);
  const second = await makeKeys(folder.path, { count: 1, bits: 3072, rotate: true }, quickly);
  expect(second).toMatchObject({ kids: [first.kids[0], expect.any(String)], retired: [] });
  const third = await makeKeys(folder.path, { count: 1, bits: 3072, rotate: true }, quickly);
  expect(third.kids).toEqual([second.kids[1], expect.any(String), first.kids[0]]);
});

test('rotation that ends between its two files leaves no key that signs unpublished', async () => {
  const first = await makeKeys(folder.path, { count: 2, bits: 3072, rotate: false }, quickly);
  const before = await readFile(first.privatePath, 'utf8');
  // What is in the way of the private set's new file ends it there.
  await mkdir(join(`${first.privatePath}.new`, 'in-the-way'), { recursive: true });
  await expect(makeKeys(folder.path, { count: 2, bits: 3072, rotate: true }, quickly)).rejects.toThrow(
    'EISDIR',
  );
  expect(await readFile(first.privatePath, 'utf8')).toBe(before);
  const published = (await read(first.publicPath)).keys.map(({ kid }) => kid);
  expect(published).toHaveLength(3);
  expect(published).toEqual(expect.arrayContaining([...first.kids]));
});

test('a private key is never written where a web server looks, nor read where others may read it', async () => {
  for (const name of ['public', 'dist/keys', '.well-known'])
    await expect(makeKeys(join(folder.path, name), { count: 1, bits: 3072, rotate: false })).rejects.toThrow(
      'serves',
    );
  for (const name of ['WWWroot/keys', 'public_html'])
    await expect(makeKeys(join(folder.path, name), { count: 1, bits: 3072, rotate: false })).rejects.toThrow(
      'serves',
    );
  await writeFile(join(folder.path, 'index.html'), '');
  for (const name of ['.', 'deep/keys'])
    await expect(makeKeys(join(folder.path, name), { count: 1, bits: 3072, rotate: false })).rejects.toThrow(
      'index.html',
    );
  const elsewhere = await testFolder();
  try {
    const link = join(elsewhere.path, 'keys');
    await symlink(join(folder.path), link);
    await expect(makeKeys(join(link, 'mine'), { count: 1, bits: 3072, rotate: false })).rejects.toThrow(
      'index.html',
    );
  } finally {
    await elsewhere.remove();
  }
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
  [{ ...good, e: 'AQ' }, '"e" "AQ"'],
  [{ ...good, key_ops: undefined }, '"key_ops" null'],
  [{ ...good, key_ops: ['sign'] }, '"key_ops" ["sign"]'],
  [{ ...good, ext: undefined }, '"ext" null'],
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
  const [{ kid }] = testKeys.public.keys as [{ readonly kid: string }];
  const local = checkPublished(
    'http://localhost/jwks.json',
    [kid],
    async () => new Response(body, { headers }),
  );
  expect(await local).toEqual([expect.stringContaining('not https')]);
  // A name that stands elsewhere in the text is no key.
  const spoken = JSON.stringify({ ...testKeys.public, note: 'missing-kid' });
  expect((await answer(() => new Response(spoken, { headers }))).join(' ')).toContain(
    'missing-kid is not in',
  );
});
