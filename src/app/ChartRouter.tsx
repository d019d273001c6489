import { type ReactNode, startTransition, useLayoutEffect, useState } from 'react';
import { Router, UNSAFE_createBrowserHistory as createBrowserHistory } from 'react-router';

/**
 * React-router over the browser's history: its BrowserRouter, but for the file that it stands in
 * (docs/decisions/012-router-parts.md).
 */
export function ChartRouter({
  basename,
  children,
}: {
  /** What stands before every address, where charts are not at the root. */
  basename?: string;
  children: ReactNode;
}): ReactNode {
  const [history] = useState(() => createBrowserHistory({ v5Compat: true }));
  const [{ action, location }, setPlace] = useState({ action: history.action, location: history.location });
  useLayoutEffect(() => history.listen((place) => startTransition(() => setPlace(place))), [history]);
  return (
    <Router basename={basename} location={location} navigationType={action} navigator={history}>
      {children}
    </Router>
  );
}
