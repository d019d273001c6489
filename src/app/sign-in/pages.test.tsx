// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeSystem } from '#smart/fake-browser.ts';
import type { FailureKind, SignInFailure } from '#smart/failure.ts';
import { setOpening, type Opening } from '#app/opening.ts';
import { supportCodes } from '#smart/support-codes.ts';
import { Front } from './Front.tsx';

vi.mock('#app/App.tsx', () => ({ App: () => null }));

/** One of every kind, and of every variant that has words of its own. */
const failures: { readonly [K in FailureKind]: readonly Extract<SignInFailure, { kind: K }>[] } = {
  'config-faulty': [{ kind: 'config-faulty', faults: [{ path: 'systems[0].aud', rule: 'missing' }] }],
  'not-set-up': [{ kind: 'not-set-up', reason: 'placeholder' }],
  'browser-unfit': [
    { kind: 'browser-unfit', reason: 'storage' },
    { kind: 'browser-unfit', reason: 'insecure' },
  ],
  'not-opened-from-ehr': [{ kind: 'not-opened-from-ehr' }],
  'unknown-system': [{ kind: 'unknown-system' }],
  'launch-expired': [{ kind: 'launch-expired' }],
  'discovery-refused': [{ kind: 'discovery-refused', reason: 'token_endpoint' }],
  'not-enabled': [{ kind: 'not-enabled', error: 'invalid_client' }],
  'consent-refused': [{ kind: 'consent-refused' }],
  'scope-refused': [{ kind: 'scope-refused' }],
  'sign-in-unreachable': [
    { kind: 'sign-in-unreachable', reason: 'network' },
    { kind: 'sign-in-unreachable', reason: 'offline' },
  ],
  'sign-in-failed': [{ kind: 'sign-in-failed', error: 'server_error' }],
  'callback-unexpected': [{ kind: 'callback-unexpected', reason: 'state' }],
  interrupted: [{ kind: 'interrupted' }],
  'exchange-blocked': [{ kind: 'exchange-blocked' }],
  'code-refused': [{ kind: 'code-refused' }],
  'answer-broken': [{ kind: 'answer-broken', reason: 'OAUTH_INVALID_RESPONSE' }],
  'patient-missing': [{ kind: 'patient-missing' }],
  'patient-not-shared': [{ kind: 'patient-not-shared' }],
  'patients-unreadable': [{ kind: 'patients-unreadable' }],
  'session-over': (
    ['expired', 'idle', 'limit', 'elsewhere', 'patient-changed', 'signed-out', 'replaced'] as const
  ).map((reason) => ({ kind: 'session-over', reason })),
  fault: [{ kind: 'fault' }],
};

let root: Root;
beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  document.body.innerHTML = '<div id="root"></div>';
  root = createRoot(document.getElementById('root')!);
});
afterEach(() => act(() => root.unmount()));

const system = fakeSystem({ label: 'Test Office' });
/** Each page is a file of its own: drawn once it and its words have come. */
async function show(next: Opening): Promise<void> {
  await act(async () => {
    setOpening(next);
    root.render(<Front />);
  });
  if (next.state === 'starting' || next.state === 'open') return;
  await vi.waitFor(
    async () => {
      await act(async () => {});
      expect(document.querySelector('h1')).not.toBeNull();
    },
    { timeout: 20_000 },
  );
}
const text = () => document.body.textContent ?? '';
const button = (name: string) =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name);

test.each(Object.values(failures).flat())('$kind has a page in the reader’s words', async (failure) => {
  for (const how of ['retry', 'sign-in', undefined] as const) {
    for (const known of [system, undefined]) {
      await show({ state: 'failed', failure, system: known, again: how && { how, run: () => {} } });
      const heading = document.querySelector('h1');
      expect(heading).toBe(document.activeElement);
      const visible = [heading, document.querySelector('h1 + p')]
        .map((part) => part?.textContent ?? '')
        .join(' ');
      expect(visible).toMatch(/^[A-Z].*\.$/);
      expect(visible).not.toMatch(
        /undefined|OAuth|token|scope|redirect|CORS|https?:|\bstate\b|please|oops|!/i,
      );
      expect(text()).toContain(supportCodes[failure.kind]);
      expect(document.title).toBe('The chart is not open – Chartside');
    }
  }
});

test('a failure offers what can be done about it', async () => {
  const run = vi.fn<() => void>();
  await show({ state: 'failed', failure: { kind: 'code-refused' }, system, again: { how: 'sign-in', run } });
  act(() => button('Sign in again')?.click());
  expect(run).toHaveBeenCalledOnce();
  expect(document.querySelector('a')?.getAttribute('href')).toBe('/');
});

test('the report is copied, and where that is forbidden it can be selected', async () => {
  const writeText = vi.fn<(text: string) => Promise<void>>(async () => {});
  vi.stubGlobal('navigator', { userAgent: 'Test', clipboard: { writeText } });
  await show({
    state: 'failed',
    failure: { kind: 'code-refused', systemId: 'office' },
    system,
    again: undefined,
  });
  await act(async () => button('Copy the report')?.click());
  expect(writeText.mock.calls[0]?.[0]).toMatch(/^Chartside: report\nCode: T41\n/);
  expect(document.querySelector('output')?.textContent).toBe('The report is copied.');
  writeText.mockRejectedValueOnce(new Error('no'));
  await act(async () => button('Copy the report')?.click());
  expect(document.querySelector('output')?.textContent).toMatch(/Select the text/);
  vi.unstubAllGlobals();
});

test('every fault of the configuration is listed', async () => {
  const faults = [
    { path: 'systems[0].aud', rule: 'missing' },
    { path: 'defaultLaunch', rule: 'default' },
  ] as const;
  await show({
    state: 'failed',
    failure: { kind: 'config-faulty', faults },
    system: undefined,
    again: undefined,
  });
  await vi.waitFor(
    async () => {
      await act(async () => {});
      expect(document.querySelector('dt')).not.toBeNull();
    },
    { timeout: 20_000 },
  );
  expect([...document.querySelectorAll('dt')].map(({ textContent }) => textContent)).toEqual(
    faults.map(({ path }) => path),
  );
  expect([...document.querySelectorAll('dd')].map(({ textContent }) => textContent)).toEqual([
    'is missing',
    'must be the id of a system that the EHR can launch',
  ]);
});

test('choosing a person: name and birth date, a number where no date is known', async () => {
  const choose = vi.fn<() => void>();
  const people = [
    {
      resourceType: 'Patient',
      id: 'p1',
      name: [{ family: 'Smith', given: ['Anna'] }],
      birthDate: '2011-05-04',
    },
    { resourceType: 'Patient', id: 'p2' },
  ];
  const session = { system: { label: 'NextGen Enterprise' } } as never;
  await show({ state: 'choosing', session, people, more: true, choose });
  // The page is a file of its own.
  await vi.waitFor(
    async () => {
      await act(async () => {});
      expect(document.querySelector('button')).not.toBeNull();
    },
    { timeout: 20_000 },
  );
  const [anna, unknown] = document.querySelectorAll('button');
  expect(anna?.textContent).toBe('Anna Smithborn May 4, 2011');
  expect(unknown?.textContent).toBe('No name recordedRecord p2');
  expect(document.body.textContent).toContain(
    'NextGen Enterprise has more people than it sent: somebody may be missing from this list.',
  );
  act(() => unknown?.click());
  expect(choose).toHaveBeenCalledWith('p2');
});
