/** Client authentication by a signed assertion (RFC 7523; SMART App Launch 2.2, "asymmetric"): keys and the assertion. */
import { importJWK, jwtVerify, SignJWT, type CryptoKey, type JWK } from 'jose';

export type AssertionAlgorithm = 'RS384' | 'ES384';

/** A JWK without its private members. */
export type PublicKey = Readonly<Record<string, unknown>> & { readonly kid: string };

/** The first key of a set signs; all of them are published, so that servers know the next one before it is used. */
export interface AssertionKeys {
  readonly algorithm: AssertionAlgorithm;
  readonly kid: string;
  readonly key: CryptoKey;
  readonly published: readonly PublicKey[];
}

/** Members that may be published; everything else of a key stays here, whatever it is called. */
const publicMembers = {
  RS384: ['kty', 'kid', 'n', 'e'],
  ES384: ['kty', 'kid', 'crv', 'x', 'y'],
} as const;

function fits(key: JWK, algorithm: AssertionAlgorithm): boolean {
  if (key.alg !== undefined && key.alg !== algorithm) return false;
  return algorithm === 'RS384' ? key.kty === 'RSA' : key.kty === 'EC' && key.crv === 'P-384';
}

function published(key: JWK & { kid: string }, algorithm: AssertionAlgorithm): PublicKey {
  const members = publicMembers[algorithm].map((name) => [name, key[name]]);
  return {
    ...Object.fromEntries(members),
    kid: key.kid,
    alg: algorithm,
    use: 'sig',
    key_ops: ['verify'],
    ext: true,
  };
}

/**
 * Reads a JWK set with private keys. Gives a phrase that continues "The key set …" where it cannot be used; no phrase
 * holds anything of a key but its place in the list.
 */
export async function readAssertionKeys(
  text: string,
  wanted: AssertionAlgorithm | undefined,
): Promise<AssertionKeys | string> {
  let list: unknown;
  try {
    list = (JSON.parse(text) as { keys?: unknown } | null)?.keys;
  } catch {
    return 'is not JSON';
  }
  if (!Array.isArray(list) || list.length === 0) return 'has no list "keys" with a key in it';
  const keys = list as (JWK | null)[];
  const algorithm = wanted ?? (keys[0]?.kty === 'EC' ? 'ES384' : 'RS384');
  const kids = new Set<string>();
  const known: PublicKey[] = [];
  for (const [index, key] of keys.entries()) {
    const which = `key ${index + 1}`;
    if (typeof key !== 'object' || key === null) return `has a ${which} that is no object`;
    const { kid } = key;
    if (typeof kid !== 'string' || kid === '') return `has no "kid" in ${which}`;
    if (kids.has(kid)) return `has the "kid" of ${which} twice`;
    kids.add(kid);
    if (!fits(key, algorithm)) {
      const kind = algorithm === 'RS384' ? 'an RSA key' : 'an EC key on the curve P-384';
      return `needs ${kind} for ${algorithm} in ${which}`;
    }
    const shown = published({ ...key, kid }, algorithm);
    try {
      await importJWK(shown as JWK, algorithm);
    } catch {
      return `has a ${which} whose public half cannot be read`;
    }
    known.push(shown);
  }
  const [first] = keys as [JWK];
  if (typeof first.d !== 'string') return 'has no private half ("d") in key 1, which signs';
  try {
    // Its own uses ("use", "key_ops") are left out: a key that was written for "verify" alone would not sign.
    const { use: _use, key_ops: _ops, ...bare } = first;
    const key = (await importJWK(bare, algorithm)) as CryptoKey;
    // Its two halves may be of different keys: a server would refuse every assertion, here it is a fault at start.
    const sample = await new SignJWT({}).setProtectedHeader({ alg: algorithm }).sign(key);
    await jwtVerify(sample, await importJWK(known[0] as JWK, algorithm));
    return { algorithm, kid: String(first.kid), key, published: known };
  } catch {
    return 'has a key 1 that cannot sign: its halves do not fit, or it is too short (RSA needs 2048 bits or more)';
  }
}

/** Four minutes: SMART allows five, and the server's clock may be behind ours. */
const lifetime = 240;

/** One assertion, for one request: `jti` is new each time, since servers refuse to see one twice. */
export function clientAssertion(
  keys: AssertionKeys,
  clientId: string,
  audience: string,
  now: number,
): Promise<string> {
  const seconds = Math.floor(now / 1000);
  return new SignJWT()
    .setProtectedHeader({ alg: keys.algorithm, kid: keys.kid, typ: 'JWT' })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(audience)
    .setJti(crypto.randomUUID())
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + lifetime)
    .sign(keys.key);
}
