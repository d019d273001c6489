/**
 * The session as the browser keeps it for the broker: a JWE (RFC 7516, `dir` with A256GCM) in cookies that no script
 * can read. Nothing of it stands on the server, so any instance with the same keys serves any session.
 */
import { CompactEncrypt, compactDecrypt } from 'jose';

/** What the cookies hold. Times in milliseconds. */
export interface BrokerSession {
  readonly system: string;
  /** The browser's own id of the session. */
  readonly session: string;
  /** Undefined where the sign-in server gave none, and the cookie only says that the session is there. */
  readonly refresh?: string | undefined;
  readonly issuedAt: number;
  /** When the refresh token itself was issued; absent in cookies of before: then with the cookie. */
  readonly refreshIssuedAt?: number;
  readonly openedAt: number;
  /** Idle limit: after this the refresh token is not used any more. */
  readonly usableUntil: number;
}

export interface CookieKey {
  readonly kid: string;
  readonly key: Uint8Array;
}

/** Cookies of one request by name. */
export type Jar = ReadonlyMap<string, string>;

const most = 8;
/** All sessions together, in characters: beyond it the header would outgrow what servers and proxies read. */
const mostCharacters = 40_000;
/** Chromium drops a cookie of 4,096 characters or more without a word; the name and its `=` count. */
const longestValue = 3_800;
const mostParts = 10;
const attributes = 'Path=/; Secure; HttpOnly; SameSite=Strict';
const ours = /^__Host-chartside-([\w-]{22,64})(?:\.\d)?$/;

/** The cookies of a request that are the broker's. The first of a name counts: browsers send the most specific first. */
export function jarOf(header: string | undefined): Jar {
  const jar = new Map<string, string>();
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    const name = pair.slice(0, Math.max(at, 0)).trim();
    if (ours.test(name) && !jar.has(name)) jar.set(name, pair.slice(at + 1).trim());
  }
  return jar;
}

function nameOf(session: string, part?: number): string {
  return `__Host-chartside-${session}${part === undefined ? '' : `.${part}`}`;
}

function namesIn(jar: Jar, session: string): string[] {
  return [...jar.keys()].filter((name) => ours.exec(name)?.[1] === session);
}

/** The whole value of a session: one cookie, or numbered parts. Both, where an older set was not taken away. */
function valuesOf(jar: Jar, session: string): string[] {
  let joined = '';
  for (let part = 0; part < mostParts; part++) {
    const value = jar.get(nameOf(session, part));
    if (value === undefined) break;
    joined += value;
  }
  return [joined, jar.get(nameOf(session)) ?? ''].filter((value) => value !== '');
}

async function open(value: string, keys: readonly CookieKey[]): Promise<BrokerSession | undefined> {
  try {
    const { plaintext } = await compactDecrypt(
      value,
      ({ kid }) => {
        const known = keys.find((key) => key.kid === kid);
        if (known === undefined) throw new Error('No such key.');
        return known.key;
      },
      { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] },
    );
    return JSON.parse(new TextDecoder().decode(plaintext)) as BrokerSession;
  } catch {
    return undefined;
  }
}

async function seal(session: BrokerSession, [first]: readonly CookieKey[]): Promise<string> {
  if (first === undefined) throw new Error('The broker has no cookie key.');
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(session)))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: first.kid })
    .encrypt(first.key);
}

/** The session that the request's cookies hold for a system; undefined where there is none that these keys open. */
export async function readSession(
  jar: Jar,
  keys: readonly CookieKey[],
  system: string,
  session: string,
): Promise<BrokerSession | undefined> {
  let newest: BrokerSession | undefined;
  for (const value of valuesOf(jar, session)) {
    const found = await open(value, keys);
    // A cookie moved to another session's name, or used for another system, is nobody's.
    if (found?.session !== session || found.system !== system) continue;
    if (newest === undefined || found.issuedAt > newest.issuedAt) newest = found;
  }
  return newest;
}

/** Whether the request's browser has a session of a system open, within its limits. */
export async function holdsSession(
  jar: Jar,
  keys: readonly CookieKey[],
  system: string,
  now: number,
): Promise<boolean> {
  const ids = new Set([...jar.keys()].map((name) => ours.exec(name)?.[1] ?? ''));
  for (const id of ids) {
    const found = await readSession(jar, keys, system, id);
    if (found !== undefined && now <= found.usableUntil) return true;
  }
  return false;
}

/** `Set-Cookie` lines that take a session's cookies away. */
export function clearSession(jar: Jar, session: string): string[] {
  const names = namesIn(jar, session);
  return (names.length === 0 ? [nameOf(session)] : names).map(cleared);
}

function cleared(name: string): string {
  return `${name}=; Max-Age=0; ${attributes}`;
}

/**
 * `Set-Cookie` lines that keep a session: its parts, what is left of a longer set taken away, and the least recently
 * renewed sessions too where there are more than eight or they take more room than a request's header has.
 */
export async function writeSession(
  jar: Jar,
  keys: readonly CookieKey[],
  session: BrokerSession,
): Promise<string[]> {
  const value = await seal(session, keys);
  const parts = value.match(new RegExp(`.{1,${longestValue}}`, 'g')) ?? [];
  const lines = new Map<string, string>();
  for (const name of namesIn(jar, session.session)) lines.set(name, cleared(name));
  for (const [index, part] of parts.entries()) {
    const name = nameOf(session.session, parts.length === 1 ? undefined : index);
    lines.set(name, `${name}=${part}; ${attributes}`);
  }
  for (const name of await surplus(jar, keys, session.session, value.length)) lines.set(name, cleared(name));
  return [...lines.values()];
}

/** Names of the cookies that must go to make room. */
async function surplus(jar: Jar, keys: readonly CookieKey[], kept: string, size: number): Promise<string[]> {
  const others = new Map<string, number>();
  for (const [name, value] of jar) {
    const id = ours.exec(name)?.[1] ?? '';
    if (id !== kept) others.set(id, (others.get(id) ?? 0) + name.length + value.length);
  }
  let room = mostCharacters - size - [...others.values()].reduce((sum, length) => sum + length, 0);
  let tooMany = others.size + 1 - most;
  if (room >= 0 && tooMany <= 0) return [];
  const ages: { id: string; length: number; issuedAt: number }[] = [];
  for (const [id, length] of others) {
    const found = await Promise.all(valuesOf(jar, id).map((value) => open(value, keys)));
    // What no key opens any more goes first.
    ages.push({ id, length, issuedAt: Math.max(0, ...found.map((one) => one?.issuedAt ?? 0)) });
  }
  const gone: string[] = [];
  for (const { id, length } of ages.toSorted((a, b) => a.issuedAt - b.issuedAt)) {
    if (room >= 0 && tooMany <= 0) break;
    gone.push(...namesIn(jar, id));
    room += length;
    tooMany -= 1;
  }
  return gone;
}
