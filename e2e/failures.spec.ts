/** Every way that opening a chart fails has a page in the reader's words, and a way on. */
import type { Page } from '@playwright/test';
import { callbackPaths, people } from '#sandbox/cast.ts';
import type { Running } from '#commands/start.ts';
import { expectFailure, fromChart } from './failure-page.ts';
import { expect, test } from './fixtures.ts';
import {
  clickApp,
  enterEhr,
  expectChartOf,
  openEhrChart,
  provider,
  recordRequests,
  share,
  signIn,
  tokenRequests,
} from './steps.ts';

type Sandbox = Running['sandbox'];

/** The click in the chart of David Smith, up to wherever it leads. */
async function tryFromEhr(page: Page, sandbox: Sandbox): Promise<Page> {
  await enterEhr(page, sandbox);
  await openEhrChart(page, people.david);
  return clickApp(page);
}

/** "Open the app again from the chart": what clinicians are told to do works. Not asked again: what was answered. */
async function openAgainFromChart(page: Page, ...asked: readonly ('sign-in' | 'consent')[]): Promise<void> {
  const app = await clickApp(page);
  if (asked.includes('sign-in')) await signIn(app, provider);
  if (asked.includes('consent')) await share(app);
  await expectChartOf(app, people.david);
}

test.describe('opened from the EHR', () => {
  test('the launch is too old', async ({ page, sandbox }) => {
    sandbox.control.switches.launch = 'expired';
    const app = await tryFromEhr(page, sandbox);
    await expectFailure(app, {
      what: 'Too much time went by after the app was chosen in the chart.',
      todo: fromChart,
      code: 'L22',
    });
    expect(tokenRequests(sandbox)).toEqual([]);
    sandbox.control.switches.launch = 'fresh';
    await openAgainFromChart(page, 'sign-in', 'consent');
  });

  test('the practice has not switched the app on', async ({ page, sandbox }) => {
    sandbox.control.switches.launch = 'not-subscribed';
    const app = await tryFromEhr(page, sandbox);
    await expectFailure(app, {
      what: 'NextGen Office (sandbox) does not let this app in: the practice may not have switched it on.',
      todo: /Ask the practice’s administrator to switch the app on, then open it again\./,
      code: 'S30',
    });
    sandbox.control.switches.launch = 'fresh';
    await openAgainFromChart(page, 'sign-in', 'consent');
  });

  test('consent is refused', async ({ page, sandbox }) => {
    const app = await tryFromEhr(page, sandbox);
    await signIn(app, provider);
    await app.getByRole('button', { name: 'Share nothing' }).click();
    await expectFailure(app, {
      what: 'The record was not shared with this app.',
      todo: /open the app again from the patient’s chart in NextGen Office \(sandbox\) and allow it to read/,
      code: 'S31',
    });
    await openAgainFromChart(page, 'sign-in', 'consent');
  });

  test('the sign-in was used before', async ({ page, sandbox, witness }) => {
    witness.expectErrors(/Failed to load resource.*400/);
    sandbox.control.switches.codeReused = true;
    const app = await tryFromEhr(page, sandbox);
    await signIn(app, provider);
    await share(app);
    await expectFailure(app, {
      what: 'This sign-in was used before, or took too long.',
      todo: fromChart,
      code: 'T41',
    });
    expect(tokenRequests(sandbox)).toHaveLength(1);
    sandbox.control.switches.codeReused = false;
    await openAgainFromChart(page);
  });

  test('nobody says whose record to open', async ({ page, sandbox }) => {
    sandbox.control.switches.omitPatient = true;
    const app = await tryFromEhr(page, sandbox);
    await signIn(app, provider);
    await share(app);
    await expectFailure(app, {
      what: 'NextGen Office (sandbox) did not say whose record to open.',
      todo: fromChart,
      code: 'P50',
    });
    expect(recordRequests(sandbox)).toEqual([]);
    sandbox.control.switches.omitPatient = false;
    await openAgainFromChart(page);
  });

  test('who the patient is was not shared', async ({ page, sandbox }) => {
    const app = await tryFromEhr(page, sandbox);
    await signIn(app, provider);
    await share(app, /The whole record/);
    await expectFailure(app, {
      what: 'NextGen Office (sandbox) was not allowed to tell this app who the patient is.',
      todo: /A chart without a name could be taken for someone else’s\. Open the app again from the chart/,
      code: 'P51',
    });
    expect(recordRequests(sandbox)).toEqual([]);
  });

  for (const [how, fault] of [
    ['is not there', { target: 'token', kind: 'drop' }],
    ['has a fault of its own', { target: 'token', kind: 'status', status: 503 }],
  ] as const) {
    test(`the sign-in server ${how}`, async ({ page, sandbox, witness }) => {
      witness.expectErrors(/Failed to load resource/);
      sandbox.control.faults = [fault];
      const app = await tryFromEhr(page, sandbox);
      await signIn(app, provider);
      await share(app);
      await expectFailure(app, {
        what: 'The sign-in of NextGen Office (sandbox) does not answer.',
        todo: fromChart,
        code: 'S33',
      });
      sandbox.control.faults = [];
      await openAgainFromChart(page);
    });
  }

  test('the browser is not let read the answer', async ({ page, sandbox, witness }) => {
    witness.expectErrors(/Failed to load resource/, /blocked by CORS policy/);
    sandbox.control.faults = [{ target: 'token', kind: 'no-cors' }];
    const app = await tryFromEhr(page, sandbox);
    await signIn(app, provider);
    await share(app);
    await expectFailure(app, {
      what: 'NextGen Office (sandbox) signed you in, but did not let this browser finish.',
      todo: fromChart,
      code: 'T40',
    });
    expect(tokenRequests(sandbox)).toHaveLength(1);
    sandbox.control.faults = [];
    await openAgainFromChart(page);
  });

  test('the network answers in the server’s place', async ({ page, sandbox }) => {
    sandbox.control.faults = [{ target: 'token', kind: 'html' }];
    const app = await tryFromEhr(page, sandbox);
    await signIn(app, provider);
    await share(app);
    await expectFailure(app, {
      what: 'NextGen Office (sandbox) finished the sign-in with an answer this app cannot use.',
      todo: fromChart,
      code: 'T42',
    });
    sandbox.control.faults = [];
    await openAgainFromChart(page);
  });

  test(
    'the page is loaded again while the sign-in is being finished',
    { tag: '@threat-5' },
    async ({ page, sandbox }) => {
      sandbox.control.faults = [{ target: 'token', kind: 'slow', delayMs: 15_000, times: 1 }];
      const app = await tryFromEhr(page, sandbox);
      await signIn(app, provider);
      await share(app);
      await expect(app.getByText('Opening the chart…')).toBeVisible();
      await expect(app).toHaveURL(/\/callback\/sandbox$/);
      await app.reload();
      await expectFailure(app, {
        what: 'The page was loaded again before the sign-in was finished.',
        todo: /open the app again/i,
        code: 'S36',
      });
      await openAgainFromChart(page);
      // One code each, whatever was loaded how often.
      await expect.poll(() => tokenRequests(sandbox).length).toBe(2);
    },
  );
});

test.describe('at the app’s own addresses', () => {
  test('not opened from the EHR', async ({ page, sandbox, appUrl }) => {
    await page.goto(`${appUrl}/launch`);
    await expectFailure(page, {
      what: 'This page was not opened from a patient’s chart.',
      todo: /Open the patient’s chart in NextGen Office \(sandbox\) and choose this app there\./,
      code: 'L20',
    });
    expect(sandbox.control.received).toEqual([]);
    await page.getByRole('link', { name: 'Go to the start page' }).click();
    await expect(page.getByRole('heading', { name: 'Open a health record' })).toBeVisible();
  });

  for (const query of ['code=abc&state=def', 'code=abc', 'error=access_denied', 'state=a&state=b&code=c']) {
    test(
      `a way back that nobody asked for: ${query}`,
      { tag: '@threat-5' },
      async ({ page, sandbox, appUrl }) => {
        await page.goto(`${appUrl}${callbackPaths.realm}?${query}`);
        await expectFailure(page, {
          what: 'This tab did not ask for the sign-in that came back to it, so nothing was opened.',
          todo: /open the app again/i,
          code: 'S35',
        });
        expect(sandbox.control.received).toEqual([]);
      },
    );
  }

  test('a browser that keeps nothing', async ({ page, appUrl }) => {
    await page.addInitScript(() =>
      Object.defineProperty(window, 'sessionStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      }),
    );
    await page.goto(`${appUrl}/`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'This browser keeps nothing for this app, so signing in cannot work.',
    );
    await expect(page.getByRole('main')).toContainText('Support code C12');
    // Nothing can be looked up in the storage of this page.
    await page.close();
  });
});
