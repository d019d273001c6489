import { type ReactNode, startTransition, useLayoutEffect, useState } from 'react';
import { Router, UNSAFE_createBrowserHistory as createBrowserHistory } from 'react-router';
import { openFile } from '#app/beside.ts';

/** As `ChartRouter`, for a chart whose addresses stand below the page of "Open a file". */
export function FileRouter({ children }: { children: ReactNode }): ReactNode {
  const [history] = useState(() => createBrowserHistory({ v5Compat: true }));
  const [{ action, location }, setPlace] = useState({ action: history.action, location: history.location });
  useLayoutEffect(() => history.listen((place) => startTransition(() => setPlace(place))), [history]);
  return (
    <Router basename={openFile} location={location} navigationType={action} navigator={history}>
      {children}
    </Router>
  );
}
