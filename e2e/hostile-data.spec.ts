/** A record whose every text tries to be a page, a program or an address: all of it is text, on every page of the chart. */
import type { Locator } from '@playwright/test';
import { people } from '#sandbox/cast.ts';
import {
  eachSection,
  expectRecordStands,
  goToPlace,
  mainOf,
  navOf,
  openWholeChart,
  recordOf,
} from './chart-steps.ts';
import { expect, test } from './fixtures.ts';

/** Elements and attributes that nothing of the app's own has in a record: each would be the record's own markup. */
function markupIn(panel: Locator): Promise<readonly string[]> {
  return panel.evaluate((root) =>
    [...root.querySelectorAll('*')].flatMap((one) => [
      ...(one.matches('script, style, link, meta, base, form, iframe, object, embed, math, img')
        ? [one.localName]
        : []),
      ...one
        .getAttributeNames()
        .filter((name) => name.startsWith('on'))
        .map((name) => `${one.localName} ${name}`),
    ]),
  );
}

test(
  'every section, every record and every part of it',
  { tag: '@threat-8' },
  async ({ page, sandbox, witness }) => {
    test.slow();
    await openWholeChart(page, sandbox, people.hostile);
    // The name is shown as it was written.
    await expect(page.getByRole('banner')).toContainText('TESTPATIENT <script>');
    const where = page.url();

    let records = 0;
    await eachSection(page, async (_heading, place) => {
      // What these list opens in the sections of its own, and is opened there.
      if (['/chart', '/chart/timeline', '/chart/changes'].includes(place)) return;
      const rows = mainOf(page).getByRole('rowheader').getByRole('link');
      const all = await rows.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''));
      for (const record of all) {
        await mainOf(page).locator(`a[href="${record}"]`).first().click();
        await expectRecordStands(page);
        records += 1;
        for (const part of ['Codes', 'Everything sent', 'Raw record (FHIR)']) {
          const summary = recordOf(page).getByText(part, { exact: true });
          if (await summary.count()) await summary.first().click();
        }
        expect(await markupIn(recordOf(page)), record).toEqual([]);
        await page.keyboard.press('Escape');
        await expect(recordOf(page)).toHaveCount(0);
      }
    });
    expect(records, 'records opened').toBeGreaterThan(10);

    // No markup of the record's became markup of the page.
    const made = await page.evaluate(() => ({
      owned: 'chartsideOwned' in globalThis,
      scripts: [...document.scripts].filter(({ src, type }) => src === '' && type !== 'application/json')
        .length,
      frames: document.querySelectorAll('iframe, object, embed, form, base, meta[http-equiv]').length,
    }));
    expect(made).toEqual({ owned: false, scripts: 0, frames: 0 });
    expect(witness.dialogs).toEqual([]);
    expect(new URL(page.url()).origin).toBe(new URL(where).origin);
  },
);

test(
  'addresses in the record are words: nothing but the chart’s own pages can be followed',
  { tag: '@threat-10' },
  async ({ page, sandbox }) => {
    await openWholeChart(page, sandbox, people.hostile);
    for (const place of ['demographics', 'problems', 'care-plan', 'documents', 'results']) {
      await goToPlace(page, `/chart/${place}`);
      const targets = await page
        .getByRole('link')
        .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
      expect(
        targets.filter((target) => !/^(\/chart(\/|$)|#content$)/.test(target)),
        place,
      ).toEqual([]);
    }
    await navOf(page).locator('a[href="/chart/demographics"]').click();
    await expect(mainOf(page)).toContainText('javascript:alert(document.domain)');
  },
);

test('text that turns the line round or never ends stays in its place', async ({ page, sandbox }) => {
  sandbox.control.switches.banner = 'true';
  await openWholeChart(page, sandbox, people.hostile);
  await navOf(page).locator('a[href="/chart/problems"]').click();
  const name = mainOf(page).getByRole('rowheader').filter({ hasText: 'Pneumono' });
  await expect(name).toBeVisible();
  const { right, room } = await name.evaluate((cell) => ({
    right: cell.getBoundingClientRect().right,
    room: document.documentElement.clientWidth,
  }));
  expect(right).toBeLessThanOrEqual(room);
  // A right-to-left override in one text does not reach the text beside it.
  await navOf(page).locator('a[href="/chart/medications"]').click();
  const row = mainOf(page).getByRole('row').filter({ hasText: '500 mg' });
  await expect(row).toContainText('Take <b>one</b>');
  const isolated = await row
    .getByRole('link')
    .first()
    .evaluate((link) => getComputedStyle(link).unicodeBidi);
  expect(isolated).toMatch(/isolate|plaintext/);
});
