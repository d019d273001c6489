/** The broker's secrets, from the environment or from files: never from `smart-config.json`, which everyone may read. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { readAssertionKeys, type PublicKey } from '#smart/client-assertion.ts';
import { isPlaceholder } from '#smart/registry-placeholder.ts';
import type { Registry, System } from '#smart/registry.ts';
import type { ClientCredential } from './broker-client-authentication.ts';
import type { CookieKey } from './broker-cookies.ts';

export interface BrokerSecrets {
  /** The first encrypts, every one decrypts. */
  readonly cookieKeys: readonly CookieKey[];
  /** By system id. */
  readonly credentials: ReadonlyMap<string, ClientCredential>;
  /** What `/.well-known/jwks.json` shows. */
  readonly published: readonly PublicKey[];
}

export type ReadSecrets =
  | { readonly ok: true; readonly secrets: BrokerSecrets }
  | { readonly ok: false; readonly faults: readonly string[] };

export type Environment = Readonly<Record<string, string | undefined>>;

/** Systems that the broker serves. One whose client id is still a placeholder can be opened by nobody. */
export function brokeredSystems({ systems }: Registry): readonly System[] {
  return systems.filter((system) => system.clientAuthentication === 'broker' && !isPlaceholder(system));
}

/**
 * Those of them that this environment has to know a secret for: a practice that leaves the sandbox's entries in its
 * configuration has no sandbox, and no secrets of its made-up clients.
 */
export function servedSystems(env: Environment, registry: Registry): readonly System[] {
  const isSet = ({ id }: System): boolean =>
    (['CLIENT_SECRET', 'PRIVATE_KEYS'] as const).some(
      (kind) => env[variableOf(id, kind)] || env[`${variableOf(id, kind)}_FILE`],
    );
  return brokeredSystems(registry).filter((system) => !system.sandbox || isSet(system));
}

/** `nextgen-office` → `CHARTSIDE_NEXTGEN_OFFICE_CLIENT_SECRET`. */
export function variableOf(systemId: string, kind: 'CLIENT_SECRET' | 'PRIVATE_KEYS'): string {
  return `CHARTSIDE_${systemId.toUpperCase().replaceAll(/[^A-Z\d]/g, '_')}_${kind}`;
}

/** The text of a variable or of the file that `<name>_FILE` names; a fault is a sentence, added to `faults`. */
async function read(
  env: Environment,
  name: string,
  what: string,
  faults: string[],
): Promise<string | undefined> {
  const { [name]: direct, [`${name}_FILE`]: file } = env;
  if (direct && file) {
    faults.push(`${name} and ${name}_FILE are both set: keep one of them.`);
    return undefined;
  }
  let text = direct ?? '';
  if (file) {
    try {
      text = await readFile(file, 'utf8');
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      faults.push(`${name}_FILE names a file that cannot be read (${code}): ${file}`);
      return undefined;
    }
  }
  // Editors and `echo` end a file with a line break that is no part of the secret.
  text = text.trim();
  if (text === '') {
    faults.push(
      file ? `${name}_FILE names an empty file: ${file}` : `${name} (or ${name}_FILE) is missing: ${what}`,
    );
    return undefined;
  }
  return text;
}

const makeKey = `node -e "console.log(require('crypto').randomBytes(32).toString('base64url'))"`;

async function readCookieKeys(env: Environment, faults: string[]): Promise<readonly CookieKey[]> {
  const name = 'CHARTSIDE_COOKIE_KEYS';
  const what = `keys of 32 bytes in base64url, separated by commas; the first encrypts. Make one with: ${makeKey}`;
  const text = await read(env, name, what, faults);
  if (text === undefined) return [];
  const keys: CookieKey[] = [];
  for (const [index, part] of text.split(',').entries()) {
    const key = Buffer.from(part.trim(), 'base64url');
    if (key.length !== 32 || key.toString('base64url') !== part.trim().replace(/=$/, '')) {
      faults.push(`${name}: key ${index + 1} is not 32 bytes in base64url. Make one with: ${makeKey}`);
      continue;
    }
    // Says which key it was without saying anything about it.
    const kid = createHash('sha256').update(key).digest('base64url').slice(0, 12);
    if (keys.some((known) => known.kid === kid)) faults.push(`${name}: key ${index + 1} is listed twice.`);
    keys.push({ kid, key: new Uint8Array(key) });
  }
  return keys;
}

async function readCredential(
  env: Environment,
  system: System,
  faults: string[],
): Promise<ClientCredential | undefined> {
  const { id, label, broker } = system;
  if (broker?.authentication === 'private_key_jwt') {
    const name = variableOf(id, 'PRIVATE_KEYS');
    const what = `the private keys with which ${label} knows this app, as a JWK set; the first one signs.`;
    const text = await read(env, name, what, faults);
    if (text === undefined) return undefined;
    const keys = await readAssertionKeys(text, broker.algorithm);
    if (typeof keys !== 'string') return { kind: 'keys', keys };
    faults.push(`${name}: the key set ${keys}.`);
    return undefined;
  }
  const name = variableOf(id, 'CLIENT_SECRET');
  const what = `the client secret that ${label} gave this app.`;
  const secret = await read(env, name, what, faults);
  if (secret === undefined) return undefined;
  // eslint-disable-next-line no-control-regex -- control characters are what it looks for
  if (!/[\x00-\x1f\x7f]/.test(secret)) return { kind: 'secret', secret };
  faults.push(`${name} holds more than one line: a client secret is a single one.`);
  return undefined;
}

/**
 * Reads every secret that the systems of a registry need. All that is missing or cannot be used is said at once, in
 * sentences that name the variable and never hold a secret.
 */
export async function readBrokerSecrets(env: Environment, registry: Registry): Promise<ReadSecrets> {
  const systems = servedSystems(env, registry);
  const faults: string[] = [];
  const credentials = new Map<string, ClientCredential>();
  const published = new Map<string, PublicKey>();
  const variables = new Map<string, string>();
  const cookieKeys = systems.length === 0 ? [] : await readCookieKeys(env, faults);
  for (const system of systems) {
    const { id } = system;
    const variable = variableOf(id, 'CLIENT_SECRET');
    const other = variables.get(variable);
    if (other !== undefined) {
      faults.push(`${other} and ${id} would share ${variable}: give one of them another id.`);
      continue;
    }
    variables.set(variable, id);
    const credential = await readCredential(env, system, faults);
    if (credential === undefined) continue;
    credentials.set(id, credential);
    if (credential.kind !== 'keys') continue;
    for (const key of credential.keys.published) {
      const known = published.get(key.kid);
      if (known !== undefined && JSON.stringify(known) !== JSON.stringify(key)) {
        faults.push(
          `${variableOf(id, 'PRIVATE_KEYS')}: another system has another key with the "kid" ${key.kid}.`,
        );
      }
      published.set(key.kid, key);
    }
  }
  return faults.length > 0
    ? { ok: false, faults }
    : { ok: true, secrets: { cookieKeys, credentials, published: [...published.values()] } };
}
