// @vitest-environment jsdom
/** The pages beside the chart, reached as the app reaches them: by address, by link, and back. */
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeReading } from '#chart/kit/fake-reading.ts';
import { people } from '#sandbox/cast.ts';
import { castResources } from '#sandbox/people/resources.ts';
import { fakeSystem } from '#smart/fake-browser.ts';
import { grantedScopes } from '#smart/scopes.ts';
import type { Session } from '#smart/session.ts';
import { openBeside } from '#app/beside.ts';
import { setOpening } from '#app/opening.ts';
import { Front } from '#app/sign-in/Front.tsx';

vi.mock('#app/App.tsx', () => ({ App: () => 'the chart' }));

const system = fakeSystem({ label: 'Test Office', clientId: 'REPLACE-ME' });
const config = { ok: true, registry: { systems: [system], defaultLaunch: undefined } };

let root: Root;
beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  // jsdom keeps no record of what was loaded, and scrolls nothing.
  vi.stubGlobal('scrollTo', () => undefined);
  Object.assign(performance, { getEntriesByType: () => [] });
  document.body.innerHTML = `<script type="application/json" id="smart-config"></script><div id="root"></div>`;
  document.getElementById('smart-config')!.textContent = JSON.stringify(config);
  history.replaceState(null, '', '/');
  root = createRoot(document.getElementById('root')!);
});
afterEach(() => {
  act(() => root.unmount());
  vi.unstubAllGlobals();
});

const text = () => document.body.textContent ?? '';
const render = () => act(async () => root.render(<Front />));
async function expectHeading(words: string): Promise<void> {
  await vi.waitFor(
    async () => {
      await act(async () => {});
      expect(document.querySelector('h1')?.textContent).toBe(words);
    },
    { timeout: 10_000 },
  );
}

test('by its address, with nothing open: the configuration, and the way to the start page', async () => {
  history.replaceState(null, '', '/diagnostics');
  setOpening({ state: 'starting' });
  await render();
  await expectHeading('Diagnostics');
  expect(document.activeElement?.tagName).toBe('H1');
  expect(text()).toContain('Enter the client id from the registration');
  expect(text()).toContain('No chart is open on this page.');
  expect(document.querySelector('a[href="/"]')?.textContent).toBe('Go to the start page');
});

test('from a failure: its code goes along, and is there after a reload', async () => {
  setOpening({
    state: 'failed',
    failure: { kind: 'sign-in-failed', error: 'say "SMITH, DAVID"', systemId: 'office' },
    system,
    again: undefined,
  });
  await render();
  await expectHeading('Signing in to Test Office did not work.');
  const link = document.querySelector<HTMLAnchorElement>('a[href="/diagnostics"]');
  await act(async () => link?.click());
  await expectHeading('Diagnostics');
  expect(location.pathname).toBe('/diagnostics');
  expect(text()).toContain('S34');
  expect(document.querySelector('pre')?.textContent).toContain('Failure: sign-in-failed, other');
  expect(text()).not.toContain('SMITH');

  // A reload: the history's own state is all that is left.
  act(() => root.unmount());
  root = createRoot(document.getElementById('root')!);
  setOpening({ state: 'starting' });
  await render();
  await expectHeading('Diagnostics');
  expect(document.querySelector('pre')?.textContent).toContain('Support code: S34');
});

test('beside an open chart: what came back; the chart is there again when the address is', async () => {
  const { david } = people;
  const fake = fakeReading({ patientId: david.id, resources: castResources() });
  // A real reading's snapshots only change when something did.
  const progress = fake.progress();
  const reading = { ...fake, progress: () => progress };
  const session = {
    id: 'one',
    system,
    launchKind: 'ehr-launch',
    patientId: david.id,
    granted: grantedScopes(['user/*.read']),
    openedAt: Date.now(),
  } as unknown as Session;
  setOpening({
    state: 'open',
    session,
    reading,
    memory: new Map(),
    openAnotherPerson: undefined,
    signInAgain: undefined,
  });
  await render();
  expect(text()).toContain('the chart');
  await act(async () => openBeside('diagnostics'));
  await expectHeading('Diagnostics');
  expect(document.querySelectorAll('tbody tr').length).toBeGreaterThanOrEqual(20);
  const report = document.querySelector('pre')?.textContent ?? '';
  expect(report).toMatch(/AllergyIntolerance \| Allergies \| yes \| read \| \d/);
  expect(report).not.toMatch(/smith|428946492|1974|https?:/i);
  await act(async () => openBeside('privacy'));
  await expectHeading('Privacy');
  await act(async () => {
    history.replaceState(null, '', '/chart');
    dispatchEvent(new PopStateEvent('popstate'));
  });
  expect(text()).toContain('the chart');
  expect(reading.asked).toEqual([]);
});
