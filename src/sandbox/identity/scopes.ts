/**
 * Every scope the realm knows: what NextGen Office's discovery document lists (415, July 2026), built from its
 * pattern. Anything else, another letter case included, refuses the whole request.
 */
const plain = [
  'openid',
  'fhirUser',
  'launch',
  'launch/patient',
  'launch/encounter',
  'offline_access',
  'online_access',
  'profile',
  'email',
  'address',
  'phone',
  'roles',
  'web-origins',
  'microprofile-jwt',
];

const contexts = ['patient', 'user', 'system'] as const;
const all = ['r', 's', 'rs', 'read'] as const;

const searchable = [
  '*',
  'AllergyIntolerance',
  'CarePlan',
  'CareTeam',
  'Condition',
  'Coverage',
  'Device',
  'DiagnosticReport',
  'DocumentReference',
  'Encounter',
  'Goal',
  'Immunization',
  'MedicationAdministration',
  'MedicationDispense',
  'MedicationRequest',
  'Observation',
  'Patient',
  'Procedure',
  'RelatedPerson',
  'ServiceRequest',
  'Specimen',
];
/** Read by id alone, for patients and users. */
const directory = ['Location', 'Organization', 'Practitioner', 'PractitionerRole'];

const usCore = 'http://hl7.org/fhir/us/core/CodeSystem';
const terminology = 'http://terminology.hl7.org/CodeSystem';
const categories: Readonly<Record<string, readonly string[]>> = {
  Condition: [
    `${terminology}/condition-category|problem-list-item`,
    `${terminology}/condition-category|encounter-diagnosis`,
    `${usCore}/condition-category|health-concern`,
  ],
  Observation: [
    ...[
      'vital-signs',
      'laboratory',
      'social-history',
      'survey',
      'imaging',
      'exam',
      'procedure',
      'activity',
      'therapy',
    ].map((code) => `${terminology}/observation-category|${code}`),
    ...['sdoh', 'functional-status', 'disability-status', 'cognitive-status'].map(
      (code) => `${usCore}/us-core-category|${code}`,
    ),
  ],
};

function allScopes(): readonly string[] {
  const found = [...plain];
  for (const context of contexts) {
    for (const type of searchable) for (const access of all) found.push(`${context}/${type}.${access}`);
    for (const type of directory)
      for (const access of context === 'system' ? all : (['r', 'rs', 'read'] as const))
        found.push(`${context}/${type}.${access}`);
    if (context === 'system') continue;
    for (const [type, values] of Object.entries(categories))
      for (const value of values)
        for (const access of ['r', 's', 'rs']) found.push(`${context}/${type}.${access}?category=${value}`);
    for (const type of ['Medication', 'Provenance'])
      found.push(`${context}/${type}.read`, `${context}/${type}.rs`);
  }
  for (const type of ['Binary', 'ExplanationOfBenefit', 'MedicationStatement'])
    found.push(`patient/${type}.read`);
  found.push('system/Medication.read', 'system/Provenance.rs');
  return found;
}

export const scopesSupported: readonly string[] = allScopes();
const known = new Set(scopesSupported);

/** Whether every scope of a space-separated list is one the realm knows. Case counts, as in Keycloak. */
export function knowsScopes(scope: string): boolean {
  return scope.split(' ').every((each) => known.has(each));
}

/** Scopes that the consent page does not let anyone deselect: without them there is nothing to open. */
export const requiredScopes: ReadonlySet<string> = new Set(['openid', 'launch', 'launch/patient']);

/** The scopes of an authorization request, each once. */
export function scopesOf(params: Readonly<Record<string, unknown>>): readonly string[] {
  return typeof params['scope'] === 'string' ? [...new Set(params['scope'].split(' '))] : [];
}
