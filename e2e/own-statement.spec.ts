/** What a system says it offers: read behind everything else where something is to be explained, or at a press. */
import { people } from '#sandbox/cast.ts';
import { expectGood } from './axe.ts';
import { goTo, mainOf, openWholeChart } from './chart-steps.ts';
import { expect, test } from './fixtures.ts';
import { chooseInMenu, received, recordRequests } from './steps.ts';

const why = 'Ask NextGen Office (sandbox) why';

test('a section that was refused is explained once the chart is complete, and diagnostics says the rest', async ({
  page,
  sandbox,
  witness,
}, testInfo) => {
  witness.expectErrors(/Failed to load resource/);
  sandbox.control.faults.push(
    { target: 'Goal', kind: 'status', status: 403 },
    { target: 'Device', kind: 'status', status: 404 },
  );
  await openWholeChart(page, sandbox, people.david);
  await goTo(page, 'Devices');
  await expect(mainOf(page)).toContainText('does not offer devices to apps.');
  await expect(mainOf(page).getByRole('status')).toContainText(
    'NextGen Office (sandbox)’s own statement lists Device. The request was refused all the same.',
  );
  await expect(mainOf(page).getByRole('button', { name: why })).toHaveCount(0);
  await page.screenshot({ path: testInfo.outputPath('devices-why.png') });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 375, height: 760 });
  await page.screenshot({ path: testInfo.outputPath('devices-dark-narrow.png') });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 800 });
  await expectGood(page, 'a section that says why');
  // One statement explains all sections, and it came after everything else.
  await goTo(page, 'Goals');
  await expect(mainOf(page)).toContainText('own statement lists Goal.');
  expect(received(sandbox, '/metadata')).toHaveLength(1);
  expect(recordRequests(sandbox).findIndex((path) => path.startsWith('metadata'))).toBe(
    recordRequests(sandbox).length - 1,
  );

  await chooseInMenu(page, 'Diagnostics');
  const said = page.getByRole('region', { name: 'What NextGen Office (sandbox) says it offers' });
  await expect(said.getByText('HAPI FHIR Server')).toBeVisible();
  await expect(said.getByText('Goal, Device')).toBeVisible();
  await page.screenshot({ path: testInfo.outputPath('diagnostics.png'), fullPage: true });
  await expectGood(page, 'diagnostics with the system’s statement');
  expect(received(sandbox, '/metadata')).toHaveLength(1);
});

test('an explanation that did not come is asked for at a press', async ({
  page,
  sandbox,
  witness,
}, testInfo) => {
  witness.expectErrors(/Failed to load resource/);
  sandbox.control.faults.push(
    { target: 'Device', kind: 'status', status: 404 },
    { target: 'metadata', kind: 'status', status: 500 },
  );
  await openWholeChart(page, sandbox, people.david);
  await goTo(page, 'Devices');
  await expect.poll(() => received(sandbox, '/metadata').length).toBe(1);
  const ask = mainOf(page).getByRole('button', { name: why });
  await expect(ask).toBeVisible();
  await expect(mainOf(page).getByRole('status')).toHaveText('');
  await page.screenshot({ path: testInfo.outputPath('devices.png') });
  await expectGood(page, 'a section that is not offered');
  sandbox.control.faults.length = 1;
  await ask.click();
  await expect(mainOf(page).getByRole('status')).toContainText('own statement lists Device.');
  expect(received(sandbox, '/metadata')).toHaveLength(2);
});

test('diagnostics asks at the press of a button; a system that does not answer may be asked again', async ({
  page,
  sandbox,
  witness,
}) => {
  witness.expectErrors(/Failed to load resource/);
  await openWholeChart(page, sandbox, people.david);
  await chooseInMenu(page, 'Diagnostics');
  const said = page.getByRole('region', { name: 'What NextGen Office (sandbox) says it offers' });
  const ask = said.getByRole('button', { name: 'Ask NextGen Office (sandbox) what records it offers' });
  expect(received(sandbox, '/metadata')).toHaveLength(0);
  sandbox.control.faults.push({ target: 'metadata', kind: 'status', status: 500 });
  await ask.click();
  await expect(said.getByRole('status')).toHaveText(
    'NextGen Office (sandbox) did not say. The EHR answered with an error.',
  );
  sandbox.control.faults.length = 0;
  await ask.click();
  await expect(said.getByRole('status')).toHaveText('Read.');
  await expect(said.getByText('4.0.1')).toBeVisible();
});
