/**
 * The one React root. While no chart is open it shows the light pages of this folder; the chart's own code is a file
 * apart, loaded beside the callback, and the chart is mounted anew for every session and every patient.
 */
import { type ComponentProps, StrictMode, Suspense, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { speechStore } from '#i18n/speech.ts';
import { t } from '#i18n/translate.ts';
import { ErrorBoundary } from '#ui/ErrorBoundary.tsx';
import { later } from '#ui/later.ts';
import { App } from '#app/App.tsx';
import { besideNow, onPlaceChange } from '#app/beside.ts';
import type { Opening } from '#app/opening.ts';
import { saidStore } from '#app/said.ts';
import { useOpening } from '#app/use-opening.ts';
import type { FailurePage as FullFailurePage } from './FailurePage.tsx';

/** Whoever comes from the EHR meets none of these before the banner. */
const SignInPage = later(async () => (await import('./SignInPage.tsx')).SignInPage);
const ChoosePersonPage = later(async () => (await import('./ChoosePersonPage.tsx')).ChoosePersonPage);
const Beside = later(async () => (await import('#app/diagnostics/Beside.tsx')).Beside);

/** Where not even the page that tells of failures can be had (offline, say): that much is said all the same. */
function Untold() {
  return (
    <main className="front">
      <h1>{t('failure.title')}</h1>
      <p>{t('failure.untold')}</p>
      <p className="front-actions">
        <button type="button" className="front-button" onClick={() => location.reload()}>
          {t('failure.retry')}
        </button>
      </p>
    </main>
  );
}

const FailurePage = later<ComponentProps<typeof FullFailurePage>>(() =>
  import('./FailurePage.tsx').then(
    (file) => file.FailurePage,
    () => Untold,
  ),
);

/** The same as in `index.html`, so that nothing moves when React takes over. */
function Waiting({ isLeaving = false }: { isLeaving?: boolean }) {
  return (
    <main className="opening">
      <p>
        <output>{t(isLeaving ? 'sign-in.closing' : 'sign-in.opening')}</output>
      </p>
    </main>
  );
}

function Shown({ opening }: { opening: Opening }) {
  switch (opening.state) {
    case 'starting':
      return <Waiting isLeaving={opening.isLeaving === true} />;
    case 'signed-out':
      return <SignInPage opening={opening} />;
    case 'failed':
      return <FailurePage key={opening.failure.kind} {...opening} />;
    case 'choosing':
      return <ChoosePersonPage opening={opening} />;
    case 'open':
      return <App key={`${opening.session.id} ${opening.reading.patientId}`} {...opening} />;
  }
}

const reload = { how: 'retry', run: () => location.reload() } as const;

/**
 * Whatever the opening says, or a page beside it, and a page of its own for a fault of ours. Drawn anew in its place when
 * the reader's language or wording changes: nothing of the page is lost by it.
 */
export function Front() {
  const opening = useOpening();
  const beside = useSyncExternalStore(onPlaceChange, besideNow);
  useSyncExternalStore(speechStore.subscribe, speechStore.getSnapshot);
  const said = useSyncExternalStore(saidStore.subscribe, saidStore.getSnapshot);
  return (
    <>
      <Suspense fallback={<Waiting />}>
        <ErrorBoundary
          resetKey={beside ?? opening.state}
          fallback={() => <FailurePage failure={{ kind: 'fault' }} system={undefined} again={reload} />}
        >
          {beside ? <Beside name={beside} opening={opening} /> : <Shown opening={opening} />}
        </ErrorBoundary>
      </Suspense>
      <output className="unseen">{said}</output>
    </>
  );
}

export function mountFront(root: HTMLElement): void {
  // An error that a boundary caught, or that drawing again made good, may hold words of the record: it is not logged.
  createRoot(root, { onCaughtError: () => {}, onRecoverableError: () => {} }).render(
    <StrictMode>
      <Front />
    </StrictMode>,
  );
}
