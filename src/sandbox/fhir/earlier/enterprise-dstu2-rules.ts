import { FhirError } from '#sandbox/fhir/fhir-error.ts';
import { own } from '#sandbox/fhir/resource.ts';
import type { TokenCheck } from '#sandbox/token-check.ts';

/** The types of Argonaut's DSTU2 guide, and what their records refer to. */
export const enterpriseDstu2Types: readonly string[] = [
  'AllergyIntolerance',
  'CarePlan',
  'Condition',
  'Device',
  'DiagnosticReport',
  'DocumentReference',
  'Goal',
  'Immunization',
  'Location',
  'Medication',
  'MedicationOrder',
  'MedicationStatement',
  'Observation',
  'Organization',
  'Patient',
  'Practitioner',
  'Procedure',
];

/**
 * What NextGen Enterprise was recorded to refuse at R4, taken over. Throws 400 for observations without a category or a
 * code, 404 for care plans without one of Argonaut's categories.
 */
export function checkEnterpriseDstu2(type: string, query: URLSearchParams): void {
  if (type === 'Observation' && !query.has('category') && !query.has('code'))
    throw new FhirError(400, "Search for observation resource must have 'code' or 'category'.");
  if (type === 'CarePlan' && !/(?:^|\|)(?:assess-plan|careteam)$/.test(query.get('category') ?? ''))
    throw new FhirError(404, 'Valid care plan category not present in search.');
}

/** What a patient approves is named by R4's types: the same by DSTU2's, whose care teams are care plans. */
const scopesFor: Readonly<Record<string, readonly string[]>> = {
  'patient/CarePlan.read': ['patient/CarePlan.rs?category=assess-plan'],
  'patient/CareTeam.read': ['patient/CarePlan.rs?category=careteam'],
  'patient/MedicationRequest.read': ['patient/MedicationOrder.read', 'patient/Medication.read'],
};

/** A check of tokens whose scopes are those of the types that this base has. */
export function forDstu2(check: TokenCheck): TokenCheck {
  return async (token) => {
    const info = await check(token);
    return info && { ...info, scopes: info.scopes.flatMap((scope) => own(scopesFor, scope) ?? [scope]) };
  };
}

/** Nobody publishes what NextGen Enterprise's DSTU2 server answers. What this look-alike takes for granted: */
export const enterpriseDstu2Assumptions: readonly string[] = [
  'The base speaks FHIR DSTU2 (1.0.2): its statement is a Conformance, and it answers in application/json+fhir whatever is accepted.',
  'Its types are those of Argonaut’s DSTU2 guide; any other type is answered with 404: visits, orders, dispenses, coverage, related people and Provenance are not there.',
  'Observations without a category or a code are refused with 400 and care plans without a category with 404, as recorded of R4.',
  'A care team is a care plan of Argonaut’s category “careteam”.',
  'Race, ethnicity and birth sex stand in Argonaut’s extensions.',
  'What a patient says they take is a MedicationStatement.',
  'Care plans, care teams, goals and visits that were entered in error are not sent: DSTU2 has no status that says so.',
  'A search is answered whole, unless the switch for pages says otherwise.',
  'It has an authorization of its own: a token for R4 is refused with 401.',
  'Ids are those of R4, but for care teams.',
  'Documents come as data inside the record.',
];
