/**
 * Parameters that this server was seen to refuse. Each is dropped once, and then left out for as long as the reading
 * lives; what names the patient never is.
 */
import type { FhirFailure } from './failure.ts';

export interface RefusedParameters {
  /** `_revinclude=Provenance:target`, for searches of this type. */
  isProvenanceRefused(type: string): boolean;
  /** A search of `type` failed with it and was answered without. */
  provenanceRefused(type: string, failure: FhirFailure): void;
  /** Types whose searches are answered without `category`, or by another parameter, and not as planned. */
  readonly askedOtherwise: Set<string>;
}

export function createRefusedParameters(): RefusedParameters {
  const types = new Set<string>();
  let isEverywhere = false;
  return {
    askedOtherwise: new Set(),
    isProvenanceRefused: (type) => isEverywhere || types.has(type),
    provenanceRefused(type, failure) {
      types.add(type);
      // A 403 is about Provenance, whoever brings it. A 400 says that this type does not know the parameter; said
      // of a second type, it is the server that does not.
      if (failure.kind === 'refused' || types.size > 1) isEverywhere = true;
    },
  };
}
