import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { people, providers } from '#sandbox/cast.ts';
import { TestBrowser } from '#sandbox/identity/test-browser.ts';
import { namedFailures } from '#sandbox/named-failures.ts';
import { startSandbox, type Sandbox } from '#sandbox/start.ts';
import { switchList } from '#sandbox/switch-list.ts';

const app = 'http://127.0.0.1:4200';
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

const at = (path: string): string => sandbox.ehrUrl + path;

async function signIn(): Promise<void> {
  const { username, password } = providers[0];
  const page = await browser.open(at('/sign-in'), new URLSearchParams({ username, password }));
  expect(page.url).toBe(at('/patients'));
}

describe('pages', () => {
  test('the sign-in page prints every made-up login', async () => {
    const { body } = await browser.open(at('/'));
    for (const { username, password } of providers) {
      expect(body).toContain(username);
      expect(body).toContain(password);
    }
  });

  test.each(['/', '/portal', '/switches', '/nowhere'])('%s says that everyone is made up', async (path) => {
    expect((await browser.open(at(path))).body).toContain('Everyone and everything here is made up');
  });

  test('charts and launches are for those who signed in', async () => {
    for (const path of [
      `/patients/office/${people.david.id}`,
      `/ehr/launch?base=office&patient=${people.david.id}`,
    ]) {
      const page = await browser.open(at(path));
      expect([page.status, page.body.includes('Password')]).toEqual([401, true]);
    }
  });

  test('sign-out ends the session', async () => {
    await signIn();
    await browser.open(at('/sign-out'), new URLSearchParams());
    expect((await browser.open(at('/patients'))).status).toBe(401);
  });

  test('a form of another site changes nothing', async () => {
    const response = await fetch(at('/switches'), {
      method: 'POST',
      headers: { Origin: 'https://elsewhere.invalid' },
      body: new URLSearchParams({ failure: 'identity-down', turn: 'on' }),
    });
    expect([response.status, sandbox.control.switches.identityDown]).toEqual([403, false]);
  });

  test('nothing but itself and the icon of the app may load, and nobody may frame it', async () => {
    const response = await fetch(at('/'));
    const policy = response.headers.get('Content-Security-Policy') ?? '';
    expect(policy).toContain(`img-src 'self' ${app}`);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
  });
});

describe('search', () => {
  test.each([
    ['smith david', ['SMITH, DAVID']],
    ['1976-09-02', ['SMITH, ANNA']],
    ['HF428946492', ['SMITH, DAVID']],
    ['429119572', ['SMITH, ALEX']],
    ['<b>nobody</b>', []],
  ])('%s', async (words, names) => {
    await signIn();
    const { body } = await browser.open(at(`/patients?q=${encodeURIComponent(words)}`));
    expect(
      [...body.matchAll(/<a href="\/patients\/[^"]*">([^<]*)<\/a>/g)].map(([, name]) => name?.trim()),
    ).toEqual(names);
    expect(body).not.toContain('<b>nobody');
  });
});

describe('the chart', () => {
  test('shows who it is and offers the app for the current visit', async () => {
    await signIn();
    const { body } = await browser.open(at(`/patients/office/${people.david.id}`));
    expect(body).toContain('<h1>SMITH, DAVID</h1>');
    expect(body).toMatch(new RegExp(`<option value="${people.david.encounter}" selected`));
    expect(body).toContain(`src="${app}/icon.svg"`);
  });

  test('a patient of nobody is not found', async () => {
    await signIn();
    for (const path of ['/patients/office/1', '/patients/data/1', '/ehr/launch?base=office&patient=1'])
      expect((await browser.open(at(path))).status).toBe(404);
  });
});

describe('the page of switches', () => {
  test.each(namedFailures.map(({ id }) => id))('turns %s on and off', async (id) => {
    const failure = namedFailures.find((each) => each.id === id);
    const turn = (to: string) =>
      browser.open(at('/switches'), new URLSearchParams({ failure: id, turn: to }));
    expect(failure?.isOn(sandbox.control)).toBe(false);
    expect((await turn('on')).body).toContain('The failure is on.');
    expect(failure?.isOn(sandbox.control)).toBe(true);
    await turn('off');
    expect(failure?.isOn(sandbox.control)).toBe(false);
  });

  test('shows and sets every switch', async () => {
    const page = await browser.open(at('/switches'));
    for (const { name } of switchList) expect(page.body).toMatch(new RegExp(`<(select|input) id="${name}"`));
    await browser.open(
      at('/switches'),
      new URLSearchParams({ banner: 'absent', sendIss: 'false', pageSize: '7' }),
    );
    expect(sandbox.control.switches).toMatchObject({ banner: 'absent', sendIss: false, pageSize: 7 });
    const refused = await browser.open(
      at('/switches'),
      new URLSearchParams({ pageSize: '-1', sendIss: 'true' }),
    );
    expect(refused.body).toContain('Nothing was changed');
    expect(sandbox.control.switches).toMatchObject({ sendIss: false, pageSize: 7 });
    await browser.open(at('/switches'), new URLSearchParams({ reset: 'yes' }));
    expect(sandbox.control.switches).toMatchObject({ banner: '"false"', sendIss: true, pageSize: 0 });
  });
});
