/**
 * Every way that opening a record can fail before or beside reading it: made in this folder, shown by `app`. The words
 * are the reader's (`i18n/en/sign-in.ts`); the support code is for whoever helps them.
 */
import type { Finding } from './registry-check.ts';

/** Why a session is over. */
export type SessionEnd =
  | 'signed-out' // the reader signed out here
  | 'elsewhere' // signed out in another tab of the same session
  | 'expired' // the sign-in could not be renewed
  | 'idle' // nobody used the app for the system's idle limit
  | 'limit' // the longest that one sign-in lasts is over
  | 'patient-changed' // a renewal answered with another patient
  | 'person-changed' // a renewal answered for another person's sign-in
  | 'replaced'; // another launch took this tab

export type SignInFailure = { readonly systemId?: string } & (
  | { readonly kind: 'config-faulty'; readonly faults: readonly Finding[] }
  /** `/launch` without a launch token: a bookmark, a typed address. */
  | { readonly kind: 'not-opened-from-ehr' }
  /** `iss` names a system this app does not talk to. Nothing was sent there. */
  | { readonly kind: 'unknown-system' }
  /** The system stands in the registry, but its registration is not filled in, or it needs the token broker. */
  | { readonly kind: 'not-set-up'; readonly reason: 'placeholder' }
  | { readonly kind: 'launch-expired' }
  /** The practice has not switched the app on, or the sign-in server does not know it. */
  | { readonly kind: 'not-enabled'; readonly error: string }
  | { readonly kind: 'consent-refused' }
  /** The sign-in server refused the scopes asked for. */
  | { readonly kind: 'scope-refused' }
  /** Signed in, but without leave to read who the patient is. */
  | { readonly kind: 'patient-not-shared' }
  | { readonly kind: 'sign-in-unreachable'; readonly reason: Unreachable }
  /** The discovery document names endpoints this app must not use, or is no such document. */
  | { readonly kind: 'discovery-refused'; readonly reason: string }
  /** The sign-in server is there, but the browser was not let read its answer to the code (CORS, most likely). */
  | { readonly kind: 'exchange-blocked' }
  /** The code was used before, or is too old. */
  | { readonly kind: 'code-refused' }
  /** The sign-in server answered with another error. `error` is an OAuth error code, never free text. */
  | { readonly kind: 'sign-in-failed'; readonly error: string }
  /** A callback that this tab did not ask for: forged, copied, replayed, or too late. */
  | { readonly kind: 'callback-unexpected'; readonly reason: 'state' | 'issuer' | 'malformed' }
  /** The page was loaded again while the sign-in was being finished. */
  | { readonly kind: 'interrupted' }
  /** The token answer is unusable, or its identity claims are not for this app. */
  | { readonly kind: 'answer-broken'; readonly reason: string }
  | { readonly kind: 'patient-missing' }
  /** The system names no patient, and its list of patients could not be read. */
  | { readonly kind: 'patients-unreadable' }
  | { readonly kind: 'session-over'; readonly reason: SessionEnd }
  /** The browser keeps no session storage, or lacks what signing in safely needs. */
  | { readonly kind: 'browser-unfit'; readonly reason: 'storage' | 'insecure' }
  /** A fault of this app. */
  | { readonly kind: 'fault' }
);

export type Unreachable = 'network' | 'timeout' | 'offline' | 'server-error';

export type FailureKind = SignInFailure['kind'];

/** Thrown inside this folder; `app` catches it and shows the failure. */
export class SignInError extends Error {
  override readonly name = 'SignInError';
  readonly failure: SignInFailure;
  constructor(failure: SignInFailure) {
    super(`sign-in: ${failure.kind}`);
    this.failure = failure;
  }
}
