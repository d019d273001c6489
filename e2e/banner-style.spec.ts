/** The EHR may show a banner of its own, or not; it may lend its looks, or something that is none. Who this is stands on top either way. */
import type { Page } from '@playwright/test';
import { people } from '#sandbox/cast.ts';
import { expectAccessible, expectGood } from './axe.ts';
import { mainOf, openChart, openWholeChart } from './chart-steps.ts';
import { lowContrasts } from './contrast.ts';
import { expect, test } from './fixtures.ts';
import { bannerOf, expectAllRead } from './steps.ts';

const banners = ['"false"', 'false', '"true"', 'true', 'absent'] as const;
const styles = ['ehr', 'portal', 'absent', 'malformed', 'unreadable', 'not-found'] as const;

/** Two identifiers and the name, whatever the EHR says of its own banner. */
async function expectTwoIdentifiers(page: Page): Promise<void> {
  const banner = bannerOf(page);
  await expect(banner).toContainText('SMITH, DAVID');
  await expect(banner).toContainText('born Mar 14, 1974');
  await expect(banner).toContainText('HF428946492');
}

async function expectSize(page: Page, size: 'whole' | 'slim'): Promise<void> {
  const banner = bannerOf(page);
  await expectTwoIdentifiers(page);
  // Age, sex and the worst allergies stand in either; how many more there are is said.
  await expect(banner).toContainText(/\d\d years?/);
  await expect(banner).toContainText('Male');
  await expect(banner).toContainText('Penicillin G');
  await expect(banner).toContainText('Sulfonamides');
  await expect(banner).toContainText('Visit of Nov 21, 2026');
  await expect(banner.getByText('Latex')).toHaveCount(size === 'whole' ? 1 : 0);
  await expect(banner.getByRole('link', { name: 'and 1 more' })).toHaveCount(size === 'whole' ? 0 : 1);
}

/** What an EHR's style can be seen by: the face of the text, the colour of the page and of its links. */
async function looksOf(
  page: Page,
): Promise<{ readonly font: string; readonly page: string; readonly link: string }> {
  await expect(
    mainOf(page)
      .getByRole('link', { name: /^All \d+/ })
      .first(),
  ).toBeVisible();
  return page.evaluate(() => {
    const { fontFamily } = getComputedStyle(document.body);
    const { backgroundColor } = getComputedStyle(document.documentElement);
    const link = [...document.querySelectorAll('main a')].find(({ textContent }) =>
      /^All \d+/.test(textContent),
    );
    return { font: fontFamily, page: backgroundColor, link: getComputedStyle(link!).color };
  });
}

for (const style of styles) {
  test(`style ${style}: every spelling of the EHR’s wish for a banner`, async ({
    page,
    sandbox,
    witness,
  }) => {
    if (style === 'not-found') witness.expectErrors(/Failed to load resource.*404/);
    const { switches } = sandbox.control;
    switches.style = style;
    for (const banner of banners) {
      switches.banner = banner;
      await openWholeChart(page, sandbox);
      await expectSize(page, /false/.test(banner) ? 'slim' : 'whole');
    }
    expect(await lowContrasts(page)).toEqual([]);
  });
}

test('the EHR’s looks are taken on; broken and missing ones leave ours', async ({
  page,
  sandbox,
  witness,
}) => {
  witness.expectErrors(/Failed to load resource.*404/);
  const { switches } = sandbox.control;
  const seen: Record<string, Awaited<ReturnType<typeof looksOf>>> = {};
  for (const style of ['absent', 'ehr', 'portal', 'malformed', 'unreadable', 'not-found'] as const) {
    switches.style = style;
    sandbox.control.received = [];
    await openWholeChart(page, sandbox);
    await expect(
      mainOf(page)
        .getByRole('link', { name: /^All \d+/ })
        .first(),
    ).toBeVisible();
    if (style !== 'absent')
      await expect
        .poll(
          () =>
            sandbox.control.received.filter(({ server, status }) => server === 'style' && status > 0).length,
        )
        .toBe(1);
    if (style === 'ehr') await expect(mainOf(page)).toHaveCSS('font-family', /Open Sans/);
    if (style === 'portal') await expect(mainOf(page)).toHaveCSS('font-family', /Georgia/);
    if (style === 'unreadable')
      await expect.poll(async () => (await looksOf(page)).page).toBe('rgb(255, 255, 255)');
    seen[style] = await looksOf(page);
  }
  expect(seen['ehr']?.link).toBe('rgb(11, 110, 153)');
  expect(seen['ehr']?.page).toBe('rgb(244, 247, 250)');
  expect(seen['portal']?.link).toBe('rgb(91, 63, 140)');
  expect(seen['malformed']).toEqual(seen['absent']);
  expect(seen['not-found']).toEqual(seen['absent']);
});

test('where the EHR’s look brings light or dark, the menu says so, and the reader’s own choice goes before it', async ({
  page,
  sandbox,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  sandbox.control.switches.style = 'ehr';
  await openWholeChart(page, sandbox);
  await expect(mainOf(page)).toHaveCSS('font-family', /Open Sans/);
  await expect.poll(async () => (await looksOf(page)).page).toBe('rgb(244, 247, 250)');
  await page.getByRole('button', { name: 'View and session' }).click();
  const asEhr = page.getByRole('menuitemradio', { name: /As .+ looks \(light\)$/ });
  await expect(asEhr).toBeChecked();
  await expect(page.getByRole('menuitemradio', { name: 'Light or dark as the device' })).toHaveCount(0);
  await expectAccessible(page, 'the reader’s menu with the EHR’s look');
  await page.getByRole('menuitemradio', { name: 'Dark', exact: true }).click();
  await expect(asEhr).not.toBeChecked();
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await looksOf(page)).page).not.toBe('rgb(244, 247, 250)');
  await page.getByRole('button', { name: 'View and session' }).click();
  await asEhr.click();
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await looksOf(page)).page).toBe('rgb(244, 247, 250)');
});

test('a slow style holds up neither banner nor chart', async ({ page, sandbox }) => {
  sandbox.control.switches.banner = 'true';
  sandbox.control.faults = [{ target: 'style', kind: 'slow', delayMs: 60_000 }];
  await openWholeChart(page, sandbox);
  await expectSize(page, 'whole');
  await expect(mainOf(page).getByRole('region', { name: 'Laboratory results' })).toContainText(
    'Critical high 6.1',
  );
  const asked = () =>
    sandbox.control.received.filter(({ server }) => server === 'style').map(({ status }) => status);
  await expect.poll(asked, { message: 'asked for, and not answered yet' }).toEqual([0]);
});

test('in the dark, text can be read in every style', async ({ page, sandbox }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  sandbox.control.switches.banner = 'true';
  for (const style of ['absent', 'portal', 'unreadable'] as const) {
    sandbox.control.switches.style = style;
    await openWholeChart(page, sandbox);
    if (style === 'portal') await expect(mainOf(page)).toHaveCSS('font-family', /Georgia/);
    expect(await lowContrasts(page), style).toEqual([]);
  }
});

test(
  'the name stands in the title while the chart is open, and not in the history of the browser',
  { tag: '@threat-13' },
  async ({ page, sandbox }) => {
    await openWholeChart(page, sandbox);
    await expect(page).toHaveTitle('Summary · SMITH, DAVID');
    const left = await page.evaluate(() => {
      window.dispatchEvent(new PageTransitionEvent('pagehide'));
      const { title } = document;
      window.dispatchEvent(new PageTransitionEvent('pageshow'));
      return title;
    });
    expect(left).toBe('Chartside');
    await expect(page).toHaveTitle('Summary · SMITH, DAVID');

    await page.goto(sandbox.ehrUrl);
    const session = await page.context().newCDPSession(page);
    const { entries } = await session.send('Page.getNavigationHistory');
    expect(entries.length).toBeGreaterThan(1);
    expect(entries.map(({ title }) => title).filter((title) => /smith/i.test(title))).toEqual([]);
  },
);

test('the banner stays on top of a long page, wide and narrow', async ({ page, sandbox }) => {
  sandbox.control.switches.banner = 'true';
  for (const width of [1280, 768]) {
    await page.setViewportSize({ width, height: 700 });
    await openWholeChart(page, sandbox);
    // A page that is still being drawn may not scroll yet.
    await expect
      .poll(async () => {
        await page.mouse.wheel(0, 5000);
        return page.evaluate(() => scrollY);
      })
      .toBeGreaterThan(100);
    await expect(page.getByText('SMITH, DAVID').first()).toBeInViewport();
  }
});

test('a chart opened for a visit says which', async ({ page, sandbox }) => {
  sandbox.control.switches.banner = 'true';
  await openChart(page, sandbox, people.david);
  await expectAllRead(page);
  await expect(bannerOf(page)).toContainText(/Visit of Nov 21, 2026.* · Office visit/);
  sandbox.control.switches.encounter = 'none';
  await openChart(page, sandbox, people.david);
  await expectAllRead(page);
  await expect(bannerOf(page)).not.toContainText('Visit of');
});

test('a slim banner says which kind of nothing there is, and leads to the allergies it has no room for', async ({
  page,
  sandbox,
}) => {
  sandbox.control.switches.banner = '"false"';
  await openChart(page, sandbox, people.jordan);
  await expect(bannerOf(page)).toContainText('No allergies recorded');
  await openChart(page, sandbox, people.sven);
  await expect(bannerOf(page)).toContainText('also recorded: ');
  await openChart(page, sandbox, people.newborn);
  await expect(bannerOf(page)).toContainText(/\d+ days · born /);
  await openChart(page, sandbox);
  await expect(bannerOf(page)).toContainText('Penicillin G');
  await bannerOf(page).getByRole('link', { name: 'and 1 more' }).click();
  await expect(page.getByRole('heading', { name: 'Allergies', level: 1 })).toBeVisible();
  await expect(mainOf(page).getByRole('table').first()).toContainText('Latex');
  await expectGood(page, 'allergies under a slim banner');
});
