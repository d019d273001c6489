/** Whoever signs in may share less than was asked for: the chart says so, asks for none of it, and claims nothing. */
import { people } from '#sandbox/cast.ts';
import { expect, test } from './fixtures.ts';
import { bannerOf, expectAllRead, openAsPatient, openSection, recordRequests } from './steps.ts';

/** Words that would claim that there is nothing. */
const claims = /\b(no|none)\b[^.]{0,60}\b(recorded|known)\b/i;

test(
  'allergies and results that were not shared are neither asked for nor called absent',
  { tag: '@threat-21' },
  async ({ page, appUrl, sandbox }) => {
    sandbox.control.switches.banner = '"true"';
    await openAsPatient(page, appUrl, people.david, undefined, /^Allergies/, /^Results, vital signs/);
    await expectAllRead(page);
    const allergies = bannerOf(page).getByText('Allergies').locator('..');
    await expect(allergies).toHaveText(/not shared with this app/);
    const sections = page.getByRole('navigation', { name: 'Sections' });

    for (const { link, heading, nouns } of [
      { link: 'Allergies', heading: 'Allergies', nouns: 'allergies' },
      { link: 'Laboratory', heading: 'Laboratory results', nouns: 'laboratory results' },
      { link: 'Vital signs', heading: 'Vital signs', nouns: 'vital signs' },
      {
        link: 'Social history',
        heading: 'Social history and screening',
        nouns: 'answers about daily life (social history or screening)',
      },
    ]) {
      await expect(sections.getByRole('link', { name: link })).toContainText('not shared');
      await openSection(page, link);
      await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible();
      const main = page.getByRole('main');
      await expect(main).toContainText(`did not share ${nouns}`);
      await expect(main).toContainText('You can allow it by signing in again.');
      expect(await main.innerText()).not.toMatch(claims);
      await expect(page.getByRole('row')).toHaveCount(0);
    }
    await openSection(page, 'Summary');
    await expect(page.getByRole('main')).not.toContainText(/no (known )?allergies/i);

    // What was shared is there all the same.
    await openSection(page, 'Medications');
    await expect(page.getByRole('row').nth(1)).toBeVisible();
    const asked = recordRequests(sandbox).map((url) => url.split(/[/?]/, 1)[0]);
    expect(asked).not.toContain('AllergyIntolerance');
    expect(asked).not.toContain('Observation');
    expect(asked).toContain('MedicationRequest');
    expect(sandbox.control.received.filter(({ status }) => status === 403)).toEqual([]);
  },
);

test(
  'with only the patient’s details shared, every section says so and nothing else is asked',
  { tag: '@threat-21' },
  async ({ page, appUrl, sandbox }) => {
    const everything = [
      /^Family and contacts/,
      /^Insurance/,
      /^Allergies/,
      /^Problems and health concerns/,
      /^Prescribed medicines/,
      /^Medicines handed out/,
      /^Medicines given/,
      /^Vaccinations/,
      /^Results, vital signs/,
      /^Reports of laboratory/,
      /^Notes and documents/,
      /^Specimens/,
      /^Visits/,
      /^Procedures/,
      /^Care plans/,
      /^Goals/,
      /^Care team/,
      /^Implants and devices/,
      /^Orders and referrals/,
      /^Who recorded what/,
    ];
    await openAsPatient(page, appUrl, people.david, undefined, ...everything);
    const links = page.getByRole('navigation', { name: 'Sections' }).getByRole('link');
    const told = links.filter({ hasText: 'not shared' });
    // Views over the whole chart say in themselves what they lack.
    const shown = ['Summary', 'Timeline', 'What changed', 'Demographics'];
    await expect(told).toHaveCount((await links.count()) - shown.length);
    for (const shared of shown) await expect(told.filter({ hasText: shared })).toHaveCount(0);
    expect(await page.getByRole('main').innerText()).not.toMatch(claims);
    const asked = new Set(recordRequests(sandbox).map((url) => url.split(/[/?]/, 1)[0]));
    asked.delete('Practitioner');
    asked.delete('Organization');
    expect([...asked]).toEqual(['Patient']);
  },
);

test.describe('where a system shares observations by category', () => {
  const category = 'http://terminology.hl7.org/CodeSystem/observation-category|laboratory';
  test.use({
    setup: {
      changeConfig: (config) =>
        config.replaceAll('"patient/Observation.read"', `"patient/Observation.rs?category=${category}"`),
    },
  });

  test(
    'one category is read, and the others are said not to be shared',
    { tag: '@threat-21' },
    async ({ page, appUrl, sandbox }) => {
      await openAsPatient(page, appUrl);
      await expectAllRead(page);
      await openSection(page, 'Laboratory');
      await expect(page.getByRole('main')).toContainText('Potassium');
      await openSection(page, 'Vital signs');
      await expect(page.getByRole('main')).toContainText('did not share vital signs');
      expect(await page.getByRole('main').innerText()).not.toMatch(claims);
      const observations = recordRequests(sandbox).filter((url) => url.startsWith('Observation'));
      expect(observations.length).toBeGreaterThan(0);
      expect(observations.filter((url) => !/[?&]category=([^&]*\|)?laboratory(&|$)/.test(url))).toEqual([]);
    },
  );
});
