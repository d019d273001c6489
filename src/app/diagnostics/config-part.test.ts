import { expect, test } from 'vitest';
import { fakeSystem } from '#smart/fake-browser.ts';
import type { System } from '#smart/registry.ts';
import { filePart, systemPart } from './config-part.ts';
import type { Part } from './report.ts';

const linesOf = ({ lines }: Part) =>
  Object.fromEntries(lines.map(({ name, verdict, todo }) => [name, [verdict, todo] as const]));
const check = (changed: Partial<System>) =>
  linesOf(systemPart(fakeSystem(changed), 'https://chart.example.org'));

const endpoints = {
  issuer: 'https://idp.example.org',
  authorization: 'https://idp.example.org/auth',
  token: 'https://idp.example.org/token',
  revocation: undefined,
} as never;

test('an entry with nothing to fix', () => {
  const lines = check({
    clientAuthentication: 'broker',
    broker: { authentication: 'basic' } as never,
    endpoints,
    rateLimit: { requestsPerMinute: 20, preflightsCount: true },
    idleMinutes: 15,
  });
  expect(Object.values(lines).map(([verdict]) => verdict)).toEqual(Object.keys(lines).map(() => 'good'));
});

test.each([
  ['Client id', { clientId: 'REPLACE-ME' }, 'fault', /Enter the client id/],
  ['Kind of client', { clientAuthentication: 'public' }, 'note', /recorded deviation.*broker/],
  ['Sign-in addresses', { endpoints: undefined }, 'note', /Enter endpoints/],
  ['Encryption', { fhirBase: 'http://localhost:4202/fhir' }, 'note', /nothing else/],
  ['Limit of requests', { rateLimit: undefined, searchRules: 'office' }, 'note', /20 a minute/],
  ['Authorization request', { pkce: 'off' }, 'note', /only where the system refuses/],
  ['Closing by itself', { idleMinutes: 60 }, 'note', /lower idleMinutes/],
] as const)('%s: what is wrong, and what to do', (name, changed, verdict, todo) => {
  expect(check(changed)[name]).toEqual([verdict, expect.stringMatching(todo)]);
});

test('what a door asks for, its rules and its card are told; a placeholder is hidden from patients alone', () => {
  const valueOf = (name: string, changed: Partial<System>) =>
    systemPart(fakeSystem(changed), 'https://chart.example.org').lines.find((line) => line.name === name)
      ?.value;
  const request = (changed: Partial<System>) => valueOf('Authorization request', changed);
  expect(request({})).toBe('with a challenge (S256), an audience, 7 scopes');
  expect(request({ pkce: 'off', aud: undefined, scopes: { standalone: [] } })).toBe(
    'with no challenge (pkce is off), no audience, no scopes: the vendor’s portal says what is granted',
  );
  expect(valueOf('Renewing a sign-in', {})).toBeUndefined();
  expect(valueOf('Renewing a sign-in', { refreshWithinHours: 48 })).toContain('within 48 hours');
  expect(valueOf('Other systems below its base', { innerBases: ['https://x.example/r4'] })).toContain(
    'one base',
  );
  const card = (changed: Partial<System>) => valueOf('Card on the sign-in page', changed);
  expect(card({})).toBe('shown');
  expect(card({ retiring: true })).toBe('shown, as being retired');
  expect(card({ clientId: 'REPLACE-ME' })).toBe('hidden from patients until it is set up');
  expect(card({ kinds: ['ehr-launch'], clientId: 'REPLACE-ME' })).toContain('opened from the EHR alone');
});

test('the callback is shown whole, and told without the app’s address', () => {
  const { lines } = systemPart(fakeSystem(), 'https://chart.example.org');
  const line = lines.find(({ name }) => name === 'Callback');
  expect(line?.shown).toContain('https://chart.example.org/callback');
  expect(line?.value).not.toContain('example.org');
});

test('the file: its faults by path; which system an unnamed launch is taken for', () => {
  const faulty = filePart({ ok: false, findings: [{ path: 'systems[0].aud', rule: 'missing' }] });
  expect(faulty.lines).toEqual([
    expect.objectContaining({ name: 'systems[0].aud', value: 'is missing', verdict: 'fault' }),
  ]);
  const systems = [fakeSystem({ id: 'office' }), fakeSystem({ id: 'try', sandbox: true })];
  const lineOf = (defaultLaunch: string | undefined) =>
    linesOf(filePart({ ok: true, registry: { systems, defaultLaunch } }))['Launch without iss']?.[0];
  expect([lineOf('office'), lineOf('try'), lineOf(undefined)]).toEqual(['good', 'note', 'good']);
});
