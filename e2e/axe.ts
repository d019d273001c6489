import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { lowContrasts } from './contrast.ts';
import { expect } from './fixtures.ts';

const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/** Holds what is on the page to WCAG 2.2 AA, as far as a machine can tell. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode()
    .withTags(standard)
    .analyze();
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

/** The same page in the dark: only its colours are other ones. */
export async function expectReadableInTheDark(page: Page, what: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await lowContrasts(page), `${what}, dark`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Nothing has to be scrolled sideways to be read (WCAG 1.4.10), but what has a scroller of its own. */
export async function expectNoSidewaysScroll(page: Page, what: string): Promise<void> {
  const { wide, room } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    room: document.documentElement.clientWidth,
  }));
  expect(wide, `${what}: width of the page in ${room} px`).toBeLessThanOrEqual(room);
}
