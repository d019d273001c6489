import type { Control } from '#sandbox/control.ts';
import type { Authorization } from './authorization.ts';
import type { IdentityMemory } from './memory-adapter.ts';
import type { FhirBases } from './realm.ts';

/** What the files of the identity server share. One set for each sandbox. */
export interface IdentityParts {
  /** Origin of the EHR page and the realm. */
  readonly ehrUrl: string;
  readonly fhirUrl: string;
  readonly appOrigin: string;
  readonly bases: FhirBases;
  readonly control: Control;
  readonly authorization: Authorization;
  readonly memory: IdentityMemory;
}
