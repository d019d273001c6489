/** Every door into a record: the same person, read whole, renewed and left again through each of them. */
import type { Page } from '@playwright/test';
import { people } from '#sandbox/cast.ts';
import { expectGood } from './axe.ts';
import { eachSection, mainOf, navOf } from './chart-steps.ts';
import { doors, enterDoor, signInAtEnterprise, type Door } from './door-steps.ts';
import { expect, test } from './fixtures.ts';
import { expectNothingOfDavid } from './session-steps.ts';
import { bannerOf, chooseInMenu, expectAllRead, expectChartOf, openSection, received } from './steps.ts';
import type { Running } from '#commands/start.ts';

type Sandbox = Running['sandbox'];

/** What each request for tokens after the first was answered, in order. */
function renewals(sandbox: Sandbox, door: Door): readonly number[] {
  return received(sandbox, door.token)
    .filter(({ method }) => method === 'POST')
    .slice(1)
    .map(({ status }) => status);
}

/** The browser itself logs what a system refuses, or does not know. */
const refusals = /Failed to load resource.*40[34]/;

/** What a system does not have, or will not say whether it has, by section; a door that is not named has it all. */
const notThere: Readonly<Record<string, Readonly<Record<string, 'not offered' | 'not shared'>>>> = {
  'NextGen Enterprise patient access, R4': { 'Other records': 'not shared' },
  'NextGen Enterprise patient access, DSTU2': {
    Visits: 'not offered',
    Orders: 'not offered',
    'Insurance coverage': 'not offered',
    'Samples, specimens': 'not offered',
    'Related people': 'not offered',
    'Other records': 'not offered',
  },
  'NextGen Enterprise, from its EHR': { 'Other records': 'not shared' },
};
/** Doors that are asked for types they need not know: nowhere else may anything be refused. */
const mayRefuse = (door: Door): boolean => door.version !== 'R4' || notThere[door.name] !== undefined;

/** The door that an address belongs to: the longest base that fits. */
function baseOf(url: string): string | undefined {
  const { pathname } = new URL(url, 'http://localhost');
  return doors
    .map(({ base }) => base)
    .filter((base) => `${pathname.toLowerCase()}/`.startsWith(`${base}/`))
    .toSorted((a, b) => b.length - a.length)[0];
}

/** Sections whose link says more than that they are read, with what it says. */
async function marksOf(app: Page): Promise<Readonly<Record<string, string>>> {
  const links = await navOf(app).getByRole('link').allInnerTexts();
  return Object.fromEntries(
    links.flatMap((text) => {
      const [name = '', ...rest] = text.split('\n').map((part) => part.trim());
      const mark = /failed|waiting|reading|not shared|not offered|not asked/i.exec(rest.join(' '));
      return mark === null ? [] : [[name, mark[0]]];
    }),
  );
}

/** What all doors say of David, whichever version they speak: section, and words of it. */
const said: readonly (readonly [section: string, ...words: readonly RegExp[]])[] = [
  ['Allergies', /Penicillin G/i, /anaphylaxis/i],
  ['Problems', /Chronic kidney disease/i, /Hypertension|hypertensive/i],
  ['Medications', /lisinopril/i, /metformin/i],
  ['Laboratory', /Potassium/i],
  ['Vital signs', /Blood pressure/i],
  ['Immunizations', /influenza/i],
];

for (const door of doors) {
  test.describe(door.name, () => {
    test('sign in, read every section, renew across an expiry, sign out', async ({
      page,
      sandbox,
      appUrl,
      context,
      witness,
    }) => {
      test.slow();
      if (mayRefuse(door)) witness.expectErrors(refusals);
      sandbox.control.switches.accessTokenSeconds = 90;
      await context.clock.install();
      const app = await enterDoor(door, { page, sandbox, appUrl });
      await expectAllRead(app);
      await expect(bannerOf(app)).toContainText('Mar 14, 1974');
      await expect(app.getByText(door.label).first()).toBeAttached();
      // Nothing that this system sends of David is left unread, and nothing of it went to another of its bases.
      await expect.poll(() => marksOf(app)).toEqual(notThere[door.name] ?? {});
      const strange = sandbox.control.received
        .filter(
          ({ server, authorization, origin }) => server === 'fhir' && authorization && origin === appUrl,
        )
        .filter(({ url }) => baseOf(url) !== door.base && !url.startsWith('/api/ccda'));
      expect(strange.map(({ url }) => url)).toEqual([]);

      const seen = new Map<string, string>();
      await eachSection(app, async (heading) => {
        await expect(mainOf(app), heading).not.toContainText(
          /Could not read|Part of this list could not be read|went wrong/,
        );
        seen.set(heading, await mainOf(app).innerText());
      });
      for (const [section, ...words] of said) {
        const [, text = ''] =
          [...seen].find(([heading]) => heading.toLowerCase().includes(section.toLowerCase())) ?? [];
        for (const word of words) expect(text, `${section} at ${door.name}`).toMatch(word);
      }

      // A walk that takes longer than a token lives has renewed it already.
      const sooner = renewals(sandbox, door);
      await app.clock.fastForward(75_000);
      await app.getByRole('button', { name: 'Read again' }).click();
      await expect.poll(() => renewals(sandbox, door)).toEqual([...sooner, 200]);
      await expectAllRead(app);

      // Minutes of sleep: the token ran out by either clock. It is renewed first, and never sent as it was.
      const refused = (): number => sandbox.control.received.filter(({ status }) => status === 401).length;
      const before = { refused: refused(), received: sandbox.control.received.length };
      await app.clock.fastForward(200_000);
      sandbox.control.fixedNow = Date.now() + 275_000;
      await app.getByRole('button', { name: 'Read again' }).click();
      await expect.poll(() => renewals(sandbox, door)).toEqual([...sooner, 200, 200]);
      sandbox.control.fixedNow = undefined;
      await expect
        .poll(() =>
          sandbox.control.received
            .slice(before.received)
            .some(({ url, status }) => url.startsWith(`${door.base}/AllergyIntolerance`) && status === 200),
        )
        .toBe(true);
      await expectAllRead(app);
      expect(refused()).toBe(before.refused);
      await expectChartOf(app, people.david);
      await expectGood(app, door.name);

      await chooseInMenu(app, 'Sign out');
      await expect(app.getByText('You are signed out.')).toBeVisible();
      // Enterprise's guide names no revocation: the RFC's form is tried first, then the address.
      const revoked = (): readonly number[] =>
        sandbox.control.received.filter(({ url }) => /\/revoke(\?|$)/.test(url)).map(({ status }) => status);
      await expect.poll(() => revoked().at(-1)).toBe(200);
      await expectNothingOfDavid(app);
      expect(await app.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
    });
  });
}

for (const door of doors.filter(({ name }) => name.includes('Enterprise patient'))) {
  test(`${door.name}: a refresh token older than 48 hours ends in signing in again, at the same place`, async ({
    page,
    sandbox,
    appUrl,
    witness,
  }) => {
    witness.expectErrors(refusals, /Failed to load resource.*40[01]/);
    sandbox.control.switches.accessTokenSeconds = 90;
    await page.clock.install();
    await enterDoor(door, { page, sandbox, appUrl });
    await expectAllRead(page);
    await openSection(page, 'Medications');
    // Two days later, by the server's clock: the app's own rule is held by unit tests with a clock of theirs.
    sandbox.control.fixedNow = Date.now() + 48 * 3_600_000 + 60_000;
    await page.clock.fastForward(89_000);
    await page.getByRole('button', { name: 'Read again' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/sign-in has run out/i);
    await expect(page.getByText('Sign in again to go on; your place is kept.')).toBeVisible();
    await expectNothingOfDavid(page);

    await page.getByRole('button', { name: 'Sign in again' }).click();
    await signInAtEnterprise(page);
    // Nothing says that it is the same person: whose chart it was stands first, and the place is theirs.
    await page.getByRole('button', { name: /^David Smith/i }).click();
    await expectChartOf(page, people.david);
    await expect(page.getByRole('heading', { name: 'Medications', level: 1 })).toBeVisible();
  });
}
