/** The page that stands where a chart would have stood: what every story of a failure expects of it. */
import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** Words of protocols and of programmers: none of them is for readers. */
const protocolWords =
  /\b(oauth|token|scopes?|iss|aud|issuer|401|403|404|500|redirect|uri|url|cors|json|fhir|endpoint|http|server error|exception|undefined|null|invalid_\w+|access_denied|pkce|callback|session ?storage)\b/i;

export interface Expected {
  readonly what: string;
  readonly todo: RegExp;
  readonly code: string;
}

/** The page says what happened and what to do, names a support code, and has a report that gives nothing away. */
export async function expectFailure(page: Page, { what, todo, code }: Expected): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(what);
  const main = page.getByRole('main');
  await expect(main).toContainText(todo);
  await expect(main).toContainText(`Support code ${code}`);
  expect(await main.innerText()).not.toMatch(protocolWords);
  await expect(page).toHaveTitle('The chart is not open – Chartside');

  await page.getByText('Details for support').click();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy the report' }).click();
  await expect(page.getByText('The report is copied.')).toBeVisible();
  const report = await page.evaluate(() => navigator.clipboard.readText());
  expect(report).toContain(`Code: ${code}`);
  expect(report).not.toMatch(/https?:|localhost|127\.0\.0\.1|[\w+/=-]{40,}/);
  expect(report).not.toMatch(/smith|david|428946492|1974/i);
}

/** What clinicians are told to do. */
export const fromChart =
  /Go back to the patient’s chart in NextGen Office \(sandbox\) and open the app again from there\./;
