import type { SearchParameter } from './search-parameter.ts';
import type { Test } from './match.ts';

/** One parameter of a request: `patient:Patient=85` → name as sent, its base, what follows the base, value. */
export interface SentParameter {
  readonly name: string;
  readonly base: string;
  /** `:Patient`, `.name`; empty = plain. */
  readonly qualifier: string;
  readonly value: string;
}

export function sentParameters(query: URLSearchParams): readonly SentParameter[] {
  return [...query].map(([name, value]) => {
    const at = name.search(/[:.]/);
    return { name, base: at < 0 ? name : name.slice(0, at), qualifier: at < 0 ? '' : name.slice(at), value };
  });
}

/** A search that the rules have let through. */
export interface SearchPlan {
  /** Records of these patients; undefined = of all. */
  readonly patients: readonly string[] | undefined;
  /** Every one has to hold. */
  readonly tests: readonly Test[];
  /** Codes asked for under `category`, without their systems; undefined = any. */
  readonly categories: readonly string[] | undefined;
  /** `_revinclude=Provenance:target`. */
  readonly provenance: boolean;
  /** `_include`: reference parameters whose targets come along. */
  readonly includes: readonly SearchParameter[];
  /** `_count` and `_offset`, where sent as numbers. */
  readonly count: number | undefined;
  readonly offset: number | undefined;
}

/** `_count=20` → 20; anything that is no whole number above zero is as if absent. */
export function wholeNumber(sent: readonly SentParameter[], name: string): number | undefined {
  const value = sent.find((each) => each.name === name)?.value ?? '';
  return /^\d{1,9}$/.test(value) && Number(value) > 0 ? Number(value) : undefined;
}

/** `85`, `Patient/85` and `http://host/base/Patient/85` → 85. Another type's reference names no patient: ''. */
export function patientIdOf(value: string): string {
  const parts = value.split('/');
  return parts.length === 1 || parts.at(-2) === 'Patient' ? (parts.at(-1) ?? '') : '';
}
