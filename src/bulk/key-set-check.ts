/** What NextGen would refuse in a published key set. */
import { isSafeAddress } from './bulk-config.ts';
import { BulkError } from './failure.ts';
import { readBounded } from './read-bounded.ts';

/** Members of which a public RSA key has nothing to publish. */
const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];
const wanted = new Set(['kty', 'alg', 'use', 'key_ops', 'ext', 'kid', 'n', 'e']);
const guid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** Bits of a base64url modulus. */
function bitsOf(n: string): number {
  const bytes = Buffer.from(n, 'base64url');
  const lead = bytes.findIndex((byte) => byte !== 0);
  return lead < 0 ? 0 : (bytes.length - lead) * 8 - Math.clz32(bytes[lead] ?? 0) + 24;
}

function* faultsOf(key: Readonly<Record<string, unknown>>, name: string): Generator<string> {
  for (const member of privateMembers) {
    if (member in key)
      yield `${name} publishes its private half ("${member}"): take it down at once, and make new keys.`;
  }
  if (key['kty'] !== 'RSA') yield `${name} is no RSA key ("kty").`;
  else if (typeof key['n'] !== 'string' || typeof key['e'] !== 'string') yield `${name} lacks "n" or "e".`;
  else if (![3072, 4096].includes(bitsOf(key['n'])))
    yield `${name} has ${bitsOf(key['n'])} bits: NextGen takes 3072 or 4096.`;
  if (key['kty'] === 'RSA' && typeof key['e'] === 'string' && key['e'] !== 'AQAB')
    yield `${name} has "e" ${JSON.stringify(key['e'])}: it must be "AQAB" (65537), as every RSA key of today has it.`;
  if (key['alg'] !== 'RS384')
    yield `${name} has "alg" ${JSON.stringify(key['alg'] ?? null)}: NextGen takes RS384.`;
  if (key['use'] !== 'sig')
    yield `${name} has "use" ${JSON.stringify(key['use'] ?? null)}: it must be "sig".`;
  if (typeof key['kid'] !== 'string' || !guid.test(key['kid'])) yield `${name} has a "kid" that is no GUID.`;
  const ops = key['key_ops'];
  if (!(Array.isArray(ops) && ops.length === 1 && ops[0] === 'verify'))
    yield `${name} has "key_ops" ${JSON.stringify(ops ?? null)}: it must be ["verify"].`;
  if (key['ext'] !== true) yield `${name} has "ext" ${JSON.stringify(key['ext'] ?? null)}: it must be true.`;
  for (const member of Object.keys(key)) {
    if (!wanted.has(member) && !privateMembers.includes(member))
      yield `${name} has a member that NextGen's guide does not list: "${member}".`;
  }
}

function kidsIn(text: string): readonly unknown[] {
  try {
    const { keys } = JSON.parse(text) as { readonly keys?: unknown };
    return Array.isArray(keys) ? keys.map((key) => (key as { readonly kid?: unknown } | null)?.kid) : [];
  } catch {
    return [];
  }
}

/** The faults of a key set's text, a sentence each; none where NextGen would take it. */
export function checkKeySet(text: string): readonly string[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return ['It is no JSON. (Comments are none either.)'];
  }
  const keys = (json as { keys?: unknown } | null)?.keys;
  if (!Array.isArray(keys) || keys.length === 0) return ['It has no list "keys" with a key in it.'];
  const kids = keys.map((key) => String((key as { kid?: unknown } | null)?.kid));
  const twice = kids.filter((kid, index) => kids.indexOf(kid) !== index);
  return [
    ...keys.flatMap((key, index) => [
      ...faultsOf((key ?? {}) as Record<string, unknown>, `Key ${index + 1}`),
    ]),
    ...twice.map((kid) => `Two keys have the same "kid": ${kid}.`),
  ];
}

/**
 * Fetches a published set and checks it as NextGen would. `mine`: names of keys that ought to be in it. Rejects with
 * `BulkError` where it cannot be fetched.
 */
export async function checkPublished(
  url: string,
  mine: readonly string[] = [],
  send: typeof fetch = fetch,
): Promise<readonly string[]> {
  const notHttps = 'The address is not https: NextGen fetches no other.';
  if (!isSafeAddress(url)) return [notHttps];
  let response: Response;
  let text: string;
  try {
    response = await send(url, {
      redirect: 'manual',
      signal: AbortSignal.timeout(15_000),
      headers: { Accept: 'application/json' },
    });
    text = await readBounded(response, 262_144);
  } catch (error) {
    if (error instanceof BulkError) throw error;
    throw new BulkError({ kind: 'unreachable', what: new URL(url).host });
  }
  if (response.status !== 200)
    return [`The address answers ${response.status}: it must answer 200, without a redirect.`];
  const faults = [...(/^https:/i.test(url) ? [] : [notHttps]), ...checkKeySet(text)];
  if (!/json/i.test(response.headers.get('content-type') ?? ''))
    faults.push('It is not served as JSON (Content-Type).');
  if (!/max-age=\d/.test(response.headers.get('cache-control') ?? '')) {
    faults.push(
      'It says no "Cache-Control: max-age=…": say how long it may be kept, an hour or so, so that rotation is quick.',
    );
  }
  const published = kidsIn(text);
  const missing = mine.filter((kid) => !published.includes(kid));
  return [...faults, ...missing.map((kid) => `The key ${kid} is not in it: publish jwks.json anew.`)];
}
