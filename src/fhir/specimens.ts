/** Specimens: what was taken, when and how. FHIR R4 Specimen. */
import { readAnnotations, type Annotation } from './annotation.ts';
import { byCurrentThenNewest } from './clinical-order.ts';
import { standingOf, statusWords } from './clinical-status.ts';
import { readConcept, readConcepts, type Concept } from './concept.ts';
import { parseDateTime, readWhen, type FhirDateTime, type When } from './dates.ts';
import { readIdentifier, readIdentifiers, type Identifier } from './identifiers.ts';
import { asObject, asObjects, asText, type FhirResource } from './json.ts';
import type { RecordKind } from './kind.ts';
import { readLink, readLinks, type Link } from './link.ts';
import { readValues, type ObservationValue } from './observation-value.ts';
import { phrase } from './phrase.ts';
import { readQuantity, type Quantity } from './quantity.ts';
import { chartRecord, type ChartRecord, type Mark, type ReadContext } from './record.ts';
import { sameContentKey } from './same-content.ts';

export interface SpecimenContainer {
  readonly label: string | undefined;
  /** How much of the specimen is in it. */
  readonly quantity: Quantity | undefined;
  /** How much it can hold. */
  readonly capacity: Quantity | undefined;
}

export interface SpecimenRecord extends ChartRecord {
  readonly specimenType: Concept | undefined;
  readonly accession: Identifier | undefined;
  readonly identifiers: readonly Identifier[];
  readonly collected: When | undefined;
  readonly collector: Link | undefined;
  readonly method: Concept | undefined;
  readonly bodySite: Concept | undefined;
  readonly quantity: Quantity | undefined;
  /** Fasting: a concept or a duration. */
  readonly fasting: readonly ObservationValue[];
  readonly received: FhirDateTime | undefined;
  readonly conditions: readonly Concept[];
  readonly containers: readonly SpecimenContainer[];
  readonly processing: readonly { readonly label: string | undefined; readonly when: When | undefined }[];
  readonly requests: readonly Link[];
  readonly parents: readonly Link[];
  readonly notes: readonly Annotation[];
}

function readR4(resource: FhirResource, context: ReadContext): SpecimenRecord {
  const statusCode = asText(resource['status']);
  const specimenType = readConcept(resource['type']);
  const collection = asObject(resource['collection']) ?? {};
  const collected = readWhen(collection, 'collected');
  const received = parseDateTime(resource['receivedTime']);
  const accession = readIdentifier(resource['accessionIdentifier']);
  const unfit: readonly Mark[] =
    statusCode === 'unsatisfactory' ? [{ phrase: phrase('mark.unsatisfactory'), tone: 'warning' }] : [];
  return {
    ...chartRecord(resource, {
      title: specimenType?.label ?? phrase('title.specimen'),
      // A specimen has no status in most records: it is then simply there.
      standing: statusCode === undefined || statusCode === 'unavailable' ? 'current' : standingOf(statusCode),
      status: statusWords(statusCode),
      when: collected ?? (received === undefined ? undefined : { kind: 'date', date: received }),
      enteredInError: statusCode === 'entered-in-error',
      marks: unfit,
    }),
    specimenType,
    accession,
    identifiers: readIdentifiers(resource['identifier']),
    collected,
    collector: readLink(collection['collector'], context, resource),
    method: readConcept(collection['method']),
    bodySite: readConcept(collection['bodySite']),
    quantity: readQuantity(collection['quantity']),
    fasting: readValues(collection, 'fastingStatus'),
    received,
    conditions: readConcepts(resource['condition']),
    containers: asObjects(resource['container']).map((container) => {
      return {
        label: readConcept(container['type'])?.label ?? asText(container['description']),
        quantity: readQuantity(container['specimenQuantity']),
        capacity: readQuantity(container['capacity']),
      };
    }),
    processing: asObjects(resource['processing']).map((step) => {
      const label = asText(step['description']) ?? readConcept(step['procedure'])?.label;
      return { label, when: readWhen(step, 'time') };
    }),
    requests: readLinks(resource['request'], context, resource),
    parents: readLinks(resource['parent'], context, resource),
    notes: readAnnotations(resource['note']),
  };
}

export const specimens: RecordKind<SpecimenRecord> = {
  id: 'specimens',
  read: readR4,
  compare: byCurrentThenNewest,
  foldKey: sameContentKey,
};
