/**
 * The shape a file of messages has in another language: every key of the English file, with the same values to put in.
 * A key that is missing, or one too many, does not compile.
 */
export type Translation<M> = {
  readonly [K in keyof M]: M[K] extends (values: infer V) => string ? (values: V) => string : string;
};
