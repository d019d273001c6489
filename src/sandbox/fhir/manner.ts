import type { DataVersion } from './data-version.ts';
import type { AttachedFile } from './earlier/cast-variant.ts';
import type { TypeRules } from './rules.ts';
import type { Store } from './store.ts';

/** How a base answers. Where nothing published says so, switches change it: then it is read at every request. */
export interface Manner {
  readonly store: Store;
  /** `office`: NextGen Office's types and rules; `us-core`: every type by plain rules. */
  readonly rules: 'office' | 'us-core';
  /** By Office's rules: types and searches, where these are not those that are published of R4. */
  readonly typeRules?: readonly TypeRules[];
  /** By plain rules: the types there are, where these are not all of the version's. */
  readonly types?: readonly string[];
  /** By plain rules: throws what the server refuses beside. */
  readonly refuse?: (type: string, query: URLSearchParams) => void;
  /** A type that is not served is refused as one that was not shared (403), in Enterprise's recorded words. */
  readonly deniesOthers?: boolean;
  /** By Office's rules: a parameter that is not listed is overlooked. */
  readonly ignoresUnlisted?: boolean;
  /** The version whose media type answers have, where it is not the base's own. */
  readonly mediaTypeOf?: DataVersion;
  /** Other bases whose tokens are good here too. */
  readonly alsoTokensFor?: readonly string[];
  /** Files that documents name by the address of a Binary; `filesAsFhir`: always as FHIR, whatever is accepted. */
  readonly files?: ReadonlyMap<string, AttachedFile>;
  readonly filesAsFhir?: boolean;
}
