import { createHash } from 'node:crypto';
import type { Login, PatientLogin } from '#sandbox/cast.ts';
import { patientLogins, providers } from '#sandbox/cast.ts';

export type AccountKind = 'provider' | 'patient';

/** Someone who can sign in. */
export interface Account {
  readonly kind: AccountKind;
  /** `sub`: a UUID, as Keycloak gives. */
  readonly id: string;
  readonly login: Login;
  /** Records the account may open: undefined = any (a provider). First the account's own. */
  readonly patients: readonly string[] | undefined;
  /** The number behind `person/…` in the token response's `resource`. */
  readonly person: string;
}

/** A UUID that is always the same for the same words. */
export function stableUuid(words: string): string {
  const hex = createHash('sha256').update(words).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

function account(kind: AccountKind, login: Login, patients: readonly string[] | undefined): Account {
  const id = stableUuid(`${kind}:${login.username}`);
  return {
    kind,
    id,
    login,
    patients,
    person: String(4_000_000 + (Number.parseInt(id.slice(0, 6), 16) % 999_999)),
  };
}

export const accounts: readonly Account[] = [
  ...(providers as readonly Login[]).map((login) => account('provider', login, undefined)),
  ...(patientLogins as readonly PatientLogin[]).map((login) =>
    account('patient', login, [login.main, ...login.dependents]),
  ),
];

export function accountById(id: string | undefined): Account | undefined {
  return accounts.find((each) => each.id === id);
}

/** Who signs in with these words; undefined = nobody. The name's letter case and spaces around it do not matter. */
export function signIn(kind: AccountKind, username: string, password: string): Account | undefined {
  return accounts.find(
    ({ kind: its, login }) =>
      its === kind && login.username === username.trim().toLowerCase() && login.password === password,
  );
}
