/** The rules over every story are proved to bite: each of these misdeeds turns a story red, by the rule it breaks. */
// oxlint-disable no-console -- what is said there is what these stories are about
import type { BrowserContext, Page } from '@playwright/test';
import type { Running } from '#commands/start.ts';
import { expect, test, Witness } from './fixtures.ts';
import { expectNothingAmiss, namesSomebody } from './witness.ts';

const secret = 'made-up-secret-of-the-witness-0123456789';

interface Scene {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly running: Running;
}

/** Asks the FHIR server with a token, as the app does. */
async function askWithToken({ page, running }: Scene): Promise<void> {
  await page.evaluate(
    async ([url, token]) => {
      await fetch(url!, { headers: { Authorization: `Bearer ${token}` } }).catch(() => undefined);
    },
    [`${running.sandbox.fhirUrl}/api/fhir/r4/Patient/1`, secret],
  );
}

const misdeeds: readonly (readonly [rule: string, what: string, act: (scene: Scene) => Promise<unknown>])[] =
  [
    [
      'violations of the content',
      'a picture from elsewhere',
      ({ page }) =>
        page.evaluate(() => {
          const violated = new Promise((resolve) =>
            document.addEventListener('securitypolicyviolation', resolve),
          );
          document.body.append(Object.assign(new Image(), { src: 'http://127.0.0.1:9/x.png' }));
          return violated.then(() => undefined);
        }),
    ],
    [
      'violations of the content',
      'a script in an attribute',
      ({ page }) =>
        page.evaluate(() => {
          try {
            document.body.setAttribute('onclick', 'alert(1)');
          } catch {
            // That is the violation.
          }
        }),
    ],
    [
      'violations of the content',
      'HTML out of a string',
      ({ page }) =>
        page.evaluate(() => {
          try {
            document.createElement('p').innerHTML = '<b>bold</b>';
          } catch {
            // That is the violation.
          }
        }),
    ],
    ['dialogs', 'a dialog', ({ page }) => page.evaluate(() => alert('hello'))],
    [
      'requests to other hosts',
      'another host',
      ({ page }) => page.goto('http://127.0.0.1:9/').catch(() => undefined),
    ],
    [
      'carry a token outside the FHIR base',
      'a token for the sign-in server',
      ({ page, running }) =>
        page.evaluate(
          ([url, token]) =>
            fetch(url!, { headers: { Authorization: `Bearer ${token}` } }).then(
              () => undefined,
              () => undefined,
            ),
          [`${running.sandbox.ehrUrl}/portal`, secret],
        ),
    ],
    [
      'carry a token outside the FHIR base',
      'a token for a path that only begins like the base',
      ({ page, running }) =>
        page.evaluate(
          ([url, token]) =>
            fetch(url!, { headers: { Authorization: `Bearer ${token}` } }).then(
              () => undefined,
              () => undefined,
            ),
          [`${running.sandbox.fhirUrl}/api/fhir/r4evil`, secret],
        ),
    ],
    [
      'not seen leaving',
      'a token that nobody saw leave',
      ({ page, running }) =>
        page.request.get(`${running.sandbox.fhirUrl}/api/fhir/r4/Patient/1`, {
          headers: { Authorization: `Bearer ${secret}` },
        }),
    ],
    [
      'tokens in addresses',
      'a token in an address',
      async (scene) => {
        await askWithToken(scene);
        await scene.page.evaluate((token) => fetch(`/icon.svg?t=${token}`).then(() => undefined), secret);
      },
    ],
    [
      'somebody named in an address',
      'a name in an address',
      ({ page }) => page.evaluate(() => fetch('/icon.svg?for=Abernathy').then(() => undefined)),
    ],
    [
      'somebody named in an address',
      'a chart number in an address',
      ({ page }) => page.evaluate(() => fetch('/icon.svg?for=HF428946492').then(() => undefined)),
    ],
    [
      'addresses of the app told to others',
      'a referrer',
      ({ page, running }) =>
        page.evaluate(
          (url) =>
            fetch(url, { referrerPolicy: 'unsafe-url' }).then(
              () => undefined,
              () => undefined,
            ),
          `${running.sandbox.fhirUrl}/api/fhir/r4/metadata`,
        ),
    ],
    [
      'addresses of the app that keep a query',
      'a query that stays',
      ({ page }) => page.evaluate(() => history.replaceState(null, '', '/?code=abc')),
    ],
    [
      'tokens or health data in the console',
      'a name in the console',
      ({ page }) => page.evaluate(() => console.info('opening the chart of Marguerite')),
    ],
    [
      'tokens or health data in the console',
      'a token in the console',
      async (scene) => {
        await askWithToken(scene);
        await scene.page.evaluate((token) => console.info(token), secret);
      },
    ],
    ['cookies of the app', 'a cookie', ({ page }) => page.evaluate(() => (document.cookie = 'a=b'))],
    [
      'keys in storage that nobody allowed',
      'a key of its own',
      ({ page }) => page.evaluate(() => localStorage.setItem('cache', '1')),
    ],
    [
      'health data in storage',
      'a birth date under an allowed key',
      ({ page }) => page.evaluate(() => sessionStorage.setItem('chartside.active', '1974-03-14')),
    ],
    [
      'health data in storage',
      'a name beside an id that is drawn by lot',
      ({ page }) =>
        page.evaluate(() =>
          sessionStorage.setItem('chartside.session', '{"id":"DOe_J74TxctpGOo0_MJViY1n8OqCZ","name":"DOE"}'),
        ),
    ],
    [
      'tokens in localStorage',
      'a token under an allowed key',
      async (scene) => {
        await askWithToken(scene);
        await scene.page.evaluate((token) => localStorage.setItem('chartside.view', token), secret);
      },
    ],
    [
      'databases and caches',
      'a database',
      ({ page }) =>
        page.evaluate(
          () =>
            new Promise<void>((resolve) => {
              const asked = indexedDB.open('records');
              asked.addEventListener('success', () => {
                asked.result.close();
                resolve();
              });
            }),
        ),
    ],
    [
      'databases and caches',
      'a cache',
      ({ page }) => page.evaluate(() => caches.open('v1').then(() => undefined)),
    ],
  ];

test('an id that is drawn by lot names nobody, whatever letters it has', () => {
  expect(namesSomebody('{"id":"DOe_J74TxctpGOo0_MJViY1n8OqCZ-uJyF8_V-32Qwk"}')).toBe(false);
  expect(namesSomebody('/chart/problems/Condition/smith-david-1974-03-14')).toBe(true);
});

/** A witness of its own over a browser context of its own: the story's own witness sees none of it. */
async function judged(
  running: Running,
  context: BrowserContext,
  act: (scene: Scene) => Promise<unknown>,
  expected: readonly RegExp[],
): Promise<string> {
  const witness = new Witness();
  witness.watch(context);
  witness.expectErrors(...expected);
  const page = await context.newPage();
  await page.goto(`${running.appUrl}/`);
  await expect(page.getByRole('heading', { name: 'Open a health record' })).toBeVisible();
  await act({ page, context, running });
  const verdict = await expectNothingAmiss(witness, running).then(
    () => 'nothing amiss',
    (error: Error) => error.message,
  );
  await context.close();
  running.sandbox.control.received = [];
  return verdict;
}

test('a page that does nothing wrong passes', async ({ browser, running }) => {
  expect(
    await judged(running, await browser.newContext(), askWithToken, [/Failed to load resource.*401/]),
  ).toBe('nothing amiss');
});

for (const [rule, what, act] of misdeeds) {
  test(`${what} is found`, async ({ browser, running }) => {
    expect(await judged(running, await browser.newContext(), act, [/./])).toContain(rule);
  });
}

for (const [what, act] of [
  ['an error in the console', () => console.error('so')],
  ['an exception nobody caught', () => void setTimeout(() => Promise.reject(new Error('so')))],
] as const) {
  test(`${what} is found`, async ({ browser, running }) => {
    const verdict = await judged(
      running,
      await browser.newContext(),
      async ({ page }) => {
        const told = what.startsWith('an error')
          ? page.waitForEvent('console')
          : page.waitForEvent('pageerror');
        await page.evaluate(act);
        await told;
      },
      [],
    );
    expect(verdict).toContain('errors in the console');
  });
}
