import { FhirError } from './fhir-error.ts';
import type { SearchMethod, TypeRules } from './rules.ts';

const method = (required: string, optional = ''): SearchMethod => ({
  required: required.split(' ').filter(Boolean),
  optional: optional.split(' ').filter(Boolean),
});

function searched(
  type: string,
  searches: readonly SearchMethod[],
  profiles: string,
  provenance = true,
): TypeRules {
  return { type, searches, provenance, profiles: profiles.split(' ').filter(Boolean) };
}

const readOnly = (type: string, profiles = ''): TypeRules => searched(type, [], profiles, false);

/** The 26 types of NextGen Office R4: its searches as its statement and its OpenAPI file have them. */
export const officeRules: readonly TypeRules[] = [
  searched('AllergyIntolerance', [method('patient', 'date')], 'allergyintolerance'),
  searched('CarePlan', [method('category patient', 'date')], 'careplan'),
  searched('CareTeam', [method('_id'), method('patient', 'status')], 'careteam'),
  searched(
    'Condition',
    [method('patient', 'category date')],
    'condition-encounter-diagnosis condition-problems-health-concerns',
  ),
  searched('Coverage', [method('patient')], 'coverage'),
  searched('Device', [method('patient', 'date')], 'implantable-device'),
  searched(
    'DiagnosticReport',
    [method('patient', 'category code date')],
    'diagnosticreport-lab diagnosticreport-note',
  ),
  searched('DocumentReference', [method('', '_id category date patient status type')], 'documentreference'),
  searched('Encounter', [method('patient', 'date'), method('_id')], 'encounter'),
  searched('Goal', [method('patient', 'date')], 'goal'),
  searched('Immunization', [method('patient', 'date')], 'immunization'),
  readOnly('Location'),
  searched(
    'MedicationAdministration',
    [method('patient', 'status')],
    'http://hl7.org/fhir/StructureDefinition/MedicationAdministration',
  ),
  searched('MedicationDispense', [method('patient', 'status')], 'medicationdispense'),
  searched('MedicationRequest', [method('patient', 'date intent status')], 'medicationrequest'),
  searched(
    'Observation',
    [method('patient', 'category code date')],
    'observation-lab blood-pressure bmi head-circumference body-height body-weight body-temperature heart-rate ' +
      'http://hl7.org/fhir/us/core/StructureDefinition/pediatric-bmi-for-age ' +
      'http://hl7.org/fhir/us/core/StructureDefinition/head-occipital-frontal-circumference-percentile ' +
      'http://hl7.org/fhir/us/core/StructureDefinition/pediatric-weight-for-height ' +
      'pulse-oximetry respiratory-rate smokingstatus observation-clinical-result observation-occupation ' +
      'observation-pregnancyintent observation-pregnancystatus observation-screening-assessment',
  ),
  readOnly('OperationDefinition'),
  searched('Organization', [method('', 'address name')], 'organization', false),
  searched('Patient', [method('', '_id birthdate gender identifier name')], 'patient'),
  readOnly('Practitioner', 'practitioner'),
  searched('PractitionerRole', [method('practitioner')], '', false),
  searched('Procedure', [method('patient', 'date')], 'procedure'),
  readOnly('Provenance', 'provenance'),
  searched('RelatedPerson', [method('patient')], 'relatedperson', false),
  searched('ServiceRequest', [method('patient', 'authored category code'), method('_id')], 'servicerequest'),
  searched('Specimen', [method('_id'), method('patient')], 'specimen', false),
];

/**
 * What the OpenAPI file adds in words to what the software checks. How NextGen's own code answers is not known;
 * a 400 is assumed, so that no caller takes an unsupported search for an empty record.
 */
export function checkOfficeSearch(type: string, values: ReadonlyMap<string, string>): void {
  if (type === 'DocumentReference') {
    if (!values.has('patient'))
      throw new FhirError(400, 'The patient parameter is required to search DocumentReference.');
    if (codeOf(values.get('category'), 'clinical-note') !== 'clinical-note')
      throw new FhirError(400, 'Only the clinical-note category is supported.');
  }
  if (type === 'Observation' && codeOf(values.get('code'), '72166-2') !== '72166-2')
    throw new FhirError(400, 'The only supported code at this time is 72166-2.');
}

function codeOf(value: string | undefined, absent: string): string {
  return value === undefined ? absent : value.slice(value.lastIndexOf('|') + 1);
}
