/** Sessions for tests: a record, a session opened from it, the sign-in server's answers, and what was asked of it. */
import { fakeBrowser, fakeSystem, json, type FakeBrowser } from './fake-browser.ts';
import type { SessionEnd } from './failure.ts';
import { openSession } from './open-session.ts';
import type { OpenSession } from './session.ts';
import { tabsOf } from './peers.ts';
import { randomText } from './pkce.ts';
import { readRecord, type SessionRecord, type TokenSet } from './session-record.ts';

export const system = fakeSystem();

/** Every session of a test; each test leaves its own behind (`leave`). */
export const opened: OpenSession[] = [];

export function recordOf(browser: FakeBrowser, tokens: Partial<TokenSet> = {}): SessionRecord {
  return {
    id: randomText(),
    systemId: 'office',
    kind: 'ehr-launch',
    launchState: 's',
    endpoints: system.endpoints!,
    patientId: 'p1',
    encounterId: undefined,
    fhirUser: undefined,
    needPatientBanner: false,
    styleUrl: undefined,
    scopes: ['user/*.read'],
    openedAt: browser.time,
    tokens: {
      access: 'a0',
      refresh: 'r0',
      endsAt: browser.time + 300_000,
      renewAt: browser.time + 240_000,
      keepBy: undefined,
      turn: 0,
      ...tokens,
    },
  };
}

export function open(
  browser: FakeBrowser,
  record = recordOf(browser),
): OpenSession & { readonly ends: SessionEnd[] } {
  const session = openSession(browser, system, record);
  opened.push(session);
  const ends: SessionEnd[] = [];
  session.onEnd((reason) => ends.push(reason));
  return Object.assign(Object.create(session) as OpenSession, { ends });
}

export const answer = (turn: number, changed: Record<string, unknown> = {}): Response =>
  json({
    access_token: `a${turn}`,
    refresh_token: `r${turn}`,
    token_type: 'Bearer',
    expires_in: 300,
    ...changed,
  });

/** The refresh tokens that were sent, in order. */
export const grants = (browser: FakeBrowser): readonly (string | null)[] =>
  browser.requests.filter(({ url }) => url.endsWith('/token')).map(({ form }) => form.get('refresh_token'));

export const revoked = (browser: FakeBrowser): readonly (string | null)[] =>
  browser.requests.filter(({ url }) => url.endsWith('/revoke')).map(({ form }) => form.get('token'));

/** A tab and its copy, each knowing of the other. */
export async function twoTabs(tokens: Partial<TokenSet> = {}) {
  const first = fakeBrowser();
  const one = open(first, recordOf(first, tokens));
  const second = first.copy();
  const two = open(second, readRecord(second)!);
  await until(async () => (await tabsOf(first, one.id)) === 2);
  return { first, one, second, two };
}

/** Until something has come to be: messages and locks take their turns. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  // oxlint-disable-next-line no-await-in-loop -- one look after the other
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** Until `listener` has heard everything that `speaker` has told so far. */
export function heard(speaker: OpenSession, listener: OpenSession): Promise<void> {
  return new Promise((resolve) => {
    listener.onActive(() => resolve());
    speaker.tellActive(0);
  });
}
