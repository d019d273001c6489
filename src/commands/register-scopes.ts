/** Why the app asks for each scope, for the people who have to grant it. */

const contexts: Readonly<Record<string, string>> = {
  launch: 'to be told which patient’s chart is open in the EHR',
  'launch/patient': 'to let the person choose whose record is opened: their own or a dependent’s',
  'launch/encounter': 'to be told which visit is open in the EHR',
  openid: 'to check that the sign-in was made for this app',
  fhirUser: 'to show who is signed in',
  offline_access: 'to keep the open chart open when the short access token ends, without another sign-in',
  online_access: 'to keep the open chart open when the short access token ends, without another sign-in',
};

const types: Readonly<Record<string, string>> = {
  '*': 'to show the whole record of the open patient, in the sections of the chart',
  Patient: 'to show on every page whose chart it is',
  AllergyIntolerance: 'allergies, first of all what can hurt the patient',
  Binary: 'to open documents',
  CarePlan: 'assessment and plan of treatment',
  CareTeam: 'who cares for the patient',
  Condition: 'problems, diagnoses and health concerns',
  Coverage: 'insurance',
  Device: 'implanted devices',
  DiagnosticReport: 'laboratory, imaging and other reports',
  DocumentReference: 'clinical notes and documents',
  Encounter: 'visits',
  Goal: 'goals',
  Immunization: 'immunizations',
  Location: 'where a visit took place',
  Medication: 'names of medications that other records point to',
  MedicationAdministration: 'medications given',
  MedicationDispense: 'medications dispensed',
  MedicationRequest: 'medications prescribed',
  Observation: 'results, vital signs, smoking status and social history',
  Organization: 'names of organizations that other records point to',
  Practitioner: 'names of clinicians that other records point to',
  PractitionerRole: 'roles of clinicians that other records point to',
  Procedure: 'procedures',
  Provenance: 'who recorded what, and when',
  RelatedPerson: 'relatives and contacts',
  ServiceRequest: 'orders',
  Specimen: 'specimens of laboratory results',
};

/** The reason for a scope; undefined where nobody has written one. */
export function reasonFor(scope: string): string | undefined {
  const type = /^(?:patient|user)\/(\w+|\*)\./.exec(scope)?.[1];
  return type === undefined
    ? Object.hasOwn(contexts, scope)
      ? contexts[scope]
      : undefined
    : Object.hasOwn(types, type)
      ? types[type]
      : undefined;
}

/** What is wrong with asking for a scope: this app reads, and each scope needs a reason. */
export function faultOf(scope: string): string | undefined {
  const allowed = /^(?:patient|user|system)\/[\w*]+\.([a-z*]+)/.exec(scope)?.[1];
  if (scope.startsWith('system/')) return `${scope} is for servers that act without a person: take it out.`;
  if (allowed !== undefined && !/^(?:read|rs?|s)$/.test(allowed)) {
    return `${scope} asks for more than reading, and this app only reads: ask for .read instead.`;
  }
  return reasonFor(scope) === undefined
    ? `${scope} has no reason that could be given: add one to register-scopes.ts, or take it out.`
    : undefined;
}
