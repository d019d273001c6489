import { useSyncExternalStore } from 'react';
import { opening, type Opening } from './opening.ts';

/** Where the opening stands, for React. */
export function useOpening(): Opening {
  return useSyncExternalStore(opening.subscribe, opening.getSnapshot);
}
