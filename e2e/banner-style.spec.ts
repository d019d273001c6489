/** The EHR may show a banner of its own, or not; it may lend its looks, or something that is none. Who this is stands on top either way. */
import type { Page } from '@playwright/test';
import { people } from '#sandbox/cast.ts';
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
  // The severe ones stand in either.
  await expect(banner).toContainText('Penicillin G');
  if (size === 'whole') {
    await expect(banner).toContainText(/\d\d years?/);
    await expect(banner).toContainText('Male');
    await expect(banner).toContainText('Sulfonamides');
    await expect(banner).toContainText('Latex');
    await expect(banner).toContainText('Visit of Nov 21, 2026');
  } else {
    await expect(banner).not.toContainText('Male');
    await expect(banner).not.toContainText('Sulfonamides');
  }
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

test('a slow style holds up neither banner nor chart', async ({ page, sandbox }) => {
  Object.assign(sandbox.control.switches, { style: 'slow', banner: 'true' });
  await openWholeChart(page, sandbox);
  await expectSize(page, 'whole');
  await expect(mainOf(page).getByRole('region', { name: 'Laboratory results' })).toContainText(
    'Critical high 6.1',
  );
  const asked = sandbox.control.received.filter(({ server }) => server === 'style');
  expect(
    asked.map(({ status }) => status),
    'asked for, and not answered yet',
  ).toEqual([0]);
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
