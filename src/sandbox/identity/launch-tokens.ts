import { createCipheriv, createDecipheriv, randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { BaseName } from './realm.ts';

/** What an EHR launch is about. */
export interface LaunchContext {
  /** Username of who clicked. */
  readonly user: string;
  readonly base: BaseName;
  /** Logical id of the patient. */
  readonly patient: string;
  /** As the token response spells it: without `PT-`. */
  readonly encounter: string | undefined;
}

export type LaunchReading =
  | { readonly kind: 'fresh'; readonly context: LaunchContext }
  | { readonly kind: 'expired'; readonly context: LaunchContext }
  | { readonly kind: 'unknown' };

/** How an EHR's launches are: how long they are good, and whether they are a UUID and no more. */
export interface LaunchManner {
  readonly lifetimeMs: number;
  readonly short: boolean;
}

/** Five minutes and the look of NextGen Office's, as its guide says. */
const ofOffice: LaunchManner = { lifetimeMs: 300_000, short: false };

/** Bytes of nonce and authentication tag around the encrypted context. */
const overhead = 12 + 16;

/**
 * Launch tokens in the shape of NextGen Office's: base64 of `a20.<base64 of 178 to 181 bytes>`, 328 to 332 characters
 * with raw `=` at the end. Encrypted with a key of this sandbox alone, so they mean nothing to anyone else.
 */
export class LaunchTokens {
  readonly #key = randomBytes(32);
  readonly #now: () => number;
  readonly #manner: () => LaunchManner;
  /** What a UUID stands for. */
  readonly #short = new Map<string, string>();
  constructor(now: () => number, manner: () => LaunchManner = () => ofOffice) {
    this.#now = now;
    this.#manner = manner;
  }

  /** A token for one click, valid from now for as long as the manner says. */
  mint(context: LaunchContext): string {
    const sealed = this.#seal(context);
    if (!this.#manner().short) return sealed;
    const id = randomUUID();
    this.#short.set(id, sealed);
    return id;
  }

  #seal(context: LaunchContext): string {
    const content = JSON.stringify({ ...context, at: this.#now() });
    const padded = content.padEnd(
      randomInt(178, 182) - overhead - (Buffer.byteLength(content) - content.length),
    );
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce);
    const sealed = Buffer.concat([nonce, cipher.update(padded, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return Buffer.from(`a20.${sealed.toString('base64')}`).toString('base64');
  }

  /** What a token says. Anything that this sandbox did not mint, letter for letter, is unknown. */
  read(minted: string): LaunchReading {
    const token = this.#short.get(minted) ?? minted;
    try {
      const inner = Buffer.from(token, 'base64').toString('latin1');
      if (!inner.startsWith('a20.') || Buffer.from(inner).toString('base64') !== token)
        return { kind: 'unknown' };
      const sealed = Buffer.from(inner.slice(4), 'base64');
      const decipher = createDecipheriv('aes-256-gcm', this.#key, sealed.subarray(0, 12));
      decipher.setAuthTag(sealed.subarray(-16));
      const content = Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]).toString();
      const { at, ...context } = JSON.parse(content) as LaunchContext & { at: number };
      const expired = this.#now() - at > this.#manner().lifetimeMs;
      return { kind: expired ? 'expired' : 'fresh', context: { ...context, encounter: context.encounter } };
    } catch {
      return { kind: 'unknown' };
    }
  }
}
