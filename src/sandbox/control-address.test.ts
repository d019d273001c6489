import { beforeEach, describe, expect, test } from 'vitest';
import { answerControl } from './control-address.ts';
import { Control, defaultSwitches } from './control.ts';
import { switchList } from './switch-list.ts';

let control: Control;
beforeEach(() => {
  control = new Control();
});

const url = 'http://localhost:4201';
async function ask(path: string, init?: RequestInit): Promise<[number, Record<string, unknown>]> {
  const response = await answerControl(new Request(url + path, init), control);
  expect(response.headers.get('Access-Control-Allow-Origin')).toBeNull();
  return [response.status, (await response.json()) as Record<string, unknown>];
}
const post = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json', ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

test('every switch there is can be set', () => {
  expect(new Set(switchList.map(({ name }) => name))).toEqual(new Set(Object.keys(defaultSwitches)));
});

test('shows, sets and resets the state', async () => {
  const patch = {
    switches: { banner: 'true', requestsPerMinute: 3 },
    faults: [{ target: 'Observation', kind: 'slow', delayMs: 50, times: 2 }],
    fixedNow: 1_795_000_000_000,
  };
  const [status, state] = await ask('/control', post(patch));
  expect(status).toBe(200);
  expect(state).toMatchObject({ ...patch, now: patch.fixedNow });
  expect(await ask('/control')).toEqual([200, state]);
  expect((await ask('/control', post({ fixedNow: null })))[1]['fixedNow']).toBeNull();
  await ask('/control/reset', post({}));
  expect(control.switches).toEqual(defaultSwitches);
  expect(control.faults).toEqual([]);
});

test('turns a named failure on', async () => {
  await ask('/control', post({ failure: 'identity-down' }));
  expect(control.switches.identityDown).toBe(true);
});

test('tells what was received', async () => {
  control.received.push({
    at: 1,
    server: 'fhir',
    method: 'GET',
    url: '/x',
    origin: undefined,
    authorization: true,
    status: 200,
  });
  const [, received] = await ask('/control/received');
  expect(received).toMatchObject([{ server: 'fhir', url: '/x', status: 200 }]);
});

describe('a patch with faults names all of them and changes nothing', () => {
  test.each([
    [{ switches: { baner: 'x' } }, ['switches.baner: there is no such switch']],
    [{ switches: { sendIss: 'true' } }, ['switches.sendIss: true or false is wanted']],
    [{ switches: { pageSize: -1 } }, ['switches.pageSize: a whole number from 0 to 10000 is wanted']],
    [{ fault: [] }, ['fault: there is no such member']],
    [{ faults: {} }, ['faults: a list is wanted']],
    [{ fixedNow: 'today' }, ['fixedNow: milliseconds since 1970, or null, is wanted']],
    ['not json', ['The body is not JSON']],
    [[], ['A JSON object is wanted']],
  ])('%j', async (patch, faults) => {
    const good =
      typeof patch === 'object' && !Array.isArray(patch)
        ? { ...patch, switches: { omitPatient: true, ...('switches' in patch ? patch.switches : {}) } }
        : patch;
    expect(await ask('/control', post(good))).toEqual([400, { faults }]);
    expect(control.switches).toEqual(defaultSwitches);
  });

  test('faults of faults, by their place', async () => {
    const [, answer] = await ask('/control', post({ faults: [{ target: '', kind: 'melts', times: 0 }] }));
    expect(String(answer['faults'])).toMatch(/faults\[0\]\.target.*faults\[0\]\.kind.*faults\[0\]\.times/);
  });
});

describe('another site reaches none of it', () => {
  test.each([
    ['a form', 415, '/control/reset', { method: 'POST', body: new URLSearchParams({ a: 'b' }) }],
    [
      'text that a form can send',
      415,
      '/control',
      { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: '{}' },
    ],
    ['a foreign origin', 403, '/control', post({}, { Origin: 'http://127.0.0.1:4200' })],
    ['an opaque origin', 403, '/control', post({}, { Origin: 'null' })],
    ['a name that only resolves to loopback', 403, '/control', { headers: { Host: 'rebound.example' } }],
    ['another method', 405, '/control', { method: 'DELETE' }],
    ['another path', 404, '/control/other', post({})],
  ] as const)('%s', async (_what, status, path, init) => {
    expect((await ask(path, init))[0]).toBe(status);
  });
});
