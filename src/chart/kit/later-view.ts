import { createElement, lazy, type ReactNode, useEffect, useState } from 'react';
import type { SectionView, SectionViewProps } from './section.ts';

/**
 * A section's view from a file of its own. React keeps a file that did not come for lost; here every further drawing
 * asks for it again, and what fails then is the view's to throw.
 */
export function laterView(load: () => Promise<SectionView>): SectionView {
  let hasFailed = false;
  const First = lazy(async () => {
    try {
      return { default: await load() };
    } catch (error) {
      hasFailed = true;
      throw error;
    }
  });

  function Again(props: SectionViewProps): ReactNode {
    const [outcome, setOutcome] = useState<{ readonly view?: SectionView; readonly error?: unknown }>();
    useEffect(() => {
      let isGone = false;
      const settle = (next: typeof outcome): void => {
        if (!isGone) setOutcome(next);
      };
      load().then(
        (view) => settle({ view }),
        (error: unknown) => settle({ error }),
      );
      return () => {
        isGone = true;
      };
    }, []);
    if (outcome === undefined) return null;
    if (outcome.view === undefined) throw outcome.error;
    return createElement(outcome.view, props);
  }

  return function LaterView(props) {
    return createElement(hasFailed ? Again : First, props);
  };
}
