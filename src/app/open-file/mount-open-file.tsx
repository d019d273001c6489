/** The page on which files are opened: a document and a React root of its own, with no session and no EHR. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '#i18n/later.ts';
import type { CheckedRegistry } from '#smart/registry-check.ts';
import { speak } from '#i18n/speech.ts';
import { readerLanguage, readPreferences, showPreferences } from '#theme/view-preferences.ts';
import { OpenFileApp } from './OpenFileApp.tsx';
import { beginWithoutFiles, type Closing, filesLimit, takeLeftAlone } from './watch-files.ts';

/** The secret in the opened address, which it leaves at once. */
function takeSecret(): string | undefined {
  const secret = /^#key=([\w-]{43})$/.exec(location.hash)?.[1];
  if (location.hash !== '') history.replaceState(null, '', location.pathname);
  return secret;
}

/**
 * The page's own promise, kept by the browser: from here on nothing in it can connect to anything. A policy that is added
 * can only narrow what the server's allows (W3C CSP §3.3).
 */
function forbidConnections(): void {
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = "connect-src 'none'";
  document.head.append(policy);
}

export function mountOpenFile(checked: CheckedRegistry): void {
  const openFile = checked.ok ? checked.registry.openFile : undefined;
  const served = openFile === 'served' ? { secret: takeSecret() } : undefined;
  const mount = async (): Promise<void> => {
    // Nothing is drawn before its words are there. Without them the page speaks English.
    await speak({ language: readerLanguage() }, true);
    showPreferences(readPreferences(), document.documentElement);
    const from = served === undefined ? (openFile === false ? 'off' : 'own') : served;
    if (served === undefined) forbidConnections();
    const isLeftAlone = takeLeftAlone(window);
    const limit = filesLimit(checked.ok ? checked.registry : { systems: [] });
    // An error that a boundary caught may hold words of the record: it is not logged.
    const draw = (wasLeftAlone: boolean): void => {
      const root = createRoot(document.getElementById('root')!, {
        onCaughtError: () => {},
        onRecoverableError: () => {},
      });
      const closeFiles = (why: Closing): void => {
        // First from the screen: loading anew may take its time, or have to wait for the network.
        root.unmount();
        const isLoading = beginWithoutFiles(window, why);
        // Nothing is chosen on a page that is about to go; why it goes is told at once.
        if (why === 'left-alone' || !isLoading) draw(why === 'left-alone');
      };
      root.render(
        <StrictMode>
          <OpenFileApp from={from} idle={{ limit, isLeftAlone: wasLeftAlone, closeFiles }} />
        </StrictMode>,
      );
    };
    draw(isLeftAlone);
  };
  if (document.readyState === 'loading')
    document.addEventListener('DOMContentLoaded', () => void mount(), { once: true });
  else void mount();
}
