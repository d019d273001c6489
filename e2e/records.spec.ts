/** Lists and records: opened, sorted, narrowed, folded, drawn over time. */
import { people } from '#sandbox/cast.ts';
import type { Running } from '#commands/start.ts';
import { goTo, holdBack, mainOf, openChart, openWholeChart, recordOf, rowsOf } from './chart-steps.ts';
import { expect, test } from './fixtures.ts';
import { expectAllRead } from './steps.ts';

test('a record’s own page: by address, with its source, its codes, and as it was sent', async ({
  page,
  sandbox,
}) => {
  await openWholeChart(page, sandbox);
  await goTo(page, 'Problems', 'Problems and health concerns');
  await rowsOf(page, /^Type 2 diabetes/)
    .getByRole('link')
    .click();
  const record = recordOf(page, 'Type 2 diabetes mellitus');
  await expect(record).toBeVisible();
  const address = page.url();
  expect(address).toMatch(/\/chart\/problems\/Condition\/PL-\w+$/);

  await page.reload();
  await expectAllRead(page);
  await expect(record).toBeVisible();
  await expect(record).toContainText(/NextGen Office \(sandbox\), read/);
  await expect(record).toContainText(/Author|Recorded/);
  await record.getByText('Codes', { exact: true }).click();
  await expect(record).toContainText('44054006');
  await expect(record).toContainText('E11.22');
  await record.getByText('Everything sent').click();
  await expect(record).toContainText('Clinical status');
  await record.getByText('Raw record (FHIR)').click();
  await expect(record).toContainText('"resourceType": "Condition"');
  await expect(record).toContainText('"code": "44054006"');

  // An address of nothing says so.
  await page.goto(address.replace(/PL-\w+$/, 'PL-nobody'));
  await expect(mainOf(page)).toContainText('This record is not in what the EHR has sent.');
  await page.goto(address.replace(/problems.*$/, 'nowhere'));
  await expect(page).toHaveURL(/\/chart$/);
});

test('current or all, sorted and narrowed: kept while the chart is open', async ({ page, sandbox }) => {
  await openWholeChart(page, sandbox);
  await goTo(page, 'Medications');
  const shown = mainOf(page).getByRole('rowheader').getByRole('link');
  await expect(shown).toHaveCount(5);
  await mainOf(page)
    .getByRole('button', { name: /^All \d+/ })
    .click();
  await expect(shown.nth(10)).toBeAttached();
  const all = await shown.count();
  await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click();
  await expect(mainOf(page)).toContainText('Sorted by name.');
  // The rows follow the words a moment later.
  await expect
    .poll(async () => {
      const names = (await shown.allInnerTexts()).map((name) => name.split(' ')[0] ?? '');
      return names.join() === names.toSorted((a, b) => a.localeCompare(b)).join();
    })
    .toBe(true);

  await goTo(page, 'Allergies');
  await goTo(page, 'Medications');
  await expect(shown).toHaveCount(all);
  await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'ascending');
  await mainOf(page).getByRole('searchbox', { name: 'Find in this list' }).fill('lisin');
  await expect(mainOf(page)).toContainText(/\d+ of \d+ records/);
  for (const name of await shown.allInnerTexts()) expect(name).toMatch(/Lisinopril/i);
});

test('what says the same stands together, and can be taken apart', async ({ page, sandbox }) => {
  await openWholeChart(page, sandbox, people.ruth);
  await goTo(page, 'Medications');
  const metoprolol = rowsOf(page, /^Metoprolol succinate ER 50 mg/);
  await expect(metoprolol).toHaveCount(2);
  await metoprolol.getByRole('button', { name: 'Show each' }).click();
  await expect(metoprolol).toHaveCount(3);
  await expect(rowsOf(page, /^Furosemide/)).toHaveCount(2);
});

test('a result in its course: the line, its values one by one, and the same as a table', async ({
  page,
  sandbox,
}) => {
  await openWholeChart(page, sandbox);
  await goTo(page, 'Laboratory', 'Laboratory results');
  await rowsOf(page, /^Potassium/)
    .first()
    .getByRole('link')
    .click();
  const trend = recordOf(page, 'Potassium').getByRole('region', { name: 'Over time' });
  await expect(trend).toBeVisible();
  const chart = trend.getByRole('slider');
  await expect(chart).toHaveAttribute('aria-label', /^Potassium: \d+ values, from .*2021 to Nov 21, 2026/);
  await chart.focus();
  await page.keyboard.press('End');
  await expect(chart).toHaveAttribute(
    'aria-valuetext',
    /6\.1 mmol\/L.*Nov 21, 2026|Nov 21, 2026.*6\.1 mmol\/L/,
  );
  await page.keyboard.press('ArrowLeft');
  await expect(chart).toHaveAttribute('aria-valuetext', /5\.0 mmol\/L/);
  await trend.getByRole('button', { name: 'Show as table' }).click();
  const table = trend.getByRole('table');
  await expect(table.getByRole('row').filter({ hasText: 'Nov 21, 2026' })).toContainText('6.1');
  await expect(table.getByRole('row').filter({ hasText: 'Aug 3, 2026' })).toContainText('5.0');
});

test('results by date, and only those out of range', async ({ page, sandbox }) => {
  await openWholeChart(page, sandbox);
  await goTo(page, 'Laboratory', 'Laboratory results');
  await mainOf(page).getByRole('button', { name: 'Abnormal only' }).click();
  await expect(rowsOf(page, /^Potassium/).first()).toBeVisible();
  await expect(rowsOf(page, /^Sodium/)).toHaveCount(0);
  await mainOf(page).getByRole('button', { name: 'Abnormal only' }).click();
  await mainOf(page).getByRole('button', { name: 'By date' }).click();
  await expect(mainOf(page).getByRole('grid')).toContainText('Potassium');
  await expect(
    mainOf(page)
      .getByRole('columnheader')
      .filter({ hasText: /Nov 21|Aug 3/ })
      .first(),
  ).toBeVisible();
});

/** Which lists come last, and how late, in milliseconds. */
const late: readonly (readonly [what: string, faults: Running['sandbox']['control']['faults']])[] = [
  ['one after the other', []],
  ['who it is last', [{ target: 'Patient', kind: 'slow', delayMs: 1500 }]],
  ['results last', [{ target: 'Observation', kind: 'slow', delayMs: 900 }]],
  [
    'what stands on top last',
    [
      { target: 'AllergyIntolerance', kind: 'slow', delayMs: 600 },
      { target: 'Condition', kind: 'slow', delayMs: 900 },
    ],
  ],
];

for (const [what, faults] of late)
  test(`nothing moves while the chart is being read: ${what}`, async ({ page, sandbox }) => {
    // An EHR's own measures change the page when they come: not part of this story.
    Object.assign(sandbox.control.switches, { latencyMs: 40, style: 'absent' });
    sandbox.control.faults.push(...faults);
    await page.addInitScript(() => {
      const shifts: string[] = [];
      Object.assign(globalThis, { chartShifts: shifts });
      type Shift = PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
        sources: { node: Node | null }[];
      };
      new PerformanceObserver((list) => {
        for (const { value, hadRecentInput, sources } of list.getEntries() as Shift[])
          // A word that is set right gives way to a longer one: its own box, and nothing else. Several may, in one frame.
          if (
            value > ((0.0012 * 1280) / innerWidth) * Math.max(1, sources.length) &&
            !hadRecentInput &&
            location.pathname.startsWith('/chart')
          )
            shifts.push(
              `${value.toFixed(4)} ${sources.map(({ node }) => node?.textContent?.slice(0, 40)).join(' | ')}`,
            );
      }).observe({ type: 'layout-shift', buffered: true });
    });
    for (const [width, banner] of [
      [1280, 'true'],
      [1280, '"false"'],
      [375, '"false"'],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      sandbox.control.switches.banner = banner;
      await openWholeChart(page, sandbox);
      await expect(page.getByRole('region', { name: 'Needs attention' })).toContainText('6.1 mmol/L');
      const shifts = () =>
        page.evaluate(() => (globalThis as unknown as { chartShifts: string[] }).chartShifts);
      expect(await shifts(), `at ${width} px with need_patient_banner ${banner}`).toEqual([]);
    }
  });

test('what came late is all there: cut where something stands below it, whole at a click', async ({
  page,
  sandbox,
}) => {
  const letGo = await holdBack(page, 'MedicationRequest');
  await page.setViewportSize({ width: 1280, height: 1400 });
  await openChart(page, sandbox, people.ruth);
  // What stands below the medications has come.
  await expect(page.getByRole('region', { name: 'Goals' }).locator('[data-stands]')).toBeAttached();
  letGo();
  await expectAllRead(page);
  const medications = page.getByRole('region', { name: 'Medications' });
  const whole = medications.getByRole('button', { name: 'Show all of it' });
  const before = await medications.boundingBox();
  await whole.click();
  await expect(whole).toHaveCount(0);
  await expect
    .poll(async () => (await medications.boundingBox())?.height)
    .toBeGreaterThan(before?.height ?? 0);
  await expect(medications.getByRole('listitem')).toHaveCount(6);
});
