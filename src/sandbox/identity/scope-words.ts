/** The consent page's words: what each scope lets an app do, grouped as people think of a record. */

const groups = [
  'You and this visit',
  'Who the patient is',
  'Allergies, problems and medicines',
  'Results and documents',
  'Care',
  'The practice',
  'Everything else',
] as const;
export type ScopeGroup = (typeof groups)[number];

export interface ScopeWords {
  readonly scope: string;
  readonly group: ScopeGroup;
  readonly words: string;
}

const whole: Readonly<Record<string, string>> = {
  openid: 'Confirm that it is you',
  fhirUser: 'Your name and role in this system',
  profile: 'Your name',
  email: 'Your e-mail address',
  launch: 'The patient and the visit that are open in the EHR',
  'launch/patient': 'The person whose record you choose',
  'launch/encounter': 'The visit you choose',
  offline_access: 'Stay signed in while you are away',
  online_access: 'Stay signed in while you are here',
};

const types: Readonly<Record<string, readonly [ScopeGroup, string]>> = {
  '*': ['Everything else', 'The whole record'],
  Patient: ['Who the patient is', 'Name, birth date, address and identifiers'],
  RelatedPerson: ['Who the patient is', 'Family and contacts'],
  Coverage: ['Who the patient is', 'Insurance'],
  AllergyIntolerance: ['Allergies, problems and medicines', 'Allergies'],
  Condition: ['Allergies, problems and medicines', 'Problems and health concerns'],
  MedicationRequest: ['Allergies, problems and medicines', 'Prescribed medicines'],
  MedicationDispense: ['Allergies, problems and medicines', 'Medicines handed out'],
  MedicationAdministration: ['Allergies, problems and medicines', 'Medicines given'],
  MedicationStatement: ['Allergies, problems and medicines', 'Medicines as told by the patient'],
  Medication: ['Allergies, problems and medicines', 'Details of medicines'],
  Immunization: ['Allergies, problems and medicines', 'Vaccinations'],
  Observation: ['Results and documents', 'Results, vital signs and screenings'],
  DiagnosticReport: ['Results and documents', 'Reports of laboratory and imaging'],
  DocumentReference: ['Results and documents', 'Notes and documents'],
  Binary: ['Results and documents', 'Attached files'],
  Specimen: ['Results and documents', 'Specimens'],
  Encounter: ['Care', 'Visits'],
  Procedure: ['Care', 'Procedures'],
  CarePlan: ['Care', 'Care plans'],
  Goal: ['Care', 'Goals'],
  CareTeam: ['Care', 'Care team'],
  Device: ['Care', 'Implants and devices'],
  ServiceRequest: ['Care', 'Orders and referrals'],
  Location: ['The practice', 'Places'],
  Organization: ['The practice', 'Organizations'],
  Practitioner: ['The practice', 'Names of clinicians'],
  PractitionerRole: ['The practice', 'Roles of clinicians'],
  Provenance: ['Everything else', 'Who recorded what, and when'],
  ExplanationOfBenefit: ['Everything else', 'Claims'],
};

/** What one scope means to a reader. */
export function scopeWords(scope: string): ScopeWords {
  const own = whole[scope];
  if (own !== undefined) return { scope, group: 'You and this visit', words: own };
  const [, type = '', access = '', category] =
    /^(?:patient|user|system)\/([*\w]+)\.(\w+)(?:\?category=.*\|(.+))?$/.exec(scope) ?? [];
  const [group, words] = types[type] ?? (['Everything else', scope] as const);
  const narrowed = category === undefined ? words : `${words}: only ${category.replaceAll('-', ' ')}`;
  const part = access === 'r' ? ' (single records)' : access === 's' ? ' (search alone)' : '';
  return { scope, group, words: narrowed + part };
}

/** Scopes by group, in the page's order; empty groups left out. */
export function groupScopes(
  scopes: readonly string[],
): readonly { readonly group: ScopeGroup; readonly scopes: readonly ScopeWords[] }[] {
  const worded = scopes.map(scopeWords);
  return groups
    .map((group) => ({ group, scopes: worded.filter((each) => each.group === group) }))
    .filter(({ scopes: some }) => some.length > 0);
}
