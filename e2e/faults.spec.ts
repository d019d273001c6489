/**
 * The table of faults: every step of both launches, and each way that a server fails there. Every cell ends in the
 * chart or in a page of words, and the second try goes past that step.
 */
import type { Page } from '@playwright/test';
import type { Running } from '#commands/start.ts';
import { people, providers } from '#sandbox/cast.ts';
import { goTo, mainOf, rowsOf } from './chart-steps.ts';
import { expect, test, type Witness } from './fixtures.ts';
import { bannerOf, chooseInMenu, clickAddress, expectAllRead, expectChartOf } from './steps.ts';

type Sandbox = Running['sandbox'];
type Fault = Sandbox['control']['faults'][number];

interface Failing {
  readonly fault: Omit<Fault, 'target'>;
  /** How far the page's clock goes before the app gives up waiting, by step. */
  readonly patience?: { readonly discovery: number; readonly token: number; readonly records: number };
  /**
   * What becomes of the way to the sign-in page: the browser says in its own page that it cannot be had, or waits for
   * the other server, or gets to the app all the same, as a redirect is followed when its headers are there.
   */
  readonly signInPage: 'not to be had' | 'waited for' | 'passed';
  readonly token: RegExp;
  readonly records: RegExp;
}

const silent = /^The sign-in of .+ \(sandbox\) does not answer\.$/;
const cutOff = /^.+ \(sandbox\) finished the sign-in with an answer this app cannot use\.$/;
/** In clinicians' words, or in patients'. */
const notReached = /The (EHR|practice’s system) could not be reached\./;
const notUnderstood =
  /The EHR’s answer could not be understood\.|The answer of the practice’s system could not be understood\./;
const notInTime = /The (EHR|practice’s system) did not answer in time\./;
const detailsNotRead = /The (patient’s details|details of this person) could not be read\./;

const table: Readonly<Record<string, Failing>> = {
  killed: {
    fault: { kind: 'drop' },
    signInPage: 'not to be had',
    token: silent,
    records: notReached,
  },
  stalled: {
    fault: { kind: 'stall' },
    patience: { discovery: 11_000, token: 21_000, records: 31_000 },
    signInPage: 'waited for',
    token: silent,
    records: notInTime,
  },
  'half-closed': {
    fault: { kind: 'half-closed' },
    signInPage: 'passed',
    token: cutOff,
    records: notUnderstood,
  },
  truncated: {
    fault: { kind: 'truncated' },
    signInPage: 'passed',
    token: cutOff,
    records: notUnderstood,
  },
};

/** Nothing is pinned, so that discovery is a step as well: two systems of one base, whose server can only be one. */
function unpinned(config: string): string {
  const parsed = JSON.parse(config) as { systems: { id: string }[] };
  const systems = parsed.systems.filter(({ id }) => id === 'sandbox-ehr' || id === 'sandbox-portal');
  return JSON.stringify({ ...parsed, systems: systems.map((one) => ({ ...one, endpoints: undefined })) });
}

interface Stage {
  readonly page: Page;
  readonly sandbox: Sandbox;
  readonly appUrl: string;
  readonly witness: Witness;
}
interface Launch {
  /** From outside the app. */
  begin(stage: Stage): Promise<void>;
  /** What the page of words offers after a spent code. */
  again(stage: Stage): Promise<void>;
  /** What the section of problems is called in the table of contents, and above itself. */
  readonly problems: readonly [string, string];
}

const fromEhr = async ({ page, sandbox }: Stage): Promise<void> => {
  const { username, password } = providers[0];
  await page.request.post(`${sandbox.ehrUrl}/sign-in`, { form: { username, password } });
  await page.goto(clickAddress(sandbox, people.david), { waitUntil: 'commit' });
};
const fromHome = async ({ page, appUrl }: Stage): Promise<void> => {
  await page.goto(`${appUrl}/`);
  await page.getByRole('button', { name: 'Sign in with YourHealthFile (sandbox)' }).click();
};
const launches: Readonly<Record<string, Launch>> = {
  'EHR launch': {
    begin: fromEhr,
    again: fromEhr,
    problems: ['Problems', 'Problems and health concerns'],
  },
  'standalone launch': {
    begin: fromHome,
    again: ({ page }) => page.getByRole('button', { name: 'Sign in again' }).click(),
    problems: ['Health problems', 'Health problems and health concerns'],
  },
};

/** Time-outs go by the page's clock, as all else does: no test waits for them. */
async function prepare({ page, sandbox, witness }: Stage): Promise<void> {
  witness.expectErrors(/Failed to load resource/, /blocked by CORS policy/);
  sandbox.control.switches.autoConsent = true;
  sandbox.control.switches.accessTokenSeconds = 90;
  await page.clock.install();
  await page.addInitScript(() => {
    AbortSignal.timeout = (milliseconds) => {
      const controller = new AbortController();
      setTimeout(() => controller.abort(new DOMException('too long', 'TimeoutError')), milliseconds);
      return controller.signal;
    };
  });
}

async function expectWords(page: Page, what: RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(what);
  await expect(page.getByRole('main')).toContainText(/Support code [A-Z]\d\d/);
}

/** How many requests to an address that ends so have left the browser. */
const askedFor = (witness: Witness, pathEnd: string): number =>
  witness.requests.filter((request) => new URL(request.url()).pathname.endsWith(pathEnd)).length;

/** Until a request to an address that ends so has left the browser, one more than `before`. */
async function hasAsked(witness: Witness, pathEnd: string, before = 0): Promise<void> {
  await expect.poll(() => askedFor(witness, pathEnd)).toBeGreaterThan(before);
}

async function wait(stage: Stage, milliseconds: number | undefined, pathEnd: string): Promise<void> {
  if (milliseconds === undefined) return;
  await hasAsked(stage.witness, pathEnd);
  await stage.page.clock.fastForward(milliseconds);
}

/** Goes past the patience with records once only those of so many sections are out: the others are not to go with them. */
async function waitForRecords(
  { page }: Stage,
  patience: Failing['patience'],
  sections: number,
): Promise<void> {
  if (patience === undefined) return;
  await expect
    .poll(async () => {
      const progress = await page.getByText(/^\d+ of \d+ sections read/).innerText();
      const [done, total] = progress.match(/\d+/g) ?? [];
      return Number(total) - Number(done);
    })
    .toBe(sections);
  await page.clock.fastForward(patience.records);
}

/** The page that stands where the session was. */
const over = (page: Page) =>
  page.getByRole('heading', { level: 1, name: 'Your sign-in has run out.', exact: true });

const allRead = (page: Page) =>
  page.getByRole('status').filter({ hasText: /^All \d+ sections have been read\.$/ });

/** Until the chart is read, says what of it could not be, or has given way to words. */
async function settle({ page }: Stage, patience: number | undefined): Promise<void> {
  const said = allRead(page).or(page.getByText('could not be read in full')).or(over(page)).first();
  await expect(async () => {
    // Each of the requests that wait in turn is patient anew.
    if (patience !== undefined) await page.clock.fastForward(patience);
    await expect(said).toBeAttached({ timeout: patience === undefined ? 10_000 : 500 });
  }).toPass();
}

async function walk(stage: Stage, launch: Launch, failing: Failing): Promise<void> {
  const { page, sandbox, witness } = stage;
  const { patience, fault } = failing;
  const fail = (...targets: readonly string[]): void => {
    sandbox.control.faults = targets.map((target) => ({ target, ...fault }));
  };
  await prepare(stage);

  await test.step('discovery', async () => {
    fail('discovery');
    await launch.begin(stage);
    await wait(stage, patience?.discovery, '/.well-known/smart-configuration');
    await expectWords(page, silent);
  });

  await test.step('authorize: past discovery', async () => {
    fail('authorize', 'token');
    await page.getByRole('button', { name: 'Try again' }).click();
    await hasAsked(witness, '/openid-connect/auth');
    if (failing.signInPage === 'passed') return;
    // The way on is from outside, once the browser has left the app.
    const outside = failing.signInPage === 'waited for' ? /\/openid-connect\/auth/ : /^chrome-error:/;
    await expect.poll(() => page.url()).toMatch(outside);
    fail('token');
    await launch.begin(stage);
  });

  await test.step('token: past the sign-in', async () => {
    await wait(stage, patience?.token, '/openid-connect/token');
    await expectWords(page, failing.token);
  });

  await test.step('Patient and style: past the token', async () => {
    fail('Patient', 'Condition', 'style');
    await launch.again(stage);
    await hasAsked(witness, `/Patient/${people.david.id}`);
    await waitForRecords(stage, patience, 2);
    await expect(bannerOf(page)).toContainText(detailsNotRead);
    await expect(bannerOf(page)).toContainText(failing.records);
    fail('Condition', 'style');
    // The status line offers the same for all that failed.
    await bannerOf(page).getByRole('button', { name: 'Try again' }).first().click();
    await expectChartOf(page, people.david);
  });

  await test.step('search: past the patient', async () => {
    await goTo(page, launch.problems[0], launch.problems[1]);
    await expect(mainOf(page)).toContainText(failing.records);
    fail();
    await mainOf(page).getByRole('button', { name: 'Try again' }).first().click();
    await expect(rowsOf(page, /^Type 2 diabetes/)).toBeVisible();
    await expectAllRead(page);
  });

  await test.step('refresh: the chart stands, or words', async () => {
    fail('token');
    const asked = askedFor(witness, '/openid-connect/token');
    await page.clock.fastForward(75_000);
    await page.getByRole('button', { name: 'Read again' }).click();
    await hasAsked(witness, '/openid-connect/token', asked);
    await settle(stage, patience?.token);
    // A renewal whose answer was lost in the middle has used its refresh token up: then another sign-in it is.
    if (!(await over(page).isVisible())) {
      const before = askedFor(witness, '/openid-connect/token');
      fail();
      // Where the answer may have been lost nobody asks again at once.
      await page.clock.fastForward(11_000);
      await page.getByRole('button', { name: 'Read again' }).click();
      await hasAsked(witness, '/openid-connect/token', before);
      await expect(allRead(page).or(over(page)).first()).toBeAttached();
    }
    fail();
    if (await over(page).isVisible()) await launch.again(stage);
    await expectChartOf(page, people.david);
    await expectAllRead(page);
  });

  await test.step('revoke: signed out here all the same', async () => {
    fail('revoke');
    await chooseInMenu(page, 'Sign out');
    await expect(page.getByText('You are signed out.')).toBeVisible();
    fail();
    await launch.begin(stage);
    await expectChartOf(page, people.david);
  });
}

test.use({ setup: { changeConfig: unpinned } });

for (const [name, launch] of Object.entries(launches)) {
  for (const [how, failing] of Object.entries(table))
    test(`${name}: a server ${how} at each step`, async ({ page, sandbox, appUrl, witness }) => {
      await walk({ page, sandbox, appUrl, witness }, launch, failing);
    });

  test(`${name}: a server slow at each step`, async ({ page, sandbox, appUrl, witness }) => {
    const stage = { page, sandbox, appUrl, witness };
    await prepare(stage);
    const steps = ['discovery', 'authorize', 'token', 'Patient', 'Condition', 'style', 'revoke'];
    sandbox.control.faults = steps.map((target) => ({ target, kind: 'slow', delayMs: 500 }));
    await launch.begin(stage);
    await expectChartOf(page, people.david);
    await expectAllRead(page);
    await page.clock.fastForward(75_000);
    await page.getByRole('button', { name: 'Read again' }).click();
    await expectAllRead(page);
    await expectChartOf(page, people.david);
    await chooseInMenu(page, 'Sign out');
    await expect(page.getByText('You are signed out.')).toBeVisible();
  });
}
