import type * as fc from 'fast-check';

/** One thing that strangers send us: how its mutants are made, and what must hold of each. */
export interface Subject {
  /** What `--kind` calls it. */
  readonly id: string;
  /** How many mutants stand in one case; each counts as one run. */
  readonly batch: number;
  /** A case: plain JSON, so that it can be printed, cut down, and pasted. */
  readonly cases: fc.Arbitrary<unknown>;
  /** Throws, or rejects, where the case breaks something. */
  readonly holds: (input: unknown) => Promise<void>;
}

/** What the fuzz found: a promise of the app that an input broke. */
export class Broken extends Error {
  override readonly name = 'Broken';
}

/** Throws `Broken` with the sentence unless the condition holds. */
export function must(condition: boolean, sentence: () => string): asserts condition {
  if (!condition) throw new Broken(sentence());
}
