/** Steps of the stories about print and files: what leaves the screen is read back as its receiver would read it. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures.ts';
import { pdfPages } from './pdf-text.ts';
import { chooseInMenu } from './steps.ts';

export async function openTakeAway(page: Page): Promise<void> {
  await chooseInMenu(page, 'Print or take away');
  await expect(page.getByRole('heading', { name: 'Print or take away', level: 1 })).toBeVisible();
}

export function preview(page: Page): Locator {
  return page.getByRole('region', { name: 'Preview of what will be printed' });
}

/** The text of each page of what the browser prints now. */
export async function printed(page: Page): Promise<readonly string[]> {
  return pdfPages(await page.pdf({ format: 'Letter' }));
}

export interface SavedFile {
  readonly name: string;
  readonly text: string;
  readonly bytes: Buffer;
}

/** Clicks something that saves a file, and reads it back. */
export async function saved(page: Page, button: Locator): Promise<SavedFile> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const bytes = await readFile(await download.path());
  return { name: download.suggestedFilename(), text: bytes.toString('utf8'), bytes };
}

/** Opens the menu of a list or of an open record. */
export async function openMenuOf(within: Locator, name = 'Copy, save, print'): Promise<void> {
  await within.getByRole('button', { name }).click();
}

/** A name that says what the file is and the day, and nothing of anybody. */
export const harmless = /^chartside-[a-z-]+-\d{4}-\d\d-\d\d\.(json|csv|txt|svg|png)$/;
