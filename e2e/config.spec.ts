/** The registry of systems decides whom the app talks to: a faulty one opens nothing, a stranger is told nothing. */
import { callbackPaths, people } from '#sandbox/cast.ts';
import { expectFailure } from './failure-page.ts';
import { expect, test } from './fixtures.ts';
import {
  bannerOf,
  clickApp,
  david,
  enterEhr,
  expectChartOf,
  goToPortal,
  launchFromEhr,
  openEhrChart,
  received,
  recordRequests,
  share,
  signIn,
} from './steps.ts';

type Json = Record<string, unknown>;

/** Changes entries of smart-config.json by their ids. */
function withSystems(changes: Readonly<Record<string, (system: Json) => Json>>) {
  return (text: string): string => {
    const config = JSON.parse(text) as { systems: (Json & { id: string })[] };
    const systems = config.systems.map((system) => changes[system.id]?.(system) ?? system);
    return JSON.stringify({ ...config, systems });
  };
}
const bothSandboxes = (change: (system: Json) => Json) =>
  withSystems({ 'sandbox-ehr': change, 'sandbox-portal': change });

test.describe('a configuration with faults', () => {
  test.use({
    setup: {
      changeConfig: withSystems({
        'nextgen-office': (system) => ({
          ...system,
          clientSecret: 'hunter2',
          fhirBase: 'http://example.org/r4',
        }),
        'sandbox-ehr': (system) => ({ ...system, label: ' ', idleMinutes: 0, redirectPath: 'callback' }),
        'sandbox-portal': ({ clientId: _clientId, ...system }) => ({
          ...system,
          kinds: ['standalone', 'portal'],
          extra: 1,
        }),
      }),
    },
  });

  for (const path of ['/', '/launch?iss=abc&launch=def', '/callback?code=abc&state=def', '/chart']) {
    test(`is listed whole, by path: ${path}`, async ({ page, appUrl, sandbox }) => {
      await page.goto(appUrl + path);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        'This app’s configuration has faults, so it opens nothing.',
      );
      const main = page.getByRole('main');
      for (const fault of [
        'systems[0].clientSecret',
        'systems[0].fhirBase',
        'systems[6].label',
        'systems[6].idleMinutes',
        'systems[6].redirectPath',
        'systems[7].clientId',
        'systems[7].kinds[1]',
        'systems[7].extra',
      ])
        await expect(main.getByRole('term').getByText(fault, { exact: true })).toBeVisible();
      await expect(main).toContainText('no secret is accepted');
      await expect(main).toContainText('Support code C10');
      await expect(main).not.toContainText('hunter2');
      await expect(page.getByRole('button', { name: /^Sign in/ })).toHaveCount(0);
      expect(sandbox.control.received).toEqual([]);
    });
  }
});

test.describe('a configuration that is no JSON', () => {
  test.use({ setup: { changeConfig: () => '{ "systems": [' } });
  test('opens nothing and says so', async ({ page, appUrl }) => {
    await page.goto(`${appUrl}/launch?iss=abc&launch=def`);
    await expect(page.getByRole('main')).toContainText('smart-config.json');
    await expect(page.getByRole('main')).toContainText('is not JSON');
  });
});

test.describe('a system that is not in the registry', { tag: '@threat-1' }, () => {
  const stranger = {
    what: 'This app does not work with the system that opened it.',
    todo: /Nothing was sent to that system\. Open the app from the EHR it was set up for\./,
    code: 'L21',
  };
  for (const look of [
    'https://evil.example/api/fhir/r4',
    'https://fhir.meditouchehr.com.evil.example/api/fhir/r4',
    'https://fhir.meditouchehr.com@evil.example/api/fhir/r4',
    'http://fhir.meditouchehr.com/api/fhir/r4',
    'https://fhir.meditouchehr.com/api/fhir/r4?x=1',
    'https://fhir.meditouchehr.com/api/fhir/r4#x',
    'https://fhir.meditouchehr.com//api/fhir/r4',
    'https://fhir.meditouchehr.com/api/fhir/r4/../evil',
    'https://fhir.meditоuchehr.com/api/fhir/r4',
    '//fhir.meditouchehr.com/api/fhir/r4',
    'javascript:alert(1)',
  ]) {
    test(`is sent nothing: ${look}`, async ({ page, appUrl, sandbox, witness }) => {
      await page.goto(`${appUrl}/launch?iss=${encodeURIComponent(look)}&launch=abcdef`);
      await expectFailure(page, stranger);
      expect(sandbox.control.received).toEqual([]);
      const hosts = witness.requests.map((request) => new URL(request.url()).origin);
      expect(new Set(hosts)).toEqual(new Set([appUrl]));
    });
  }

  test('named beside one that is known, is sent nothing either', async ({ page, appUrl, sandbox }) => {
    const good = encodeURIComponent(`${sandbox.fhirUrl}/api/fhir/r4`);
    await page.goto(`${appUrl}/launch?iss=${good}&iss=https%3A%2F%2Fevil.example&launch=abcdef`);
    await expectFailure(page, stranger);
    expect(sandbox.control.received).toEqual([]);
  });
});

test('a system whose registration is not filled in says who can help', async ({ page, appUrl, witness }) => {
  const iss = encodeURIComponent('https://fhir.meditouchehr.com/api/fhir/r4');
  await page.goto(`${appUrl}/launch?iss=${iss}&launch=abcdef`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'NextGen Office is not set up in this app yet.',
  );
  await expect(page.getByRole('main')).toContainText('Support code C11');
  expect(new Set(witness.requests.map((request) => new URL(request.url()).origin))).toEqual(
    new Set([appUrl]),
  );
});

test.describe('a registration that asks for more than the system offers', () => {
  test.use({
    setup: {
      changeConfig: withSystems({
        'sandbox-ehr': (system) => ({
          ...system,
          scopes: { 'ehr-launch': ['launch', 'openid', 'fhirUser', 'user/Unicorn.read'] },
        }),
      }),
    },
  });
  test('is refused by name', async ({ page, sandbox }) => {
    await enterEhr(page, sandbox);
    await openEhrChart(page, people.david);
    const app = await clickApp(page);
    await expectFailure(app, {
      what: 'NextGen Office (sandbox) does not offer this app everything it asks to read.',
      todo: /Tell whoever runs this app, with the support code below\./,
      code: 'S32',
    });
  });
});

test.describe('without pinned addresses', () => {
  test.use({
    setup: {
      changeConfig: bothSandboxes(({ endpoints: _pinned, ...system }) => ({
        ...system,
        redirectPath: callbackPaths.discovered,
      })),
    },
  });

  test('they are asked for, and the launch goes on', async ({ page, sandbox, witness }) => {
    await launchFromEhr(page, sandbox);
    const discoveries = received(sandbox, '/.well-known/smart-configuration');
    expect(discoveries).toHaveLength(1);
    const request = witness.requests.find((each) => each.url().endsWith('/.well-known/smart-configuration'));
    expect(witness.header(request!, 'accept')).toBe('application/json');
  });
});

test.describe(
  'without pinned addresses, and with a sign-in on a host that the registry does not list',
  { tag: '@threat-2' },
  () => {
    test.use({
      setup: {
        changeConfig: bothSandboxes(({ endpoints: _pinned, ...system }) => ({
          ...system,
          redirectPath: callbackPaths.discovered,
          identityHosts: [],
        })),
      },
    });

    test('nothing is sent there', async ({ page, sandbox }) => {
      await enterEhr(page, sandbox);
      await openEhrChart(page, people.david);
      const app = await clickApp(page);
      await expectFailure(app, {
        what: 'NextGen Office (sandbox) names a sign-in address that this app has no reason to trust.',
        todo: /Nothing was sent there\./,
        code: 'L23',
      });
      expect(received(sandbox, '/openid-connect/auth')).toEqual([]);
    });
  },
);

test.describe('a system that names no patient', () => {
  test.use({
    setup: {
      changeConfig: withSystems({
        'sandbox-portal': (system) => ({
          ...system,
          patientFrom: 'search',
          scopes: {
            standalone: ['openid', 'fhirUser', 'offline_access', 'patient/*.read'],
          },
        }),
      }),
    },
  });

  test('is asked whose records may be opened, and the reader chooses', async ({ page, appUrl, sandbox }) => {
    await goToPortal(page, appUrl);
    await signIn(page, david);
    await share(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Whose record do you want to open?');
    await expect(page.getByRole('button', { name: 'DAVID SMITH' })).toContainText('Mar 14, 1974');
    await page.getByRole('button', { name: 'ALEX SMITH' }).click();
    await expectChartOf(page, people.alex);
    await expect(bannerOf(page)).toContainText('May 30, 2012');
    await page.reload();
    await expectChartOf(page, people.alex);
    const others = recordRequests(sandbox).filter((url) => url.includes(people.david.id));
    expect(others).toEqual([]);
  });

  test('says so when its list cannot be read, and tries again', async ({
    page,
    appUrl,
    sandbox,
    witness,
  }) => {
    witness.expectErrors(/Failed to load resource.*500/);
    sandbox.control.faults = [{ target: 'Patient', kind: 'status', status: 500 }];
    await goToPortal(page, appUrl);
    await signIn(page, david);
    await share(page);
    await expectFailure(page, {
      what: 'The list of people whose record you may open could not be read from YourHealthFile (sandbox).',
      todo: /Wait a moment, then try again\./,
      code: 'P52',
    });
    sandbox.control.faults = [];
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Whose record do you want to open?');
  });
});

test(
  'whatever else stands in the launch address changes nothing',
  { tag: '@threat-3' },
  async ({ page, sandbox, appUrl }) => {
    const app = await launchFromEhr(page, sandbox);
    const [plain] = received(sandbox, '/openid-connect/auth');
    const launch = new URLSearchParams(plain!.url.split('?')[1]).get('launch')!;
    const more =
      '&clientId=evil&client_id=evil&patientId=1&fhirServiceUrl=https%3A%2F%2Fevil.example&redirect_uri=https%3A%2F%2Fevil.example&scope=system%2F*.*&state=known&aud=https%3A%2F%2Fevil.example&redirect=https%3A%2F%2Fevil.example';
    const iss = encodeURIComponent(`${sandbox.fhirUrl}/api/fhir/r4`);
    await app.goto(`${appUrl}/launch?iss=${iss}&launch=${launch}${more}`);
    await expectChartOf(app, people.david);
    const [first, second] = received(sandbox, '/openid-connect/auth').map(({ url }) => {
      const query = new URLSearchParams(url.split('?')[1]);
      for (const name of ['state', 'code_challenge']) {
        expect(query.getAll(name)).toHaveLength(1);
        query.delete(name);
      }
      return query.toString();
    });
    expect(second).toBe(first);
  },
);
