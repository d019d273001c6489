import { FhirError } from '#sandbox/fhir/fhir-error.ts';
import { own } from '#sandbox/fhir/resource.ts';
import type { TokenCheck } from '#sandbox/token-check.ts';
import type { EarlierSwitches } from './earlier-switches.ts';

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
export function checkEnterpriseDstu2(
  type: string,
  query: URLSearchParams,
  { dstu2Categories, dstu2CareTeam }: EarlierSwitches,
): void {
  if (dstu2Categories === 'optional') return;
  if (type === 'Observation' && !query.has('category') && !query.has('code'))
    throw new FhirError(400, "Search for observation resource must have 'code' or 'category'.");
  const categories =
    dstu2CareTeam === 'absent' ? /(?:^|\|)assess-plan$/ : /(?:^|\|)(?:assess-plan|careteam)$/;
  if (type === 'CarePlan' && !categories.test(query.get('category') ?? ''))
    throw new FhirError(404, 'Valid care plan category not present in search.');
}

/** What a patient approves is named by R4's types: the same by DSTU2's, whose care teams are care plans. */
const scopesFor: Readonly<Record<string, readonly string[]>> = {
  'patient/CarePlan.read': ['patient/CarePlan.rs?category=assess-plan'],
  'patient/CareTeam.read': ['patient/CarePlan.rs?category=careteam'],
  'patient/MedicationRequest.read': ['patient/MedicationOrder.read', 'patient/Medication.read'],
  'patient/ServiceRequest.read': [
    'patient/DiagnosticOrder.read',
    'patient/ProcedureRequest.read',
    'patient/ReferralRequest.read',
  ],
};

/** A check of tokens whose scopes are those of the types that this base has. */
export function forDstu2(check: TokenCheck): TokenCheck {
  return async (token) => {
    const info = await check(token);
    return info && { ...info, scopes: info.scopes.flatMap((scope) => own(scopesFor, scope) ?? [scope]) };
  };
}
