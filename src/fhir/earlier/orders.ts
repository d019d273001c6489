/** What R4 calls ServiceRequest and DeviceRequest, by its names in DSTU2 (§4.22, §4.16, §5.14) and STU3 (§10.6, §9.9). */
import { asList, asObject, asObjects, asText, type FhirResource } from '#fhir/json.ts';
import { agentOf, completed, listOf, notes, renamed, replaced, type Reshape } from './reshape.ts';

function serviceRequest(resource: FhirResource): FhirResource {
  return completed(
    replaced(
      { ...resource, resourceType: 'ServiceRequest' },
      { note: notes(resource['note']), requester: agentOf(resource['requester']) },
    ),
    { intent: 'order' },
  );
}

/** Several things that are ordered together: the first names the order, the others are its details. */
function codes(concepts: readonly unknown[]): { code: unknown; orderDetail: readonly unknown[] | undefined } {
  const [code, ...others] = concepts;
  return { code, orderDetail: listOf(others) };
}

export const diagnosticOrderFromDstu2: Reshape = (resource) => {
  const items = asObjects(resource['item']);
  const [placed] = asObjects(resource['event']).toSorted((a, b) =>
    (asText(a['dateTime']) ?? '~').localeCompare(asText(b['dateTime']) ?? '~'),
  );
  const moved = renamed(resource, {
    orderer: 'requester',
    reason: 'reasonCode',
    supportingInformation: 'supportingInfo',
  });
  return serviceRequest(
    completed(moved, {
      ...codes(items.map((item) => item['code']).filter((code) => code !== undefined)),
      authoredOn: placed?.['dateTime'],
      specimen: listOf([
        ...asList(resource['specimen']),
        ...items.flatMap((item) => asList(item['specimen'])),
      ]),
      bodySite: listOf(items.map((item) => item['bodySite'])),
    }),
  );
};

export const procedureRequestFromDstu2: Reshape = (resource) =>
  serviceRequest(
    renamed(resource, {
      orderer: 'requester',
      orderedOn: 'authoredOn',
      notes: 'note',
      reasonCodeableConcept: 'reasonCode',
      scheduledDateTime: 'occurrenceDateTime',
      scheduledPeriod: 'occurrencePeriod',
      scheduledTiming: 'occurrenceTiming',
    }),
  );

export const procedureRequestFromStu3: Reshape = (resource) =>
  serviceRequest(renamed(resource, { context: 'encounter' }));

/** How urgent it is: a concept in DSTU2's referrals, a code everywhere else. */
function priorityCode(value: unknown): string | undefined {
  const concept = asObject(value);
  const [coding] = asObjects(concept?.['coding']);
  return asText(coding?.['code']) ?? asText(concept?.['text']);
}

const referral: Reshape = (resource) => {
  const services = asList(resource['serviceRequested']);
  return serviceRequest(
    completed(
      replaced(resource, { note: notes(resource['note'], resource['description']) }),
      codes([...services, ...(services.length === 0 ? asList(resource['type']) : [])]),
    ),
  );
};

export const referralFromDstu2: Reshape = (resource) =>
  referral(
    renamed(replaced(resource, { priority: priorityCode(resource['priority']) }), {
      patient: 'subject',
      recipient: 'performer',
      dateSent: 'authoredOn',
      reason: 'reasonCode',
      fulfillmentTime: 'occurrencePeriod',
      supportingInformation: 'supportingInfo',
    }),
  );

export const referralFromStu3: Reshape = (resource) =>
  referral(renamed(resource, { context: 'encounter', recipient: 'performer', specialty: 'performerType' }));

export const deviceUseRequestFromDstu2: Reshape = (resource) => {
  const [code] = asList(resource['indication']);
  return completed(
    renamed(
      { ...resource, resourceType: 'DeviceRequest' },
      {
        device: 'codeReference',
        recordedOn: 'authoredOn',
        notes: 'note',
        timingTiming: 'occurrenceTiming',
        timingPeriod: 'occurrencePeriod',
        timingDateTime: 'occurrenceDateTime',
      },
    ),
    { reasonCode: listOf(code), note: notes(resource['notes']), intent: 'order' },
  );
};

export const deviceRequestFromStu3: Reshape = (resource) =>
  replaced(renamed(resource, { context: 'encounter' }), { requester: agentOf(resource['requester']) });
