import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { clients, enterpriseClients, providers } from '#sandbox/cast.ts';
import { doors } from '#sandbox/doors/doors.ts';
import { enterpriseDstu2Assumptions } from '#sandbox/doors/enterprise-dstu2-assumptions.ts';
import { officeR3Assumptions } from '#sandbox/doors/office-r3-assumptions.ts';
import { earlierChoices } from '#sandbox/fhir/earlier/earlier-switches.ts';
import { TestBrowser } from '#sandbox/identity/test-browser.ts';
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
const page = () => browser.open(`${sandbox.ehrUrl}/doors`);

test('is reached from the EHR, and needs no staff', async () => {
  expect((await browser.open(`${sandbox.ehrUrl}/`)).body).toContain('href="/doors"');
  const { username, password } = providers[0];
  await browser.open(`${sandbox.ehrUrl}/sign-in`, new URLSearchParams({ username, password }));
  expect((await browser.open(`${sandbox.ehrUrl}/patients`)).body).toContain('href="/doors"');
});

test('lists each door with its addresses and clients, and what is only assumed of it', async () => {
  const { body } = await page();
  for (const { title, clients: ids, addresses } of doors) {
    expect(body).toContain(title);
    for (const [, url] of addresses(sandbox)) expect(body).toContain(`<code>${url}</code>`);
    for (const id of ids) expect(body).toContain(`<code>${id}</code>`);
  }
  expect(body.match(/Assumed: nothing says so/g)).toHaveLength(doors.length);
});

test('every registered client opens a door', () => {
  const opened = doors.flatMap(({ clients: ids }) => ids);
  expect([...clients, ...enterpriseClients].map(({ id }) => id).filter((id) => !opened.includes(id))).toEqual(
    [],
  );
});

test('every switch of Enterprise is named beside what it changes', () => {
  const named = new Set(doors.flatMap(({ claims }) => claims.flatMap(({ switches = [] }) => switches)));
  const missing = switchList.filter(({ name }) => name.startsWith('enterprise') && !named.has(name));
  expect(missing).toEqual([]);
});

test('everything that is assumed of R3 and DSTU2 has a switch, and the page says how it stands', async () => {
  sandbox.control.switches.officeR3Aud = 'none';
  const { body } = await page();
  const assumptions = [...officeR3Assumptions, ...enterpriseDstu2Assumptions];
  expect(assumptions.filter(({ switches = [] }) => switches.length === 0)).toEqual([]);
  for (const name of assumptions.flatMap(({ switches = [] }) => switches))
    expect(body).toContain(`${name}: ${String(sandbox.control.switches[name])}`);
  const named = doors.flatMap(({ claims }) => claims.flatMap(({ switches = [] }) => switches));
  expect(Object.keys(earlierChoices).filter((name) => !named.some((each) => each === name))).toEqual([]);
});

test('nothing is only assumed of any door without a switch that turns it round', () => {
  const without = doors.flatMap(({ id, claims }) =>
    claims
      .filter(({ basis, switches = [] }) => basis === 'assumed' && switches.length === 0)
      .map(({ words }) => `${id}: ${words}`),
  );
  expect(without).toEqual([]);
});

test('the page says how each switch of an assumption stands: at first, and turned round', async () => {
  const names = doors.flatMap(({ claims }) =>
    claims.flatMap(({ basis, switches = [] }) => (basis === 'assumed' ? switches : [])),
  );
  const unsaid = async (): Promise<readonly string[]> => {
    const { body } = await page();
    return names.filter((name) => !body.includes(`>${name}: ${String(sandbox.control.switches[name])}<`));
  };
  expect(await unsaid()).toEqual([]);
  const otherwise = switchList.map(({ name, takes }) => {
    const now = sandbox.control.switches[name];
    if (takes.kind === 'choice') return [name, takes.choices.find((each) => each !== now)];
    return [name, takes.kind === 'number' ? Number(now) + 1 : now !== true];
  });
  // Latency alone would only slow the page.
  Object.assign(sandbox.control.switches, { ...Object.fromEntries(otherwise), latencyMs: 0 });
  expect(await unsaid()).toEqual([]);
});

test('the addresses are where something answers', async () => {
  for (const { id, addresses } of doors)
    for (const [name, url] of addresses(sandbox)) {
      if (name !== 'FHIR base') continue;
      const response = await fetch(`${url}/.well-known/smart-configuration`);
      expect([id, response.status]).toEqual([id, 200]);
    }
});

test('a door’s own switches are set from it, and the page says so', async () => {
  const form = new URLSearchParams({ back: 'doors', enterprisePkce: 'required', enterprisePageSize: '10' });
  const after = await browser.open(`${sandbox.ehrUrl}/switches`, form);
  expect(after.url).toBe(`${sandbox.ehrUrl}/doors?done=applied`);
  expect(after.body).toContain('The switches are set.');
  expect(sandbox.control.switches).toMatchObject({ enterprisePkce: 'required', enterprisePageSize: 10 });
});

test('ids are on the page once', async () => {
  const ids = [...(await page()).body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});
