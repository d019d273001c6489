import type { EnterpriseSwitches } from './enterprise-switches.ts';

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

/** One line of the consent page. */
export interface OfferedCategory {
  readonly id: string;
  readonly title: string;
  readonly categories: readonly Category[];
}

/** The same in a few lines: every category stands in one of them. */
const broad: readonly (readonly [id: string, title: string, of: string])[] = [
  ['about-you', 'About you and your practice', 'demographics coverage practice'],
  [
    'health',
    'Your health record',
    'allergies care-plans care-team conditions devices visits goals immunizations medications procedures orders provenance',
  ],
  ['results', 'Your results', 'reports observations'],
  ['papers', 'Documents and questionnaires', 'documents questionnaires'],
];

/** What an app is registered for by itself, where a server goes by that. */
export function isRegistered({ id }: Category): boolean {
  return id !== 'practice' && id !== 'questionnaires' && id !== 'provenance';
}

/** The lines of the consent page for what may be shared, as the switches have them. */
export function offeredLines(
  shareable: readonly Category[],
  { enterpriseCategoryTypes, enterpriseCategoryTitles }: EnterpriseSwitches,
): readonly OfferedCategory[] {
  const lines: readonly OfferedCategory[] =
    enterpriseCategoryTypes === 'subjects'
      ? shareable.map((each) => ({ id: each.id, title: each.title, categories: [each] }))
      : broad
          .map(([id, title, of]) => ({
            id,
            title,
            categories: shareable.filter((each) => of.split(' ').includes(each.id)),
          }))
          .filter((line) => line.categories.length > 0);
  if (enterpriseCategoryTitles === 'everyday') return lines;
  return lines.map((line) => ({ ...line, title: line.categories.flatMap(({ types }) => types).join(', ') }));
}

/** `patient/Type.read` for every type of the approved categories. */
export function scopesOfCategories(approved: readonly CategoryId[]): readonly string[] {
  return categories
    .filter(({ id }) => approved.includes(id))
    .flatMap(({ types }) => types.map((type) => `patient/${type}.read`));
}
