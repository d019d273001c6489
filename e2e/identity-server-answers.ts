/** What each sign-in server asks and answers, where they differ: the stories read it here, and are the same for all. */
import type { ServerName } from './identity-server-fixtures.ts';

/** The systems of the stories' registry. */
export type SystemName = 'ehr' | 'portal' | 'known' | 'brief' | 'secret' | 'key';

/** The pages that a sign-in server may show on the way. */
export type Shown = 'password' | 'whose' | 'share';

/** What becomes of an open chart when its tokens are next renewed. */
export type Fate = 'goes on' | 'ends';

export interface Answers {
  /** Members of the callback that brings a code, in their order. */
  readonly callback: readonly string[];
  /** Members of the callback that brings a refusal. */
  readonly refusal: readonly string[];
  /** The pages of a first sign-in. Stock Keycloak asks no patient whose record: the client says whose. */
  readonly pages: Readonly<Record<SystemName, readonly Shown[]>>;
  /** The pages of the next try after somebody refused to share. */
  readonly pagesAfterRefusal: readonly Shown[];
  /** Two patients of the EHR: the clients that ask for them, and where the second one is read. */
  readonly twoPatients: readonly [client: string, client: string];
  readonly secondBase: string;
  /** A read with an access token whose session was revoked a moment before. */
  readonly readAfterRevocation: 200 | 401;
  /** What is pressed, if anything, before the server's own session ends (no `id_token_hint` is sent). */
  readonly endSession: readonly string[];
  /** The pages of a second system's sign-in, by the person who has just signed in to a first. */
  readonly pagesOfSecondSystem: readonly Shown[];
  /** The pages of the first's next sign-in, after it alone was signed out of, here. */
  readonly pagesAfterSignOutHere: readonly Shown[];
  /** Two charts by one client in one browser: the second's fate once the first has been renewed. */
  readonly besideRenewal: Fate;
  /** The same, once the first has been signed out of. */
  readonly besideSignOut: Fate;
  /** What its page is headed by that has no way back. */
  readonly sorry: string;
}

const ownPages = ['password', 'whose', 'share'] as const;

/** The same of both generations. */
const keycloak = {
  pages: {
    ehr: ['password'],
    portal: ['password', 'share'],
    known: ['password'],
    brief: ['password'],
    secret: ['password', 'share'],
    key: ['password'],
  },
  pagesAfterRefusal: ['password', 'share'],
  twoPatients: ['chartside-ehr', 'chartside-second'],
  secondBase: '/second/',
  readAfterRevocation: 200,
  // With `id_token_hint` or without: 16 asks nobody. 26 asks where its session still stands, which an offline token ended.
  endSession: [],
  // A client has one session in a browser: revoking any of its refresh tokens ends what it renews in every tab.
  besideSignOut: 'ends',
  sorry: 'We are sorry...',
} as const;

export const answersOf: Readonly<Record<ServerName, Answers>> = {
  sandbox: {
    callback: ['state', 'session_state', 'code'],
    refusal: ['error', 'state'],
    pages: {
      ehr: ['password', 'share'],
      portal: ownPages,
      known: ownPages,
      brief: ownPages,
      secret: ownPages,
      key: ownPages,
    },
    pagesAfterRefusal: ownPages,
    twoPatients: ['chartside-sandbox', 'chartside-sandbox'],
    secondBase: '/api/',
    readAfterRevocation: 401,
    endSession: ['Sign out'],
    pagesOfSecondSystem: ['whose', 'share'],
    pagesAfterSignOutHere: ['whose'],
    besideRenewal: 'goes on',
    besideSignOut: 'goes on',
    sorry: 'We are sorry…',
  },
  'keycloak-16': {
    ...keycloak,
    callback: ['state', 'session_state', 'code'],
    refusal: ['error', 'state'],
    pagesOfSecondSystem: [],
    pagesAfterSignOutHere: [],
    // Rotation is counted by client, not by chart: the older refresh token is "stale" once the other was used.
    besideRenewal: 'ends',
  },
  'keycloak-26': {
    ...keycloak,
    callback: ['state', 'session_state', 'iss', 'code'],
    refusal: ['error', 'state', 'iss'],
    // An offline token that is asked for first ends the browser's session: everybody is asked each time.
    pagesOfSecondSystem: ['password'],
    pagesAfterSignOutHere: ['password'],
    besideRenewal: 'goes on',
  },
};
