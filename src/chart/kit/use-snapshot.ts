import { useSyncExternalStore } from 'react';
import type { Reading } from '#fhir/reading.ts';

/** Something the reading knows, kept up to date. Drawn without a browser (the fuzz), it is what is known now. */
export function useSnapshot<T>(reading: Pick<Reading, 'subscribe'>, look: () => T): T {
  return useSyncExternalStore(reading.subscribe, look, look);
}
