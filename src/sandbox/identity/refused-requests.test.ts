import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { people } from '#sandbox/cast.ts';
import { startSandbox, type Sandbox } from '#sandbox/start.ts';
import { askFor, clickApp, TestBrowser } from './test-browser.ts';
import { app } from './test-flow.ts';

const { david } = people;
let sandbox: Sandbox;
let browser: TestBrowser;

beforeAll(async () => {
  sandbox = await startSandbox({ ehrPort: 0, fhirPort: 0, appOrigin: app });
});
afterAll(() => sandbox.stop());
beforeEach(() => {
  sandbox.control.reset();
  browser = new TestBrowser(app);
});

describe('refused requests come back to the app in the words of Keycloak', () => {
  const cases: readonly (readonly [string, Record<string, string | undefined>, string, string | null])[] = [
    [
      'an unknown scope',
      { scope: 'openid patient/careplan.read' },
      'invalid_scope',
      'Invalid scopes: openid patient/careplan.read',
    ],
    [
      'no PKCE',
      { code_challenge: undefined, code_challenge_method: undefined },
      'invalid_request',
      'Missing parameter: code_challenge_method',
    ],
    [
      'PKCE as the guide words it',
      { code_challenge_method: 'SHA-256' },
      'invalid_request',
      'Invalid parameter: code_challenge_method',
    ],
    ['no audience', { aud: undefined }, 'invalid_request', 'Missing parameter: aud'],
    [
      'an audience with a slash',
      { aud: 'http://localhost/api/fhir/r4/' },
      'invalid_request',
      'Invalid parameter: aud',
    ],
    ['no launch token', {}, 'invalid_request', 'Missing parameter: launch'],
    ['a launch token of nobody', { launch: 'YTIwLmFiYw==' }, 'invalid_request', 'Invalid parameter: launch'],
    [
      'prompt=none without a session',
      { scope: 'openid patient/*.read', prompt: 'none' },
      'login_required',
      null,
    ],
  ];
  test.each(cases)('%s', async (_what, changes, error, description) => {
    const asked = askFor(sandbox, app, changes);
    const query = new URL((await browser.open(asked.url)).url).searchParams;
    expect([
      query.get('error'),
      query.get('error_description'),
      query.get('state'),
      query.get('iss'),
    ]).toEqual([error, description, asked.state, null]);
  });

  test('a parameter given twice', async () => {
    const asked = askFor(sandbox, app, { scope: 'openid patient/*.read' });
    const query = new URL((await browser.open(`${asked.url}&aud=x`)).url).searchParams;
    expect([query.get('error'), query.get('error_description')]).toEqual([
      'invalid_request',
      'duplicated parameter',
    ]);
  });

  test.each([
    ['an unknown client', { client_id: 'nobody' }, 'Client not found.'],
    [
      'a redirect URI that is not registered',
      { redirect_uri: 'http://127.0.0.1:4200/other' },
      'Invalid parameter: redirect_uri',
    ],
  ])('but %s stays on a page of its own', async (_what, changes, words) => {
    const page = await browser.open(askFor(sandbox, app, { ...changes, scope: 'openid' }).url);
    expect([page.status, page.body.includes(words)]).toEqual([400, true]);
    expect(new URL(page.url).origin).toBe(sandbox.ehrUrl);
  });

  test('the authorization request may be a form', async () => {
    const url = new URL(askFor(sandbox, app, { scope: 'openid patient/*.read' }).url);
    const page = await browser.open(url.origin + url.pathname, url.searchParams);
    expect(page.url).toMatch(/login-actions\/login/);
  });
});

describe('launch tokens', () => {
  async function refusal(token: string) {
    const query = new URL((await browser.open(askFor(sandbox, app, { launch: token }).url)).url).searchParams;
    return [query.get('error'), query.get('error_description')];
  }

  test('last five minutes of the sandbox clock', async () => {
    const start = Date.UTC(2026, 10, 23, 15);
    sandbox.control.fixedNow = start;
    const token = (await clickApp(browser, sandbox, david.id)).searchParams.get('launch') ?? '';
    sandbox.control.fixedNow = start + 300_000;
    expect((await browser.open(askFor(sandbox, app, { launch: token }).url)).url).toMatch(/login-actions/);
    sandbox.control.fixedNow = start + 300_001;
    expect(await refusal(token)).toEqual([
      'invalid_request',
      'Invalid parameter: launch. The launch has expired',
    ]);
  });

  test.each([
    ['expired', 'invalid_request', 'Invalid parameter: launch. The launch has expired'],
    ['not-subscribed', 'access_denied', 'The practice has no active subscription for this application'],
  ] as const)('by name: %s', async (launchSwitch, error, description) => {
    const token = (await clickApp(browser, sandbox, david.id)).searchParams.get('launch') ?? '';
    sandbox.control.switches.launch = launchSwitch;
    expect(await refusal(token)).toEqual([error, description]);
  });

  test('changed in one letter are nobody’s', async () => {
    const token = (await clickApp(browser, sandbox, david.id)).searchParams.get('launch') ?? '';
    const changed = token.slice(0, 100) + (token[100] === 'A' ? 'B' : 'A') + token.slice(101);
    expect(await refusal(changed)).toEqual(['invalid_request', 'Invalid parameter: launch']);
  });
});

test('two sandboxes share nothing', async () => {
  const other = await startSandbox({ ehrPort: 0, fhirPort: 0, appOrigin: app });
  try {
    sandbox.control.switches.autoConsent = true;
    const opened = await clickApp(browser, sandbox, david.id);
    const asked = askFor(other, app, { launch: opened.searchParams.get('launch') ?? '' });
    const query = new URL((await browser.open(asked.url)).url).searchParams;
    expect(query.get('error_description')).toBe('Invalid parameter: launch');
    expect(other.control.switches.autoConsent).toBe(false);
  } finally {
    await other.stop();
  }
});
