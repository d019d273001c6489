/** One type of record is refused, broken, slow or wrong: its own section says so, all others are as they would be. */
import type { Page } from '@playwright/test';
import type { Running } from '#commands/start.ts';
import {
  chartGets,
  goTo,
  holdBack,
  mainOf,
  openChart,
  openWholeChart,
  recordOf,
  rowsOf,
} from './chart-steps.ts';
import { expect, test } from './fixtures.ts';
import { bannerOf, openAsPatient } from './steps.ts';

type Fault = Running['sandbox']['control']['faults'][number];

const logged = [/Failed to load resource/, /blocked by CORS policy/];

/** A chart whose other parts are whole. */
async function expectTheRest(page: Page): Promise<void> {
  await expect(bannerOf(page)).toContainText('HF428946492');
  await goTo(page, 'Allergies');
  await expect(rowsOf(page, 'Penicillin G')).toBeVisible();
  await goTo(page, 'Problems', 'Problems and health concerns');
  await expect(rowsOf(page, /^Type 2 diabetes/)).toBeVisible();
}

const failures: readonly (readonly [what: string, fault: Omit<Fault, 'target'>, words: string])[] = [
  ['answers with an error', { kind: 'status', status: 500 }, 'The EHR answered with an error.'],
  ['breaks off in the middle', { kind: 'truncated' }, 'The EHR’s answer could not be understood.'],
  ['answers with a web page', { kind: 'html' }, 'The EHR’s answer could not be understood.'],
  ['closes the line', { kind: 'drop' }, 'The EHR could not be reached.'],
  ['answers so that the browser hides it', { kind: 'no-cors' }, 'The EHR could not be reached.'],
];

for (const [what, fault, words] of failures) {
  test(`the EHR ${what}: the section says so, and reads when asked again`, async ({
    page,
    sandbox,
    witness,
  }) => {
    witness.expectErrors(...logged);
    sandbox.control.faults.push({ target: 'Immunization', ...fault });
    await openChart(page, sandbox);
    await expect(page.getByText('One section could not be read in full.')).toBeVisible();
    await goTo(page, 'Immunizations');
    await expect(mainOf(page)).toContainText(`Could not read immunizations. ${words}`);
    await expect(mainOf(page).getByRole('table')).toHaveCount(0);
    await expect(mainOf(page)).not.toContainText('recorded');
    await expectTheRest(page);

    sandbox.control.faults = [];
    await goTo(page, 'Immunizations');
    await mainOf(page).getByRole('button', { name: 'Try again' }).click();
    await expect(rowsOf(page, /Tdap/)).toBeVisible();
    await expect(page.getByText('could not be read in full')).toHaveCount(0);
  });
}

test('the EHR says nothing more after the first bytes: after half a minute the section says so', async ({
  page,
  sandbox,
  witness,
}) => {
  witness.expectErrors(...logged);
  await page.clock.install();
  sandbox.control.faults.push({ target: 'Immunization', kind: 'stall' });
  await openChart(page, sandbox);
  await expectTheRest(page);
  await goTo(page, 'Immunizations');
  await expect(mainOf(page)).toContainText('Reading immunizations…');
  await expect(page.getByText(/^21 of 22 sections read$/)).toBeVisible();
  await page.clock.fastForward(31_000);
  await expect(mainOf(page)).toContainText('Could not read immunizations. The EHR did not answer in time.');
  sandbox.control.faults = [];
  await mainOf(page).getByRole('button', { name: 'Try again' }).click();
  await expect(rowsOf(page, /Tdap/)).toBeVisible();
});

test('one slow type holds up nothing but itself', async ({ page, sandbox }) => {
  const letGo = await holdBack(page, 'MedicationRequest');
  await openChart(page, sandbox);
  await expectTheRest(page);
  await goTo(page, 'Medications');
  await expect(mainOf(page)).toContainText(/Reading medications…|still being read/);
  letGo();
  await expect(rowsOf(page, /Lisinopril 20 mg/)).toBeVisible();
});

test(
  'a record of somebody else is refused, counted, and never shown',
  { tag: '@threat-15' },
  async ({ page, sandbox }) => {
    sandbox.control.faults.push({ target: 'Immunization', kind: 'wrong-subject' });
    await openWholeChart(page, sandbox);
    await goTo(page, 'Immunizations');
    await expect(mainOf(page)).toContainText(
      'One record about somebody else came with these. It was refused.',
    );
    await expect(rowsOf(page, /Tdap/)).toBeVisible();
    await expect(mainOf(page)).toContainText('14 records');
    await expectTheRest(page);
  },
);

test(
  'pages that lead in a circle are followed once round',
  { tag: '@threat-23' },
  async ({ page, sandbox }) => {
    sandbox.control.switches.pageSize = 100;
    sandbox.control.faults.push({ target: 'Observation', kind: 'cyclic-paging' });
    await openWholeChart(page, sandbox);
    await goTo(page, 'Laboratory', 'Laboratory results');
    await expect(
      mainOf(page)
        .getByText(/Potassium/)
        .first(),
    ).toBeVisible();
    const pages = chartGets(sandbox).filter((url) => /^Observation|_getpages/.test(url));
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.length, 'some three hundred records in hundreds, and once round').toBeLessThan(8);
    await expectTheRest(page);
  },
);

test('a chart that comes in pages is read to its end', async ({ page, sandbox }) => {
  sandbox.control.switches.pageSize = 50;
  await openWholeChart(page, sandbox);
  await goTo(page, 'Visits');
  await expect(mainOf(page)).toContainText('22 records');
  await expect(mainOf(page)).not.toContainText('has more than is shown here');
});

test(
  'an EHR that refuses one type: not shared is not “none recorded”',
  { tag: '@threat-21' },
  async ({ page, sandbox, witness }) => {
    witness.expectErrors(...logged);
    sandbox.control.faults.push({ target: 'Procedure', kind: 'status', status: 403 });
    await openWholeChart(page, sandbox);
    await goTo(page, 'Procedures');
    await expect(mainOf(page)).toContainText(
      /does not let this app read procedures\. The practice can change that\./,
    );
    await expect(mainOf(page)).not.toContainText('No procedures are recorded');
  },
);

test('an EHR without a type: not offered is not “none recorded”', async ({ page, sandbox, witness }) => {
  witness.expectErrors(...logged);
  sandbox.control.faults.push({ target: 'Specimen', kind: 'status', status: 404 });
  await openWholeChart(page, sandbox);
  await goTo(page, 'Specimens');
  await expect(mainOf(page)).toContainText(/does not offer specimens to apps\./);
  await expect(mainOf(page)).not.toContainText('No specimens are recorded');
});

test('reading again in vain keeps what was read, and says of when it is', async ({
  page,
  sandbox,
  witness,
}) => {
  witness.expectErrors(...logged);
  await openWholeChart(page, sandbox);
  await goTo(page, 'Immunizations');
  sandbox.control.faults.push({ target: 'Immunization', kind: 'status', status: 500 });
  await page.getByRole('button', { name: 'Read again' }).click();
  await expect(mainOf(page)).toContainText(
    /Reading this list again did not work\. What is shown was read at .*\. The EHR answered with an error\./,
  );
  await expect(rowsOf(page, /Tdap/)).toBeVisible();
  await expect(page.getByText('One section could not be read in full.')).toBeVisible();
  sandbox.control.faults = [];
  await mainOf(page).getByRole('button', { name: 'Try again' }).click();
  await expect(mainOf(page)).not.toContainText('Reading this list again did not work');
});

test('who recorded what was not shared: everything else is read all the same', async ({
  page,
  sandbox,
  appUrl,
  witness,
}) => {
  // The EHR may refuse a search for what it would bring along.
  witness.expectErrors(...logged);
  await openAsPatient(page, appUrl, undefined, undefined, /Who recorded what/);
  await expect(page.getByText(/^All \d+ sections have been read\.$/)).toBeAttached();
  await goTo(page, 'Allergies');
  await page.getByRole('link', { name: 'Penicillin G' }).click();
  await expect(recordOf(page, 'Penicillin G')).toContainText(
    'The practice’s system did not say who recorded this.',
  );
  expect(chartGets(sandbox).filter((url) => !/_revinclude/.test(url)).length).toBeGreaterThanOrEqual(20);
  expect(chartGets(sandbox).length, 'a refusal is met once, not at every search').toBeLessThanOrEqual(27);
});

test('a list of which a part failed does not say of the rest that nothing is current', async ({
  page,
  sandbox,
  witness,
}) => {
  witness.expectErrors(...logged);
  sandbox.control.faults.push({ target: 'MedicationRequest', kind: 'status', status: 500 });
  await openChart(page, sandbox);
  const medications = mainOf(page).getByRole('region', { name: 'Medications' });
  await expect(medications).toContainText('Part of this list could not be read.');
  await expect(medications).toContainText('None current in what was read; 7 past records.');
});
