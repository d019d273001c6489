/**
 * Parameters that this server was seen to refuse. Each is dropped once, and then left out for as long as the session
 * lives; what names the patient never is.
 */
import type { FhirFailure } from './failure.ts';

export interface RefusedParameters {
  /** `_revinclude=Provenance:target`, for searches of this type. */
  isProvenanceRefused(type: string): boolean;
  /** A search of `type` failed with it and was answered without. */
  provenanceRefused(type: string, failure: FhirFailure): void;
  /** Whether searches of this type are answered without `category`, or by another parameter, and not as planned. */
  isAskedOtherwise(type: string): boolean;
  askedOtherwise(type: string): void;
}

/** Where the session keeps what was refused: names of types and parameters, in any order, and nothing of a person. */
export interface RefusedMemory {
  read(): readonly string[];
  write(refused: readonly string[]): void;
}

const everyType = '*';
const provenance = '_revinclude';
const asPlanned = 'as-planned';

/** @param memory what an earlier reading of the same session was refused is known from the beginning */
export function createRefusedParameters(memory?: RefusedMemory): RefusedParameters {
  const refused = new Set(memory?.read());
  const knows = (type: string, what: string): boolean => refused.has(`${type} ${what}`);
  const learn = (type: string, what: string): void => {
    if (knows(type, what)) return;
    refused.add(`${type} ${what}`);
    memory?.write([...refused]);
  };
  return {
    isProvenanceRefused: (type) => knows(everyType, provenance) || knows(type, provenance),
    provenanceRefused(type, failure) {
      learn(type, provenance);
      const types = [...refused].filter((one) => one.endsWith(` ${provenance}`));
      // A 403 is about Provenance, whoever brings it. A 400 says that this type does not know the parameter; said
      // of a second type, it is the server that does not.
      if (failure.kind === 'refused' || types.length > 1) learn(everyType, provenance);
    },
    isAskedOtherwise: (type) => knows(type, asPlanned),
    askedOtherwise: (type) => learn(type, asPlanned),
  };
}
