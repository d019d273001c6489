/** Every page and state of app and sandbox, held to WCAG 2.2 AA: light and dark, wide and narrow, and enlarged. */
import type { Running } from '#commands/start.ts';
import { people, type Person } from '#sandbox/cast.ts';
import {
  expectAccessible,
  expectGood,
  expectNoSidewaysScroll,
  expectReadableInTheDark,
  narrow,
  wide,
} from './axe.ts';
import {
  eachSection,
  expectRecordStands,
  expectSectionStands,
  goTo,
  mainOf,
  openChart,
  openWholeChart,
  recordOf,
} from './chart-steps.ts';
import { expect, test } from './fixtures.ts';
import {
  clickApp,
  david,
  enterEhr,
  expectAllRead,
  goToPortal,
  openAsPatient,
  openEhrChart,
  provider,
  share,
  signIn,
} from './steps.ts';

/** Sections whose open record holds something of its own: a trend, a document, narrative, members, a modifier. */
const opened = /^(Laboratory results|Vital signs|Notes and documents|Care plan|Care team|Medications)$/;

/** An EHR's colours are light whatever the reader's theme: what both themes look like shows without them. */
function ourOwnLook(sandbox: Running['sandbox']): void {
  Object.assign(sandbox.control.switches, { banner: 'true', style: 'absent' });
}

test('the EHR and its sign-in pages', async ({ page, sandbox, witness }) => {
  // The page that is not there.
  witness.expectErrors(/Failed to load resource.*404/);
  await page.goto(`${sandbox.ehrUrl}/`);
  await expectGood(page, 'sign-in of the EHR');
  await enterEhr(page, sandbox);
  await expectGood(page, 'patients');
  await openEhrChart(page, people.david);
  await expectGood(page, 'chart in the EHR');
  const app = await clickApp(page);
  await expect(app.getByLabel('User name')).toBeVisible();
  await expectGood(app, 'sign-in of the practice');
  await signIn(app, provider);
  await expect(app.getByRole('heading', { name: 'What may Chartside read?' })).toBeVisible();
  await expectGood(app, 'consent');
  await page.goto(`${sandbox.ehrUrl}/switches`);
  await expectGood(page, 'switches');
  await page.goto(`${sandbox.ehrUrl}/portal`);
  await expectGood(page, 'portal');
  await page.goto(`${sandbox.ehrUrl}/nowhere`);
  await expectGood(page, 'no such page');
});

test('the app before a chart is open: sign-in, choosing a record', async ({ page, appUrl }) => {
  await page.goto(`${appUrl}/`);
  await expect(page.getByRole('button', { name: /^Sign in with/ }).first()).toBeVisible();
  await expectGood(page, 'sign-in');
  await goToPortal(page, appUrl);
  await expectGood(page, 'sign-in of the portal');
  await signIn(page, david);
  await expect(page.getByRole('radio').first()).toBeVisible();
  await expectGood(page, 'whose record');
});

/** The portal as a system whose tokens name nobody: the app asks whose record to open. */
function namingNobody(config: string): string {
  const { systems, ...rest } = JSON.parse(config) as { systems: { id: string }[] };
  const scopes = { standalone: ['openid', 'fhirUser', 'offline_access', 'patient/*.read'] };
  const changed = systems.map((system) =>
    system.id === 'sandbox-portal' ? { ...system, patientFrom: 'search', scopes } : system,
  );
  return JSON.stringify({ ...rest, systems: changed });
}

test.describe('a system whose tokens name nobody', () => {
  test.use({ setup: { changeConfig: namingNobody } });
  test('choosing a person in the app', async ({ page, appUrl }) => {
    await goToPortal(page, appUrl);
    await signIn(page, david);
    await share(page);
    await expect(page.getByRole('button', { name: 'ALEX SMITH' })).toBeVisible();
    await expectGood(page, 'choosing a person');
  });
});

test('failures: what happened, what to do, and the details', async ({ page, appUrl }) => {
  await page.goto(`${appUrl}/launch?iss=https%3A%2F%2Felsewhere.invalid%2Ffhir&launch=x`);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expectGood(page, 'unknown system');
  await page
    .getByText(/details/i)
    .first()
    .click();
  await expectGood(page, 'details of a failure');
});

test.describe('a faulty configuration', () => {
  test.use({ setup: { changeConfig: (config) => config.replaceAll('"fhirBase"', '"fhirbase"') } });
  test('is listed fault by fault', async ({ page, appUrl }) => {
    await page.goto(appUrl);
    await expect(page.getByRole('term').first()).toBeVisible();
    await expectGood(page, 'faults of the configuration');
  });
});

test('a full chart: every section, and a record of each', async ({ page, sandbox }) => {
  test.slow();
  ourOwnLook(sandbox);
  await openWholeChart(page, sandbox);
  await eachSection(page, async (name) => {
    await expectAccessible(page, name);
    await expectReadableInTheDark(page, name);
    // One panel opens them all: a handful of records stands for the rest.
    if (!opened.test(name)) return;
    const record = mainOf(page).getByRole('rowheader').getByRole('link').first();
    if ((await record.count()) === 0) return;
    await record.click();
    await expectRecordStands(page);
    await expect(recordOf(page).getByText('Reading the document')).toHaveCount(0);
    await expectAccessible(page, `${name}: a record`);
    await page.keyboard.press('Escape');
    await expect(recordOf(page)).toHaveCount(0);
  });
});

test('a full chart on a telephone', async ({ page, sandbox }) => {
  test.slow();
  ourOwnLook(sandbox);
  await openWholeChart(page, sandbox);
  await page.setViewportSize(narrow);
  await page.getByRole('button', { name: 'Sections' }).click();
  await expect(page.getByRole('dialog', { name: 'Sections' })).toBeVisible();
  await expectAccessible(page, 'the sections, narrow');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  for (const path of [
    '',
    '/results',
    '/medications',
    '/documents',
    '/vitals',
    '/demographics',
    '/encounters',
    '/care-plan',
  ]) {
    await page.goto(new URL(`/chart${path}`, page.url()).href);
    await expectAllRead(page);
    await expectSectionStands(page);
    await expectAccessible(page, `${path}, narrow`);
    await expectReadableInTheDark(page, `${path}, narrow`);
  }
});

const shapes: readonly Person[] = [
  people.maximiliana,
  people.ruth,
  people.marta,
  people.fatima,
  people.hostile,
];

for (const person of shapes) {
  test(`nothing to scroll sideways, at 200 % and at 320 px: ${person.name.slice(0, 30)}`, async ({
    page,
    sandbox,
  }) => {
    test.slow();
    sandbox.control.switches.banner = 'true';
    await openWholeChart(page, sandbox, person);
    await eachSection(page, async (name) => {
      for (const width of [640, 320]) {
        await page.setViewportSize({ width, height: 700 });
        await expectNoSidewaysScroll(page, name);
      }
      await page.setViewportSize(wide);
    });
  });
}

test('states: reading, failed, refused, none, entered in error, none known', async ({
  page,
  sandbox,
  witness,
}) => {
  witness.expectErrors(/Failed to load resource/);
  sandbox.control.faults.push(
    { target: 'Immunization', kind: 'status', status: 500 },
    { target: 'Procedure', kind: 'status', status: 403 },
    { target: 'Goal', kind: 'status', status: 404 },
    { target: 'Coverage', kind: 'slow', delayMs: 20_000 },
  );
  ourOwnLook(sandbox);
  await openChart(page, sandbox, people.marta);
  for (const [name, words] of [
    // First: its answer is held back for twenty seconds only.
    ['Coverage', 'Reading coverage'],
    ['Immunizations', 'Could not read'],
    ['Procedures', 'does not let this app read'],
    ['Goals', 'does not offer'],
    ['Care plan', 'are recorded'],
    ['Devices', 'entered in error'],
  ] as const) {
    await goTo(page, name);
    await expect(mainOf(page)).toContainText(words);
    await expectAccessible(page, `${name}: ${words}`);
    await expectReadableInTheDark(page, `${name}: ${words}`);
  }
  await goTo(page, 'Summary');
  await expectAccessible(page, 'a summary with gaps');
  sandbox.control.faults = [];
  for (const person of [people.chidi, people.sven]) {
    await openWholeChart(page, sandbox, person);
    await goTo(page, 'Allergies');
    await expectGood(page, `allergies of ${person.name}`);
  }
});

test('what was not shared', async ({ page, appUrl }) => {
  await openAsPatient(page, appUrl, people.david, david, /Allergies/, /Notes and documents/);
  await expectAllRead(page);
  await goTo(page, 'Allergies');
  await expect(mainOf(page)).toContainText('did not share allergies with this app: there may be some.');
  await expectGood(page, 'allergies not shared');
});

test('menus and help', async ({ page, sandbox }) => {
  ourOwnLook(sandbox);
  await openWholeChart(page, sandbox);
  await page.getByRole('button', { name: 'View and session' }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await expectAccessible(page, 'menu');
  await expectReadableInTheDark(page, 'menu');
  await page.getByRole('menuitem', { name: 'Keys' }).click();
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await expectAccessible(page, 'keys');
  await expectReadableInTheDark(page, 'keys');
});

test('colours of the reader’s own: shapes, words and focus are still there', async ({ page, sandbox }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await openWholeChart(page, sandbox);
  await expect(mainOf(page).getByText('‼').first()).toBeVisible();
  await expect(mainOf(page).getByRole('region', { name: 'Laboratory results' })).toContainText(
    'Critical high 6.1',
  );
  await page.keyboard.press('Tab');
  const outline = await page.evaluate(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement!);
    return `${outlineStyle} ${outlineWidth}`;
  });
  expect(outline).toMatch(/^(?!none)\w+ [1-9]/);
  await expectAccessible(page, 'forced colours');
});
