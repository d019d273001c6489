/** What the stories of a session's life and of its end look for. */
import type { Page } from '@playwright/test';
import { people } from '#sandbox/cast.ts';
import { expect } from './fixtures.ts';
import { spoken } from './steps.ts';

export const minutes = (n: number): number => n * 60_000;

/** The words of the page that stands when nobody was there. */
export const leftAlone = 'The chart was closed because nobody used it for a while.';

export async function expectNothingOfDavid(page: Page): Promise<void> {
  await expect(page.getByText(spoken(people.david.name))).toHaveCount(0);
  await expect(page.getByText(/penicillin|losartan/i)).toHaveCount(0);
  await expect(page).not.toHaveTitle(/smith|david/i);
}
