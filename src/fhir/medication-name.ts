/** `medication[x]` (FHIR R4 §11.1): a concept, a contained Medication, or a reference to one. */
import { type Concept, readConcept } from './concept.ts';
import { asObjects, asText, type FhirResource } from './json.ts';
import { phrase, type Words } from './phrase.ts';
import type { ReadContext } from './record.ts';
import { readReference } from './reference.ts';

export interface MedicationName {
  readonly words: Words;
  /** The drug's concept, from the record or from the Medication it points at. */
  readonly concept: Concept | undefined;
}

/** What the drug is called: concept, else the referenced Medication, else the reference's own words. */
export function readMedication(resource: FhirResource, context: ReadContext): MedicationName {
  const own = readConcept(resource['medicationCodeableConcept']);
  if (own !== undefined) return { words: own.label, concept: own };
  const sent = resource['medicationReference'] ?? resource['medication'];
  const reference = readReference(sent);
  const medication = context.resolve(sent, resource);
  const concept = readConcept(medication?.['code']) ?? mixture(medication);
  const words = concept?.label ?? reference?.display ?? reference?.identifier?.value ?? reference?.reference;
  return { words: words ?? phrase('medication.unnamed'), concept };
}

/** A mixture made on the spot has no code of its own: its ingredients name it. */
function mixture(medication: FhirResource | undefined): Concept | undefined {
  const names = asObjects(medication?.['ingredient'])
    .map(
      (one) =>
        readConcept(one['itemCodeableConcept'])?.label ??
        asText(readReference(one['itemReference'])?.display),
    )
    .filter((name) => name !== undefined);
  return names.length === 0 ? undefined : readConcept(names.join(' + '));
}
