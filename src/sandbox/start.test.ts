import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { people, providers } from './cast.ts';
import { SandboxPortTaken } from './http.ts';
import { askFor, exchange, TestBrowser, providerLogin } from './identity/test-browser.ts';
import { startSandbox, type Sandbox } from './start.ts';

const app = 'http://127.0.0.1:4200';
const running: Sandbox[] = [];
const folders: string[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((each) => each.stop()));
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
});

async function start(more: Partial<Parameters<typeof startSandbox>[0]> = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({ ehrPort: 0, fhirPort: 0, appOrigin: app, ...more });
  running.push(sandbox);
  return sandbox;
}

test('a taken port stops the start, and nothing of it is left running', async () => {
  const first = await start();
  const fhirPort = Number(new URL(first.fhirUrl).port);
  const free = await start();
  const ehrPort = Number(new URL(free.ehrUrl).port);
  await free.stop();
  await expect(start({ ehrPort, fhirPort })).rejects.toThrow(SandboxPortTaken);
  await expect(start({ ehrPort })).resolves.toMatchObject({ ehrUrl: `http://localhost:${ehrPort}` });
});

test('the clock can be held from the start', async () => {
  const { control } = await start({ fixedNow: 1_795_000_000_000 });
  expect(control.now()).toBe(1_795_000_000_000);
});

test('what was asked before a new start is not told after it, however late it is answered', async () => {
  const { control, ehrUrl, identityUrl } = await start();
  const now = control.now.bind(control);
  for (const address of [`${ehrUrl}/sign-in`, `${identityUrl}/protocol/openid-connect/certs`]) {
    let asked = 0;
    control.now = () => {
      asked += 1;
      if (asked === 1) queueMicrotask(() => control.reset());
      return now();
    };
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await (await fetch(address)).text();
    expect(asked).toBeGreaterThan(0);
    expect(control.received).toEqual([]);
  }
});

test('a data folder becomes patients of the EHR, launched at their own base', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'chartside-'));
  folders.push(folder);
  await writeFile(
    join(folder, 'one.json'),
    JSON.stringify({
      resourceType: 'Patient',
      id: 'p-1',
      name: [{ family: 'Own', given: ['Data'] }],
      identifier: [{ type: { coding: [{ code: 'MR' }] }, value: 'MRN-77' }],
    }),
  );
  await writeFile(join(folder, 'broken.json'), '{');
  const sandbox = await start({ dataDirs: [folder] });
  expect(sandbox.dataReport).toMatch(/1 patient, 1 record of FHIR R4\.[\s\S]*broken\.json/);

  const browser = new TestBrowser(app);
  const { username, password } = providers[0];
  const list = await browser.open(`${sandbox.ehrUrl}/sign-in`, new URLSearchParams({ username, password }));
  expect(list.body).toContain('<a href="/patients/data/p-1">Own, Data</a>');
  expect(list.body).toContain('MRN-77');
  const opened = new URL((await browser.open(`${sandbox.ehrUrl}/ehr/launch?base=data&patient=p-1`)).url);
  const aud = `${sandbox.fhirUrl}/data/fhir/r4`;
  expect(opened.searchParams.get('iss')).toBe(aud);
  const launch = opened.searchParams.get('launch') ?? '';

  const refused = new URL((await browser.open(askFor(sandbox, app, { launch }).url)).url).searchParams;
  expect(refused.get('error_description')).toBe('Invalid parameter: aud');

  sandbox.control.switches.autoConsent = true;
  const asked = askFor(sandbox, app, { launch, aud });
  const { body } = await exchange(sandbox, app, (await browser.open(asked.url)).url, asked);
  expect(body['patient']).toBe(' p-1 ');
  const headers = { Authorization: `Bearer ${String(body['access_token'])}` };
  expect((await fetch(`${aud}/Patient/p-1`, { headers })).status).toBe(200);
});

test('at the base of own data a sign-in of the staff chooses among its patients', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'chartside-'));
  folders.push(folder);
  await writeFile(join(folder, 'one.json'), JSON.stringify({ resourceType: 'Patient', id: people.david.id }));
  const sandbox = await start({ dataDirs: [folder] });
  const browser = new TestBrowser(app);
  const asked = askFor(sandbox, app, {
    aud: `${sandbox.fhirUrl}/data/fhir/r4`,
    scope: 'openid launch/patient patient/*.read',
  });
  const picker = await browser.submit(await browser.open(asked.url), providerLogin);
  expect(picker.body).toContain('No name recorded');
});
