/** MedicationAdministration (FHIR R4 §11.2) and MedicationStatement (§11.4). */
import { parseDateTime, readWhen, whenOf } from './dates.ts';
import { asBoolean, asObjects, type FhirResource } from './json.ts';
import { medicationBase, prescriptionKeys, type Standings, statusReasonOf } from './medication-base.ts';
import type { MedicationRecord } from './medications.ts';
import { phrase } from './phrase.ts';
import type { Mark, ReadContext } from './record.ts';
import { actorName, notMark, sourceMark } from './record-parts.ts';
import { nameOfReference } from './reference-name.ts';
import { statusCode } from './administrative-status.ts';

const administrationStandings: Standings = {
  'in-progress': 'current',
  'on-hold': 'current',
  completed: 'past',
  stopped: 'past',
  'not-done': 'past',
  'entered-in-error': 'past',
};

export function readAdministration(resource: FhirResource, context: ReadContext): MedicationRecord {
  // DSTU2 and STU3 say "not given" beside the status.
  const flagged = [resource['notGiven'], resource['wasNotGiven']].some((flag) => asBoolean(flag) === true);
  const notGiven = flagged || statusCode(resource['status']) === 'not-done';
  const base = medicationBase(resource, context, {
    form: 'administration',
    standings: administrationStandings,
    when: readWhen(resource, 'effective'),
    marks: notGiven ? [notMark('not-given', statusReasonOf(resource, context))] : [],
    dosage: resource['dosage'],
  });
  const performers = asObjects(resource['performer']).map((one) =>
    actorName(one, 'actor', context, resource),
  );
  return {
    ...base,
    by: performers.find((name) => name !== undefined),
    prescriptions: prescriptionKeys(resource['request']),
  };
}

const statementStandings: Standings = {
  active: 'current',
  intended: 'current',
  'on-hold': 'current',
  completed: 'past',
  stopped: 'past',
  'not-taken': 'past',
  'entered-in-error': 'past',
};

export function readStatement(resource: FhirResource, context: ReadContext): MedicationRecord {
  const flagged = [resource['wasNotTaken'], resource['notTaken']].some(
    (flag) => asBoolean(flag) === true || flag === 'y',
  );
  const notTaken = flagged || statusCode(resource['status']) === 'not-taken';
  const asserted = resource['dateAsserted'];
  const source = resource['informationSource'];
  const base = medicationBase(resource, context, {
    form: 'statement',
    standings: statementStandings,
    when: readWhen(resource, 'effective') ?? whenOf(asserted),
    marks: [
      ...(notTaken ? [notMark('not-taken', statusReasonOf(resource, context))] : []),
      ...saidBy(source, context, resource),
    ],
    dosage: resource['dosage'],
  });
  return {
    ...base,
    reported: true,
    by: nameOfReference(source, context, resource),
    written: parseDateTime(asserted),
    prescriptions: [],
  };
}

/** A statement is what somebody said: the patient, somebody named, or nobody knows who. */
function saidBy(source: unknown, context: ReadContext, resource: FhirResource): readonly Mark[] {
  const known = sourceMark(source, context, resource);
  if (known.length > 0) return known;
  const name = nameOfReference(source, context, resource);
  return name === undefined ? [] : [{ phrase: phrase('mark.reported-by', { name }), tone: 'plain' }];
}
