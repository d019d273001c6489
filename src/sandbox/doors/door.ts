import type { Switches } from '#sandbox/control.ts';

/** Where a line of a look-alike comes from. */
export type Basis = 'recorded' | 'documented' | 'specification' | 'assumed';

export const basisWords: Readonly<Record<Basis, string>> = {
  recorded: 'Recorded from the real server, or captured there',
  documented: "In the vendor's guide",
  specification: 'In the specification',
  assumed: 'Assumed: nothing says so',
};

export interface Claim {
  readonly basis: Basis;
  readonly words: string;
  /** The switches that change it. */
  readonly switches?: readonly (keyof Switches)[];
}

/** Where the sandbox stands. */
export interface At {
  readonly ehrUrl: string;
  readonly fhirUrl: string;
}

/** One way into the records: what the sandbox stands in for, and how far it is known to be like it. */
export interface Door {
  readonly id: string;
  readonly title: string;
  /** The real thing. */
  readonly imitates: string;
  /** Clients that are registered for it. */
  readonly clients: readonly string[];
  addresses(at: At): readonly (readonly [name: string, url: string])[];
  readonly claims: readonly Claim[];
}

export const claim = (basis: Basis, words: string, ...switches: readonly (keyof Switches)[]): Claim => ({
  basis,
  words,
  ...(switches.length > 0 && { switches }),
});
