import { isBrokered } from './broker-request.ts';
import type { Browser } from './browser.ts';
import { noteEnded } from './ended-sessions.ts';
import type { SessionEnd } from './failure.ts';
import { joinPeers, tabsOf } from './peers.ts';
import type { Registry, System } from './registry.ts';
import { systemById } from './systems.ts';
import { grantedScopes } from './scopes.ts';
import { takeRetired, writeRecord, type SessionRecord, type TokenSet } from './session-record.ts';
import { forgetRecord } from './session-keys.ts';
import { SessionError, type Session } from './session.ts';
import { lifeOf } from './token-life.ts';
import { exchangeRefreshToken, revokeToken, type TokenAnswer } from './token-request.ts';
import { readContext } from './token-response.ts';

/** A session as its own front door holds it: the screen gets it as `Session`. */
export interface OpenSession extends Session {
  /** Once, where the token named nobody. */
  choosePatient(patientId: string): void;
  /** Forgets the session here and in copied tabs; resolves when its tokens are revoked or that was given up. */
  end(reason: SessionEnd): Promise<void>;
  /** This tab goes on to another authorization; copied tabs stay. */
  leave(): void;
  /** Tells copied tabs that the reader is still there. */
  tellActive(at: number): void;
  onActive(listener: (at: number) => void): void;
  /** When what renews the tokens has to be used for the sake of itself. */
  readonly keepBy: number | undefined;
}

/** The session of a record, alive: fresh from a callback, after a reload, or in a copied tab. */
export function openSession(browser: Browser, system: System, begun: SessionRecord): OpenSession {
  let record = begun;
  let ended: SessionEnd | undefined;
  let renewing: Promise<string> | undefined;
  const endListeners = new Set<(reason: SessionEnd) => void>();
  const activeListeners = new Set<(at: number) => void>();

  // The broker has what renews these tokens: the access token need not outlive this page, and is in its memory alone.
  const store = (): void =>
    writeRecord(
      browser,
      isBrokered(system) ? { ...record, tokens: { ...record.tokens, access: '' } } : record,
    );
  const canRenew = (): boolean => record.tokens.refresh !== undefined || isBrokered(system);
  const keep = (changed: Partial<SessionRecord>): void => {
    record = { ...record, ...changed };
    store();
  };
  const take = (tokens: TokenSet): void => {
    const { turn, access } = record.tokens;
    // After a reload this tab may know of the same turn without its token.
    const isNewer = tokens.turn > turn || (tokens.turn === turn && access === '' && tokens.access !== '');
    if (ended === undefined && isNewer) keep({ tokens });
  };

  const peers = joinPeers(browser, record.id, {
    tokens: () => record.tokens,
    onTokens: take,
    onEnded: (reason) => stop(reason === 'signed-out' ? 'elsewhere' : reason),
    onActive: (at) => activeListeners.forEach((listener) => listener(at)),
  });

  function stop(reason: SessionEnd): void {
    if (ended !== undefined) return;
    ended = reason;
    forgetRecord(browser);
    peers.leave();
    for (const listener of endListeners) listener(reason);
  }

  async function end(reason: SessionEnd): Promise<void> {
    if (ended !== undefined) return;
    await Promise.all([endWithout(reason), revoke(record.tokens)]);
  }

  const revoke = (tokens: TokenSet): Promise<void> =>
    revokeToken(browser, system, record.endpoints, { ...tokens, session: record.id });

  /** Runs under the lock. `stale` is the token that will not do. */
  async function fetchTokens(stale: string): Promise<string> {
    // Another tab may have renewed while this one waited, or while it slept: a used refresh token must never be sent.
    if (record.tokens.access === stale) await peers.askForTokens();
    if (ended !== undefined) throw new SessionError('over');
    if (record.tokens.access !== stale) return record.tokens.access;
    const { refresh, turn } = record.tokens;
    const askedAt = browser.now();
    const answer: TokenAnswer = canRenew()
      ? await exchangeRefreshToken(browser, system, record.endpoints, { session: record.id, refresh })
      : { kind: 'error', status: 400, error: 'invalid_grant' };
    // Whatever is no answer of the sign-in server (nobody there, a proxy's page) leaves the session standing.
    const noAnswer =
      answer.kind === 'none' ||
      (answer.kind === 'error' && (answer.status === 429 || answer.error === 'other')) ||
      (answer.kind === 'broken' && answer.reason === 'not-json');
    if (noAnswer) throw new SessionError('unreachable');
    if (answer.kind !== 'tokens') {
      if (ended === undefined) await endWithout('expired');
      throw new SessionError('over');
    }
    const tokens: TokenSet = {
      access: String(answer.members['access_token']),
      refresh:
        typeof answer.members['refresh_token'] === 'string' ? answer.members['refresh_token'] : refresh,
      ...lifeOf(answer.members, askedAt),
      turn: turn + 1,
    };
    // Signed out while the answer was under way: it must not bring the session back.
    if (ended !== undefined) {
      await revoke(tokens);
      throw new SessionError('over');
    }
    const { patientId } = readContext(system, answer.members, record.scopes);
    if (patientId !== undefined && record.patientId !== undefined && patientId !== record.patientId) {
      keep({ tokens });
      await end('patient-changed');
      throw new SessionError('over');
    }
    keep({ tokens });
    peers.tell({ type: 'tokens', tokens });
    return tokens.access;
  }

  /** Ends without revoking: the server has just said that it knows these tokens no more. */
  async function endWithout(reason: SessionEnd): Promise<void> {
    peers.tell({ type: 'ended', reason });
    stop(reason);
    await noteEnded(browser, record.id);
  }

  /** One renewal in this tab however many ask; one among all tabs at a time. */
  function renewFrom(stale: string): Promise<string> {
    renewing ??= peers.alone(() => fetchTokens(stale)).finally(() => (renewing = undefined));
    return renewing;
  }

  const session: OpenSession = {
    id: record.id,
    system,
    launchKind: record.kind,
    get patientId() {
      return record.patientId;
    },
    encounterId: record.encounterId,
    fhirUser: record.fhirUser,
    needPatientBanner: record.needPatientBanner,
    styleUrl: record.styleUrl,
    granted: grantedScopes(record.scopes),
    openedAt: record.openedAt,

    async accessToken() {
      if (ended !== undefined) throw new SessionError('over');
      const { access, renewAt, keepBy } = record.tokens;
      const now = browser.now();
      const soon = access === '' || Number(renewAt) <= now || Number(keepBy) <= now;
      if (!soon || !canRenew()) return access;
      return renewFrom(access).catch((error: unknown) => {
        // The sign-in server is silent, but the token may still be good: let the EHR decide.
        const isSilent = error instanceof SessionError && error.kind === 'unreachable';
        if (isSilent && record.tokens.access !== '') return record.tokens.access;
        throw error;
      });
    },
    async renew(refused) {
      if (ended !== undefined) throw new SessionError('over');
      return record.tokens.access === refused ? renewFrom(refused) : record.tokens.access;
    },
    onEnd(listener) {
      endListeners.add(listener);
      return () => endListeners.delete(listener);
    },
    signOut: () => end('signed-out'),
    end,
    leave: () => stop('replaced'),
    choosePatient(patientId) {
      if (ended === undefined && record.patientId === undefined) keep({ patientId });
    },
    tellActive: (at) => peers.tell({ type: 'active', at }),
    onActive: (listener) => void activeListeners.add(listener),
    get keepBy() {
      return record.tokens.keepBy;
    },
  };
  store();
  return session;
}

/** Revokes the session that a new launch put aside, unless a copied tab still lives on it. */
export async function revokeRetired(browser: Browser, registry: Registry): Promise<void> {
  const record = takeRetired(browser);
  const system = record && systemById(registry, record.systemId);
  if (record === undefined || system === undefined || (await tabsOf(browser, record.id)) > 0) return;
  const revoked = revokeToken(browser, system, record.endpoints, { ...record.tokens, session: record.id });
  await Promise.all([revoked, noteEnded(browser, record.id)]);
}
