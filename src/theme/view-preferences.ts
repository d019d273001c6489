/** The reader's own choices of look and words. Kept in this browser; they say nothing about anybody's health. */
import { type Language, browserLanguage, languages } from '#i18n/language.ts';

type Audience = 'clinician' | 'patient';
type LaunchKind = 'ehr-launch' | 'standalone';

export interface ViewPreferences {
  readonly theme: 'light' | 'dark' | undefined;
  readonly density: 'compact' | 'comfortable' | undefined;
  /** Of weight, height and temperature; undefined: as they were sent. */
  readonly units: 'metric' | 'us' | undefined;
  /** Undefined: the browser's. */
  readonly language: Language | undefined;
  /** Whose words, for each way in: one browser may be a clinician's in the EHR and a patient's at home. */
  readonly wording: Partial<Readonly<Record<LaunchKind, Audience>>>;
}

const storageKey = 'chartside.view';

export function readPreferences(storage: Storage | undefined = safeStorage()): ViewPreferences {
  const words = (storage?.getItem(storageKey) ?? '').split(' ');
  const theme = words.find((word) => word === 'light' || word === 'dark') as ViewPreferences['theme'];
  const density = words.find(
    (word) => word === 'compact' || word === 'comfortable',
  ) as ViewPreferences['density'];
  const units = words.find((word) => word === 'metric' || word === 'us') as ViewPreferences['units'];
  const wordingOf = (kind: LaunchKind): ViewPreferences['wording'] | undefined => {
    const chosen = (['clinician', 'patient'] as const).find((one) => words.includes(`${kind}:${one}`));
    return chosen && { [kind]: chosen };
  };
  return {
    theme,
    density,
    units,
    language: languages.find((language) => words.includes(language)),
    wording: { ...wordingOf('ehr-launch'), ...wordingOf('standalone') },
  };
}

/** The language the reader chose, else the browser's. */
export function readerLanguage(): Language {
  return readPreferences().language ?? browserLanguage();
}

/** A clinician's words from the EHR, a patient's for those who sign in themselves, unless they chose otherwise. */
export function wordingFor(kind: LaunchKind, { wording }: Pick<ViewPreferences, 'wording'>): Audience {
  return wording[kind] ?? (kind === 'standalone' ? 'patient' : 'clinician');
}

export function keepPreferences(
  preferences: ViewPreferences,
  storage: Storage | undefined = safeStorage(),
): void {
  const { theme, density, units, language, wording } = preferences;
  const words = [
    theme,
    density,
    units,
    language,
    ...Object.entries(wording).map(([kind, audience]) => `${kind}:${audience}`),
  ].filter((word) => word !== undefined);
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
