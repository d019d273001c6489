/**
 * The page for printing and for files with every section's list, which one section may not know of another. A file of
 * its own, so that the long list of what it needs is not in what the banner waits for.
 */
import { createElement } from 'react';
import type { SectionView } from './kit/section.ts';

export async function loadTakeAway(): Promise<SectionView> {
  const [{ TakeAway }, { listsOf }] = await Promise.all([
    import('./take-away/TakeAway.tsx'),
    import('./lists.ts'),
  ]);
  return (props) => createElement(TakeAway, { ...props, listsOf });
}
