import { type DependencyList, useMemo, useSyncExternalStore } from 'react';
import { speechStore } from '#i18n/speech.ts';
import { wordsInUse } from '#i18n/translate.ts';

const inUse = (): number => wordsInUse;

/** `useMemo` for what has words of ours in it: made anew when the reader chooses another language or wording too. */
export function useWorded<T>(make: () => T, dependencies: DependencyList): T {
  const spoken = useSyncExternalStore(speechStore.subscribe, inUse, inUse);
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- the caller's, which are checked there, and the words
  return useMemo(make, [...dependencies, spoken]);
}
