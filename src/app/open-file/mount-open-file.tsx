/** The page on which files are opened: a document and a React root of its own, with no session and no EHR. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '#i18n/later.ts';
import type { CheckedRegistry } from '#smart/registry-check.ts';
import { speak } from '#i18n/speech.ts';
import { readerLanguage, readPreferences, showPreferences } from '#theme/view-preferences.ts';
import { OpenFileApp } from './OpenFileApp.tsx';

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
  const mount = async (): Promise<void> => {
    // Nothing is drawn before its words are there. Without them the page speaks English.
    await speak({ language: readerLanguage() }, true);
    showPreferences(readPreferences(), document.documentElement);
    const isOff = checked.ok && checked.registry.openFile === false;
    forbidConnections();
    // An error that a boundary caught may hold words of the record: it is not logged.
    createRoot(document.getElementById('root')!, {
      onCaughtError: () => {},
      onRecoverableError: () => {},
    }).render(
      <StrictMode>
        <OpenFileApp isOff={isOff} />
      </StrictMode>,
    );
  };
  if (document.readyState === 'loading')
    document.addEventListener('DOMContentLoaded', () => void mount(), { once: true });
  else void mount();
}
