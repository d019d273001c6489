/**
 * What a record looked like when it arrived. Records of versions before R4 are read in R4's elements
 * (`earlier/as-r4.ts`): their keys, their details and the raw record are those of what was sent.
 */
import type { FhirResource } from './json.ts';

const originals = new WeakMap<FhirResource, FhirResource>();

/** Remembers what a resource was made of. */
export function rememberOriginal(made: FhirResource, sent: FhirResource): void {
  if (made !== sent) originals.set(made, sent);
}

/** The resource as it arrived; one that was not made of another is itself. */
export function originalOf(resource: FhirResource): FhirResource {
  return originals.get(resource) ?? resource;
}

/** The type it arrived with: a MedicationOrder of DSTU2 is read as a MedicationRequest and is still one. */
export function sentType(resource: FhirResource): string {
  return originalOf(resource).resourceType;
}
