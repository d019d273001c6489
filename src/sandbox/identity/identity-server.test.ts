import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { callbackPaths, people } from '#sandbox/cast.ts';
import { startSandbox, type Sandbox } from '#sandbox/start.ts';
import { postForm, TestBrowser } from './test-browser.ts';
import { app, client, TestFlow } from './test-flow.ts';

const { david } = people;
let sandbox: Sandbox;
let browser: TestBrowser;
let flow: TestFlow;

beforeAll(async () => {
  sandbox = await startSandbox({ ehrPort: 0, fhirPort: 0, appOrigin: app });
});
afterAll(() => sandbox.stop());
beforeEach(() => {
  sandbox.control.reset();
  browser = new TestBrowser(app);
  flow = new TestFlow(sandbox, browser);
});

describe('what tests ask of the record', () => {
  test('holds authorization and token requests, secrets shortened', async () => {
    sandbox.control.switches.autoConsent = true;
    const done = await flow.launch(david.id);
    await flow.tokensOf(done);
    const asked = sandbox.control.received.filter(({ server }) => server === 'identity');
    expect(asked.map(({ method, status }) => [method, status])).toEqual([
      ['GET', 303],
      ['POST', 200],
    ]);
    expect(asked[0]?.url).toBe(done.asked.url.slice(sandbox.ehrUrl.length));
    expect(asked[1]?.form).toMatchObject({
      grant_type: 'authorization_code',
      redirect_uri: app + callbackPaths.realm,
      code: expect.stringMatching(/^.{6}…110$/) as unknown,
      code_verifier: expect.stringMatching(/^.{6}…43$/) as unknown,
    });
  });
});

describe('faults', () => {
  const token = () =>
    postForm(sandbox, 'token', { grant_type: 'refresh_token', refresh_token: 'x', ...client }, app);
  const one = (fault: Parameters<typeof sandbox.control.faults.push>[0]) => {
    sandbox.control.faults = [{ ...fault, times: 1 }];
  };

  test('identity down: nobody answers', async () => {
    sandbox.control.switches.identityDown = true;
    await expect(token()).rejects.toThrow('fetch failed');
    expect(sandbox.control.received.at(-1)).toMatchObject({ server: 'identity', status: 0 });
  });

  test.each(['drop', 'truncated', 'half-closed'] as const)('%s at the token endpoint', async (kind) => {
    one({ target: 'token', kind });
    await expect(token()).rejects.toThrow(/fetch failed|terminated|other side closed/);
    expect((await token()).status).toBe(400);
  });

  test('a status at the token endpoint can be read by the app', async () => {
    one({ target: 'token', kind: 'status', status: 503 });
    const { status, headers } = await token();
    expect([status, headers.get('Access-Control-Allow-Origin')]).toEqual([503, app]);
  });

  test('no-cors answers without leave to read', async () => {
    one({ target: 'token', kind: 'no-cors' });
    expect((await token()).headers.get('Access-Control-Allow-Origin')).toBeNull();
  });
});
