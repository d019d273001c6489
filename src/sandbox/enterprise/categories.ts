/**
 * The categories of records that Enterprise's consent page lets a patient approve or deny. That there are categories
 * is known; their names and which types each one covers are assumed: every type of the statement stands in one, and
 * claims, which are served by a switch alone, with the insurance.
 */
const words = {
  demographics: ['Your details', 'Patient RelatedPerson'],
  allergies: ['Allergies', 'AllergyIntolerance'],
  'care-plans': ['Care plans', 'CarePlan'],
  'care-team': ['Care team', 'CareTeam'],
  conditions: ['Problems and health concerns', 'Condition'],
  coverage: ['Insurance', 'Coverage ExplanationOfBenefit'],
  devices: ['Implants and devices', 'Device'],
  reports: ['Test reports', 'DiagnosticReport'],
  documents: ['Documents and notes', 'DocumentReference'],
  visits: ['Visits', 'Encounter'],
  goals: ['Goals', 'Goal'],
  immunizations: ['Immunizations', 'Immunization'],
  medications: ['Medications', 'MedicationRequest MedicationStatement MedicationDispense'],
  observations: ['Lab results, vital signs and social history', 'Observation Specimen'],
  procedures: ['Procedures', 'Procedure'],
  orders: ['Orders and referrals', 'ServiceRequest'],
  questionnaires: ['Questionnaires you filled in', 'Questionnaire QuestionnaireResponse'],
  practice: ['Your practice and clinicians', 'Organization Practitioner PractitionerRole Location Endpoint'],
  provenance: ['Who recorded what, and when', 'Provenance'],
} as const;

export type CategoryId = keyof typeof words;

export interface Category {
  readonly id: CategoryId;
  /** As the patient reads it. */
  readonly title: string;
  readonly types: readonly string[];
}

export const categories: readonly Category[] = (
  Object.entries(words) as [CategoryId, readonly [string, string]][]
).map(([id, [title, types]]) => ({ id, title, types: types.split(' ') }));

/** `patient/Type.read` for every type of the approved categories. */
export function scopesOfCategories(approved: readonly CategoryId[]): readonly string[] {
  return categories
    .filter(({ id }) => approved.includes(id))
    .flatMap(({ types }) => types.map((type) => `patient/${type}.read`));
}
