/** What R4 calls ServiceRequest, as DSTU2 (§4.22, §4.16, §5.14) and STU3 (§10.6, §9.9) write it: by what is ordered. */
import { asAgent, common, inNotes, modifier, noteAs } from './datatypes.ts';
import {
  as,
  codeOf,
  coded,
  first,
  type Json,
  leftOut,
  listOf,
  only,
  restated,
  type Rule,
  type Rules,
  same,
  shape,
} from './shape.ts';

/** SNOMED CT's codes of US Core for the category of a ServiceRequest. */
const referral = '3457005';
const tests: readonly string[] = ['108252007', '363679005'];

/** Whether an order sends somebody to somebody. */
export function isReferral(record: Json): boolean {
  return listOf(record['category']).some((category) => codeOf(category) === referral);
}

/** Whether something is to be tested or imaged. */
export function isTest(record: Json): boolean {
  return listOf(record['category']).some((category) => tests.includes(codeOf(category) ?? ''));
}

function named(resourceType: string): Rule {
  return restated('by its name before R4', () => ({ resourceType }));
}

const doNotPerform = modifier('ServiceRequest.doNotPerform', 'Boolean');
const statuses = { 'on-hold': 'suspended', revoked: 'cancelled' };
const shared: Rules = { ...common, subject: same, priority: same };

export const procedureRequestAsStu3 = shape('ServiceRequest', {
  ...shared,
  resourceType: named('ProcedureRequest'),
  status: coded(statuses, 'words of its own'),
  intent: same,
  doNotPerform: same,
  category: same,
  code: same,
  encounter: as('context'),
  occurrenceDateTime: same,
  occurrencePeriod: same,
  authoredOn: same,
  requester: asAgent,
  performer: only(),
  reasonCode: same,
  note: same,
});

export const referralAsStu3 = shape('ServiceRequest', {
  ...shared,
  resourceType: named('ReferralRequest'),
  status: coded(statuses, 'words of its own'),
  intent: same,
  doNotPerform,
  category: first('a referral has one type', 'type'),
  code: (value) => ({ serviceRequested: [value] }),
  encounter: as('context'),
  occurrenceDateTime: same,
  occurrencePeriod: same,
  authoredOn: same,
  requester: asAgent,
  performer: as('recipient'),
  reasonCode: same,
  note: same,
});

const requested = { active: 'requested', 'on-hold': 'suspended', revoked: 'cancelled' };

export const diagnosticOrderAsDstu2 = shape('ServiceRequest', {
  ...shared,
  resourceType: named('DiagnosticOrder'),
  status: coded(requested, 'words of its own'),
  intent: restated('every order is one', () => ({})),
  doNotPerform,
  category: restated('by its type', () => ({})),
  code: (code) => ({ item: [{ code }] }),
  encounter: same,
  occurrenceDateTime: (value) => ({ event: [{ status: 'planned', dateTime: value }] }),
  occurrencePeriod: inNotes('Planned for'),
  authoredOn: (value) => ({ event: [{ status: 'requested', dateTime: value }] }),
  requester: as('orderer'),
  performer: leftOut('an order does not say who is to do it'),
  reasonCode: as('reason'),
  note: same,
});

export const referralAsDstu2 = shape('ServiceRequest', {
  ...shared,
  resourceType: named('ReferralRequest'),
  status: coded({ 'on-hold': 'requested', revoked: 'cancelled' }, 'words of its own'),
  subject: as('patient'),
  intent: restated('every referral is one', () => ({})),
  doNotPerform,
  category: first('a referral has one type', 'type'),
  code: (value) => ({ serviceRequested: [value] }),
  priority: restated('a concept', (value, name) => ({ [name]: { text: value } })),
  encounter: same,
  occurrenceDateTime: restated('a period', (value) => ({ fulfillmentTime: { start: value, end: value } })),
  occurrencePeriod: as('fulfillmentTime'),
  authoredOn: as('dateSent'),
  requester: same,
  performer: as('recipient'),
  reasonCode: first('a referral has one reason', 'reason'),
  note: noteAs('description'),
});

export const procedureRequestAsDstu2 = shape('ServiceRequest', {
  ...shared,
  resourceType: named('ProcedureRequest'),
  status: coded({ active: 'requested', 'on-hold': 'suspended', revoked: 'aborted' }, 'words of its own'),
  intent: restated('every request is one', () => ({})),
  doNotPerform,
  category: leftOut('a request has no category'),
  code: same,
  encounter: same,
  occurrenceDateTime: as('scheduledDateTime'),
  occurrencePeriod: as('scheduledPeriod'),
  authoredOn: as('orderedOn'),
  requester: as('orderer'),
  performer: only(),
  reasonCode: only('reasonCodeableConcept'),
  note: as('notes'),
});
