import { createHash, randomBytes } from 'node:crypto';
import type { EnterpriseClient } from '#sandbox/cast.ts';
import type { Account } from '#sandbox/identity/accounts.ts';
import type { EnterpriseSwitches } from './enterprise-switches.ts';
import { OAuthError } from './oauth-error.ts';

/** What somebody agreed to: decided once, the same at every refresh. */
export interface EnterpriseGrant {
  readonly client: EnterpriseClient;
  readonly account: Account;
  readonly redirectUri: string;
  /** S256 challenge; undefined where the client sent none. */
  readonly challenge: string | undefined;
  readonly nonce: string | undefined;
  /** Scopes about who is there: `openid`, `offline_access`. */
  readonly identityScopes: readonly string[];
  /** Scopes about records, as the FHIR server reads them. */
  readonly recordScopes: readonly string[];
  /** The patient and the visit of an EHR launch. */
  readonly patient: string | undefined;
  readonly encounter: string | undefined;
  /** The FHIR bases that its tokens are good for. */
  readonly audience: readonly string[];
}

interface Issued {
  readonly grant: EnterpriseGrant;
  readonly at: number;
}

export interface Redemption {
  readonly client: EnterpriseClient;
  readonly redirectUri: string | undefined;
  readonly verifier: string | undefined;
}

/** Codes and tokens of one authorization server, in memory; every time is the sandbox's clock's. */
export class Grants {
  readonly #codes = new Map<string, Issued & { used: boolean }>();
  readonly #access = new Map<string, Issued & { readonly until: number }>();
  readonly #refresh = new Map<string, Issued & { used: boolean }>();
  readonly #ended = new Set<EnterpriseGrant>();
  readonly #now: () => number;

  readonly #codeSeconds: () => number;

  constructor(now: () => number, codeSeconds: () => number) {
    this.#now = now;
    this.#codeSeconds = codeSeconds;
  }

  code(grant: EnterpriseGrant): string {
    const code = secret();
    this.#codes.set(code, { grant, at: this.#now(), used: false });
    return code;
  }

  /** A code's grant, once. Throws `invalid_grant`; a second use ends the grant (RFC 6749 §4.1.2). */
  redeem(code: string, { client, redirectUri, verifier }: Redemption): EnterpriseGrant {
    const found = this.#codes.get(code);
    if (found === undefined || found.grant.client.id !== client.id) throw invalid('The code is not valid.');
    const { grant } = found;
    if (found.used) {
      this.#ended.add(grant);
      throw invalid('The code has been used.');
    }
    if (this.#now() - found.at > this.#codeSeconds() * 1000) throw invalid('The code has expired.');
    if (redirectUri !== grant.redirectUri) throw invalid('The redirect_uri does not match.');
    if (grant.challenge === undefined ? verifier !== undefined : digest(verifier) !== grant.challenge)
      throw invalid('The code_verifier does not match.');
    found.used = true;
    return grant;
  }

  /** New tokens of a grant; `seconds`: how long the access token is good; `kept`: the refresh token stays this one. */
  issue(
    grant: EnterpriseGrant,
    seconds: number,
    kept?: string,
  ): { readonly access: string; readonly refresh: string } {
    const access = secret();
    const at = this.#now();
    this.#access.set(access, { grant, at, until: at + seconds * 1000 });
    if (kept !== undefined) return { access, refresh: kept };
    const refresh = secret();
    this.#refresh.set(refresh, { grant, at, used: false });
    return { access, refresh };
  }

  /** The grant of a refresh token, once, or for as long as it is `kept`. `hours`: how old it may be. */
  exchange(
    token: string,
    client: EnterpriseClient,
    hours: number | undefined,
    rotation: 'once' | 'kept' = 'once',
  ): EnterpriseGrant {
    const found = this.#refresh.get(token);
    if (found === undefined || found.grant.client.id !== client.id || this.#ended.has(found.grant))
      throw invalid('The refresh token is not valid.');
    if (found.used) throw invalid('The refresh token has been used.');
    if (hours !== undefined && this.#now() - found.at >= hours * 3_600_000)
      throw invalid('The refresh token has expired.');
    found.used = rotation === 'once';
    return found.grant;
  }

  /**
   * Ends an access token, or a refresh token: with it `all` of its grant, or that `one` alone. What is not known is no
   * error (RFC 7009).
   */
  revoke(token: string, client: EnterpriseClient, reach: EnterpriseSwitches['enterpriseRevocation']): void {
    const refresh = this.#refresh.get(token);
    if (refresh?.grant.client.id === client.id) {
      if (reach === 'all') this.#ended.add(refresh.grant);
      else this.#refresh.delete(token);
    }
    if (this.#access.get(token)?.grant.client.id === client.id) this.#access.delete(token);
  }

  /** The grant behind an access token that is still good. */
  find(token: string): EnterpriseGrant | undefined {
    const found = this.#access.get(token);
    if (found === undefined || this.#ended.has(found.grant) || this.#now() >= found.until) return undefined;
    return found.grant;
  }
}

function secret(): string {
  return randomBytes(32).toString('base64url');
}

function digest(verifier: string | undefined): string | undefined {
  return verifier === undefined ? undefined : createHash('sha256').update(verifier).digest('base64url');
}

function invalid(description: string): OAuthError {
  return new OAuthError('invalid_grant', description);
}
