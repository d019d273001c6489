/** The front door under attack: who may open the app, what a sign-in server may say of itself, what comes back. */
import type { BrowserContext, Page } from '@playwright/test';
import { callbackPaths, people } from '#sandbox/cast.ts';
import { clickInEhr } from './chart-steps.ts';
import { expect, test } from './fixtures.ts';
import {
  clickAddress,
  enterEhr,
  expectChartOf,
  launchFromEhr,
  provider,
  received,
  share,
  signIn,
  tokenRequests,
} from './steps.ts';

type Json = Record<string, unknown>;

/** The sandbox's EHR entry otherwise. */
function withEhr(change: (system: Json) => Json) {
  return (text: string): string => {
    const config = JSON.parse(text) as { systems: (Json & { id: string })[] };
    const systems = config.systems.map((system) => (system.id === 'sandbox-ehr' ? change(system) : system));
    return JSON.stringify({ ...config, systems });
  };
}

async function expectCode(page: Page, code: string): Promise<void> {
  await expect(page.getByRole('main')).toContainText(`Support code ${code}`);
}

test.describe('an address that only looks like the EHR’s', { tag: '@threat-1' }, () => {
  for (const [what, looks] of [
    ['two slashes more', (base: string) => `${base}//`],
    ['one segment less', (base: string) => base.replace(/\/r4$/, '')],
    ['a longer last segment', (base: string) => `${base}evil`],
    ['another letter case', (base: string) => base.replace('/fhir/', '/FHIR/')],
    ['a dot behind the host', (base: string) => base.replace('localhost', 'localhost.')],
    ['a user name', (base: string) => base.replace('//', '//localhost@')],
    ['an escaped slash', (base: string) => `${base}%2f`],
    ['a line break', (base: string) => `${base}\n`],
    ['the machine’s number for its name', (base: string) => base.replace('localhost', '127.0.0.1')],
  ] as const) {
    test(`${what}: nothing is sent`, async ({ page, appUrl, sandbox, witness }) => {
      const iss = encodeURIComponent(looks(`${sandbox.fhirUrl}/api/fhir/r4`));
      await page.goto(`${appUrl}/launch?iss=${iss}&launch=abcdef`);
      await expectCode(page, 'L21');
      expect(sandbox.control.received).toEqual([]);
      expect(new Set(witness.requests.map((request) => new URL(request.url()).origin))).toEqual(
        new Set([appUrl]),
      );
    });
  }

  test('one slash more or less is the same EHR', async ({ page, appUrl, sandbox }) => {
    for (const slash of ['', '/']) {
      const iss = encodeURIComponent(`${sandbox.fhirUrl}/api/fhir/r4${slash}`);
      await page.goto(`${appUrl}/launch?iss=${iss}&launch=abcdef`);
      // Asked at the sign-in server, which does not know this launch.
      await expectCode(page, 'L22');
    }
    expect(received(sandbox, '/openid-connect/auth')).toHaveLength(2);
  });
});

test.describe('discovery', { tag: '@threat-2' }, () => {
  test.use({
    setup: {
      changeConfig: withEhr(({ endpoints: _pinned, ...system }) => ({
        ...system,
        redirectPath: callbackPaths.discovered,
      })),
    },
  });

  /** Answers in the place of the FHIR server's discovery. */
  async function discoveryIs(
    context: BrowserContext,
    answer: (honest: Json) => { readonly status?: number; readonly headers?: Json; readonly body: unknown },
  ): Promise<void> {
    await context.unroute('**/.well-known/smart-configuration');
    await context.route('**/.well-known/smart-configuration', async (route) => {
      const got = await route.fetch();
      const { status = 200, headers = {}, body } = answer((await got.json()) as Json);
      await route.fulfill({
        status,
        headers: { ...got.headers(), ...(headers as Record<string, string>) },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
    });
  }

  test('hostile addresses, missing ones, megabytes and redirects: nobody is sent anywhere', async ({
    page,
    appUrl,
    sandbox,
    witness,
  }) => {
    // The browser's own word on the redirect.
    witness.expectErrors(/Failed to load resource|redirect/i);
    const elsewhere = `${sandbox.ehrUrl}/auth/realms/nextgen/protocol/openid-connect/token?evil=1`;
    const hostile: readonly (readonly [string, Parameters<typeof discoveryIs>[1]])[] = [
      ...[
        'javascript:document.title="owned"',
        'data:text/html,owned',
        'http://evil.example/auth',
        'https://evil.example/auth',
        `${sandbox.ehrUrl.replace('//', '//evil@')}/auth`,
        '//evil.example/auth',
        undefined,
      ].flatMap((address) =>
        (['authorization_endpoint', 'token_endpoint'] as const).map(
          (name) =>
            [`${name} ${address}`, (honest: Json) => ({ body: { ...honest, [name]: address } })] as const,
        ),
      ),
      ['an issuer elsewhere', (honest) => ({ body: { ...honest, issuer: 'https://evil.example' } })],
      ['five megabytes', (honest) => ({ body: { ...honest, pad: 'x'.repeat(5_000_000) } })],
      ['a page', () => ({ body: '<!doctype html><title>Sign in</title>' })],
      ['a redirect', () => ({ status: 302, headers: { location: elsewhere }, body: '' })],
    ];
    const iss = encodeURIComponent(`${sandbox.fhirUrl}/api/fhir/r4`);
    for (const [what, answer] of hostile) {
      await discoveryIs(page.context(), answer);
      await page.goto(`${appUrl}/launch?iss=${iss}&launch=abcdef`);
      await expect(page.getByRole('main'), what).toContainText(/Support code (L23|S33)/);
      expect(page.url(), what).toBe(`${appUrl}/launch`);
    }
    expect(tokenRequests(sandbox)).toEqual([]);
    expect(received(sandbox, '/openid-connect/auth')).toEqual([]);
    const urls = witness.requests.map((request) => request.url());
    expect(urls.filter((url) => url.includes('evil'))).toEqual([]);

    // The same way, with an honest document, leads on.
    await discoveryIs(page.context(), (honest) => ({ body: honest }));
    await page.goto(`${appUrl}/launch?iss=${iss}&launch=abcdef`);
    await expect.poll(() => received(sandbox, '/openid-connect/auth').length).toBe(1);
    await expectCode(page, 'L22');
  });

  test('one that names no PKCE gets S256 all the same', { tag: '@threat-4' }, async ({ page, sandbox }) => {
    await discoveryIs(page.context(), (honest) => ({
      body: { ...honest, code_challenge_methods_supported: ['plain'] },
    }));
    await clickInEhr(page, sandbox, people.david);
    await expectChartOf(page, people.david);
    const [asked] = received(sandbox, '/openid-connect/auth');
    expect(new URLSearchParams(asked!.url.split('?')[1]).get('code_challenge_method')).toBe('S256');
  });
});

test.describe('the way back', () => {
  /** Up to the sign-in page; what the app waits for is told by the address that it left for. */
  async function waitingTab(page: Page, sandbox: Parameters<typeof enterEhr>[1]): Promise<string> {
    await page.goto(clickAddress(sandbox, people.david));
    await expect(page.getByLabel('Password')).toBeVisible();
    const asked = received(sandbox, '/openid-connect/auth').at(-1);
    return new URLSearchParams(asked!.url.split('?')[1]).get('state')!;
  }

  test(
    'another tab’s state opens nothing there, and is good here',
    { tag: '@threat-5' },
    async ({ page, sandbox, appUrl }) => {
      await enterEhr(page, sandbox);
      const state = await waitingTab(page, sandbox);
      const other = await page.context().newPage();
      await other.goto(`${appUrl}${callbackPaths.realm}?code=stolen&state=${state}`);
      await expectCode(other, 'S35');
      expect(tokenRequests(sandbox)).toEqual([]);

      await signIn(page, provider);
      await share(page);
      await expectChartOf(page, people.david);
      expect(tokenRequests(sandbox)).toHaveLength(1);
    },
  );

  test(
    'a code beside an error, two codes, two states: no code is sent',
    { tag: '@threat-5' },
    async ({ page, sandbox, appUrl }) => {
      await enterEhr(page, sandbox);
      for (const [forged, code] of [
        ['code=x&error=access_denied', 'S31'],
        ['code=x&code=y', 'S35'],
        ['code=x&state=another', 'S35'],
        ['code=x&id_token=y', 'S35'],
      ] as const) {
        const state = await waitingTab(page, sandbox);
        await page.goto(`${appUrl}${callbackPaths.realm}?state=${state}&${forged}`);
        await expectCode(page, code);
      }
      expect(tokenRequests(sandbox)).toEqual([]);
    },
  );

  test(
    'from another server: refused before the code is sent',
    { tag: '@threat-6' },
    async ({ page, sandbox, appUrl }) => {
      await enterEhr(page, sandbox);
      for (const iss of ['https://evil.example', `${sandbox.ehrUrl}/auth/realms/other`, 'null']) {
        const state = await waitingTab(page, sandbox);
        await page.goto(
          `${appUrl}${callbackPaths.realm}?code=x&state=${state}&iss=${encodeURIComponent(iss)}`,
        );
        await expectCode(page, 'S35');
      }
      expect(tokenRequests(sandbox)).toEqual([]);
    },
  );

  test.describe('of a server that promised to name itself', { tag: '@threat-6' }, () => {
    test.use({
      setup: {
        changeConfig: withEhr((system) => ({
          ...system,
          endpoints: { ...(system['endpoints'] as Json), issInCallback: true },
        })),
      },
    });

    test('is refused without the name, and accepted with it', async ({ page, sandbox }) => {
      await clickInEhr(page, sandbox, people.david);
      await expectCode(page, 'S35');
      expect(tokenRequests(sandbox)).toEqual([]);
      sandbox.control.switches.callbackIss = true;
      await clickInEhr(page, sandbox, people.david);
      await expectChartOf(page, people.david);
    });
  });
});

test(
  'no address of the app leads out of it',
  { tag: '@threat-11' },
  async ({ page, sandbox, appUrl, witness }) => {
    // A path that is none of the app's is answered by its server, in words.
    witness.expectErrors(/Failed to load resource.*404/);
    const evil = encodeURIComponent('https://evil.example/');
    const tries = [
      `/?next=${evil}&redirect=${evil}&returnTo=${evil}`,
      `/chart?returnTo=${evil}#${evil}`,
      `/launch?redirect=${evil}&next=${evil}&redirect_uri=${evil}`,
      `${callbackPaths.realm}?redirect=${evil}&next=//evil.example&code=x&state=y`,
      `/chart/${evil}`,
      '/chart//evil.example',
      '/%2F%2Fevil.example',
      '/%5Cevil.example',
      '//evil.example/chart',
      '/chart/..%2F..%2F%2Fevil.example',
    ];
    const openAll = async (tab: Page, addresses = tries): Promise<void> => {
      for (const address of addresses) {
        await tab.goto(appUrl + address);
        await expect(tab.locator('body')).toHaveText(/\S/);
        expect(new URL(tab.url()).origin, address).toBe(appUrl);
      }
    };
    await openAll(page);
    const app = await launchFromEhr(page, sandbox);
    // A launch and a callback end the chart of their tab, whatever comes of them.
    await openAll(
      app,
      tries.filter((address) => !/^\/(launch|callback)/.test(address)),
    );
    await app.goto(`${appUrl}/chart?next=${evil}`);
    await expectChartOf(app, people.david);
    const urls = witness.requests.map((request) => request.url());
    expect(urls.filter((url) => new URL(url).hostname.includes('evil'))).toEqual([]);
    await app.goto(`${appUrl}/chart`);
  },
);
