import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/** Holds what is on the page to WCAG 2.2 AA, as far as a machine can tell. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  await expectNone(page, (axe) => axe.withTags(standard), what);
}

async function expectNone(page: Page, asked: (axe: AxeBuilder) => AxeBuilder, what: string): Promise<void> {
  // A heading can stand before the style sheets of its page have come.
  await page.waitForLoadState('load');
  // What the browser has not laid out yet (`content-visibility`) lies across what follows it, as far as axe can see.
  const laidOut = await page.evaluateHandle(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { content-visibility: visible !important; }');
    document.adoptedStyleSheets.push(sheet);
    return sheet;
  });
  const { violations } = await asked(new AxeBuilder({ page })).setLegacyMode().analyze();
  await laidOut.evaluate((sheet) => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  });
  const found = violations.flatMap(({ id, nodes }) =>
    nodes
      .slice(0, 5)
      .map(
        ({ target, failureSummary = '' }) =>
          `${id}: ${target.join(' ')}: ${failureSummary.replaceAll(/\s+/g, ' ')}`,
      ),
  );
  expect(found, what).toEqual([]);
}

/** The same page in the dark: only its colours are other ones, so only what axe knows about colours is asked again. */
export async function expectReadableInTheDark(page: Page, what: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectNone(page, (axe) => axe.withRules(['color-contrast', 'link-in-text-block']), `${what}, dark`);
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Nothing has to be scrolled sideways to be read (WCAG 1.4.10), but what has a scroller of its own. */
export async function expectNoSidewaysScroll(page: Page, what: string): Promise<void> {
  await expect
    .poll(
      () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      { message: `${what}: pixels to scroll sideways at ${page.viewportSize()?.width} px` },
    )
    .toBeLessThanOrEqual(0);
}

export const narrow = { width: 375, height: 760 } as const;
export const wide = { width: 1280, height: 800 } as const;

/** A page in both themes and at both widths. Only layout differs with width, and only colours with the theme. */
export async function expectGood(page: Page, what: string): Promise<void> {
  await expectAccessible(page, what);
  await expectReadableInTheDark(page, what);
  await page.setViewportSize(narrow);
  await expectAccessible(page, `${what}, narrow`);
  await expectNoSidewaysScroll(page, `${what}, narrow`);
  await page.setViewportSize(wide);
}
