/** One search method: it takes these parameters and no others. A type may have several; they are not mixed. */
export interface SearchMethod {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

/** What a server's statement says of a type. */
export interface TypeRules {
  readonly type: string;
  readonly searches: readonly SearchMethod[];
  /** `_revinclude=Provenance:target` is declared. */
  readonly provenance: boolean;
  /** Further profiles, by their last path segment where they are US Core's. */
  readonly profiles: readonly string[];
}
