/**
 * The one React root. While no chart is open it shows the light pages of this folder; the chart's own code is a file
 * apart, loaded beside the callback, and the chart is mounted anew for every session and every patient.
 */
import { StrictMode, Suspense, lazy, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { t } from '#i18n/translate.ts';
import { ErrorBoundary } from '#ui/ErrorBoundary.tsx';
import { App } from '#app/App.tsx';
import { besideNow, onPlaceChange } from '#app/beside.ts';
import type { Opening } from '#app/opening.ts';
import { useOpening } from '#app/use-opening.ts';
import { FailurePage } from './FailurePage.tsx';

/** Whoever comes from the EHR meets none of these before the banner. */
const SignInPage = lazy(async () => ({ default: (await import('./SignInPage.tsx')).SignInPage }));
const ChoosePersonPage = lazy(async () => ({
  default: (await import('./ChoosePersonPage.tsx')).ChoosePersonPage,
}));
const Beside = lazy(async () => ({ default: (await import('#app/diagnostics/Beside.tsx')).Beside }));

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

/** Whatever the opening says, or a page beside it, and a page of its own for a fault of ours. */
export function Front() {
  const opening = useOpening();
  const beside = useSyncExternalStore(onPlaceChange, besideNow);
  const reload = { how: 'retry', run: () => location.reload() } as const;
  return (
    <ErrorBoundary
      resetKey={beside ?? opening.state}
      fallback={() => <FailurePage failure={{ kind: 'fault' }} system={undefined} again={reload} />}
    >
      <Suspense fallback={<Waiting />}>
        {beside ? <Beside name={beside} opening={opening} /> : <Shown opening={opening} />}
      </Suspense>
    </ErrorBoundary>
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
