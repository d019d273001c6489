/** The medication records of DSTU2 (§4.8–4.12) and STU3 (§11.1–11.4) in R4's elements. */
import { asBoolean, asObject, asText, type JsonObject } from '#fhir/json.ts';
import {
  actors,
  agentOf,
  completed,
  each,
  listOf,
  notes,
  renamed,
  replaced,
  type Reshape,
} from './reshape.ts';

function timing(value: unknown): JsonObject | undefined {
  const object = asObject(value);
  const repeat = asObject(object?.['repeat']);
  if (object === undefined || repeat === undefined) return object;
  return { ...object, repeat: renamed(repeat, { boundsQuantity: 'boundsDuration' }) };
}

/** R4 keeps dose and rate in `doseAndRate`; the reader takes them from beside the route as well (`dosage.ts`). */
function dosages(value: unknown): readonly JsonObject[] | undefined {
  return each(value, (dosage) =>
    replaced(
      renamed(dosage, {
        additionalInstructions: 'additionalInstruction',
        quantityQuantity: 'doseQuantity',
        quantityRange: 'doseRange',
        siteCodeableConcept: 'site',
      }),
      { timing: timing(dosage['timing']) },
    ),
  );
}

/** The dosage of an administration, which has the dose as `quantity` in DSTU2. */
function given(value: unknown): JsonObject | undefined {
  const dosage = asObject(value);
  return dosage && renamed(dosage, { quantity: 'dose', siteCodeableConcept: 'site' });
}

const order: Reshape = (resource) =>
  replaced(resource, {
    note: notes(resource['note']),
    requester: agentOf(resource['requester']),
    dosageInstruction: dosages(resource['dosageInstruction']),
    substitution: substitution(resource['substitution']),
  });

function substitution(value: unknown): JsonObject | undefined {
  const object = asObject(value);
  if (object === undefined) return undefined;
  return renamed(object, {
    type: 'allowedCodeableConcept',
    // STU3 says it as a boolean under the name that R4 gave a choice.
    allowed: 'allowedBoolean',
  });
}

/** MedicationOrder became MedicationRequest with STU3. */
export const medicationOrderFromDstu2: Reshape = (resource) =>
  order(
    completed(
      renamed(
        { ...resource, resourceType: 'MedicationRequest' },
        {
          patient: 'subject',
          dateWritten: 'authoredOn',
          prescriber: 'requester',
          reasonEnded: 'statusReason',
          reasonCodeableConcept: 'reasonCode',
        },
      ),
      { intent: 'order' },
    ),
  );

export const medicationRequestFromStu3: Reshape = (resource) =>
  order(renamed(resource, { context: 'encounter' }));

export const dispenseFromDstu2: Reshape = (resource) => {
  const moved = renamed(resource, { patient: 'subject' });
  return replaced(completed(moved, { performer: actors(resource['dispenser']) }), {
    note: notes(resource['note']),
    dosageInstruction: dosages(resource['dosageInstruction']),
  });
};

export const dispenseFromStu3: Reshape = (resource) => {
  const moved = renamed(resource, { notDoneReasonCodeableConcept: 'statusReasonCodeableConcept' });
  return replaced(moved, {
    // R4 has a status for what STU3 says beside the status.
    status: asBoolean(resource['notDone']) === true ? notUnlessError(resource, 'declined') : undefined,
    dosageInstruction: dosages(resource['dosageInstruction']),
  });
};

export const administrationFromDstu2: Reshape = (resource) => {
  const moved = renamed(resource, {
    patient: 'subject',
    encounter: 'context',
    prescription: 'request',
    effectiveTimeDateTime: 'effectiveDateTime',
    effectiveTimePeriod: 'effectivePeriod',
    reasonGiven: 'reasonCode',
    reasonNotGiven: 'statusReason',
  });
  return replaced(completed(moved, { performer: actors(resource['practitioner']) }), {
    status: asBoolean(resource['wasNotGiven']) === true ? notUnlessError(resource, 'not-done') : undefined,
    note: notes(resource['note']),
    dosage: given(resource['dosage']),
  });
};

export const administrationFromStu3: Reshape = (resource) => {
  const moved = renamed(resource, { prescription: 'request', reasonNotGiven: 'statusReason' });
  return replaced(moved, {
    status: asBoolean(resource['notGiven']) === true ? notUnlessError(resource, 'not-done') : undefined,
  });
};

/** What was entered in error stays so: that it was not given either is then nobody's concern. */
function notUnlessError(resource: JsonObject, status: string): string | undefined {
  return asText(resource['status']) === 'entered-in-error' ? undefined : status;
}

export const statementFromDstu2: Reshape = (resource) => {
  const moved = renamed(resource, {
    patient: 'subject',
    reasonForUseCodeableConcept: 'reasonCode',
    reasonForUseReference: 'reasonReference',
    reasonNotTaken: 'statusReason',
    supportingInformation: 'derivedFrom',
  });
  return replaced(moved, {
    status: asBoolean(resource['wasNotTaken']) === true ? notUnlessError(resource, 'not-taken') : undefined,
    note: notes(resource['note']),
    dosage: dosages(resource['dosage']),
  });
};

export const statementFromStu3: Reshape = (resource) => {
  const moved = renamed(resource, { reasonNotTaken: 'statusReason' });
  return replaced(moved, {
    status: asText(resource['taken']) === 'n' ? notUnlessError(resource, 'not-taken') : undefined,
    dosage: dosages(resource['dosage']),
  });
};

export const medicationFromDstu2: Reshape = (resource) => {
  const product = asObject(resource['product']) ?? {};
  return completed(resource, {
    form: product['form'],
    ingredient: each(product['ingredient'], (one) =>
      renamed(one, { item: 'itemReference', amount: 'strength' }),
    ),
    batch: listOf(product['batch'])?.[0],
  });
};

export const medicationFromStu3: Reshape = (resource) =>
  replaced(resource, {
    ingredient: each(resource['ingredient'], (one) => renamed(one, { amount: 'strength' })),
  });
