import { useEffect } from 'react';
import { useKeptState } from '#chart/kit/use-kept-state.ts';
import { useOpenKey } from '#chart/kit/use-open-key.ts';

const none: ReadonlySet<string> = new Set();

/** Which notes were opened since the chart was: kept while it is open, in this tab, and nowhere else. */
export function useOpenedNotes(): ReadonlySet<string> {
  const [opened, setOpened] = useKeptState('opened documents', none);
  const openKey = useOpenKey();
  // The address is the outside system: whatever it names has been opened.
  useEffect(() => {
    if (openKey !== undefined && !opened.has(openKey)) setOpened(new Set([...opened, openKey]));
  }, [openKey, opened, setOpened]);
  return opened;
}
