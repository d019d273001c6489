/** What nobody publishes of NextGen Enterprise R4 and of its EHR's launch: whichever way it turns out, the chart is the same, or says why not. */
import type { Page } from '@playwright/test';
import type { Running } from '#commands/start.ts';
import { people } from '#sandbox/cast.ts';
import { expectGood } from './axe.ts';
import { eachSection, goTo, mainOf, navOf, recordOf, rowsOf } from './chart-steps.ts';
import { doors, enterDoor, signInAtEnterprise, type Door } from './door-steps.ts';
import { expectFailure } from './failure-page.ts';
import { expect, test } from './fixtures.ts';
import {
  chooseInMenu,
  enterEhr,
  expectAllRead,
  expectChartOf,
  openEhrChart,
  provider,
  received,
  signIn,
} from './steps.ts';

type Switches = Running['sandbox']['control']['switches'];

const doorOf = (name: string): Door => doors.find((each) => each.name === name)!;
const r4 = doorOf('NextGen Enterprise patient access, R4');
const ehr = doorOf('NextGen Enterprise, from its EHR');
/** The browser itself logs what a system refuses. */
const refusals = /Failed to load resource.*4(?:00|03|04|10)/;

/** What the base and its records may be beside what was recorded; all of it the other way. */
const recordsOtherwise: Partial<Switches> = {
  enterpriseCarePlanCategory: 'any',
  enterpriseMaxResults: 'overlooked',
  enterpriseForeign: 'hidden',
  enterpriseMissing: 'gone',
  enterpriseUnauthorized: 'outcome',
  enterpriseUnlisted: 'ignored',
  enterpriseExposed: 'none',
  enterprisePreflight: 'few',
  enterpriseOtherFiles: 'apart',
  enterpriseReportFiles: 'apart',
  enterpriseIds: 'own',
  enterprisePageSize: 20,
};

/**
 * A section as it is read, without the minute of reading. Where an identifier names who gave it by a reference alone,
 * that is shown as it came.
 */
async function wordsOf(page: Page): Promise<string> {
  return (await mainOf(page).innerText()).replaceAll('/own-', '/').replaceAll(/read \d+:\d\d [AP]M/g, 'read');
}

/** What each section says once it stands still, under its heading. */
async function chartOf(page: Page): Promise<ReadonlyMap<string, string>> {
  const seen = new Map<string, string>();
  await eachSection(page, async (heading) => {
    let last = '';
    await expect
      .poll(
        async () => {
          const text = await wordsOf(page);
          const still = text === last;
          last = text;
          return still;
        },
        // A name may come a request after the words around it.
        { intervals: [500] },
      )
      .toBe(true);
    seen.set(heading, last);
  });
  return seen;
}

/** Goes through the chart again, and finds every section as it was. */
async function expectSameChart(page: Page, before: ReadonlyMap<string, string>): Promise<void> {
  const found: string[] = [];
  await eachSection(page, async (heading) => {
    found.push(heading);
    await expect.poll(() => wordsOf(page), { message: heading }).toBe(before.get(heading));
  });
  expect(found).toEqual([...before.keys()]);
}

/** Both places of a file that leaves its record: a note in plain text, and a report's own page. */
async function expectFilesOpen(page: Page, reports: readonly [link: string, heading: string]): Promise<void> {
  await goTo(page, 'Notes, documents', 'Notes and documents');
  await rowsOf(page, /^Telephone note/)
    .getByRole('link')
    .first()
    .click();
  await recordOf(page).getByRole('button', { name: 'Read this document' }).click();
  await expect(recordOf(page)).toContainText('Laboratory called 09:10 with potassium 6.1 mmol/L');
  await page.keyboard.press('Escape');
  await expect(recordOf(page)).toHaveCount(0);
  await goTo(page, ...reports);
  await rowsOf(page, /^Ultrasound, kidneys/)
    .getByRole('link')
    .first()
    .click();
  await recordOf(page).getByRole('button', { name: 'Read this document' }).click();
  await expect(recordOf(page)).toContainText('Impression: medical renal disease, no obstruction.');
}

test('patient access with everything otherwise is the same chart', async ({
  page,
  sandbox,
  appUrl,
  witness,
}) => {
  test.slow();
  witness.expectErrors(refusals);
  await enterDoor(r4, { page, sandbox, appUrl });
  await expectAllRead(page);
  const before = await chartOf(page);
  await chooseInMenu(page, 'Sign out');
  await expect(page.getByText(`You may still be signed in at ${r4.label} itself`)).toBeVisible();

  Object.assign(sandbox.control.switches, recordsOtherwise, {
    enterpriseUnknownScopes: 'refused',
    enterpriseScopesNarrow: 'overlooked',
    enterpriseCategoryTitles: 'types',
    enterpriseCategoryTypes: 'broad',
    enterpriseIdToken: 'never',
    enterpriseRevocation: 'one',
    enterpriseRotation: 'kept',
    enterpriseCodeSeconds: 10,
    enterprisePkce: 'overlooked',
    enterpriseTokenBase: 'aud',
    enterprisePatientOrder: 'own-last',
  } satisfies Partial<Switches>);
  await enterDoor(r4, { page, sandbox, appUrl });
  await expectAllRead(page);
  await expectSameChart(page, before);
  await expectFilesOpen(page, ['Test reports', 'Test reports']);
});

test('a launch from the EHR with everything otherwise is the same chart', async ({
  page,
  sandbox,
  appUrl,
  witness,
}) => {
  test.slow();
  witness.expectErrors(refusals);
  const first = await enterDoor(ehr, { page, sandbox, appUrl });
  await expectAllRead(first);
  const before = await chartOf(first);
  await first.close();

  Object.assign(sandbox.control.switches, recordsOtherwise, {
    enterpriseLaunchSeconds: 60,
    enterpriseLaunchForm: 'uuid',
    enterpriseStaffSession: 'each-launch',
    enterpriseStaffConsent: 'asked',
    enterpriseEhrPkce: 'overlooked',
    enterpriseEhrTokenCors: 'sent',
    enterpriseEhrRefreshHours: 1,
    enterpriseRotation: 'kept',
    enterpriseRevocation: 'one',
  } satisfies Partial<Switches>);
  const app = await launchAndAnswer(page, 'Allow');
  await expectChartOf(app, people.david);
  await expectAllRead(app);
  await expectSameChart(app, before);
  await expectFilesOpen(app, ['Reports', 'Diagnostic reports']);
});

/** The launch as NextGen Enterprise from David's chart, by staff who sign in and are asked. */
async function launchAndAnswer(page: Page, answer: 'Allow' | 'Refuse'): Promise<Page> {
  await openEhrChart(page, people.david);
  const opens = page.context().waitForEvent('page');
  await page.getByRole('button', { name: 'Launch as NextGen Enterprise' }).click();
  const app = await opens;
  await signIn(app, provider);
  await expect(app.getByRole('heading', { name: 'May Chartside read this chart?' })).toBeVisible();
  await expectGood(app, 'staff are asked');
  await app.getByRole('button', { name: answer }).click();
  return app;
}

test('staff who are asked, and refuse: the app says that it was not allowed', async ({ page, sandbox }) => {
  sandbox.control.switches.enterpriseStaffConsent = 'asked';
  await enterEhr(page, sandbox);
  const app = await launchAndAnswer(page, 'Refuse');
  await expectFailure(app, {
    what: 'The record was not shared with this app.',
    todo: /open the app again from the patient’s chart in NextGen Enterprise EHR \(sandbox\) and allow it to read the record\./,
    code: 'S31',
  });
});

test('an EHR whose base is a plain server, which wants no categories, is read whole', async ({
  page,
  sandbox,
  appUrl,
  witness,
}) => {
  witness.expectErrors(refusals);
  sandbox.control.switches.enterpriseEhrRules = 'plain';
  const app = await enterDoor(ehr, { page, sandbox, appUrl });
  await expectAllRead(app);
  await goTo(app, 'Laboratory', 'Laboratory results');
  await expect(rowsOf(app, /^Potassium/).first()).toContainText('6.1');
  await goTo(app, 'Care plan');
  await expect(rowsOf(app, /^Assessment and plan/)).toContainText('Active');
  await goTo(app, 'Notes, documents', 'Notes and documents');
  await rowsOf(app, /^Telephone note/)
    .getByRole('link')
    .first()
    .click();
  await expect(recordOf(app)).toContainText('Laboratory called 09:10 with potassium 6.1 mmol/L');
  // It refuses nothing for its category, and what it does not serve is not there.
  const strange = (): ReadonlySet<number> =>
    new Set(
      sandbox.control.received
        .filter(({ method, url }) => method === 'GET' && url.startsWith(`${ehr.base}/`))
        .map(({ status }) => status),
    ).difference(new Set([200, 404]));
  // 0 until it is answered: an open note may still ask for names.
  await expect.poll(strange).toEqual(new Set());
});

test('care plans by another category than the one that is asked for: not read, never none', async ({
  page,
  sandbox,
  appUrl,
  witness,
}) => {
  witness.expectErrors(refusals);
  sandbox.control.switches.enterpriseCarePlanCategory = 'another';
  await enterDoor(r4, { page, sandbox, appUrl });
  await expect(page.getByText('One section could not be read in full.')).toBeVisible();
  await expect(navOf(page).getByRole('link', { name: /^Care plan/ })).toContainText('failed');
  await goTo(page, 'Care plan');
  await expect(mainOf(page)).toContainText('Could not read care plans: there may be some.');
  await expect(mainOf(page)).not.toContainText(/does not offer|not shared|none recorded/i);
  await expectGood(page, 'care plans of another category');
  await goTo(page, 'Allergies');
  await expect(mainOf(page)).not.toContainText('Could not read');
});

test('without a scope only what the app is registered for: the rest is said not to be shared', async ({
  page,
  sandbox,
  appUrl,
  witness,
}) => {
  witness.expectErrors(refusals);
  sandbox.control.switches.enterpriseNoScopes = 'registered';
  await enterDoor(r4, { page, sandbox, appUrl });
  await expectAllRead(page);
  await goTo(page, 'Social history', 'Social history and screening');
  await expect(mainOf(page)).toContainText(
    /part of this list was not shared with this app at sign-in: QuestionnaireResponse\./,
  );
  await expect(navOf(page).getByRole('link', { name: /^Social history/ })).toContainText('in part');
  // Nor were the clinicians: their names come with the records that name them.
  expect(received(sandbox, '/Practitioner/1000851').map(({ status }) => status)).not.toContain(200);
  await goTo(page, 'Medications');
  await expect(rowsOf(page, /^Lisinopril 20 mg/).first()).toBeVisible();
});

test('whoever approves no category and is let in all the same is told what is missing', async ({
  page,
  sandbox,
  appUrl,
  witness,
}) => {
  witness.expectErrors(refusals);
  sandbox.control.switches.enterpriseNoneApproved = 'let-in';
  sandbox.control.switches.enterpriseCategoryTypes = 'broad';
  await page.goto(`${appUrl}/`);
  await page.getByRole('button', { name: `Sign in with ${r4.label}`, exact: true }).click();
  await signInAtEnterprise(page, /^About you/, /^Your health/, /^Your results/, /^Documents/);
  await expectFailure(page, {
    what: `${r4.label} was not allowed to tell this app who the patient is.`,
    todo: /Sign in again and allow patient details\./,
    code: 'P51',
  });
});

for (const door of [r4, ehr]) {
  test(`${door.name}: signing out where revoking ends one token alone gives both back`, async ({
    page,
    sandbox,
    appUrl,
    witness,
  }) => {
    witness.expectErrors(refusals);
    sandbox.control.switches.enterpriseRevocation = 'one';
    const app = await enterDoor(door, { page, sandbox, appUrl });
    await expectAllRead(app);
    await chooseInMenu(app, 'Sign out');
    const answers = () => received(sandbox, '/token/revoke').map(({ status }) => status);
    // Patient access refuses the form that comes first, and is told in the address.
    await expect.poll(answers).toEqual(door === r4 ? [400, 200, 200] : [200, 200]);
  });
}
