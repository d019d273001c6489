import type { SearchMethod, TypeRules } from '#sandbox/fhir/rules.ts';
import type { EarlierSwitches } from './earlier-switches.ts';

/** Where NextGen Office's R3 server stands. The base of its R4 lies below it. */
export const officeR3Path = '/api/fhir';

const method = (required: string, optional = ''): SearchMethod => ({
  required: required.split(' ').filter(Boolean),
  optional: optional.split(' ').filter(Boolean),
});

function searched(type: string, searches: readonly SearchMethod[], provenance = true): TypeRules {
  return { type, searches, provenance, profiles: [] };
}

const readOnly = (type: string): TypeRules => searched(type, [], false);

/** The types and searches assumed of NextGen Office R3: those of its R4, by STU3's names for them. */
export const officeR3Rules: readonly TypeRules[] = [
  searched('AllergyIntolerance', [method('patient', 'date')]),
  searched('CarePlan', [method('category patient', 'date')]),
  searched('CareTeam', [method('_id'), method('patient', 'status')]),
  searched('Condition', [method('patient', 'category asserted-date')]),
  // `beneficiary` is STU3's name for the parameter.
  searched('Coverage', [method('beneficiary')]),
  searched('Device', [method('patient')]),
  searched('DiagnosticReport', [method('patient', 'category code date')]),
  searched('DocumentReference', [method('patient', 'class indexed status type'), method('_id')]),
  searched('Encounter', [method('patient', 'date'), method('_id')]),
  searched('Goal', [method('patient', 'start-date status')]),
  searched('Immunization', [method('patient', 'date')]),
  readOnly('Location'),
  searched('MedicationAdministration', [method('patient', 'status')]),
  searched('MedicationDispense', [method('patient', 'status')]),
  searched('MedicationRequest', [method('patient', 'authoredon intent status')]),
  searched('MedicationStatement', [method('patient', 'status')], false),
  searched('Observation', [method('patient', 'category code date')]),
  readOnly('OperationDefinition'),
  searched('Organization', [method('', 'address name')], false),
  searched('Patient', [method('', '_id birthdate gender identifier name')]),
  readOnly('Practitioner'),
  searched('PractitionerRole', [method('practitioner')], false),
  searched('Procedure', [method('patient', 'date')]),
  searched('ProcedureRequest', [method('patient', 'authored code'), method('_id')]),
  readOnly('Provenance'),
  searched('ReferralRequest', [method('patient', 'authored-on type'), method('_id')], false),
  searched('RelatedPerson', [method('patient')], false),
  searched('Specimen', [method('_id'), method('patient')], false),
];

/** The same where some of it turns out otherwise. */
export function officeR3RulesWith({
  officeR3Orders,
  officeR3Coverage,
  officeR3Statements,
}: EarlierSwitches): readonly TypeRules[] {
  const without = [
    ...(officeR3Orders === 'served' ? [] : ['ProcedureRequest', 'ReferralRequest']),
    ...(officeR3Statements === 'served' ? [] : ['MedicationStatement']),
  ];
  return officeR3Rules
    .filter(({ type }) => !without.includes(type))
    .map((rules) => (rules.type === 'Coverage' ? { ...rules, searches: [method(officeR3Coverage)] } : rules));
}
