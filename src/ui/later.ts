import { type ComponentType, createElement, lazy, type ReactNode, useEffect, useState } from 'react';
import { wordsReady } from '#i18n/speech.ts';

/**
 * A component from a file of its own. React keeps a file that did not come for lost; here every further drawing asks
 * for it again, and what fails then is the component's to throw. Whatever words it brings are there in the reader's
 * language when it is drawn.
 */
export function later<P extends object>(fetch: () => Promise<ComponentType<P>>): ComponentType<P> {
  const load = async (): Promise<ComponentType<P>> => {
    const view = await fetch();
    await wordsReady();
    return view;
  };
  let hasFailed = false;
  const First = lazy(async () => {
    try {
      return { default: await load() };
    } catch (error) {
      hasFailed = true;
      throw error;
    }
  }) as unknown as ComponentType<P>;

  function Again(props: P): ReactNode {
    const [outcome, setOutcome] = useState<{ readonly view?: ComponentType<P>; readonly error?: unknown }>();
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

  return function Later(props) {
    return createElement(hasFailed ? Again : First, props);
  };
}
