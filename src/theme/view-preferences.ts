/** The reader's own choices of look. Kept in this browser; they say nothing about anybody's health. */

export interface ViewPreferences {
  readonly theme: 'light' | 'dark' | undefined;
  readonly density: 'compact' | 'comfortable' | undefined;
  /** Of weight, height and temperature; undefined: as they were sent. */
  readonly units: 'metric' | 'us' | undefined;
}

const storageKey = 'chartside.view';

export function readPreferences(storage: Storage | undefined = safeStorage()): ViewPreferences {
  const words = (storage?.getItem(storageKey) ?? '').split(' ');
  const theme = words.find((word) => word === 'light' || word === 'dark') as ViewPreferences['theme'];
  const density = words.find(
    (word) => word === 'compact' || word === 'comfortable',
  ) as ViewPreferences['density'];
  const units = words.find((word) => word === 'metric' || word === 'us') as ViewPreferences['units'];
  return { theme, density, units };
}

export function keepPreferences(
  preferences: ViewPreferences,
  storage: Storage | undefined = safeStorage(),
): void {
  const words = [preferences.theme, preferences.density, preferences.units].filter(
    (word) => word !== undefined,
  );
  try {
    if (words.length === 0) storage?.removeItem(storageKey);
    else storage?.setItem(storageKey, words.join(' '));
  } catch {
    // A full or forbidden storage costs the reader the memory of a choice, nothing else.
  }
}

/** Writes the choices on the page's root, where `tokens.css` reads them. */
export function showPreferences(preferences: ViewPreferences, root: HTMLElement): void {
  if (preferences.theme === undefined) delete root.dataset['theme'];
  else root.dataset['theme'] = preferences.theme;
  if (preferences.density === undefined) delete root.dataset['density'];
  else root.dataset['density'] = preferences.density;
}

function safeStorage(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}
