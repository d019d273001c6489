/** A patient of NextGen Office through its STU3 base: the same sign-in, the same person, the same chart. */
import { people } from '#sandbox/cast.ts';
import { eachSection, goTo, mainOf, rowsOf } from './chart-steps.ts';
import { expect, test } from './fixtures.ts';
import { bannerOf, david, expectAllRead, openAsPatient, received } from './steps.ts';

/** The portal's entry with the base above the one of R4. */
function portalAtR3(config: string): string {
  const parsed = JSON.parse(config) as {
    systems: { id: string; fhirBase: string; aud?: string; scopes: object }[];
  };
  const systems = parsed.systems.map((system) => {
    if (system.id !== 'sandbox-portal') return system;
    const fhirBase = system.fhirBase.replace(/\/r4$/, '');
    const standalone = ['launch/patient', 'openid', 'fhirUser', 'offline_access', 'patient/*.read'];
    return { ...system, fhirBase, aud: fhirBase, fhirVersion: 'STU3', scopes: { standalone } };
  });
  return JSON.stringify({
    ...parsed,
    // One entry a base: R4's lies below this one, and stays with the EHR's.
    systems: systems.filter(({ id }) => id !== 'sandbox-office-r3'),
  });
}

test.use({ setup: { changeConfig: portalAtR3 }, unlimited: true });

test('a patient’s record in STU3 is read whole, section by section', async ({ page, appUrl, sandbox }) => {
  test.slow();
  await openAsPatient(page, appUrl, people.david, david);
  await expect(bannerOf(page)).toContainText('Mar 14, 1974');
  await expectAllRead(page);
  expect(received(sandbox, '/api/fhir/ProcedureRequest')).toHaveLength(1);

  await goTo(page, 'Allergies');
  await expect(rowsOf(page, /Penicillin G/)).toContainText(/anaphylaxis/i);
  await goTo(page, 'Medications');
  // A MedicationStatement here: what he says he takes.
  await expect(rowsOf(page, /Aspirin 81 mg/)).toContainText(/reported/i);
  await goTo(page, 'Orders');
  await expect(rowsOf(page, /Potassium, repeat/)).toBeVisible();

  await eachSection(page, async () => {
    await expect(mainOf(page).getByText(/could not be (read|drawn)/)).toHaveCount(0);
  });
});
