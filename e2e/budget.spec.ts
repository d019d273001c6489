/** The EHR answers twenty requests a minute, preflights counted: what is there at once, what comes later, and what it says. */
import type { Page, Request } from '@playwright/test';
import { people } from '#sandbox/cast.ts';
import type { Running } from '#commands/start.ts';
import { expectGood } from './axe.ts';
import { chartGets, goTo, mainOf, openChart, rowsOf } from './chart-steps.ts';
import { expect, test } from './fixtures.ts';
import { bannerOf } from './steps.ts';
import type { Witness } from './witness.ts';

test.use({ unlimited: false });

type Sandbox = Running['sandbox'];

const refusals = [/Failed to load resource/, /blocked by CORS policy/];

/** What each page has under way: a read whose preflight has been answered is under way, too, and no server knows it. */
const underWay = new WeakMap<Page, Set<Request>>();

/** Both clocks stand under the story's hand: the browser's runs on from here, the EHR's moves only with it. */
async function holdClocks(page: Page, sandbox: Sandbox): Promise<void> {
  const pending = new Set<Request>();
  underWay.set(page, pending);
  page.on('request', (request) => pending.add(request));
  page.on('requestfinished', (request) => pending.delete(request));
  page.on('requestfailed', (request) => pending.delete(request));
  await page.clock.install();
  sandbox.control.fixedNow = Date.now();
}

async function passMinute(page: Page, sandbox: Sandbox): Promise<void> {
  sandbox.control.fixedNow = sandbox.control.now() + 61_500;
  await page.clock.fastForward(61_500);
}

const waits = (page: Page) => page.getByText(/^\d+ of \d+ sections read; waiting for the EHR, \d+ s$/);
const allRead = (page: Page) => page.getByText(/^All \d+ sections have been read\.$/);

/** Until the EHR has answered all it was asked, and the page has taken it in: a jump of the clock ends what hangs. */
async function quiet(page: Page, sandbox: Sandbox): Promise<void> {
  const isRead = (request: Request): boolean => request.url().startsWith(sandbox.fhirUrl);
  await expect.poll(() => [...(underWay.get(page) ?? [])].filter(isRead).length).toBe(0);
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
}

/** Lets minutes pass until the whole chart is there; no more of them than told. */
async function waitOut(page: Page, sandbox: Sandbox, most: number): Promise<void> {
  for (let minute = 0; minute < most; minute += 1) {
    await expect(waits(page).or(allRead(page)).first()).toBeAttached();
    await quiet(page, sandbox);
    if (await allRead(page).count()) return;
    const before = sandbox.control.received.length;
    await passMinute(page, sandbox);
    await expect.poll(() => sandbox.control.received.length).toBeGreaterThan(before);
    await quiet(page, sandbox);
  }
  await expect(allRead(page)).toBeAttached();
}

/** Reads of the chart in the order in which the browser sent them: on the way they may overtake each other. */
function sentGets(witness: Witness, sandbox: Sandbox): readonly string[] {
  const base = `${sandbox.fhirUrl}/api/fhir/r4/`;
  return witness.requests
    .filter((request) => request.method() === 'GET' && request.url().startsWith(base))
    .map((request) => new URL(request.url()).pathname.replace('/api/fhir/r4/', ''));
}

test('the essentials come first, the rest a minute later', async ({ page, sandbox, witness }) => {
  await holdClocks(page, sandbox);
  await openChart(page, sandbox);
  await expect(waits(page)).toBeVisible();

  const first = sentGets(witness, sandbox);
  expect(first).toHaveLength(10);
  expect(first[0]).toBe(`Patient/${people.david.id}`);
  expect(new Set(first.slice(0, 6))).toEqual(
    new Set([
      `Patient/${people.david.id}`,
      'AllergyIntolerance',
      'Condition',
      'MedicationRequest',
      'Observation',
      'Encounter',
    ]),
  );
  // All of it is on the page while the rest waits.
  await expect(bannerOf(page)).toContainText('HF428946492');
  await expect(bannerOf(page)).toContainText('Penicillin G');
  for (const fact of ['Type 2 diabetes mellitus', 'Lisinopril 20 mg tablet'])
    await expect(mainOf(page).getByText(fact).first()).toBeVisible();
  await expect(mainOf(page).getByRole('region', { name: 'Laboratory results' })).toContainText(
    'Critical high 6.1',
  );
  await goTo(page, 'Coverage');
  await expect(mainOf(page)).toContainText(/Waiting for the EHR before reading coverage, \d+ s\./);

  await quiet(page, sandbox);
  await passMinute(page, sandbox);
  await expect(allRead(page)).toBeAttached();
  await expect(waits(page)).toBeHidden();
  await expect(rowsOf(page, /Made Up Mutual/).first()).toBeVisible();

  const gets = chartGets(sandbox);
  expect(gets.length).toBeLessThanOrEqual(20);
  expect(new Set(gets).size, 'nothing is asked for twice').toBe(gets.length);
  expect(gets.filter((url) => /_include=|_count=|_sort=/.test(url))).toEqual([]);
  expect(
    gets.filter((url) => /_revinclude=/.test(url) && !url.endsWith('_revinclude=Provenance:target')),
  ).toEqual([]);
  expect(sandbox.control.received.filter(({ status }) => status === 429)).toEqual([]);
});

test('what is looked at goes before what only waits', async ({ page, sandbox, witness }) => {
  await holdClocks(page, sandbox);
  await openChart(page, sandbox);
  await expect(waits(page)).toBeVisible();
  await goTo(page, 'Related people');
  await expect(mainOf(page)).toContainText('Waiting for the EHR before reading related people');
  const before = sentGets(witness, sandbox).length;
  await passMinute(page, sandbox);
  await expect(rowsOf(page, /ANNA/)).toBeVisible();
  expect(sentGets(witness, sandbox)[before]).toBe('RelatedPerson');
});

test('the wait is counted down, and told to those who only hear the page once', async ({ page, sandbox }) => {
  await holdClocks(page, sandbox);
  await openChart(page, sandbox);
  await expect(waits(page)).toBeVisible();
  await expect(
    page.getByRole('status').filter({ hasText: 'Waiting for the EHR before reading the rest.' }),
  ).toBeAttached();
  const seconds = async () => Number(/(\d+) s$/.exec(await waits(page).innerText())?.[1]);
  const now = await seconds();
  expect(now).toBeGreaterThan(30);
  expect(now).toBeLessThanOrEqual(61);
  await page.clock.fastForward(20_000);
  await expect.poll(seconds).toBeLessThanOrEqual(now - 20);
});

test('while the chart waits for the EHR everything can be read and reached', async ({ page, sandbox }) => {
  // An EHR's colours are light whatever the reader's theme.
  Object.assign(sandbox.control.switches, { banner: 'true', style: 'absent' });
  await openChart(page, sandbox);
  await expect(waits(page)).toBeVisible();
  await expectGood(page, 'summary, half read');
  await goTo(page, 'Specimens');
  await expectGood(page, 'a section that waits');
});

for (const [name, switches] of [
  ['does not count preflights', { preflightsCounted: false }],
  ['lets the browser remember preflights', { corsMaxAge: 600 }],
] as const) {
  test(`an EHR that ${name} is read just the same`, async ({ page, sandbox }) => {
    Object.assign(sandbox.control.switches, switches);
    await holdClocks(page, sandbox);
    await openChart(page, sandbox);
    await waitOut(page, sandbox, 1);
    expect(chartGets(sandbox)).toHaveLength(20);
  });
}

for (const [name, switches] of [
  ['says when to come back, and the app may read it', { retryAfter: 'sent-and-exposed', corsOn429: true }],
  ['says when to come back, but the browser hides it', { retryAfter: 'sent', corsOn429: true }],
  ['does not say when to come back', { retryAfter: 'none', corsOn429: true }],
  ['refuses so that the browser shows no reason', { retryAfter: 'none', corsOn429: false }],
] as const) {
  test(`an EHR with a lower limit than it said, that ${name}`, async ({ page, sandbox, witness }) => {
    witness.expectErrors(...refusals);
    Object.assign(sandbox.control.switches, { requestsPerMinute: 12, ...switches });
    await holdClocks(page, sandbox);
    await openChart(page, sandbox);
    await waitOut(page, sandbox, 6);

    const refused = sandbox.control.received.filter(({ status }) => status === 429);
    expect(refused.length, 'the limit was met').toBeGreaterThan(0);
    // Every search was answered, and none is missing from the page.
    const answered = sandbox.control.received.filter(
      ({ server, method, status }) => server === 'fhir' && method === 'GET' && status === 200,
    );
    expect(answered).toHaveLength(20);
    await expect(page.getByText('could not be read in full')).toHaveCount(0);
  });
}

test('a storm of refusals ends in a sentence and a button, and the button reads on', async ({
  page,
  sandbox,
  witness,
}) => {
  witness.expectErrors(...refusals);
  await holdClocks(page, sandbox);
  await openChart(page, sandbox);
  await waitOut(page, sandbox, 1);
  sandbox.control.faults.push({ target: '*', kind: 'status', status: 429 });
  await passMinute(page, sandbox);
  await goTo(page, 'Allergies');
  await page.getByRole('button', { name: 'Read again' }).click();
  for (let minute = 0; minute < 3; minute += 1) {
    await expect(waits(page).or(page.getByText('could not be read in full'))).toBeVisible();
    await quiet(page, sandbox);
    if ((await waits(page).count()) === 0) continue;
    const before = sandbox.control.received.length;
    await passMinute(page, sandbox);
    await expect.poll(() => sandbox.control.received.length).toBeGreaterThan(before);
    await quiet(page, sandbox);
  }
  await expect(page.getByText('could not be read in full')).toBeVisible();
  // What had been read before is still there.
  await expect(rowsOf(page, 'Penicillin G')).toBeVisible();

  sandbox.control.faults = [];
  await passMinute(page, sandbox);
  await page.getByRole('button', { name: 'Try again' }).first().click();
  await waitOut(page, sandbox, 2);
  await expect(page.getByText('could not be read in full')).toHaveCount(0);
});

test('“Read again” asks anew and keeps what was read until the new answer is there', async ({
  page,
  sandbox,
  witness,
}) => {
  await holdClocks(page, sandbox);
  await openChart(page, sandbox);
  await waitOut(page, sandbox, 1);
  await goTo(page, 'Coverage');
  await expect(rowsOf(page, /Made Up Mutual/).first()).toBeVisible();
  const before = chartGets(sandbox).length;
  const sent = sentGets(witness, sandbox).length;
  // Nothing of the minute is left: all of it waits, and all of it stays in sight.
  await page.getByRole('button', { name: 'Read again' }).click();
  await expect(rowsOf(page, /Made Up Mutual/).first()).toBeVisible();
  await passMinute(page, sandbox);
  await expect.poll(() => chartGets(sandbox).length).toBeGreaterThanOrEqual(before + 10);
  await expect(rowsOf(page, /Made Up Mutual/).first()).toBeVisible();
  const again = sentGets(witness, sandbox).slice(sent);
  expect(again[0]).toBe(`Patient/${people.david.id}`);
  expect(again[1], 'what is looked at follows the banner').toBe('Coverage');
});

test('nothing is read again by itself: not on coming back to the tab, not by going from section to section', async ({
  page,
  sandbox,
}) => {
  await holdClocks(page, sandbox);
  await openChart(page, sandbox);
  await waitOut(page, sandbox, 1);
  const before = chartGets(sandbox).length;
  for (const name of ['Allergies', 'Laboratory', 'Summary'])
    await goTo(page, name, name === 'Laboratory' ? 'Laboratory results' : name);
  await page.evaluate(() => {
    window.dispatchEvent(new Event('focus'));
    window.dispatchEvent(new Event('online'));
    document.dispatchEvent(new Event('visibilitychange'));
  });
  // After ten minutes the page says how old it is, and leaves it at that.
  for (let minute = 0; minute < 11; minute += 1) await passMinute(page, sandbox);
  await expect(bannerOf(page)).toContainText(/\d+ minutes old/);
  expect(chartGets(sandbox)).toHaveLength(before);
});
