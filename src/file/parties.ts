/** Who and what records of care point at, of nobody in particular. */
export const parties: ReadonlySet<string> = new Set([
  'Practitioner',
  'PractitionerRole',
  'Organization',
  'Location',
  'HealthcareService',
  'Medication',
  'Substance',
  'Endpoint',
  'Binary',
  'Questionnaire',
  'Library',
  'PlanDefinition',
  'ActivityDefinition',
  'InsurancePlan',
  'OrganizationAffiliation',
]);
