/**
 * For tests: where the sandbox's people say otherwise in an earlier version than in R4, and why. `section Type.field`,
 * the field as the chart reads it; everything below it is meant. A difference that is no longer one fails the test.
 */
import type { EarlierVersion } from './reshape.ts';

type Differences = Readonly<Record<string, string>>;

const oneDate = 'one date for what R4 asserts and records, in DSTU2 a day';
const asWords = 'a code in place of a concept: no display';
const asNote = 'no element for it: among the notes';
const whole = 'neither version has whole numbers as values: a quantity without a unit';
const reported = 'what is reported is a statement, not a request';

/** Both earlier versions. */
const both: Differences = {
  'encounters Encounter.serviceType': 'a visit has no type of service',
  'problems Condition.verification': asWords,
  'problems Condition.asserted': oneDate,
  'problems Condition.recorded': oneDate,
  'problems Condition.recorder': 'no recorder: the same person is the asserter',
  'problems Condition.asserter': 'no recorder: the same person is the asserter',
  'problems Condition.marks.phrase': '“unconfirmed” is “unknown”',
  'problems Condition.status':
    'a code of nobody’s has no display; DSTU2 knows no “inactive” and no “recurrence”',
  'medications MedicationRequest.form': reported,
  'medications MedicationRequest.formWords': reported,
  'medications MedicationRequest.intent': reported,
  'medications MedicationRequest.marks.phrase.key': `${reported}; “do not perform” is a modifier extension`,
  'medications MedicationRequest.doNotPerform': 'a modifier extension, which is marked as unknown',
  'reports DiagnosticReport.interpreters': 'an interpreter is one of the performers, or not named',
  'reports DiagnosticReport.categories': 'one category',
  'goals Goal.achievement': 'one status for where the goal stands and how far it is reached',
  'orders ServiceRequest.categories': 'a referral is a type of its own, a test too in DSTU2',
  'orders ServiceRequest.status': 'words of its own, left as they were sent',
  'devices Device.names': 'the name in the UDI, or none',
  'devices Device.distinctIdentifier': 'the UDI holds it',
  'devices Device.serialNumber': 'one of the identifiers',
  'devices Device.identifiers': 'one of the identifiers',
  'devices Device.statusReasons': 'a status has no reason',
  'people RelatedPerson.languages': 'a related person has no languages',
  'people RelatedPerson.relationships': 'one relationship',
  'procedures Procedure.when': asNote,
  'procedures Procedure.notes': asNote,
  'procedures Procedure.recorder': 'a procedure has no recorder',
  'immunizations Immunization.when': asNote,
  'immunizations Immunization.notes': asNote,
  'laboratory Observation.value': whole,
  'laboratory Observation.values': whole,
  'laboratory Observation.notes': 'one comment for all notes',
  'vitals Observation.notes': 'one comment for all notes',
  'laboratory Observation.when': 'a repeated time is the period from its first to its last',
};

const stu3: Differences = {
  'medications MedicationRequest.statusReason': asNote,
  'medications MedicationRequest.notes': asNote,
  'reports DiagnosticReport.performers': 'an interpreter is one of the performers',
  'care-plans CarePlan.created': 'a plan does not say when it was made',
  'goals Goal.targets.values': 'words for a target are a concept',
};

const noStatus = 'no status that says so';
const notes = 'no element for it: among the notes';
const udi = 'the text on the label is all of the UDI';

const dstu2: Differences = {
  'other Provenance.title': 'a plan has a description to be named by, where R4’s has a title',
  'allergies AllergyIntolerance.standing': 'one status for two: refuted or in error, not inactive as well',
  'allergies AllergyIntolerance.status': 'one status for two: refuted or in error, not inactive as well',
  'encounters Encounter.classWords': 'words of its own',
  'problems Condition.categories': 'one category, of its own codes and Argonaut’s',
  'medications MedicationRequest.categories': 'an order has no category',
  'medications MedicationRequest.reasons': 'one reason',
  'medications MedicationRequest.status': 'no “cancelled”, no “unknown”; what is no order yet is a draft',
  'medications MedicationRequest.standing': 'what is no order yet is a draft',
  'medications MedicationRequest.marks': 'what is no order yet is a draft',
  'medications MedicationRequest.dosages.parts': 'days and hours stand in the instructions alone',
  'medications MedicationRequest.dosages.timing': 'days and hours stand in the instructions alone',
  'medications MedicationAdministration.categories': 'an administration has no category',
  'medications MedicationAdministration.reasons': 'a reason is no record',
  'medications MedicationDispense.status': 'no “declined”',
  'medications MedicationDispense.marks': notes,
  'medications MedicationDispense.statusReason': notes,
  'medications MedicationDispense.notes': notes,
  'laboratory Observation.basedOn': 'a result names no order',
  'laboratory Observation.status': 'a corrected result is an amended one',
  'laboratory Observation.statusCode': 'a corrected result is an amended one',
  'laboratory Observation.marks.phrase.key': 'a corrected result is an amended one',
  'laboratory Observation.ranges.appliesTo': 'a range does not say to whom it applies',
  'laboratory Observation.range': 'of several ranges none is told to be for this patient’s sex',
  'reports DiagnosticReport.status': 'a preliminary report is a partial one',
  'reports DiagnosticReport.statusCode': 'a preliminary report is a partial one',
  'reports DiagnosticReport.marks.phrase.key': 'a preliminary report is a partial one',
  'immunizations Immunization.marks.phrase': 'a report does not say where it is from',
  'procedures Procedure.status': 'no “preparation”',
  'care-plans CarePlan.categories': 'Argonaut’s code system',
  'care-plans CarePlan.description': 'the title is the description',
  'care-plans CarePlan.intent': 'every plan is one',
  'care-plans CarePlan.status': noStatus,
  'care-teams CareTeam.categories': 'a plan of that category',
  'care-teams CareTeam.members.onBehalfOf': 'a member acts for nobody',
  'care-teams CareTeam.organizations': 'a plan has no managing organization',
  'care-teams CareTeam.status': 'the status of a plan',
  'goals Goal.notes': notes,
  'goals Goal.targets.measure': notes,
  'goals Goal.targets.values': notes,
  'orders ServiceRequest.standing': 'words of its own, of which R4 knows nothing',
  'orders ServiceRequest.occurrence': 'an event of the order, a period of the referral, or among the notes',
  'orders ServiceRequest.notes': notes,
  'orders ServiceRequest.performers': 'an order does not say who is to do it',
  'orders ServiceRequest.prohibited': 'a modifier extension, which is marked as unknown',
  'orders ServiceRequest.marks.phrase.key': 'a modifier extension, which is marked as unknown',
  'coverage Coverage.standing': noStatus,
  'coverage Coverage.status': noStatus,
  'coverage Coverage.coverageType': 'a coding: no words of its own',
  'coverage Coverage.subscriber': 'who is covered is the subscriber',
  'coverage Coverage.relationship': 'who is covered is the subscriber',
  'coverage Coverage.classes.name': 'groups and plans have no names',
  'devices Device.udi': udi,
  'devices Device.safety': notes,
  'devices Device.notes': notes,
  'people RelatedPerson.status': 'a related person is not active or otherwise',
  'people RelatedPerson.standing': 'a related person is not active or otherwise',
};

export const differencesOf: Readonly<Record<EarlierVersion, Differences>> = {
  STU3: { ...both, ...stu3 },
  DSTU2: { ...both, ...dstu2 },
};
