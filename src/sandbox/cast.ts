/**
 * The sandbox's cast: who can be opened, who can sign in, which apps are registered. Everyone is made up; the three
 * people named in NextGen's guides (David, Anna, Alex Smith) have the ids the guides give and a history of our own.
 * Their records stand in `people/`; a test holds the two together.
 */

export interface Person {
  /** Logical id: `Patient/<id>`. */
  readonly id: string;
  /** As NextGen Office writes it: upper case, family first. */
  readonly name: string;
  readonly birthDate: string;
  /** `Patient.gender`. */
  readonly sex: 'male' | 'female' | 'other' | 'unknown';
  /** The number people read out, where one of the identifiers carries it. */
  readonly chartNumber: string | undefined;
  /** The encounter an EHR launch may name, as the token response spells it (without `PT-`). */
  readonly encounter: string | undefined;
  /** What this person is here to show. */
  readonly purpose: string;
}

export interface Login {
  readonly username: string;
  readonly password: string;
  readonly name: string;
  /** Relative reference, as an id_token's `fhirUser` ends. */
  readonly fhirUser: string;
}

/** A patient or family member signing in to the portal. */
export interface PatientLogin extends Login {
  /** The account's own record ("Master patient"). */
  readonly main: string;
  /** Records of others that the account may open. */
  readonly dependents: readonly string[];
}

export interface Client {
  readonly id: string;
  readonly name: string;
  readonly authentication: 'none';
}

/** The day on which everything in the cast has just happened. */
export const castToday = '2026-11-23';

/** The practice, as token responses (`practice_id`) and identifiers (`assigner`) name it. */
export const practice = { id: '1673497', name: 'TESTFHIRAPI Family Medicine' } as const;

export const people = {
  david: {
    id: '428946492',
    name: 'SMITH, DAVID',
    birthDate: '1974-03-14',
    sex: 'male',
    chartNumber: 'HF428946492',
    encounter: '90412211',
    purpose: 'The whole chart: kidney disease, a critical potassium two days ago, five years of results',
  },
  anna: {
    id: '428946523',
    name: 'SMITH, ANNA',
    birthDate: '1976-09-02',
    sex: 'female',
    chartNumber: undefined,
    encounter: '90412340',
    purpose:
      'A whole chart without a chart number: thyroid, breast biopsy, depression screening, no allergies known',
  },
  alex: {
    id: '429119572',
    name: 'SMITH, ALEX',
    birthDate: '2012-05-30',
    sex: 'male',
    chartNumber: undefined,
    encounter: '90412388',
    purpose: 'A whole chart of a teenager: asthma, food allergies, growth, school vaccinations',
  },
} as const satisfies Record<string, Person>;

export const providers = [
  {
    username: 'provider.testing',
    password: 'made-up-provider-1',
    name: 'Provider Testing, MD',
    fhirUser: 'Practitioner/1000851',
  },
  {
    username: 'nurse.example',
    password: 'made-up-nurse-1',
    name: 'Nora Example, RN',
    fhirUser: 'Practitioner/1000862',
  },
] as const satisfies readonly Login[];

export const patientLogins = [
  {
    username: 'david.smith',
    password: 'made-up-patient-1',
    name: 'David Smith',
    fhirUser: 'Patient/428946492',
    main: '428946492',
    dependents: ['429119572'],
  },
  {
    username: 'anna.smith',
    password: 'made-up-patient-2',
    name: 'Anna Smith',
    fhirUser: 'Patient/428946523',
    main: '428946523',
    dependents: [],
  },
] as const satisfies readonly PatientLogin[];

export const clients = [
  { id: 'chartside-sandbox', name: 'Chartside', authentication: 'none' },
] as const satisfies readonly Client[];
