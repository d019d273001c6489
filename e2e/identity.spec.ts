/** Who this is, and what kind of person: the young, the dead, long and foreign names, everything the record says of them. */
import { people } from '#sandbox/cast.ts';
import { factsOf, goTo, mainOf, openChart, openWholeChart, rowsOf, underHeader } from './chart-steps.ts';
import { expect, test } from './fixtures.ts';
import { bannerOf } from './steps.ts';

test('a teenager’s summary says what matters: asthma, anaphylaxis, medicines as written', async ({
  page,
  sandbox,
}) => {
  await openWholeChart(page, sandbox, people.alex);
  await expect(bannerOf(page)).toContainText('Peanuts anaphylaxis');
  const problems = mainOf(page).getByRole('region', { name: 'Problems and health concerns' });
  await expect(problems).toContainText('Mild persistent asthma');
  const medications = mainOf(page).getByRole('region', { name: 'Medications' });
  await expect(medications).toContainText('2 puffs inhaled twice daily with spacer; rinse mouth after use');
  await goTo(page, 'Allergies');
  await expect(rowsOf(page, /^Cashews Unconfirmed/)).toBeVisible();
  await expect(rowsOf(page, 'Egg')).toHaveCount(0);
  await mainOf(page)
    .getByRole('button', { name: /^All 4/ })
    .click();
  await expect(await underHeader(page, rowsOf(page, 'Egg'), 'Status')).toHaveText('Resolved');
});

test('somebody who has died: said in the banner, with the age at death', async ({ page, sandbox }) => {
  sandbox.control.switches.banner = 'true';
  await openWholeChart(page, sandbox, people.walter);
  await expect(bannerOf(page)).toContainText('Died Aug 14, 2026');
  await expect(bannerOf(page)).toContainText('79 years at death');
  await goTo(page, 'Demographics');
  await expect.poll(() => factsOf(mainOf(page))).toContainEqual(expect.stringMatching(/^Died: Aug 14, 2026/));
  sandbox.control.switches.banner = 'false';
  await openChart(page, sandbox, people.walter);
  await expect(bannerOf(page)).toContainText('Died Aug 14, 2026');
});

test('long and foreign names are whole, on the banner and in the details', async ({ page, sandbox }) => {
  sandbox.control.switches.banner = 'true';
  await openWholeChart(page, sandbox, people.maximiliana);
  await expect(
    bannerOf(page)
      .getByText(/CUNIGUNDE ANASTASIA/)
      .first(),
  ).toBeInViewport({ ratio: 1 });
  await openWholeChart(page, sandbox, people.xiuying);
  await expect(bannerOf(page)).toContainText('秀英');
  await goTo(page, 'Demographics');
  await expect(mainOf(page)).toContainText('WANG, XIUYING');
  await expect(mainOf(page)).toContainText('李');
  await openWholeChart(page, sandbox, people.fatima);
  await expect(bannerOf(page)).toContainText('interpreter needed');
  await expect(bannerOf(page)).toContainText('Speaks Arabic');
  await expect(bannerOf(page)).toContainText('بنسلين (penicillin)');
  await goTo(page, 'Demographics');
  await expect(mainOf(page)).toContainText('فاطمة');
});

test('demographics: everything the record says of the person', async ({ page, sandbox }) => {
  await openWholeChart(page, sandbox, people.sam);
  await goTo(page, 'Demographics');
  const facts = async () => (await factsOf(mainOf(page))).join('\n');
  for (const fact of [
    /Sex at birth: Female/,
    /Gender identity: .*nonbinary/i,
    /Pronouns: they\/them/,
    /Race: .*American Indian or Alaska Native/,
    /Navajo/,
    /Tribal affiliation: Navajo Nation.*/,
    /Ethnicity: Not Hispanic or Latino/,
    /Languages: English/,
    /PO BOX 12, ROUTE 7/,
  ])
    await expect.poll(facts).toMatch(fact);
});
