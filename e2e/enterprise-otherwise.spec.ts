/** NextGen Enterprise where it turns out otherwise: what is denied, cut short or answered in another way is told as that. */
import { people } from '#sandbox/cast.ts';
import { expectGood } from './axe.ts';
import { goTo, mainOf, navOf, rowsOf } from './chart-steps.ts';
import { doors, enterDoor, signInAtEnterprise, type Door } from './door-steps.ts';
import { expectFailure } from './failure-page.ts';
import { expect, test } from './fixtures.ts';
import { chooseInMenu, expectAllRead, expectChartOf, received } from './steps.ts';

const [r4, dstu2] = doors.filter(({ name }) => name.includes('Enterprise patient')) as [Door, Door];
const ehr: Door = doors.find(({ name }) => name === 'NextGen Enterprise, from its EHR')!;
const refusals = /Failed to load resource.*40[034]/;

for (const door of [r4, dstu2]) {
  test(`${door.name}: whoever does not share their own details is told what is missing, and may share them`, async ({
    page,
    appUrl,
    witness,
  }) => {
    witness.expectErrors(refusals);
    await page.goto(`${appUrl}/`);
    await page.getByRole('button', { name: `Sign in with ${door.label}`, exact: true }).click();
    await signInAtEnterprise(page, /^Your details/);
    await expectFailure(page, {
      what: `${door.label} was not allowed to tell this app who the patient is.`,
      todo: /Sign in again and allow patient details\./,
      code: 'P51',
    });
    await page.getByRole('button', { name: 'Sign in again' }).click();
    await signInAtEnterprise(page);
    await page.getByRole('button', { name: /^David Smith/i }).click();
    await expectChartOf(page, people.david);
  });
}

const r4Doors = doors.filter(({ name, version }) => name.includes('Enterprise') && version === 'R4');

for (const door of r4Doors) {
  test(`${door.name}: a search that is cut short is said to be, with how many there are`, async ({
    page,
    sandbox,
    appUrl,
    witness,
  }) => {
    witness.expectErrors(refusals);
    sandbox.control.switches.enterpriseMost = 50;
    const app = await enterDoor(door, { page, sandbox, appUrl });
    await expectAllRead(app);
    for (const [name, heading, total] of [
      ['Laboratory', /^Laboratory results/, 212],
      ['Vital signs', /^Vital signs/, 96],
    ] as const) {
      await navOf(app)
        .getByRole('link', { name: new RegExp(`^${name}`) })
        .click();
      await expect(app.getByRole('heading', { name: heading, level: 1 })).toBeAttached();
      await expect(mainOf(app)).toContainText(
        `${door.label} has more than is shown here: read 50 of ${total} records.`,
      );
      await expect(navOf(app).getByRole('link', { name: new RegExp(`^${name}`) })).toContainText(
        /^[^\d]*50\s*in part/,
      );
      await expectGood(app, `${name} that are cut short`);
    }
    // Both pages of 25 were followed, and no number of records was ever asked for: it would cut the search itself.
    const searches = received(sandbox, `${door.base}/Observation`).map(({ url }) => url);
    expect(searches.some((url) => /category=laboratory.*page=2/.test(url))).toBe(true);
    expect(searches.filter((url) => /_count|_maxresults/.test(url))).toEqual([]);
    await goTo(app, 'Allergies');
    await expect(mainOf(app)).not.toContainText('has more than is shown here');
  });
}

test('what stands in no category is said to be out of reach, where results are asked for by category', async ({
  page,
  sandbox,
  appUrl,
  witness,
}) => {
  witness.expectErrors(refusals);
  await enterDoor(r4, { page, sandbox, appUrl });
  await expectAllRead(page);
  for (const [name, heading, nouns] of [
    ['Laboratory', 'Laboratory results', 'laboratory results'],
    ['Vital signs', 'Vital signs', 'vital signs'],
    [
      'Social history',
      'Social history and screening',
      'answers about daily life (social history or screening)',
    ],
  ] as const) {
    await goTo(page, name, heading);
    await expect(mainOf(page)).toContainText(`${r4.label} gives ${nouns} by category alone.`);
  }
  await goTo(page, 'Care plan');
  await expect(mainOf(page)).toContainText(`${r4.label} gives care plans by category alone.`);
  await goTo(page, 'Other records');
  await expect(mainOf(page)).toContainText(
    `${r4.label} gives results and other observations by category alone.`,
  );
  await expect(mainOf(page)).toContainText(
    'part of this list was not shared with this app at sign-in: ExplanationOfBenefit. It says the same of what it does not offer.',
  );
  await goTo(page, 'Allergies');
  await expect(mainOf(page)).not.toContainText('by category alone');
});

test('whoever signs out of the app may still be signed in at the system, and is told', async ({
  page,
  sandbox,
  appUrl,
  witness,
}) => {
  witness.expectErrors(refusals);
  await enterDoor(r4, { page, sandbox, appUrl });
  await chooseInMenu(page, 'Sign out');
  await expect(page.getByText(`You may still be signed in at ${r4.label} itself`)).toBeVisible();
});

test.describe('a sign-in server that knows neither aud nor PKCE, and keeps its refresh token', () => {
  test.use({
    setup: {
      changeConfig: (config) => {
        const parsed = JSON.parse(config) as { systems: { id: string }[] };
        const systems = parsed.systems.map((system) =>
          system.id === 'sandbox-enterprise' ? { ...system, aud: undefined, pkce: 'off' } : system,
        );
        return JSON.stringify({ ...parsed, systems });
      },
    },
  });

  test('is signed in to as its entry says, and renewed with the same token', async ({
    page,
    sandbox,
    appUrl,
    witness,
  }) => {
    witness.expectErrors(refusals);
    Object.assign(sandbox.control.switches, {
      enterpriseAud: 'refused',
      enterprisePkce: 'refused',
      enterpriseRotation: 'kept',
      accessTokenSeconds: 90,
    });
    await page.clock.install();
    await enterDoor(r4, { page, sandbox, appUrl });
    await expectAllRead(page);
    const statuses = () =>
      received(sandbox, r4.token)
        .filter(({ method }) => method === 'POST')
        .map(({ status }) => status);
    for (const times of [2, 3]) {
      await page.clock.fastForward(75_000);
      await page.getByRole('button', { name: 'Read again' }).click();
      await expect.poll(statuses).toEqual(Array.from({ length: times }, () => 200));
      await expectAllRead(page);
    }
  });
});

for (const answer of ['wordless', 'outcome'] as const) {
  test(`a token that the server thinks is over, ${answer}: it is renewed, and everything read`, async ({
    page,
    sandbox,
    appUrl,
    witness,
  }) => {
    witness.expectErrors(/Failed to load resource.*40[0134]/);
    sandbox.control.switches.enterpriseUnauthorized = answer;
    await enterDoor(r4, { page, sandbox, appUrl });
    await expectAllRead(page);
    // The server's clock alone goes on.
    sandbox.control.fixedNow = Date.now() + 301_000;
    await page.getByRole('button', { name: 'Read again' }).click();
    const exchanges = () => received(sandbox, r4.token).filter(({ method }) => method === 'POST');
    await expect.poll(() => exchanges().map(({ status }) => status)).toEqual([200, 200]);
    await expectAllRead(page);
    expect(sandbox.control.received.filter(({ status }) => status === 401).length).toBeGreaterThan(0);
    await goTo(page, 'Allergies');
    await expect(rowsOf(page, /Penicillin G/)).toContainText(/anaphylaxis/i);
    await expect(mainOf(page)).not.toContainText(/not shared|could not be read/i);
  });
}

test('an EHR whose refresh tokens grow too old: whoever is at the chart is told how to go on', async ({
  page,
  sandbox,
  appUrl,
  witness,
}) => {
  witness.expectErrors(/Failed to load resource.*40[0134]/);
  sandbox.control.switches.enterpriseEhrRefreshHours = 1;
  const app = await enterDoor(ehr, { page, sandbox, appUrl });
  await expectAllRead(app);
  sandbox.control.fixedNow = Date.now() + 3_600_000;
  await app.getByRole('button', { name: 'Read again' }).click();
  await expectFailure(app, {
    what: 'Your sign-in has run out.',
    todo: /Go back to the patient’s chart in NextGen Enterprise EHR \(sandbox\) and open the app again from there\./,
    code: 'E60',
  });
});

for (const [answer, words] of [
  ['not-found', `${dstu2.label} does not offer visits to apps: there may be some.`],
  [
    'denied',
    `${dstu2.label} says that visits were not shared with this app at sign-in. It says the same of what it does not offer.`,
  ],
] as const) {
  test(`DSTU2, a type that is not served: ${answer}`, async ({ page, sandbox, appUrl, witness }) => {
    witness.expectErrors(refusals);
    sandbox.control.switches.dstu2NotServed = answer;
    await enterDoor(dstu2, { page, sandbox, appUrl });
    await expectAllRead(page);
    await goTo(page, 'Visits');
    await expect(mainOf(page)).toContainText(words);
    await expectGood(page, `visits, ${answer}`);
    await goTo(page, 'Insurance coverage', 'Health insurance');
    await expect(mainOf(page)).toContainText(words.replace('visits', 'health insurance (coverage)'));
    expect(received(sandbox, `${dstu2.base}/Coverage`).map(({ status }) => status)).toEqual([
      answer === 'denied' ? 403 : 404,
    ]);
    // What is served is read either way.
    await goTo(page, 'Medications');
    await expect(rowsOf(page, /^Lisinopril 20 mg/)).toBeVisible();
    await goTo(page, 'Allergies');
    await expect(rowsOf(page, /Penicillin G/)).toContainText(/anaphylaxis/i);
  });
}

test('DSTU2 with everything otherwise is the same chart', async ({ page, sandbox, appUrl, witness }) => {
  witness.expectErrors(refusals);
  Object.assign(sandbox.control.switches, {
    dstu2MediaType: 'fhir+json',
    dstu2Types: 'all',
    dstu2Categories: 'optional',
    dstu2Extensions: 'us-core',
    dstu2Errors: 'sent',
    dstu2Tokens: 'shared',
    dstu2Ids: 'own',
    dstu2Documents: 'binary',
    pageSize: 20,
    // The sign-in is R4's; without aud a token opens both bases then.
    enterpriseUnknownScopes: 'refused',
    enterpriseCategoryTitles: 'types',
    enterpriseCategoryTypes: 'broad',
    enterpriseCodeSeconds: 10,
    enterprisePkce: 'overlooked',
    enterpriseTokenBase: 'aud',
  });
  await enterDoor(dstu2, { page, sandbox, appUrl });
  await expectAllRead(page);
  await goTo(page, 'Visits');
  await expect(rowsOf(page, /^Office visit/).first()).toBeVisible();
  await goTo(page, 'Insurance coverage', 'Health insurance');
  await expect(rowsOf(page, /^Made Up Mutual Health Plan/).first()).toContainText('MUM000428946');
  await goTo(page, 'Laboratory', 'Laboratory results');
  await expect(rowsOf(page, /^Potassium/).first()).toContainText('6.1');
  await goTo(page, 'Demographics');
  await expect(mainOf(page)).toContainText(/White/);
});
