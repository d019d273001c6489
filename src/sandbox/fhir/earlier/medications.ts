/** The medication records as DSTU2 (§4.8–4.12) and STU3 (§11.1–11.4) write them. */
import { asAgent, common, concept, dosageDstu2, dosageStu3, inNotes, modifier, noteAs } from './datatypes.ts';
import {
  as,
  codeOf,
  each,
  element,
  first,
  isJson,
  type Json,
  leftOut,
  listOf,
  only,
  restated,
  type Rule,
  same,
  shape,
} from './shape.ts';

const medication = { medicationCodeableConcept: same, medicationReference: same };
const notSaid = (type: string): Rule => restated(`a ${type} is none that was reported`, () => ({}));

const substitutionStu3 = shape('substitution', { allowedBoolean: as('allowed'), reason: same });

export const requestAsStu3 = shape('MedicationRequest', {
  ...common,
  ...medication,
  contained: each(medicationStu3()),
  status: same,
  statusReason: inNotes('Reason for the status'),
  intent: same,
  category: only(),
  doNotPerform: modifier('MedicationRequest.doNotPerform', 'Boolean'),
  reportedBoolean: notSaid('MedicationRequest'),
  subject: same,
  encounter: as('context'),
  authoredOn: same,
  requester: asAgent,
  reasonCode: same,
  reasonReference: same,
  note: same,
  dosageInstruction: each(dosageStu3),
  dispenseRequest: same,
  substitution: each(substitutionStu3),
});

/** What was not ordered yet is a draft: DSTU2 has orders alone. */
const orderStatus = restated('DSTU2 has fewer statuses, and orders alone', (value, _name, whole) => {
  const code = codeOf(value);
  if (code !== 'entered-in-error' && whole['intent'] !== 'order') return { status: 'draft' };
  return code === 'unknown' ? {} : element('status', code === 'cancelled' ? 'stopped' : code);
});

const substitutionDstu2 = shape('substitution', {
  allowedBoolean: restated('by its type', (value) => ({
    type: concept(
      'http://hl7.org/fhir/v3/substanceAdminSubstitution',
      value === true ? 'E' : 'N',
      value === true ? 'equivalent' : 'none',
    ),
  })),
  reason: same,
});

/** One reason, in words before one that is a record. */
const reasonCode = (name: string): Rule => first('DSTU2 has one reason', `${name}CodeableConcept`);
const reasonReference = (name: string): Rule =>
  Object.assign(
    ((value, _own, whole) =>
      whole['reasonCode'] === undefined ? element(`${name}Reference`, listOf(value)[0]) : {}) satisfies Rule,
    { losses: [{ element: '', how: 'in part', why: 'DSTU2 has one reason' } as const] },
  );

export const orderAsDstu2 = shape('MedicationRequest', {
  ...common,
  ...medication,
  resourceType: restated('by its name in DSTU2', () => ({ resourceType: 'MedicationOrder' })),
  contained: each(medicationDstu2()),
  status: orderStatus,
  statusReason: as('reasonEnded'),
  intent: restated('as a status', () => ({})),
  category: leftOut('an order has no category'),
  doNotPerform: modifier('MedicationRequest.doNotPerform', 'Boolean'),
  reportedBoolean: notSaid('MedicationOrder'),
  subject: as('patient'),
  encounter: same,
  authoredOn: as('dateWritten'),
  requester: as('prescriber'),
  reasonCode: reasonCode('reason'),
  reasonReference: reasonReference('reason'),
  note: noteAs('note'),
  dosageInstruction: each(dosageDstu2),
  dispenseRequest: same,
  substitution: each(substitutionDstu2),
});

/** `MedicationRequest.reported`: what somebody says that they take is a statement before R4. */
export function isReported(record: Json): boolean {
  return record['reportedBoolean'] === true;
}

const statement = {
  ...common,
  ...medication,
  resourceType: restated('what is reported is a statement', () => ({ resourceType: 'MedicationStatement' })),
  reportedBoolean: restated('what is reported is a statement', () => ({})),
  intent: restated('a statement has none', () => ({})),
  authoredOn: as('dateAsserted'),
  requester: as('informationSource'),
  encounter: leftOut('a statement of DSTU2 names no encounter'),
};

export const statementAsStu3 = shape('MedicationRequest', {
  ...statement,
  // `taken` is required; whether it is taken, the record does not say.
  status: restated('with “taken”', (value) => {
    const code = codeOf(value);
    return {
      ...element('status', code === 'cancelled' ? 'stopped' : code),
      taken: code === 'active' ? 'y' : 'unk',
    };
  }),
  statusReason: inNotes('Reason for the status'),
  category: only(),
  subject: same,
  encounter: as('context'),
  reasonCode: same,
  reasonReference: same,
  note: same,
  dosageInstruction: each(dosageStu3, 'dosage'),
});

const dosageOfStatement: Rule = each(dosageDstu2, 'dosage');

export const statementAsDstu2 = shape('MedicationRequest', {
  ...statement,
  status: restated('DSTU2 has fewer statuses', (value) => {
    const code = codeOf(value);
    return { status: code === 'stopped' || code === 'cancelled' || code === 'on-hold' ? 'completed' : code };
  }),
  statusReason: inNotes('Reason for the status', 'note', true),
  category: leftOut('a statement has no category'),
  subject: as('patient'),
  reasonCode: reasonCode('reasonForUse'),
  reasonReference: reasonReference('reasonForUse'),
  note: noteAs('note'),
  dosageInstruction: Object.assign(
    ((value, name, whole) => {
      const { dosage } = dosageOfStatement(value, name, whole) as { dosage?: readonly Json[] };
      return element(
        'dosage',
        dosage?.map(({ doseQuantity, doseRange, ...rest }) => ({
          ...rest,
          ...element('quantityQuantity', doseQuantity),
          ...element('quantityRange', doseRange),
        })),
      );
    }) satisfies Rule,
    { losses: dosageOfStatement.losses ?? [] },
  ),
});

const dispense = { ...common, ...medication, authorizingPrescription: same, type: same, quantity: same };
export const dispenseAsStu3 = shape('MedicationDispense', {
  ...dispense,
  status: restated('“declined” is said beside the status', (value) =>
    value === 'declined' ? { status: 'stopped', notDone: true } : { status: value },
  ),
  statusReasonCodeableConcept: as('notDoneReasonCodeableConcept'),
  subject: same,
  performer: same,
  daysSupply: same,
  whenHandedOver: same,
  dosageInstruction: each(dosageStu3),
});

export const dispenseAsDstu2 = shape('MedicationDispense', {
  ...dispense,
  status: restated('no “declined”', (value) => ({ status: value === 'declined' ? 'stopped' : value })),
  statusReasonCodeableConcept: inNotes('Not dispensed', 'note', true),
  subject: as('patient'),
  performer: Object.assign(
    ((value) => {
      const [one] = listOf(value);
      return element('dispenser', isJson(one) ? one['actor'] : undefined);
    }) satisfies Rule,
    { losses: [{ element: '', how: 'in part', why: 'DSTU2 has one dispenser' } as const] },
  ),
  daysSupply: same,
  whenHandedOver: same,
  dosageInstruction: each(dosageDstu2),
});

const administration = { ...common, ...medication };
const notGiven = (name: string): Rule =>
  restated('“not done” is said beside the status', (value) =>
    value === 'not-done' ? { status: 'completed', [name]: true } : { status: value, [name]: false },
  );

export const administrationAsStu3 = shape('MedicationAdministration', {
  ...administration,
  status: notGiven('notGiven'),
  statusReason: as('reasonNotGiven'),
  category: same,
  subject: same,
  context: same,
  effectiveDateTime: same,
  effectivePeriod: same,
  performer: same,
  reasonCode: same,
  reasonReference: same,
  note: same,
  dosage: same,
});

export const administrationAsDstu2 = shape('MedicationAdministration', {
  ...administration,
  status: notGiven('wasNotGiven'),
  statusReason: as('reasonNotGiven'),
  category: leftOut('an administration has no category'),
  subject: as('patient'),
  context: as('encounter'),
  effectiveDateTime: as('effectiveTimeDateTime'),
  effectivePeriod: as('effectiveTimePeriod'),
  performer: (value) => {
    const [one, ...others] = listOf(value);
    if (others.length > 0) throw new Error('An administration has more than one performer');
    return element('practitioner', isJson(one) ? one['actor'] : undefined);
  },
  reasonCode: as('reasonGiven'),
  reasonReference: leftOut('a reason is no record'),
  note: noteAs('note'),
  dosage: each(shape('dosage', { text: same, route: same, dose: as('quantity') })),
});

/** The one Medication of the cast stands within its order. */
function medicationStu3(): ReturnType<typeof shape> {
  const ingredient = shape('ingredient', { itemCodeableConcept: same, strength: as('amount') });
  return shape('Medication', { ...common, code: same, form: same, ingredient: each(ingredient) });
}

function medicationDstu2(): ReturnType<typeof shape> {
  // An ingredient is a reference there: a server that has but its name gives the name.
  const ingredient = shape('ingredient', {
    itemCodeableConcept: restated('a reference with its name alone', (value) => ({
      item: { display: isJson(value) ? value['text'] : undefined },
    })),
    strength: as('amount'),
  });
  const product: Rule = (value) => ({
    product: { ingredient: listOf(value).filter(isJson).map(ingredient) },
  });
  return shape('Medication', {
    ...common,
    code: same,
    form: (form) => ({ product: { form } }),
    ingredient: Object.assign(product, {
      losses: [
        { element: '.itemCodeableConcept', how: 'restated', why: 'a reference with its name alone' } as const,
      ],
    }),
  });
}
