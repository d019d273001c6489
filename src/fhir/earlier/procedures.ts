/** Procedure and Encounter of DSTU2 (§4.2, §5.6) and STU3 (§9.3, §8.11) in R4's elements. */
import { asBoolean, asText, type FhirResource, ownRow } from '#fhir/json.ts';
import { each, listOf, notes, renamed, replaced, type Reshape } from './reshape.ts';

const procedureStatuses: Readonly<Record<string, string>> = { aborted: 'stopped', suspended: 'on-hold' };

function procedure(resource: FhirResource, notDone: unknown): FhirResource {
  const status = asText(resource['status']);
  const isNot = asBoolean(notDone) === true && status !== 'entered-in-error';
  return replaced(resource, {
    status: isNot ? 'not-done' : ownRow(procedureStatuses, status),
    note: notes(resource['note']),
    performer: each(resource['performer'], (one) => renamed(one, { role: 'function' })),
    reasonCode: listOf(resource['reasonCode']),
    reasonReference: listOf(resource['reasonReference']),
  });
}

export const procedureFromDstu2: Reshape = (resource) => {
  const moved = renamed(resource, {
    reasonCodeableConcept: 'reasonCode',
    reasonNotPerformed: 'statusReason',
    request: 'basedOn',
    notes: 'note',
    used: 'usedReference',
  });
  const [reason] = listOf(moved['statusReason']) ?? [];
  return procedure(replaced(moved, { statusReason: reason }), resource['notPerformed']);
};

export const procedureFromStu3: Reshape = (resource) =>
  procedure(renamed(resource, { context: 'encounter', notDoneReason: 'statusReason' }), resource['notDone']);

/** v3-ActCode, as R4 codes the class; DSTU2 has words of its own for the same (§5.6.3). */
const encounterClasses: Readonly<Record<string, string>> = {
  inpatient: 'IMP',
  outpatient: 'AMB',
  ambulatory: 'AMB',
  emergency: 'EMER',
  home: 'HH',
  field: 'FLD',
  virtual: 'VR',
};

export const encounterFromDstu2: Reshape = (resource) => {
  const moved = renamed(resource, {
    patient: 'subject',
    reason: 'reasonCode',
    indication: 'reasonReference',
  });
  const sent = asText(resource['class']);
  const code = ownRow(encounterClasses, sent);
  const system = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';
  return replaced(moved, {
    class:
      sent === undefined ? undefined : code === undefined ? { code: sent } : { system, code, display: sent },
  });
};

export const encounterFromStu3: Reshape = (resource) =>
  replaced(renamed(resource, { reason: 'reasonCode', incomingReferral: 'basedOn' }), {
    diagnosis: each(resource['diagnosis'], (one) => renamed(one, { role: 'use' })),
  });
