/** `npm run open`: a folder of this computer in the browser, and nothing for anybody else who asks. */
import type { Page } from '@playwright/test';
import { expectGood } from './axe.ts';
import { goTo, mainOf, rowsOf } from './chart-steps.ts';
import { expect } from './fixtures.ts';
import { person } from './open-file-steps.ts';
import { served as test } from './served-fixtures.ts';
import { bannerOf } from './steps.ts';

/** What a page asks for, and what its console says of faults. */
function watch(page: Page): { readonly asked: string[]; readonly errors: string[] } {
  const [asked, errors]: [string[], string[]] = [[], []];
  page.on('request', (request) => asked.push(`${request.method()} ${request.url()}`));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  return { asked, errors };
}

test('the folder opens, a chart reads its own stretches, and the address keeps no secret', async ({
  served,
  apart,
}) => {
  test.slow();
  const page = await apart.newPage();
  const { asked, errors } = watch(page);
  await page.goto(served.newAddress());
  await expect(page.getByRole('heading', { name: 'Patients', level: 1 })).toBeFocused();
  await expect(page).toHaveURL(`${served.url}/open`);
  await expect(mainOf(page)).toContainText('From a file, exported on Nov 20, 2025. 3 patients');
  await expect(page.getByRole('link', { name: 'Start page' })).toHaveCount(0);
  await expectGood(page, 'the patients of a folder that is served');
  await person(page, 'Okafor, Grace, May 6, 1951').click();
  await expect(bannerOf(page)).toContainText('Penicillin');
  await goTo(page, 'Problems', 'Problems and health concerns');
  await expect(rowsOf(page, 'Heart failure')).toHaveCount(1);
  await expect(mainOf(page)).not.toContainText('Migraine');
  expect(
    asked.filter((one) => !one.startsWith(`GET ${served.url}/`) && !one.startsWith('GET blob:')),
  ).toEqual([]);
  expect(asked.filter((one) => /Okafor|Penicillin|key=/.test(one))).toEqual([]);
  expect(errors).toEqual([]);
});

test('loaded anew, or opened a second time, the page says how to go on', async ({ served, apart }) => {
  const page = await apart.newPage();
  const address = served.newAddress();
  await page.goto(address);
  await expect(page.getByRole('heading', { name: 'Patients', level: 1 })).toBeVisible();
  await page.reload();
  await expect(mainOf(page)).toContainText('Press Enter in the terminal that serves them');
  await expectGood(page, 'a served folder, loaded anew');
  const second = await apart.newPage();
  await second.goto(address);
  await expect(second.getByRole('alert')).toContainText('the address was used before');
  await second.goto('about:blank');
  await second.goto(served.newAddress());
  await expect(second.getByRole('heading', { name: 'Patients', level: 1 })).toBeVisible();
});

test('a file that is changed while it is open is not read as if it were the same', async ({
  served,
  apart,
}, testInfo) => {
  const { appendFile } = await import('node:fs/promises');
  const page = await apart.newPage();
  await page.goto(served.newAddress());
  await expect(page.getByRole('heading', { name: 'Patients', level: 1 })).toBeVisible();
  await appendFile(testInfo.outputPath('export/Condition.001.ndjson'), '\n');
  await person(page, 'Okafor, Grace, May 6, 1951').click();
  await expect(bannerOf(page)).toContainText('it may have been moved or changed since it was opened');
});

test('@threat-24 a page of another site gets nothing, by whatever way it asks', async ({
  served,
  apart,
  sandbox,
}) => {
  const own = await apart.newPage();
  await own.goto(served.newAddress());
  await expect(own.getByRole('heading', { name: 'Patients', level: 1 })).toBeVisible();

  const other = await apart.newPage();
  const statuses: number[] = [];
  other.on('response', (response) => {
    if (response.url().startsWith(served.url)) statuses.push(response.status());
  });
  await other.goto(sandbox.fhirUrl);
  const secret = new URL(served.newAddress()).hash.slice('#key='.length);
  const got = await other.evaluate(
    async ({ url, key }) => {
      const read = (path: string, init: RequestInit): Promise<string> =>
        fetch(url + path, init).then(
          async (answer) => `${answer.type} ${answer.status} ${await answer.text()}`,
          (error: Error) => error.name,
        );
      return {
        plain: await read('/folder/files', {}),
        // Even whoever had the secret could not use it from another site.
        withKey: await read('/folder/enter', { headers: { 'chartside-key': key } }),
        opaque: await read('/folder/files/0', { mode: 'no-cors' }),
        posted: await read('/folder/files', { method: 'POST', mode: 'no-cors', body: 'x' }),
        page: await read('/open', { mode: 'no-cors' }),
      };
    },
    { url: served.url, key: secret },
  );
  expect(got).toEqual({
    plain: 'TypeError',
    withKey: 'TypeError',
    // Refused, and what is refused cannot be read either.
    opaque: expect.stringMatching(/^TypeError$|^opaque 0 $/) as unknown,
    posted: expect.stringMatching(/^TypeError$|^opaque 0 $/) as unknown,
    page: expect.stringMatching(/^TypeError$|^opaque 0 $/) as unknown,
  });
  expect(statuses.filter((status) => status !== 403 && status !== 405 && status !== 200)).toEqual([]);

  // Another name that leads here: what DNS rebinding does.
  const rebound = await other.goto(`${served.url.replace('127.0.0.1', 'localhost')}/open`);
  expect(rebound?.status()).toBe(403);
  // The secret still works for whom it was made: nobody used it up.
  const mine = await apart.newPage();
  await mine.goto(`${served.url}/open#key=${secret}`);
  await expect(mine.getByRole('heading', { name: 'Patients', level: 1 })).toBeVisible();
});
