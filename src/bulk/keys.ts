/** Keys as NextGen wants them: RSA 3072 or 4096, RS384, a GUID for a name; the public set with eight members, no more. */
import { generateKeyPair, randomUUID } from 'node:crypto';
import { chmod, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { JWK } from 'jose';
import { BulkError } from './failure.ts';
import { servedBecause } from './served-folder.ts';

const setup = (say: string): BulkError => new BulkError({ kind: 'setup', say });

export const privateName = 'private-keys.json';
export const publicName = 'jwks.json';

/** In the order in which NextGen's guide prints them. */
const publicMembers = ['kty', 'alg', 'use', 'key_ops', 'ext', 'kid', 'n', 'e'] as const;

export type RsaBits = 3072 | 4096;

async function newKey(bits: RsaBits): Promise<JWK> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: bits });
  const jwk = privateKey.export({ format: 'jwk' }) as JWK;
  return { ...jwk, kid: randomUUID(), alg: 'RS384', use: 'sig', key_ops: ['sign'], ext: true };
}

/** A key's public half, with only the members that NextGen's guide names. */
export function publicHalf(key: JWK): JWK {
  const shown: JWK = { ...key, alg: 'RS384', use: 'sig', key_ops: ['verify'], ext: true };
  return Object.fromEntries(publicMembers.map((name) => [name, shown[name]])) as JWK;
}

async function checkFolder(folder: string): Promise<void> {
  const found = await servedBecause(folder);
  if (found === undefined) return;
  throw setup(
    `${folder} looks like a folder that a web server serves (${found}). Keep the private key elsewhere, and publish ${publicName} alone.`,
  );
}

async function writeAtOnce(path: string, json: unknown, mode: number): Promise<void> {
  // Nothing that lies there already, a link least of all, gets the key.
  await rm(`${path}.new`, { force: true });
  await writeFile(`${path}.new`, `${JSON.stringify(json, null, 2)}\n`, { mode, flag: 'wx' });
  await chmod(`${path}.new`, mode);
  await rename(`${path}.new`, path);
}

/** A key of the private set: one that was retired signs no more, and is kept for one rotation. */
type OwnKey = JWK & { readonly retired?: true };

export interface MadeKeys {
  readonly privatePath: string;
  readonly publicPath: string;
  /** Names of the keys that are published: the one that signs, those that will, and the one that did before. */
  readonly kids: readonly string[];
  readonly retired: readonly string[];
}

function keysIn(text: string, path: string): readonly OwnKey[] {
  try {
    const { keys } = JSON.parse(text) as { keys?: unknown };
    if (Array.isArray(keys) && keys.every((key) => typeof key === 'object' && key !== null))
      return keys as OwnKey[];
  } catch {
    // Said below.
  }
  throw setup(`${path} is no key set.`);
}

async function readKeys(path: string): Promise<readonly OwnKey[] | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
  return keysIn(text, path);
}

/** Keys that sign or will: with their private halves, and not retired. */
const activeOf = (keys: readonly OwnKey[]): readonly OwnKey[] =>
  keys.filter(({ d, retired }) => d !== undefined && retired !== true);

/** Names of the keys of a private set's text that sign or will, the one that signs first. Throws `BulkError` (`setup`). */
export function activeKids(text: string): readonly string[] {
  return activeOf(keysIn(text, 'The private key file')).map(({ kid = '' }) => kid);
}

/**
 * The set after a rotation. The key that signs next has been published since it was made, so that no sign-in meets a
 * set without it; new ones go behind it. Where there was but one key it signs on until the next rotation: a new one
 * that nobody has published yet would be refused. Whichever signed before stays, whole, for one rotation.
 */
function rotated(old: readonly OwnKey[], made: readonly JWK[]): readonly OwnKey[] {
  const [first, ...others] = activeOf(old);
  if (first === undefined) return made;
  return others.length === 0 ? [first, ...made] : [...others, ...made, { ...first, retired: true as const }];
}

/**
 * Makes `count` keys in `folder`: `private-keys.json`, for its owner alone, and `jwks.json`, to be published. With
 * `rotate` the second key signs from now on, and as many new ones go behind it as make `count` again.
 * Rejects with `BulkError` (`setup`): keys are there already, the folder may be served.
 */
export async function makeKeys(
  folder: string,
  { count, bits, rotate }: { readonly count: number; readonly bits: RsaBits; readonly rotate: boolean },
  makeKey: (bits: RsaBits) => Promise<JWK> = newKey,
): Promise<MadeKeys> {
  await checkFolder(folder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const privatePath = join(folder, privateName);
  const publicPath = join(folder, publicName);
  const old = await readKeys(privatePath);
  if (old !== undefined && !rotate) {
    throw setup(
      `${privatePath} is there already. Add --rotate for new keys beside the old, or name another folder.`,
    );
  }
  if (old === undefined && rotate) throw setup(`There are no keys in ${folder} to rotate.`);
  const active = activeOf(old ?? []).length;
  const wanted = old === undefined ? count : Math.max(1, count - Math.max(1, active - 1));
  const made = await Promise.all(Array.from({ length: wanted }, () => makeKey(bits)));
  const keys = rotated(old ?? [], made);
  // The public set first: were this to end between the two, nothing would sign that could not be published.
  await writeAtOnce(publicPath, { keys: keys.map(publicHalf) }, 0o644);
  await writeAtOnce(privatePath, { keys }, 0o600);
  const named = (some: readonly OwnKey[]): readonly string[] => some.map(({ kid = '' }) => kid);
  return {
    privatePath,
    publicPath,
    kids: named(keys),
    retired: named(keys.filter(({ retired }) => retired === true)),
  };
}

/** The private key set's text. Rejects with `BulkError` (`setup`), also where others than its owner may read it. */
export async function readPrivateKeys(path: string): Promise<string> {
  try {
    const [text, { mode }] = await Promise.all([readFile(path, 'utf8'), stat(path)]);
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      throw new BulkError({
        kind: 'setup',
        say: `${path} may be read by others than its owner. Run: chmod 600 ${path}`,
      });
    }
    return text;
  } catch (error) {
    if (error instanceof BulkError) throw error;
    throw new BulkError({
      kind: 'setup',
      say: `The private keys cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'}): ${path}`,
    });
  }
}
