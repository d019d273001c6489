import { useSyncExternalStore } from 'react';
import type { Chart } from '#chart/kit/chart-context.tsx';
import {
  type ViewPreferences,
  keepPreferences,
  readPreferences,
  showPreferences,
} from '#theme/view-preferences.ts';

let current: ViewPreferences | undefined;
const listeners = new Set<() => void>();

function get(): ViewPreferences {
  current ??= readPreferences();
  return current;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Keeps a choice and shows it at once. */
export function choosePreferences(next: ViewPreferences): void {
  current = next;
  keepPreferences(next);
  for (const each of listeners) each();
}

/** What the reader has chosen so far. */
export const currentPreferences = get;

/** The reader's units, as the chart knows them. */
export const readerUnits: NonNullable<Chart['units']> = {
  get: () => get().units,
  subscribe,
  choose: (units) => choosePreferences({ ...get(), units }),
};

/** The reader's own choices of look, on the page while a chart is open. */
export function usePreferences(audience: 'clinician' | 'patient'): ViewPreferences {
  const preferences = useSyncExternalStore(subscribe, get);
  const density = preferences.density ?? (audience === 'patient' ? 'comfortable' : 'compact');
  showPreferences({ ...preferences, density }, document.documentElement);
  return preferences;
}
