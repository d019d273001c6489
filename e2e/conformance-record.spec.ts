/**
 * Every line of `SMART App Launch` that a certification kit checks of an app, or lists: the sandbox's record of each
 * flow is read, and what no server can see is looked at in the browser. `npm run conformance` prints the same table.
 */
import type { Page } from '@playwright/test';
import type { Running } from '#commands/start.ts';
import { brokered } from '#commands/start-brokered.ts';
import { callbackPaths, people } from '#sandbox/cast.ts';
import { historyOf, keepTable, rowsOf, seenInBrowser, type Row } from './conformance-table.ts';
import { expect, test, type Witness } from './fixtures.ts';
import {
  bannerOf,
  chooseInMenu,
  clickAddress,
  enterEhr,
  expectAllRead,
  expectChartOf,
  goToPortal,
  provider,
  received,
  tokenRequests,
} from './steps.ts';

/** How the client is registered, and how many requirements that registration has for each form it sends. */
const registered = {
  public: { clientId: 'chartside-sandbox', lines: 2 },
  basic: { clientId: 'chartside-sandbox-basic', lines: 2 },
  private_key_jwt: { clientId: 'chartside-sandbox-jwt', lines: 9 },
} as const;
type Authentication = keyof typeof registered;

/** The sandbox's systems with that client. A public one asks for the portal's addresses, the EHR's are pinned. */
function configured(authentication: Authentication): (config: string) => string {
  if (authentication !== 'public') return brokered(authentication);
  return (config) => {
    const parsed = JSON.parse(config) as { systems: Record<string, unknown>[] };
    for (const system of parsed.systems)
      if (system['id'] === 'sandbox-portal') {
        delete system['endpoints'];
        system['redirectPath'] = callbackPaths.discovered;
      }
    return JSON.stringify(parsed);
  };
}

const unasked = 'This tab did not ask for the sign-in that came back to it, so nothing was opened.';
const unusable = /finished the sign-in with an answer this app cannot use\.$/;

/** Values of tokens and verifiers that went over the wire. */
function secretsSent(witness: Witness): readonly string[] {
  return witness.requests.flatMap((request) => {
    const bearer = witness.authorization(request)?.split(' ')[1];
    const form = new URLSearchParams(request.method() === 'POST' ? (request.postData() ?? '') : '');
    const named = ['refresh_token', 'token', 'code_verifier'].map((name) => form.get(name) ?? '');
    return [bearer ?? '', ...named].filter((value) => value.length > 16);
  });
}

/** What is amiss in the tab of an open chart: its address and history, its storage, its cookies, who is signed in. */
async function tabRows(flow: string, page: Page, appUrl: string, witness: Witness): Promise<readonly Row[]> {
  const secrets = secretsSent(witness);
  expect(secrets.length).toBeGreaterThan(0);
  const holds = (text: string): boolean => secrets.some((secret) => text.includes(secret));
  const addresses = (await historyOf(page)).filter((url) => url.startsWith(appUrl));
  expect(addresses).toContain(page.url());
  const left = addresses.filter((url) => /[?&#](code|state|session_state|iss|launch)=/.test(url));
  const local = await page.evaluate(() => Object.values(localStorage));
  const cookies = await page.context().cookies(appUrl);
  return [
    seenInBrowser(
      flow,
      'ours',
      'code, state, session_state, iss and launch gone from address and history',
      left,
    ),
    seenInBrowser(flow, 'ours', 'no token in localStorage', local.filter(holds)),
    seenInBrowser(
      flow,
      '7†',
      'no token in a clear cookie',
      cookies.filter(({ value }) => holds(value)).map(({ name }) => name),
    ),
  ];
}

/** Where tokens, codes and verifiers went. */
function destinationRow(witness: Witness, trusted: readonly string[], fhirUrl: string): Row {
  const wrong = witness.requests.filter((request) => {
    const { origin } = new URL(request.url());
    const secret = /(^|&)(code|refresh_token|token|code_verifier)=|"(code|verifier|token)":/.test(
      request.postData() ?? '',
    );
    return (
      (witness.authorization(request) !== undefined && origin !== fhirUrl) ||
      (secret && !trusted.includes(origin))
    );
  });
  return seenInBrowser(
    'any',
    'ours',
    'no token, code or verifier to another origin',
    wrong.map((request) => new URL(request.url()).origin),
  );
}

interface Stage {
  readonly page: Page;
  readonly sandbox: Running['sandbox'];
  readonly appUrl: string;
  readonly witness: Witness;
}

/** Every flow once, and whatever a forger or a stranger would try. */
async function keepEveryLine(
  authentication: Authentication,
  { page, sandbox, appUrl, witness }: Stage,
): Promise<void> {
  const { control, ehrUrl, fhirUrl } = sandbox;
  const rows: Row[] = [];
  const context = page.context();

  // EHR launch, renewal, sign-out.
  control.switches.accessTokenSeconds = 90;
  control.switches.autoConsent = true;
  await page.clock.install();
  await enterEhr(page, sandbox);
  await page.goto(clickAddress(sandbox, people.david));
  await expectChartOf(page, people.david);
  await expectAllRead(page);
  rows.push(...(await tabRows('ehr-launch', page, appUrl, witness)));
  await page.getByRole('button', { name: 'View and session' }).click();
  await expect(page.getByRole('menu')).toContainText('Signed in as PROVIDER TESTING');
  const asWhom = received(sandbox, `/${provider.fhirUser}`).filter(({ status }) => status === 200);
  const reads = asWhom.map(({ url }) => url).filter((url) => url !== `/api/fhir/r4/${provider.fhirUser}`);
  rows.push(seenInBrowser('ehr-launch', '202†', 'fhirUser is read as a URL: its name is shown', reads));
  await page.keyboard.press('Escape');
  await page.clock.fastForward(75_000);
  await page.getByRole('button', { name: 'Read again' }).click();
  await expect.poll(() => tokenRequests(sandbox).length).toBe(2);
  await expectAllRead(page);
  await chooseInMenu(page, 'Sign out');
  await expect.poll(() => received(sandbox, '/revoke').map(({ status }) => status)).toEqual([200]);

  // Standalone, with discovery.
  await page.goto(`${appUrl}/`);
  await page.getByRole('button', { name: 'Sign in with YourHealthFile (sandbox)' }).click();
  await expectChartOf(page, people.david);
  await expectAllRead(page);
  const discoveries = received(sandbox, '/.well-known/smart-configuration');
  expect(discoveries).toHaveLength(authentication === 'public' ? 1 : 0);
  rows.push(...(await tabRows('standalone', page, appUrl, witness)));
  const [, usedState = ''] = /[?&]state=([\w-]+)/.exec(
    received(sandbox, '/openid-connect/auth').at(-1)!.url,
  )!;

  // Callbacks that nobody asked for, while a sign-in waits in one tab.
  control.switches.autoConsent = false;
  const waiting = await context.newPage();
  await context.clearCookies({ domain: 'localhost' });
  await goToPortal(waiting, appUrl);
  const asked = new URL(received(sandbox, '/openid-connect/auth').at(-1)!.url, ehrUrl);
  const state = asked.searchParams.get('state') ?? '';
  const codesBefore = tokenRequests(sandbox).length;
  const readBefore = control.received.filter(({ server }) => server === 'fhir').length;
  const other = await context.newPage();
  const forged: readonly (readonly [string, string, Page, string])[] = [
    ['4', 'a callback without state', other, 'code=forged'],
    ['4', 'a callback with a state of nobody', other, `code=forged&state=${'x'.repeat(43)}`],
    ['60', 'a callback with the state of another tab', other, `code=forged&state=${state}`],
    ['61†', 'an error with the state of another tab', other, `error=access_denied&state=${state}`],
    ['60', 'a callback with a state that was used', page, `code=forged&state=${usedState}x`],
    ['4', 'a callback with its state twice', waiting, `code=forged&state=${state}&state=${state}`],
    [
      '4',
      'a callback in the name of another server',
      waiting,
      `code=forged&state=${state}&iss=https://another.example`,
    ],
  ];
  for (const [id, what, tab, query] of forged) {
    // oxlint-disable-next-line no-await-in-loop -- one tab after the other
    await tab.goto(`${appUrl}${callbackPaths.realm}?${query}`);
    // oxlint-disable-next-line no-await-in-loop
    await expect(tab.getByRole('heading', { level: 1 })).toHaveText(unasked);
    const sent = tokenRequests(sandbox).length - codesBefore;
    rows.push(seenInBrowser('callback', id, `${what} sends no code`, sent === 0 ? [] : [`${sent} sent`]));
  }
  const read = control.received.filter(({ server }) => server === 'fhir').length - readBefore;
  rows.push(seenInBrowser('callback', 'ours', 'and opens no record', read === 0 ? [] : [`${read} read`]));
  await Promise.all([waiting.close(), other.close()]);

  // Addresses that would lead elsewhere.
  const elsewhere = 'https://another.example';
  const open = [
    `/?redirect=${elsewhere}&next=${elsewhere}&url=${elsewhere}`,
    `/launch?iss=${elsewhere}/fhir&launch=x&redirect_uri=${elsewhere}`,
    `${callbackPaths.realm}?error=server_error&error_uri=${elsewhere}&redirect_uri=${elsewhere}`,
  ];
  const astray: string[] = [];
  for (const address of open) {
    // oxlint-disable-next-line no-await-in-loop -- one tab
    await page.goto(appUrl + address);
    // oxlint-disable-next-line no-await-in-loop
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    // The chart that is open is read anew: left before its token came, it would never know of it.
    // oxlint-disable-next-line no-await-in-loop
    if (address.startsWith('/?')) await expectAllRead(page);
    if (new URL(page.url()).origin !== appUrl) astray.push(address);
  }
  rows.push(seenInBrowser('any', '6†', 'no address of the app leads to another site', astray));

  // id_tokens that are not for this app, or too old.
  control.switches.autoConsent = true;
  await enterEhr(page, sandbox);
  for (const fault of ['other-issuer', 'other-audience', 'expired'] as const) {
    control.switches.idToken = fault;
    // oxlint-disable-next-line no-await-in-loop -- one launch after the other
    await page.goto(clickAddress(sandbox, people.david));
    // oxlint-disable-next-line no-await-in-loop
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(unusable);
  }
  control.switches.idToken = 'good';

  // A record whose every text tries to run.
  await page.goto(clickAddress(sandbox, people.hostile));
  await expect(bannerOf(page)).toContainText('TESTPATIENT <script>');
  await expectAllRead(page);
  const owned = await page.evaluate(() => 'chartsideOwned' in globalThis);
  const ran = [...(owned ? ['a script of a record ran'] : []), ...witness.dialogs];
  rows.push(seenInBrowser('any', '5†', 'nothing of a record, launch or callback runs as code', ran));
  rows.push(destinationRow(witness, [authentication === 'public' ? ehrUrl : appUrl], fhirUrl));

  const recorded = rowsOf(control.flows.flows(control.received.map(({ url }) => url)));
  const table = [...recorded, ...rows];
  await keepTable(authentication, table);
  expect(table.filter(({ held }) => !held)).toEqual([]);
  // A line that went missing would not be seen failing.
  const counts = Object.entries(Object.groupBy(table, ({ flow }) => flow)).map(([flow, of]) => [
    flow,
    of?.length,
  ]);
  const { lines } = registered[authentication];
  expect(Object.fromEntries(counts)).toEqual({
    'ehr-launch': 35 + lines,
    refresh: 6 + lines,
    'sign-out': 5 + lines,
    standalone: 31 + lines,
    callback: 8,
    any: 3,
  });
}

for (const authentication of ['public', 'basic', 'private_key_jwt'] as const) {
  test.describe(`a client registered as ${authentication}`, () => {
    test.use({ setup: { changeConfig: configured(authentication) } });

    test('every line of every flow is kept', async ({ page, sandbox, appUrl, witness }) => {
      await keepEveryLine(authentication, { page, sandbox, appUrl, witness });
    });
  });
}
