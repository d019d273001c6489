/** A list that several searches feed, of which some were refused: it is neither whole, nor none, nor not shared. */
import { people } from '#sandbox/cast.ts';
import { expectGood } from './axe.ts';
import { goTo, mainOf, navOf, openWholeChart, rowsOf } from './chart-steps.ts';
import { expect, test } from './fixtures.ts';
import { expectAllRead, openAsPatient } from './steps.ts';

const medications = (page: Parameters<typeof navOf>[0]) =>
  navOf(page).getByRole('link', { name: /^Medications/ });

test('medicines that a patient shares are shown, and those that they do not are named', async ({
  page,
  appUrl,
}) => {
  await openAsPatient(page, appUrl, people.david, undefined, /^Medicines handed out/);
  await expectAllRead(page);
  await goTo(page, 'Medications');
  await expect(rowsOf(page, /^Lisinopril 20 mg/)).toBeVisible();
  await expect(mainOf(page)).toContainText(
    'Part of this list was not shared with this app, so something may be missing: MedicationDispense. You can allow it by signing in again.',
  );
  await expect(medications(page)).toContainText('in part');
  await expectGood(page, 'medications, shared in part');
});

test('where what was shared holds none, the list is not said to be empty, nor not shared at all', async ({
  page,
  sandbox,
  witness,
}) => {
  witness.expectErrors(/Failed to load resource.*403/);
  sandbox.control.faults.push({ target: 'MedicationRequest', kind: 'status', status: 403 });
  await openWholeChart(page, sandbox, people.jordan);
  await goTo(page, 'Medications');
  await expect(mainOf(page)).toContainText(
    'NextGen Office (sandbox) does not let this app read part of this list: MedicationRequest. The practice can change that. What was shared holds no medications.',
  );
  await expect(mainOf(page)).not.toContainText(/are recorded|read medications/);
  await expect(medications(page)).toContainText('in part');
  await expectGood(page, 'medications, one search refused');
});
