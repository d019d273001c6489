// @vitest-environment jsdom
/** As `chart/every-word.test.tsx`, of the pages that are no chart and of what opens over one: no word outside `src/i18n`. */
import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ChartProvider } from '#chart/kit/chart-context.tsx';
import { fakeReading } from '#chart/kit/fake-reading.ts';
import { sections } from '#chart/sections.ts';
import { said, speakEnglish, speakMarked, unspoken } from '#i18n/marked-words.ts';
import type { SignInFailure } from '#smart/failure.ts';
import { fakeSystem } from '#smart/fake-browser.ts';
import { supportCodes } from '#smart/support-codes.ts';
import type { Session } from '#smart/session.ts';
import { IdleWarning } from './idle/IdleWarning.tsx';
import { KeysDialog } from './navigation/KeysDialog.tsx';
import { ReaderMenuList } from './navigation/ReaderMenuList.tsx';
import { type Opening, setOpening } from './opening.ts';
import { chartOf } from './chart-of.ts';
import { Front } from './sign-in/Front.tsx';

vi.mock('./App.tsx', () => ({ App: () => null }));

const system = fakeSystem({ label: 'ΤΕΣΤ', door: 'office-patient', practiceSearch: 'https://δ.example/' });
const session = { id: 's', system, launchKind: 'standalone', needPatientBanner: true } as unknown as Session;
const chart = chartOf(session, fakeReading({ patientId: 'p1', resources: [] }), new Map());

let root: Root;
beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  vi.stubGlobal('scrollTo', () => undefined);
  vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue('Mozilla/5.0');
  Object.assign(performance, { getEntriesByType: () => [] });
  document.body.innerHTML =
    '<script type="application/json" id="smart-config"></script><div id="root"></div>';
  document.getElementById('smart-config')!.textContent = JSON.stringify({
    ok: true,
    registry: { systems: [system], defaultLaunch: undefined },
  });
  history.replaceState(null, '', '/');
  root = createRoot(document.getElementById('root')!);
  speakMarked('⟦', '⟧');
});
afterEach(() => {
  act(() => root.unmount());
  speakEnglish();
  vi.unstubAllGlobals();
});

async function draw(view: ReactNode, until: string): Promise<void> {
  await act(async () => root.render(view));
  await vi.waitFor(
    async () => {
      await act(async () => {});
      expect(document.querySelector(until)).not.toBeNull();
    },
    { timeout: 20_000 },
  );
}

/** What the app itself writes as it is sent or registered: codes, addresses, versions. */
const asWritten =
  /^(?:https?:|\/|\.|urn:|[A-Z]\d\d$|[\w.-]+\.(?:json|example)|S256|R4|office|EHR launch|client-\w+|test-client|user\/|patient\/|launch|openid|fhirUser|offline_access|Mozilla|Chartside|\d)/;
const missed = (): readonly string[] =>
  said(document.body)
    .flatMap((text) => unspoken(text))
    .filter((piece) => !asWritten.test(piece));

const failures = Object.keys(supportCodes)
  .filter((kind) => kind !== 'config-faulty')
  .map((kind): Opening => {
    const reason = { 'browser-unfit': 'storage', 'not-set-up': 'placeholder', 'session-over': 'idle' }[kind];
    return {
      state: 'failed',
      failure: { kind, reason } as unknown as SignInFailure,
      system,
      again: { how: 'sign-in', run: () => undefined },
    };
  });

test.each<Opening>([
  { state: 'signed-out', systems: [system], signedOutOf: system.id, signIn: () => undefined },
  { state: 'signed-out', systems: [], signedOutOf: undefined, signIn: () => undefined },
  {
    state: 'failed',
    failure: { kind: 'config-faulty', faults: [{ path: '/', rule: 'missing' }] },
    system: undefined,
    again: undefined,
  },
  ...failures,
  {
    state: 'choosing',
    session,
    people: [{ resourceType: 'Patient', id: 'p1', birthDate: '2000-01-02' } as never],
    more: true,
    choose: () => undefined,
  },
])('an opening that is $state ($failure.kind)', async (opening) => {
  setOpening(opening);
  await draw(<Front />, 'h1');
  await vi.waitFor(
    async () => {
      await act(async () => {});
      expect(said(document.body).some((text) => text.includes('⟦'))).toBe(true);
    },
    { timeout: 20_000 },
  );
  expect(missed()).toEqual([]);
  expect(unspoken(document.title)).toEqual([]);
});

test.each(['/diagnostics', '/privacy'])('%s', async (address) => {
  history.replaceState(null, '', address);
  setOpening({ state: 'starting' });
  await draw(<Front />, 'main.beside h1');
  expect(missed()).toEqual([]);
});

test('the reader’s menu, the keys, the warning before a session ends', async () => {
  const anchor = { current: document.body.appendChild(document.createElement('button')) };
  const nothing = (): void => undefined;
  await draw(
    <MemoryRouter>
      <ChartProvider chart={chart}>
        <ReaderMenuList
          session={{ ...session, signOut: async () => undefined } as Session}
          openAnotherPerson={async () => true}
          onKeys={nothing}
          anchor={anchor}
          open
          onClose={nothing}
        />
        <KeysDialog sections={sections} open onClose={nothing} />
        <IdleWarning endsAt={Date.now() + 30_000} onStay={nothing} onLeave={nothing} />
      </ChartProvider>
    </MemoryRouter>,
    '[role="menu"]',
  );
  expect(missed()).toEqual([]);
});
