/**
 * Who may read the folder of `npm run open`: whoever has the address that the terminal shows. The secret in it works once
 * and is swapped for a key that lives in the page's memory alone, so that neither the browser's history nor the
 * terminal's keeps anything that opens the folder.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

export interface OpenKeys {
  /** A new secret for an address; the one before it works no more. */
  newSecret(): string;
  /** A key for the secret, once. Undefined for any other, and for the second time. */
  enter(secret: string): string | undefined;
  isKey(key: string): boolean;
}

const random = (): string => randomBytes(32).toString('base64url');

/** As long as each other, whatever was sent: how long comparing takes says nothing. */
function isSame(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

export function createOpenKeys(): OpenKeys {
  let secret: string | undefined;
  const keys: string[] = [];
  return {
    newSecret() {
      secret = random();
      return secret;
    },
    enter(sent) {
      if (secret === undefined || !isSame(sent, secret)) return undefined;
      secret = undefined;
      const key = random();
      keys.push(key);
      return key;
    },
    isKey: (sent) => keys.filter((key) => isSame(sent, key)).length > 0,
  };
}
