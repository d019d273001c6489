import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { type Chart, ChartProvider } from '#chart/kit/chart-context.tsx';
import type { Reading } from '#fhir/reading.ts';
import type { Session } from '#smart/session.ts';
import { ChartRouter } from './ChartRouter.tsx';
import { chartOf } from './chart-of.ts';
import type { Memory } from './place.ts';
import { createQueryClient } from './query-client.ts';
import { ChartRoutes } from './routes.tsx';
import { useEhrStyle } from './use-ehr-style.ts';
import { usePreferences } from './use-preferences.ts';

export interface AppProps {
  /** Undefined for a chart from opened files. */
  readonly session: Session | undefined;
  readonly reading: Reading;
  readonly memory: Memory;
  /** Leaves for another person's record; undefined where only the EHR chooses. */
  readonly openAnotherPerson: (() => Promise<boolean>) | undefined;
  /** Leaves for a new sign-in that comes back to this place; undefined where only the EHR can open the app. */
  readonly signInAgain: (() => Promise<boolean>) | undefined;
}

/** The chart of a session: mounted anew for every session, so that nothing of one person is left for the next. */
export function App({
  session,
  reading,
  memory,
  ...ways
}: AppProps & { readonly session: Session }): ReactNode {
  const [chart] = useState(() => chartOf(session, reading, memory));
  usePreferences(chart.audience);
  useEhrStyle(session);
  return (
    <ChartRouter>
      <OpenChart chart={chart} session={session} {...ways} />
    </ChartRouter>
  );
}

/** An open chart, wherever it comes from. */
export function OpenChart({
  chart,
  ...ways
}: Omit<AppProps, 'reading' | 'memory'> & { readonly chart: Chart }): ReactNode {
  const [client] = useState(createQueryClient);
  useEffect(() => () => client.clear(), [client]);
  return (
    <QueryClientProvider client={client}>
      <ChartProvider chart={chart}>
        <ChartRoutes {...ways} />
      </ChartProvider>
    </QueryClientProvider>
  );
}
