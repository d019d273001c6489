import type { Switches } from '#sandbox/control.ts';

/** What NextGen Enterprise's statement says of a type. */
export interface EnterpriseType {
  readonly type: string;
  readonly parameters: readonly string[];
  /** Profiles by what follows `us-core-`; `!` before a name that has no such beginning. */
  readonly profiles: readonly string[];
  /** `_revinclude=Provenance:target` is declared. */
  readonly provenance: boolean;
  /** As declared; nothing can be written all the same. */
  readonly updateCreate: boolean;
}

function type(
  name: string,
  parameters: string,
  profiles: string,
  provenance: boolean,
  updateCreate: boolean,
): EnterpriseType {
  const words = (text: string): readonly string[] => text.split(' ').filter(Boolean);
  return {
    type: name,
    parameters: words(parameters),
    profiles: words(profiles),
    provenance,
    updateCreate,
  };
}

/** The 28 types of NextGen Enterprise R4 in the statement's order (version 5.0.1.698, July 2026). */
export const enterpriseRules: readonly EnterpriseType[] = [
  type('AllergyIntolerance', '_id patient date _lastUpdated _maxresults', 'allergyintolerance', true, false),
  type('CarePlan', '_id patient category status _lastUpdated _maxresults', 'careplan', true, false),
  type('CareTeam', '_id patient status _lastUpdated', 'careteam', true, false),
  type(
    'Observation',
    '_id patient category code date status _lastUpdated _maxresults',
    'observation blood-pressure bmi head-circumference body-height body-weight body-temperature heart-rate !pediatric-bmi-for-age !head-occipital-frontal-circumference-percentile !pediatric-weight-for-height pulse-oximetry respiratory-rate smokingstatus observation-lab observation-clinical-result observation-occupation observation-pregnancyintent observation-pregnancystatus observation-screening-assessment',
    true,
    false,
  ),
  type(
    'Condition',
    '_id patient category onset-date clinical-status _lastUpdated _maxresults',
    'condition condition-encounter-diagnosis condition-problems-health-concerns',
    true,
    false,
  ),
  type('Coverage', '_id patient _lastUpdated _maxresults', 'coverage', true, false),
  type('Device', '_id patient status _lastUpdated _maxresults', 'device implantable-device', true, false),
  type(
    'DiagnosticReport',
    '_id patient category code date _lastUpdated _maxresults',
    'diagnosticreport diagnosticreport-lab diagnosticreport-note',
    true,
    false,
  ),
  type(
    'DocumentReference',
    '_id patient type date category _lastUpdated _maxresults',
    'documentreference',
    true,
    false,
  ),
  type('Encounter', '_id patient date _lastUpdated _maxresults', 'encounter', true, false),
  type('Endpoint', '_id name', 'endpoint', false, false),
  type('Goal', '_id patient target-date lifecycle-status _lastUpdated _maxresults', 'goal', true, false),
  type('Immunization', '_id patient date status _lastUpdated _maxresults', 'immunization', true, false),
  type(
    'Location',
    '_id name address address-city address-state address-postalcode _lastUpdated _maxresults',
    'location',
    false,
    false,
  ),
  type('MedicationDispense', '_id patient _lastUpdated _maxresults', 'medicationdispense', true, false),
  type(
    'MedicationRequest',
    '_id patient status intent authoredon _lastUpdated _maxresults',
    'medicationrequest',
    true,
    false,
  ),
  type(
    'MedicationStatement',
    '_id patient status _lastUpdated _maxresults',
    'medicationstatement',
    false,
    false,
  ),
  type(
    'Organization',
    '_id name address address-city address-postalcode address-state address-country _lastUpdated _maxresults',
    'organization',
    false,
    false,
  ),
  type(
    'Patient',
    '_id identifier name given family gender address address-city address-postalcode birthdate _lastUpdated _maxresults',
    'patient',
    true,
    true,
  ),
  type('Practitioner', '_id name identifier _lastUpdated _maxresults', 'practitioner', false, true),
  type(
    'PractitionerRole',
    '_id specialty practitioner.identifier practitioner.name _lastUpdated _maxresults',
    'practitionerrole',
    true,
    true,
  ),
  type('Procedure', '_id patient date status _lastUpdated _maxresults', 'procedure', true, true),
  type('Provenance', '', 'provenance', false, true),
  type('Questionnaire', '', 'questionnaire', false, true),
  type('QuestionnaireResponse', '_id patient _lastUpdated _maxresults', 'questionnaireresponse', true, true),
  type('RelatedPerson', '_id patient name _lastUpdated _maxresults', 'relatedperson', false, true),
  type(
    'ServiceRequest',
    '_id patient category code authored _lastUpdated _maxresults',
    'servicerequest',
    true,
    true,
  ),
  type('Specimen', '_id patient _lastUpdated _maxresults', 'specimen', true, true),
];

/** Of no statement that was captured: a server that serves claims all the same would answer so. */
const claims = type('ExplanationOfBenefit', '_id patient _lastUpdated _maxresults', '', false, false);

/** The types that are served as the switches stand. */
export function enterpriseRulesBy({
  enterpriseClaims,
}: Pick<Switches, 'enterpriseClaims'>): readonly EnterpriseType[] {
  return enterpriseClaims === 'served' ? [...enterpriseRules, claims] : enterpriseRules;
}

export const enterpriseTypes: ReadonlyMap<string, EnterpriseType> = new Map(
  enterpriseRules.map((rule) => [rule.type, rule]),
);
