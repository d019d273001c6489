/** A patient of NextGen Office through its STU3 base, and what nobody publishes of that base: the app works either way. */
import { expectGood } from './axe.ts';
import { goTo, mainOf, recordOf, rowsOf } from './chart-steps.ts';
import { doors, enterDoor, type Door } from './door-steps.ts';
import { expectFailure } from './failure-page.ts';
import { expect, test } from './fixtures.ts';
import { david, expectAllRead, received, signIn } from './steps.ts';

const r3: Door = doors.find(({ version }) => version === 'STU3')!;

/** The entry of R3 with another audience; undefined: none is sent. */
function audience(change: (base: string) => string | undefined): (config: string) => string {
  return (config) => {
    const parsed = JSON.parse(config) as { systems: { id: string; fhirBase: string }[] };
    const systems = parsed.systems.map((system) =>
      system.id === 'sandbox-office-r3' ? { ...system, aud: change(system.fhirBase) } : system,
    );
    return JSON.stringify({ ...parsed, systems });
  };
}

/** Types that the server may have beside, and its look-alike has not. */
test.beforeEach(({ witness }) => witness.expectErrors(/Failed to load resource.*404/));

test('orders and what is reported come by STU3’s own types', async ({ page, sandbox, appUrl }) => {
  await enterDoor(r3, { page, sandbox, appUrl });
  await expectAllRead(page);
  expect(received(sandbox, '/api/fhir/ProcedureRequest')).toHaveLength(1);
  await goTo(page, 'Medications');
  // A MedicationStatement here: what he says he takes.
  await expect(rowsOf(page, /Aspirin 81 mg/)).toContainText(/reported/i);
  await goTo(page, 'Orders');
  await expect(rowsOf(page, /Potassium, repeat/)).toBeVisible();
});

test('a cover that is asked for by R4’s name for whom it is about is read all the same, after a reload at once', async ({
  page,
  sandbox,
  appUrl,
  witness,
}) => {
  witness.expectErrors(/Failed to load resource.*40[04]/);
  sandbox.control.switches.officeR3Coverage = 'patient';
  await enterDoor(r3, { page, sandbox, appUrl });
  await expectAllRead(page);
  await goTo(page, 'Insurance coverage', 'Health insurance');
  await expect(rowsOf(page, /^Made Up Mutual Health Plan/).first()).toContainText('MUM000428946');
  const covers = (): readonly string[] => received(sandbox, '/api/fhir/Coverage').map(({ url }) => url);
  const first = covers().length;
  expect(first).toBeGreaterThan(1);
  // What this server refuses is remembered as long as the session.
  await page.reload();
  await expect(rowsOf(page, /^Made Up Mutual Health Plan/).first()).toContainText('MUM000428946');
  await expectAllRead(page);
  expect(
    covers()
      .slice(first)
      .map((url) => new URL(url, 'http://x').searchParams.has('patient')),
  ).toEqual([true]);
});

for (const [what, sent, wanted] of [
  ['its own base', (base: string) => base, 'base'],
  ['its base with a slash at the end', (base: string) => `${base}/`, 'base-with-slash'],
  ['the base of R4', (base: string) => `${base}/r4`, 'r4'],
  ['none, and none is sent', () => undefined, 'none'],
  ['none, and one is sent all the same', (base: string) => base, 'none'],
] as const) {
  test.describe(`the audience that R3 demands is ${what}`, () => {
    test.use({ setup: { changeConfig: audience(sent) } });

    test('a patient signs in, and the chart is read whole', async ({ page, sandbox, appUrl }) => {
      sandbox.control.switches.officeR3Aud = wanted;
      await enterDoor(r3, { page, sandbox, appUrl });
      await expectAllRead(page);
      await goTo(page, 'Allergies');
      await expect(rowsOf(page, /Penicillin G/)).toContainText(/anaphylaxis/i);
      const [asked] = received(sandbox, '/openid-connect/auth');
      const aud = new URL(asked!.url, sandbox.ehrUrl).searchParams.get('aud');
      expect(aud).toBe(sent(`${sandbox.fhirUrl}/api/fhir`) ?? null);
    });
  });
}

test('an audience that R3 refuses ends on a page that says so, before anybody signs in', async ({
  page,
  sandbox,
  appUrl,
}) => {
  sandbox.control.switches.officeR3Aud = 'r4';
  await page.goto(`${appUrl}/`);
  await page.getByRole('button', { name: `Sign in with ${r3.label}`, exact: true }).click();
  await expectFailure(page, {
    what: `Signing in to ${r3.label} did not work.`,
    todo: /Sign in again/i,
    code: 'S34',
  });
});

test('a server that shares less, and answers files as FHIR: said, and the documents open', async ({
  page,
  sandbox,
  appUrl,
  witness,
}) => {
  witness.expectErrors(/Failed to load resource.*40[04]/);
  Object.assign(sandbox.control.switches, {
    officeR3Server: 'plain',
    officeR3Orders: 'not-served',
    officeR3Statements: 'not-served',
    officeR3Ids: 'own',
    officeR3Documents: 'binary-as-fhir',
  });
  await enterDoor(r3, { page, sandbox, appUrl });
  await expectAllRead(page);
  await goTo(page, 'Orders');
  await expect(mainOf(page)).toContainText(`${r3.label} does not offer orders to apps: there may be some.`);
  await expectGood(page, 'orders that are not offered');
  await goTo(page, 'Medications');
  await expect(rowsOf(page, /Lisinopril 20 mg/)).toBeVisible();
  await expect(mainOf(page)).toContainText('does not offer part of this list to apps: MedicationStatement.');
  await goTo(page, 'Notes, documents', 'Notes and documents');
  await rowsOf(page, /^Telephone note/)
    .getByRole('link')
    .first()
    .click();
  await recordOf(page).getByRole('button', { name: 'Read this document' }).click();
  await expect(recordOf(page)).toContainText(/potassium/i);
});

test('R4 is what it was, whatever R3 turns out to be', async ({ page, sandbox, appUrl }) => {
  Object.assign(sandbox.control.switches, { officeR3Aud: 'r4', officeR3Tokens: 'shared' });
  await page.goto(`${appUrl}/`);
  await page.getByRole('button', { name: 'Sign in with YourHealthFile (sandbox)' }).click();
  await signIn(page, david);
  await expect(page.getByRole('heading', { name: 'Whose record do you want to open?' })).toBeVisible();
});
