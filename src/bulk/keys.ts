/** Keys as NextGen wants them: RSA 3072 or 4096, RS384, a GUID for a name; the public set with eight members, no more. */
import { generateKeyPair, randomUUID } from 'node:crypto';
import { chmod, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import type { JWK } from 'jose';
import { BulkError } from './failure.ts';

export const privateName = 'private-keys.json';
export const publicName = 'jwks.json';

/** In the order in which NextGen's guide prints them. */
const publicMembers = ['kty', 'alg', 'use', 'key_ops', 'ext', 'kid', 'n', 'e'] as const;

export type RsaBits = 3072 | 4096;

async function makeKey(bits: RsaBits): Promise<JWK> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: bits });
  const jwk = privateKey.export({ format: 'jwk' }) as JWK;
  return { ...jwk, kid: randomUUID(), alg: 'RS384', use: 'sig', key_ops: ['sign'], ext: true };
}

/** A key's public half, with only the members that NextGen's guide names. */
export function publicHalf(key: JWK): JWK {
  const shown: JWK = { ...key, alg: 'RS384', use: 'sig', key_ops: ['verify'], ext: true };
  return Object.fromEntries(publicMembers.map((name) => [name, shown[name]])) as JWK;
}

/** Folders of which a web server may serve what lies in them: a private key there would be everybody's. */
const served = new Set(['public', 'dist', 'static', 'site', 'www', 'htdocs', 'html', '.well-known']);

async function checkFolder(folder: string): Promise<void> {
  const parts = resolve(folder).split(sep);
  const found = parts.find((part) => served.has(part));
  const hasPage = await readFile(join(folder, 'index.html')).then(
    () => true,
    () => false,
  );
  if (found === undefined && !hasPage) return;
  throw new BulkError({
    kind: 'setup',
    say: `${folder} looks like a folder that a web server serves (${found ?? 'index.html'}). Keep the private key elsewhere, and publish ${publicName} alone.`,
  });
}

async function writeAtOnce(path: string, json: unknown, mode: number): Promise<void> {
  // Nothing that lies there already, a link least of all, gets the key.
  await rm(`${path}.new`, { force: true });
  await writeFile(`${path}.new`, `${JSON.stringify(json, null, 2)}\n`, { mode, flag: 'wx' });
  await chmod(`${path}.new`, mode);
  await rename(`${path}.new`, path);
}

export interface MadeKeys {
  readonly privatePath: string;
  readonly publicPath: string;
  /** Names of the keys that are published, the one that signs first. */
  readonly kids: readonly string[];
}

async function readKeys(path: string): Promise<readonly JWK[] | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
  try {
    const { keys } = JSON.parse(text) as { keys?: unknown };
    if (Array.isArray(keys)) return keys as JWK[];
  } catch {
    // Said below.
  }
  throw new BulkError({ kind: 'setup', say: `${path} is no key set.` });
}

/**
 * Makes `count` keys in `folder`: `private-keys.json`, for its owner alone, and `jwks.json`, to be published. With
 * `rotate` new ones go first (and sign), and the public halves of the old stay published until the next rotation.
 * Rejects with `BulkError` (`setup`): keys are there already, the folder may be served.
 */
export async function makeKeys(
  folder: string,
  { count, bits, rotate }: { readonly count: number; readonly bits: RsaBits; readonly rotate: boolean },
): Promise<MadeKeys> {
  await checkFolder(folder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const privatePath = join(folder, privateName);
  const publicPath = join(folder, publicName);
  const old = await readKeys(privatePath);
  if (old !== undefined && !rotate) {
    throw new BulkError({
      kind: 'setup',
      say: `${privatePath} is there already. Add --rotate for new keys beside the old, or name another folder.`,
    });
  }
  if (old === undefined && rotate)
    throw new BulkError({ kind: 'setup', say: `There are no keys in ${dirname(privatePath)} to rotate.` });
  const made = await Promise.all(Array.from({ length: count }, () => makeKey(bits)));
  // Of those before only the public halves stay: they verify what was signed a moment ago, and sign nothing more.
  const kept = (old ?? []).filter(({ d }) => d !== undefined).map(publicHalf);
  await writeAtOnce(privatePath, { keys: [...made, ...kept] }, 0o600);
  await writeAtOnce(publicPath, { keys: [...made.map(publicHalf), ...kept] }, 0o644);
  return { privatePath, publicPath, kids: [...made, ...kept].map(({ kid = '' }) => kid) };
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
