import { people } from '#sandbox/cast.ts';
import { expect, test } from './fixtures.ts';
import {
  bannerOf,
  clickApp,
  enterEhr,
  expectChartOf,
  openEhrChart,
  openSection,
  provider,
  share,
  signIn,
} from './steps.ts';

test('a clinician opens the app from a chart: sign-in, consent, banner, allergies', async ({
  page,
  sandbox,
}) => {
  await enterEhr(page, sandbox);
  await openEhrChart(page, people.david);
  const app = await clickApp(page);
  await signIn(app, provider);
  await share(app);

  await expectChartOf(app, people.david);
  const banner = bannerOf(app);
  await expect(banner).toContainText('Mar 14, 1974');
  await expect(banner).toContainText('HF428946492');
  await expect(banner).toContainText('Penicillin G');

  await openSection(app, 'Allergies');
  await expect(app.getByRole('heading', { name: 'Allergies', level: 1 })).toBeVisible();
  const penicillin = app.getByRole('row', { name: /Penicillin G/ });
  await expect(penicillin).toContainText(/anaphylaxis/i);
});
