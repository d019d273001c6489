/** One walk through every section for each earlier version of FHIR: the same person, read whole, as R4 in `sections.spec.ts`. */
import { people } from '#sandbox/cast.ts';
import { doors, enterDoor, type Door } from './door-steps.ts';
import { expect, test } from './fixtures.ts';
import { bannerOf, expectAllRead } from './steps.ts';
import { walk } from './walk-steps.ts';
import { davidIn } from './walks-earlier.ts';

for (const version of ['STU3', 'DSTU2'] as const) {
  const door: Door = doors.find((each) => each.version === version)!;
  test(`every section in ${version}: ${people.david.name}`, async ({ page, sandbox, appUrl, witness }) => {
    test.slow();
    witness.expectErrors(/Failed to load resource.*40[034]/);
    sandbox.control.switches.banner = 'true';
    await enterDoor(door, { page, sandbox, appUrl });
    await expectAllRead(page);
    for (const fact of ['SMITH, DAVID', 'born Mar 14, 1974', 'Penicillin G anaphylaxis'])
      await expect(bannerOf(page)).toContainText(fact);
    // Read as R4's: with the clinical words, from the EHR or not.
    await page.getByRole('button', { name: 'View and session' }).click();
    await page.getByRole('menuitemradio', { name: 'Clinical words' }).click();
    await walk(page, davidIn(version, door.label));
  });
}
