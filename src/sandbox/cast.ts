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
  /** Whole, or the part that is known (`1931-07`). */
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

/** An app as NextGen Enterprise knows it: registered for one FHIR base, always with a secret. */
export interface EnterpriseClient {
  readonly id: string;
  readonly name: string;
  /** Made up, as everything here. */
  readonly secret: string;
  /** The door that it opens: a token of one base is refused at another. */
  readonly door: 'patient-r4' | 'patient-dstu2' | 'ehr';
}

export interface Client {
  readonly id: string;
  readonly name: string;
  /** As a client's registration has it (`token_endpoint_auth_method`). */
  readonly authentication: 'none' | 'client_secret_basic' | 'client_secret_post' | 'private_key_jwt';
  /** Made up, as everything here. */
  readonly secret?: string;
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
    purpose: 'A whole chart without a chart number: thyroid, breast biopsy and clip, depression in remission',
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
  newborn: {
    id: '429200101',
    name: 'NGUYEN, BABYGIRL',
    birthDate: '2026-11-19',
    sex: 'female',
    chartNumber: undefined,
    encounter: '90412501',
    purpose: 'Four days old: birth time, weight in grams, bilirubin by age in hours, a screen still open',
  },
  child: {
    id: '429200118',
    name: 'ORTEGA, MAYA ISABEL',
    birthDate: '2023-06-08',
    sex: 'female',
    chartNumber: undefined,
    encounter: '90412518',
    purpose: 'Three years old: growth across percentiles, differential and provisional diagnoses',
  },
  ruth: {
    id: '429200203',
    name: 'ABERNATHY, RUTH ELEANOR',
    birthDate: '1936-04-21',
    sex: 'female',
    chartNumber: 'HF429200203',
    encounter: '90412603',
    purpose:
      'Ninety, with 25 medicines: duplicates, on hold, stopped, reported; pacemaker, advance directive',
  },
  walter: {
    id: '429200217',
    name: 'KOWALSKI, WALTER',
    birthDate: '1947-02-11',
    sex: 'male',
    chartNumber: 'HF429200217',
    encounter: '90412617',
    purpose: 'Died on 14 August 2026, aged 79',
  },
  chidi: {
    id: '429200226',
    name: 'OKONKWO, CHIDI EMEKA',
    birthDate: '1985-01-01',
    sex: 'male',
    chartNumber: undefined,
    encounter: '90412626',
    purpose:
      'Absence stated in codes: no known allergies, drugs, food, environment; no problems, no medicines',
  },
  jordan: {
    id: '429200234',
    name: 'DOE, JORDAN',
    birthDate: '1991-12-31',
    sex: 'unknown',
    chartNumber: undefined,
    encounter: '90412634',
    purpose: 'A nearly empty chart: nothing recorded, one visit',
  },
  sven: {
    id: '429200241',
    name: 'LINDQVIST, SVEN ERIK',
    birthDate: '1968-02-29',
    sex: 'male',
    chartNumber: undefined,
    encounter: '90412641',
    purpose: 'Conflicting allergies: none known beside active, refuted, unconfirmed and in error',
  },
  maximiliana: {
    id: '429200258',
    name: 'VON HOHENSTEIN-ROTHENBURG-WERTHEIMER AUF UND ZU ALTENSTEIG-NEUENBÜRG, MAXIMILIANA PHILIPPINE THEODORA-EUGENIE CUNIGUNDE ANASTASIA',
    birthDate: '1959-10-31',
    sex: 'female',
    chartNumber: undefined,
    encounter: '90412658',
    purpose: 'A name longer than any banner, with prefixes and suffixes',
  },
  fatima: {
    id: '429200265',
    name: 'AL-KHATIB, FATIMA',
    birthDate: '1964-07-04',
    sex: 'female',
    chartNumber: undefined,
    encounter: '90412665',
    purpose: 'Arabic name beside its Latin form; interpreter needed (coding)',
  },
  xiuying: {
    id: '429200272',
    name: '王, 秀英',
    birthDate: '1956-01-28',
    sex: 'female',
    chartNumber: undefined,
    encounter: '90412672',
    purpose: 'Chinese name, romanised, previous and preferred names',
  },
  guadalupe: {
    id: '429200289',
    name: 'RAMÍREZ ORTEGA, GUADALUPE',
    birthDate: '1994-12-12',
    sex: 'female',
    chartNumber: undefined,
    encounter: '90412689',
    purpose: 'Spanish, interpreter required (flag); pregnant',
  },
  jean: {
    id: '429200296',
    name: 'PELLETIER, JEAN',
    birthDate: '1931-07',
    sex: 'male',
    chartNumber: undefined,
    encounter: undefined,
    purpose: 'Died, date unknown; partial dates, ages, ranges and words for dates',
  },
  marta: {
    id: '429200303',
    name: 'KOVALENKO, MARTA',
    birthDate: '1971-11-05',
    sex: 'female',
    chartNumber: undefined,
    encounter: '90412703',
    purpose:
      'Entered in error, refuted, not done, unknown words, unknown modifiers, references that lead nowhere',
  },
  siobhan: {
    id: '429200310',
    name: 'BRENNAN, SIOBHAN AOIFE',
    birthDate: '1979-08-15',
    sex: 'female',
    chartNumber: undefined,
    encounter: '90412710',
    purpose: 'Microbiology: organisms with susceptibilities, results in words',
  },
  kenji: {
    id: '429200327',
    name: 'TAKAHASHI, KENJI',
    birthDate: '1960-04-30',
    sex: 'male',
    chartNumber: undefined,
    encounter: '90412727',
    purpose: 'Every shape of value, range and time',
  },
  sam: {
    id: '429200334',
    name: 'BEGAYE, SAMANTHA ROSE',
    birthDate: '1999-06-21',
    sex: 'other',
    chartNumber: undefined,
    encounter: '90412734',
    purpose: 'Tribal affiliation, gender identity, pronouns, sex apart from gender',
  },
  marguerite: {
    id: '429200341',
    name: 'DELACROIX, MARGUERITE',
    birthDate: '1953-03-03',
    sex: 'female',
    chartNumber: 'HF429200341',
    encounter: '90412741',
    purpose: 'The heavy chart: 3,000 results in ten years of dialysis',
  },
  hostile: {
    id: '429200358',
    name: 'TESTPATIENT <script>globalThis.chartsideOwned = true</script>, HOSTILE "><b>BOLD</b>',
    birthDate: '2000-01-01',
    sex: 'other',
    chartNumber: undefined,
    encounter: '90412758',
    purpose: 'A test patient whose every text tries to break the page',
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
  {
    username: 'guadalupe.ramirez',
    password: 'made-up-patient-3',
    name: 'Guadalupe Ramírez Ortega',
    fhirUser: 'Patient/429200289',
    main: '429200289',
    dependents: ['429200118'],
  },
] as const satisfies readonly PatientLogin[];

export const clients = [
  { id: 'chartside-sandbox', name: 'Chartside', authentication: 'none' },
  {
    id: 'chartside-sandbox-basic',
    name: 'Chartside',
    authentication: 'client_secret_basic',
    secret: 'made-up-client-secret-1',
  },
  {
    id: 'chartside-sandbox-post',
    name: 'Chartside',
    authentication: 'client_secret_post',
    secret: 'made-up-client-secret-2',
  },
  { id: 'chartside-sandbox-jwt', name: 'Chartside', authentication: 'private_key_jwt' },
] as const satisfies readonly Client[];

/** Where each sign-in server sends people back to, on the app's origin: one for each, so that none is taken for another. */
export const callbackPaths = {
  realm: '/callback/sandbox',
  /** The realm too, for an app that asks it for its addresses: nothing says that it is the one that is pinned elsewhere. */
  discovered: '/callback/sandbox-discovered',
  enterprise: '/callback/sandbox-enterprise',
  enterpriseEhr: '/callback/sandbox-enterprise-ehr',
} as const;

/** NextGen Enterprise's authorization servers: the patients' know the first two, the EHR's the third. */
export const enterpriseClients = [
  {
    id: 'chartside-sandbox-enterprise',
    name: 'Chartside',
    secret: 'made-up-client-secret-3',
    door: 'patient-r4',
  },
  {
    id: 'chartside-sandbox-enterprise-dstu2',
    name: 'Chartside',
    secret: 'made-up-client-secret-4',
    door: 'patient-dstu2',
  },
  {
    id: 'chartside-sandbox-enterprise-ehr',
    name: 'Chartside',
    secret: 'made-up-client-secret-5',
    door: 'ehr',
  },
] as const satisfies readonly EnterpriseClient[];
