import type { SearchMethod, TypeRules } from '#sandbox/fhir/rules.ts';

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

/** Nobody publishes what NextGen Office's R3 server answers. What this look-alike takes for granted: */
export const officeR3Assumptions: readonly string[] = [
  'The base speaks FHIR STU3 (3.0.2) and is the same HAPI FHIR server as the R4 one, so refusals, headers and Bundles are alike.',
  'Its types and searches are those of R4 by STU3’s own names: ProcedureRequest and ReferralRequest for orders, “beneficiary” for Coverage.',
  'What a patient says they take is a MedicationStatement, because a MedicationRequest of STU3 cannot say “reported”.',
  'A parameter that is not listed is refused with 400, as at R4.',
  'The audience (aud) of a sign-in is the base without a slash at the end.',
  'A token that was asked for with one base as its audience is refused with 401 at the other.',
  'Both bases share one limit of 20 requests a minute for each address.',
  'Ids are the same as at R4, and so are the prefixes of visits, problems and results.',
  'Documents come as data inside the record, and C-CDA documents from the same address as for R4.',
];
