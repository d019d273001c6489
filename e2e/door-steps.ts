/** The doors of this app: one for each system that NextGen publishes, each with its own way in. */
import type { Page } from '@playwright/test';
import { people, type Person } from '#sandbox/cast.ts';
import type { Running } from '#commands/start.ts';
import {
  choosePerson,
  clickApp,
  david,
  enterEhr,
  expectChartOf,
  openEhrChart,
  provider,
  share,
  signIn,
  spoken,
} from './steps.ts';

type Sandbox = Running['sandbox'];

/** Who opens a record, and what they do not share. */
interface Visit {
  readonly page: Page;
  readonly sandbox: Sandbox;
  readonly appUrl: string;
  readonly person: Person;
  /** Labels of the consent page that are left out. */
  readonly without: readonly RegExp[];
}

/** What the stories leave out. */
export type Subject =
  | 'allergies'
  | 'problems'
  | 'medications'
  | 'results'
  | 'immunizations'
  | 'documents'
  | 'visits';
/** Subjects as a consent page calls them. */
export type Labels = Readonly<Record<Subject, RegExp>>;

/** One scope a line; medicines that were handed out have a line of their own. */
export const scopeLabels: Labels = {
  allergies: /^Allergies/,
  problems: /^Problems and health concerns/,
  medications: /^Prescribed medicines/,
  results: /^Results, vital signs/,
  immunizations: /^Vaccinations/,
  documents: /^Notes and documents/,
  visits: /^Visits/,
};
/** One category a line, which holds what belongs to it: all medicines, and the specimens with the results. */
const categoryLabels: Labels = {
  allergies: /^Allergies/,
  problems: /^Problems and health concerns/,
  medications: /^Medications/,
  results: /^Lab results, vital signs/,
  immunizations: /^Immunizations/,
  documents: /^Documents and notes/,
  visits: /^Visits/,
};

export interface Door {
  readonly name: string;
  /** The system as the app calls it. */
  readonly label: string;
  readonly version: 'R4' | 'STU3' | 'DSTU2';
  /** FHIR base, below the FHIR server's origin. */
  readonly base: string;
  /** Path of the token endpoint, whose POSTs renew. */
  readonly token: string;
  /** Undefined where the consent page, if there is one, offers no choice by subject. */
  readonly labels: Labels | undefined;
  /** Signs in and consents; resolves with the tab in which the chart is open. */
  enter(visit: Visit): Promise<Page>;
}

/** From the app's own address to the sign-in page of one of its cards. */
async function chooseCard({ page, appUrl }: Visit, label: string): Promise<void> {
  await page.goto(`${appUrl}/`);
  await page.getByRole('button', { name: `Sign in with ${label}`, exact: true }).click();
}

async function enterOffice(visit: Visit, label: string): Promise<Page> {
  const { page, person, without } = visit;
  await chooseCard(visit, label);
  await signIn(page, david);
  await choosePerson(page, person);
  await share(page, ...without);
  await expectChartOf(page, person);
  return page;
}

/** At Enterprise a patient signs in, approves categories, and says whether to stay signed in. */
export async function signInAtEnterprise(page: Page, ...without: readonly RegExp[]): Promise<void> {
  await signIn(page, david);
  await share(page, ...without);
  await page.getByRole('button', { name: 'No', exact: true }).click();
}

async function enterEnterprise(visit: Visit, label: string): Promise<Page> {
  const { page, person, without } = visit;
  await chooseCard(visit, label);
  await signInAtEnterprise(page, ...without);
  // Nobody is named by the token: the app asks whose record. Patients' own lists have the given name first.
  await page.getByRole('heading', { name: 'Whose record do you want to open?' }).waitFor();
  const [family = '', given = ''] = person.name.split(', ');
  await page.getByRole('button', { name: spoken(`${given} ${family}`) }).click();
  await expectChartOf(page, person);
  return page;
}

const realm = '/openid-connect/token';

export const doors: readonly Door[] = [
  {
    name: 'NextGen Office, from the EHR',
    label: 'NextGen Office (sandbox)',
    version: 'R4',
    base: '/api/fhir/r4',
    token: realm,
    labels: undefined,
    async enter({ page, sandbox, person, without }) {
      await enterEhr(page, sandbox);
      await openEhrChart(page, person);
      const app = await clickApp(page);
      await signIn(app, provider);
      await share(app, ...without);
      await expectChartOf(app, person);
      return app;
    },
  },
  {
    name: 'NextGen Office patient access, R4',
    label: 'YourHealthFile (sandbox)',
    version: 'R4',
    base: '/api/fhir/r4',
    token: realm,
    labels: scopeLabels,
    enter: (visit) => enterOffice(visit, 'YourHealthFile (sandbox)'),
  },
  {
    name: 'NextGen Office patient access, R3',
    label: 'YourHealthFile R3 (sandbox)',
    version: 'STU3',
    base: '/api/fhir',
    token: realm,
    // One scope for all types.
    labels: undefined,
    enter: (visit) => enterOffice(visit, 'YourHealthFile R3 (sandbox)'),
  },
  {
    name: 'NextGen Enterprise patient access, R4',
    label: 'NextGen Enterprise (sandbox)',
    version: 'R4',
    base: '/nge/prod/fhir-api-r4/fhir/r4',
    token: '/patient-oauth/token',
    labels: categoryLabels,
    enter: (visit) => enterEnterprise(visit, 'NextGen Enterprise (sandbox)'),
  },
  {
    name: 'NextGen Enterprise patient access, DSTU2',
    label: 'NextGen Enterprise DSTU2 (sandbox)',
    version: 'DSTU2',
    base: '/nge/prod/fhir-api/fhir/dstu2',
    token: '/patient-oauth/token',
    labels: categoryLabels,
    enter: (visit) => enterEnterprise(visit, 'NextGen Enterprise DSTU2 (sandbox)'),
  },
  {
    name: 'NextGen Enterprise, from its EHR',
    label: 'NextGen Enterprise EHR (sandbox)',
    version: 'R4',
    base: '/nge/prod/nge-api/fhir/r4',
    token: '/nge-oauth/token',
    labels: undefined,
    async enter({ page, sandbox, person }) {
      await enterEhr(page, sandbox);
      await openEhrChart(page, person);
      const opens = page.context().waitForEvent('page');
      await page.getByRole('button', { name: 'Launch as NextGen Enterprise' }).click();
      const app = await opens;
      await signIn(app, provider);
      await expectChartOf(app, person);
      return app;
    },
  },
];

/** Opens a record through a door, as the patient or the clinician that it is for. */
export function enterDoor(
  door: Door,
  at: Pick<Visit, 'page' | 'sandbox' | 'appUrl'>,
  person: Person = people.david,
  ...without: readonly RegExp[]
): Promise<Page> {
  return door.enter({ ...at, person, without });
}
