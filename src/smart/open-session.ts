import { isBrokered } from './broker-request.ts';
import type { Browser } from './browser.ts';
import { noteEnded } from './ended-sessions.ts';
import type { SessionEnd } from './failure.ts';
import { joinKeepers } from './keeper.ts';
import { joinPeers, type Shared } from './peers.ts';
import { challengeOf } from './pkce.ts';
import type { System } from './registry.ts';
import { grantedScopes } from './scopes.ts';
import { writeRecord, type SessionRecord, type TokenSet } from './session-record.ts';
import { forgetRecord } from './session-keys.ts';
import { SessionError, type OpenSession } from './session.ts';
import { latestEnd } from './left-alone.ts';
import { earlier, earliest, lifeOf } from './token-life.ts';
import { exchangeRefreshToken, isSilence, revokeToken, type TokenAnswer } from './token-request.ts';
import { readContext } from './token-response.ts';

/**
 * A renewal that got no answer is not asked for again at once, as long as the token is good: the server may have taken
 * the refresh token and its answer was lost, and one that is sent twice ends the session (RFC 9700 §4.14.2).
 */
export const pauseAfterSilence = 10_000;

/** The session of a record, alive: fresh from a callback, after a reload, or in a copied tab. */
export function openSession(browser: Browser, system: System, begun: SessionRecord): OpenSession {
  let record = begun;
  let ended: SessionEnd | undefined;
  let renewing: Promise<string> | undefined;
  let unansweredAt = Number.NEGATIVE_INFINITY;
  /** The refresh token of a tab that was left, until it is known who keeps it from now on. In memory alone. */
  let inherited: string | undefined;
  const endListeners = new Set<(reason: SessionEnd) => void>();
  const activeListeners = new Set<(at: number) => void>();

  // The broker has what renews these tokens: the access token need not outlive this page, and is in its memory alone.
  const store = (): void =>
    writeRecord(
      browser,
      isBrokered(system) ? { ...record, tokens: { ...record.tokens, access: '' } } : record,
    );
  const canRenew = (): boolean =>
    record.tokens.refresh !== undefined || record.keptElsewhere === true || isBrokered(system);
  const isPaused = (now: number): boolean => now >= unansweredAt && now < unansweredAt + pauseAfterSilence;
  const keep = (changed: Partial<SessionRecord>): void => {
    record = { ...record, ...changed };
    store();
  };
  const shared = (): Shared => ({
    tokens: { ...record.tokens, refresh: undefined },
    keeps: keeper.keeps() && record.tokens.refresh !== undefined,
  });

  function take({ tokens, keeps }: Shared): void {
    if (ended !== undefined) return;
    const { turn, access, refresh } = record.tokens;
    // After a reload this tab may know of the same turn without its token.
    const isNewer = tokens.turn > turn || (tokens.turn === turn && access === '' && tokens.access !== '');
    // Whoever has newer tokens has used this tab's refresh token up.
    const mine = keeps || tokens.turn > turn ? undefined : refresh;
    const keptElsewhere = record.keptElsewhere === true || keeps || mine !== refresh;
    if (keeps || tokens.turn > turn) inherited = undefined;
    if (keeps || mine !== refresh) keeper.yield();
    keep({ tokens: { ...(isNewer ? tokens : record.tokens), refresh: mine }, keptElsewhere });
  }

  const peers = joinPeers(browser, record.id, {
    shared,
    onTokens: take,
    onRenew(turn, isRefused) {
      if (ended !== undefined || record.tokens.refresh === undefined) return false;
      if (record.tokens.turn > turn) peers.tell({ type: 'tokens', ...shared() });
      // Whatever comes of it is told to all.
      else renewFrom(record.tokens.access, isRefused ? browser.now() : undefined).catch(() => undefined);
      return true;
    },
    onUnanswered: (at) => void (unansweredAt = at),
    onLeft(tokens) {
      if (ended !== undefined || record.keptElsewhere !== true) return;
      take({ tokens: { ...tokens, refresh: undefined }, keeps: false });
      inherited = tokens.refresh;
      keeper.claim();
    },
    onEnded(reason) {
      const { tokens } = record;
      stop(reason === 'signed-out' ? 'elsewhere' : reason);
      // Only here can it be revoked; after `expired` the server knows it no more.
      if (tokens.refresh !== undefined && reason !== 'expired') void revoke(tokens);
    },
    onActive: (at) => activeListeners.forEach((listener) => listener(at)),
  });

  const keeper = joinKeepers(peers, () => {
    if (ended !== undefined) return;
    const refresh = record.tokens.refresh ?? inherited;
    inherited = undefined;
    if (refresh === undefined) return keeper.yield();
    keep({ tokens: { ...record.tokens, refresh }, keptElsewhere: false });
    peers.tell({ type: 'tokens', ...shared() });
  });

  /** This page is left, maybe for good: its storage keeps the token for a reload, and another tab may have it now. */
  function handOver(): void {
    if (ended === undefined && record.tokens.refresh !== undefined && keeper.keeps())
      peers.tell({ type: 'left', tokens: record.tokens });
  }
  const stopHandingOver = browser.onLeave(handOver);

  function stop(reason: SessionEnd): void {
    if (ended !== undefined) return;
    ended = reason;
    forgetRecord(browser);
    stopHandingOver();
    inherited = undefined;
    keeper.yield();
    peers.leave();
    for (const listener of endListeners) listener(reason);
  }

  async function end(reason: SessionEnd): Promise<void> {
    if (ended !== undefined) return;
    const { tokens, keptElsewhere } = record;
    // The tab that keeps the refresh token revokes it when it hears of the end.
    const revokedThere = keptElsewhere === true ? peers.isKept() : Promise.resolve(false);
    await Promise.all([
      endWithout(reason),
      revokedThere.then((there) => (there ? undefined : revoke(tokens))),
    ]);
  }

  const revoke = (tokens: TokenSet): Promise<void> =>
    revokeToken(browser, system, record.endpoints, { ...tokens, session: record.id });

  /**
   * Runs under the lock. `stale` is the token that will not do. Resolves with undefined where it turns out that another
   * tab keeps what renews.
   */
  async function fetchTokens(stale: string, early: number | undefined): Promise<string | undefined> {
    // Another tab may have renewed while this one waited, or while it slept: a used refresh token must never be sent.
    if (record.tokens.access === stale) await peers.askForTokens();
    if (ended !== undefined) throw new SessionError('over');
    if (record.tokens.access !== stale) return record.tokens.access;
    const { refresh, turn } = record.tokens;
    if (refresh === undefined && record.keptElsewhere === true) return undefined;
    const askedAt = browser.now();
    const answer: TokenAnswer = canRenew()
      ? await exchangeRefreshToken(browser, system, record.endpoints, { session: record.id, refresh })
      : { kind: 'error', status: 400, error: 'invalid_grant' };
    if (isSilence(answer)) {
      unansweredAt = browser.now();
      peers.tell({ type: 'unanswered', at: unansweredAt });
      throw new SessionError('unreachable');
    }
    if (answer.kind !== 'tokens') {
      if (ended === undefined) await endWithout('expired');
      throw new SessionError('over');
    }
    unansweredAt = Number.NEGATIVE_INFINITY;
    const tokens: TokenSet = {
      access: String(answer.members['access_token']),
      refresh:
        typeof answer.members['refresh_token'] === 'string' ? answer.members['refresh_token'] : refresh,
      ...lifeOf(answer.members, askedAt, system, { early, held: { ...record.tokens, refresh } }),
      turn: turn + 1,
    };
    const isSamePerson =
      answer.claims === undefined ||
      record.identity === undefined ||
      (await challengeOf(answer.claims.sub)) === record.identity;
    // Signed out while the answer was under way: it must not bring the session back.
    if (ended !== undefined) {
      await revoke(tokens);
      throw new SessionError('over');
    }
    const { patientId } = readContext(system, answer.members, record.scopes);
    const isSamePatient =
      patientId === undefined || record.patientId === undefined || patientId === record.patientId;
    keep({ tokens });
    if (!isSamePerson || !isSamePatient) {
      await end(isSamePerson ? 'patient-changed' : 'person-changed');
      throw new SessionError('over');
    }
    peers.tell({ type: 'tokens', ...shared() });
    return tokens.access;
  }

  /** Has the tab that keeps the refresh token renew. */
  async function renewElsewhere(stale: string, isRefused: boolean): Promise<string | undefined> {
    const outcome = await peers.askToRenew(record.tokens.turn, isRefused);
    if (ended !== undefined) throw new SessionError('over');
    if (record.tokens.access !== stale) return record.tokens.access;
    // That tab was left meanwhile, and this one keeps it now.
    if (record.tokens.refresh !== undefined) return undefined;
    if (outcome === 'nobody') {
      // That tab is gone without a word, and the refresh token with it: what is left is the access token.
      if (isRefused) stop('expired');
      unansweredAt = browser.now();
    }
    throw new SessionError(isRefused && outcome === 'nobody' ? 'over' : 'unreachable');
  }

  /** Ends without revoking: the server has just said that it knows these tokens no more. */
  async function endWithout(reason: SessionEnd): Promise<void> {
    peers.tell({ type: 'ended', reason });
    stop(reason);
    await noteEnded(browser, record.id);
  }

  /** One renewal in this tab however many ask; one among all tabs at a time. */
  function renewFrom(stale: string, refusedAt?: number): Promise<string> {
    const early = refusedAt === undefined ? record.tokens.early : earlier(record.tokens, refusedAt);
    const renew = async (): Promise<string> => {
      const isElsewhere = record.tokens.refresh === undefined && record.keptElsewhere === true;
      const token = isElsewhere
        ? await renewElsewhere(stale, refusedAt !== undefined)
        : await peers.alone(() => fetchTokens(stale, early));
      // Another tab keeps what renews, or no longer does.
      return token ?? renew();
    };
    renewing ??= renew().finally(() => (renewing = undefined));
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
    refused: {
      read: () => record.refused ?? [],
      write: (refused) => void (ended ?? keep({ refused })),
    },

    async accessToken() {
      if (ended !== undefined) throw new SessionError('over');
      const { access, endsAt, renewAt, keepBy } = record.tokens;
      const now = browser.now();
      const soon = access === '' || Number(renewAt) <= now || Number(keepBy) <= now;
      if (!soon || !canRenew()) return access;
      if (access !== '' && !(Number(endsAt) <= now) && isPaused(now)) return access;
      return renewFrom(access).catch((error: unknown) => {
        // The sign-in server is silent, but the token may still be good: let the EHR decide.
        const isSilent = error instanceof SessionError && error.kind === 'unreachable';
        if (isSilent && record.tokens.access !== '') return record.tokens.access;
        throw error;
      });
    },
    async renew(refused) {
      if (ended !== undefined) throw new SessionError('over');
      return record.tokens.access === refused ? renewFrom(refused, browser.now()) : record.tokens.access;
    },
    onEnd(listener) {
      endListeners.add(listener);
      return () => endListeners.delete(listener);
    },
    signOut: () => end('signed-out'),
    end,
    leave() {
      handOver();
      stop('replaced');
    },
    choosePatient(patientId) {
      if (ended === undefined && record.patientId === undefined) keep({ patientId });
    },
    tellActive: (at) => peers.tell({ type: 'active', at }),
    onActive: (listener) => void activeListeners.add(listener),
    get signInBy() {
      return earliest(latestEnd(record.openedAt, system), record.tokens.lastsUntil)!;
    },
    get keepBy() {
      return record.tokens.keepBy;
    },
  };
  store();
  if (record.tokens.refresh !== undefined && !isBrokered(system)) {
    keeper.claim();
    // A copied tab has copied the token too: whoever keeps it says so, and it goes.
    peers.tell({ type: 'ask' });
  }
  return session;
}
