/** MedicationRequest (FHIR R4 §11.1) and MedicationDispense (§11.3). */
import { type When, parseDateTime, readPeriod, whenOf } from './dates.ts';
import { asBoolean, asObject, asObjects, asText, type FhirResource, type JsonObject } from './json.ts';
import { medicationBase, prescriptionKeys, type Standings, statusReasonOf } from './medication-base.ts';
import type { MedicationRecord } from './medications.ts';
import { phrase } from './phrase.ts';
import { printedQuantity } from './printed-quantity.ts';
import { readQuantity } from './quantity.ts';
import type { Mark, ReadContext } from './record.ts';
import { actorName, notMark, sourceMark } from './record-parts.ts';
import { nameOfReference } from './reference-name.ts';
import { statusCode } from './administrative-status.ts';

const requestStandings: Standings = {
  active: 'current',
  'on-hold': 'current',
  completed: 'past',
  stopped: 'past',
  cancelled: 'past',
  ended: 'past',
  'entered-in-error': 'past',
};

export function readMedicationRequest(resource: FhirResource, context: ReadContext): MedicationRecord {
  const doNotPerform = asBoolean(resource['doNotPerform']) === true;
  const supply = asObject(resource['dispenseRequest']);
  const written = resource['authoredOn'];
  const reportedMarks = reportedMarksOf(resource, context);
  const base = medicationBase(resource, context, {
    form: 'request',
    standings: requestStandings,
    when: whenOf(written) ?? startOfValidity(supply),
    marks: [...(doNotPerform ? [doNotTake] : []), ...intentMarks(resource), ...reportedMarks],
    dosage: resource['dosageInstruction'] ?? resource['dosage'],
  });
  return {
    ...base,
    doNotPerform,
    reported: reportedMarks.length > 0,
    by: nameOfReference(resource['requester'], context, resource),
    quantity: amount(supply?.['quantity']),
    supply: amount(supply?.['expectedSupplyDuration']),
    refills: asText(supply?.['numberOfRepeatsAllowed']),
    validity: readPeriod(supply?.['validityPeriod']),
  };
}

const doNotTake: Mark = { phrase: phrase('mark.do-not-take'), tone: 'warning' };

/** Anything but an order is no prescription yet, and says so. */
function intentMarks(resource: FhirResource): readonly Mark[] {
  const intent = asText(resource['intent']);
  if (intent === 'proposal' || intent === 'plan')
    return [{ phrase: phrase(`mark.intent-${intent}`), tone: 'plain' }];
  return intent === 'option' ? [{ phrase: phrase('mark.intent-option'), tone: 'plain' }] : [];
}

function reportedMarksOf(resource: FhirResource, context: ReadContext): readonly Mark[] {
  if (asBoolean(resource['reportedBoolean']) === true)
    return [{ phrase: phrase('mark.reported'), tone: 'plain' }];
  const reference = resource['reportedReference'];
  if (reference === undefined) return [];
  const byPatient = sourceMark(reference, context, resource);
  if (byPatient.length > 0) return byPatient;
  const name = nameOfReference(reference, context, resource);
  return [
    {
      phrase: name === undefined ? phrase('mark.reported') : phrase('mark.reported-by', { name }),
      tone: 'plain',
    },
  ];
}

function startOfValidity(supply: JsonObject | undefined): When | undefined {
  return whenOf(supply?.['validityPeriod']);
}

const dispenseStandings: Standings = {
  preparation: 'current',
  'in-progress': 'current',
  'on-hold': 'current',
  completed: 'past',
  stopped: 'past',
  cancelled: 'past',
  declined: 'past',
  'entered-in-error': 'past',
};

export function readDispense(resource: FhirResource, context: ReadContext): MedicationRecord {
  const status = statusCode(resource['status']);
  const reason = statusReasonOf(resource, context);
  const refused = status === 'declined' || status === 'cancelled';
  const base = medicationBase(resource, context, {
    form: 'dispense',
    standings: dispenseStandings,
    when: whenOf(resource['whenHandedOver']) ?? whenOf(resource['whenPrepared']),
    marks: refused ? [notMark('not-dispensed', reason)] : [],
    dosage: resource['dosageInstruction'],
  });
  const performers = asObjects(resource['performer']).map((one) =>
    actorName(one, 'actor', context, resource),
  );
  return {
    ...base,
    by: performers.find((name) => name !== undefined),
    written: parseDateTime(resource['whenHandedOver']) ?? parseDateTime(resource['whenPrepared']),
    quantity: amount(resource['quantity']),
    supply: amount(resource['daysSupply']),
    substituted: asBoolean(asObject(resource['substitution'])?.['wasSubstituted']) === true,
    prescriptions: prescriptionKeys(resource['authorizingPrescription']),
  };
}

function amount(value: unknown): string | undefined {
  const quantity = readQuantity(value);
  return quantity === undefined ? undefined : printedQuantity(quantity);
}
