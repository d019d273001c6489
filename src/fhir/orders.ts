/** Orders and referrals: ServiceRequest, DeviceRequest. FHIR R4; US Core ServiceRequest. */
import { readAnnotations, type Annotation } from './annotation.ts';
import { byCurrentThenNewest } from './clinical-order.ts';
import { standingOf, statusWords } from './clinical-status.ts';
import { readConcept, readConcepts, type Concept } from './concept.ts';
import { parseDateTime, readWhen, type FhirDateTime, type When } from './dates.ts';
import { readIdentifiers, type Identifier } from './identifiers.ts';
import { asBoolean, asList, asText, type FhirResource } from './json.ts';
import type { RecordKind } from './kind.ts';
import { readLink, readLinks, type Link } from './link.ts';
import { readValues, type ObservationValue } from './observation-value.ts';
import { intentWords, priorityWords } from './order-words.ts';
import { phrase, type Words } from './phrase.ts';
import { chartRecord, type ChartRecord, type Mark, type ReadContext } from './record.ts';
import { sourceMark } from './record-parts.ts';
import { sameContentKey } from './same-content.ts';

export interface OrderRecord extends ChartRecord {
  readonly code: Concept | undefined;
  readonly categories: readonly Concept[];
  readonly intent: Words | undefined;
  readonly priority: Words | undefined;
  /** The order says it is NOT to be done. */
  readonly prohibited: boolean;
  readonly details: readonly Concept[];
  readonly quantity: readonly ObservationValue[];
  readonly occurrence: When | undefined;
  /** As needed: for what, or plainly so. */
  readonly asNeeded: Words | undefined;
  readonly authoredOn: FhirDateTime | undefined;
  readonly requester: Link | undefined;
  readonly performerType: Concept | undefined;
  readonly performers: readonly Link[];
  readonly locations: readonly Link[];
  readonly reasons: readonly Concept[];
  readonly reasonLinks: readonly Link[];
  readonly bodySites: readonly Concept[];
  readonly specimens: readonly Link[];
  readonly supportingInfo: readonly Link[];
  readonly basedOn: readonly Link[];
  readonly replaces: readonly Link[];
  readonly encounter: Link | undefined;
  readonly identifiers: readonly Identifier[];
  readonly patientInstruction: string | undefined;
  readonly notes: readonly Annotation[];
}

function readR4(resource: FhirResource, context: ReadContext): OrderRecord {
  const statusCode = asText(resource['status']);
  const code = readConcept(resource['code']) ?? readConcept(resource['codeCodeableConcept']);
  const device = readLink(resource['codeReference'], context, resource);
  const authoredOn = parseDateTime(resource['authoredOn']);
  const occurrence = readWhen(resource, 'occurrence');
  const prohibited = asBoolean(resource['doNotPerform']) === true;
  const priority = asText(resource['priority']);
  const marks: Mark[] = [];
  if (prohibited) marks.push({ phrase: phrase('mark.do-not-perform'), tone: 'warning' });
  const urgent = priorityWords(priority);
  if (urgent !== undefined && priority !== 'routine') marks.push({ phrase: urgent, tone: 'warning' });
  return {
    ...chartRecord(resource, {
      title: code?.label ?? device?.name ?? phrase('title.order'),
      standing: standingOf(statusCode),
      status: statusWords(statusCode),
      when: authoredOn === undefined ? occurrence : { kind: 'date', date: authoredOn },
      enteredInError: statusCode === 'entered-in-error',
      marks: [...marks, ...sourceMark(resource['requester'], context, resource)],
    }),
    code,
    categories: readConcepts(resource['category']),
    intent: intentWords(asText(resource['intent'])),
    priority: urgent,
    prohibited,
    details: readConcepts(resource['orderDetail']),
    quantity: readValues(resource, 'quantity'),
    occurrence,
    asNeeded: asNeededWords(resource),
    authoredOn,
    requester: readLink(resource['requester'], context, resource),
    performerType: readConcept(resource['performerType']),
    performers: readLinks(resource['performer'], context, resource),
    locations: readLinks(resource['locationReference'], context, resource),
    reasons: readConcepts(resource['reasonCode']),
    reasonLinks: readLinks(resource['reasonReference'], context, resource),
    bodySites: readConcepts(resource['bodySite']),
    specimens: readLinks(resource['specimen'], context, resource),
    supportingInfo: readLinks(resource['supportingInfo'], context, resource),
    basedOn: readLinks(resource['basedOn'], context, resource),
    replaces: readLinks(
      [...asList(resource['replaces']), ...asList(resource['priorRequest'])],
      context,
      resource,
    ),
    encounter: readLink(resource['encounter'], context, resource),
    identifiers: readIdentifiers([
      ...asList(resource['identifier']),
      resource['requisition'],
      resource['groupIdentifier'],
    ]),
    patientInstruction: asText(resource['patientInstruction']),
    notes: readAnnotations(resource['note']),
  };
}

function asNeededWords(resource: FhirResource): Words | undefined {
  const forWhat = readConcept(resource['asNeededCodeableConcept'])?.label;
  if (forWhat !== undefined) return phrase('order.as-needed-for', { reason: forWhat });
  return asBoolean(resource['asNeededBoolean']) === true ? phrase('order.as-needed') : undefined;
}

export const orders: RecordKind<OrderRecord> = {
  id: 'orders',
  read: readR4,
  compare: byCurrentThenNewest,
  foldKey: sameContentKey,
};
