/** Draws views of the chart on no screen, as a server would, for a reading of the fuzz's making. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { prerender } from 'react-dom/static';
import { MemoryRouter, Route, Routes } from 'react-router';
import { paths } from '#app/paths.ts';
import { type Chart, ChartProvider } from '#chart/kit/chart-context.tsx';
import { firstView } from '#chart/kit/list.ts';
import type { Reading } from '#fhir/reading.ts';
import { sections } from '#chart/sections.ts';

/** A chart in which every list shows current and past records alike. */
export function chartOf(reading: Reading): Chart {
  return {
    sessionId: 'fuzz',
    reading,
    systemLabel: 'the EHR',
    fhirBase: 'https://fhir.example/r4',
    fhirVersion: 'R4',
    audience: 'clinician',
    encounterId: 'r0',
    banner: 'whole',
    paths,
    memory: new Map(sections.map(({ id }) => [`list ${id}`, { ...firstView, standing: 'all' }])),
  };
}

/** The view's markup at an address of the app. Rejects with whatever a view throws, inside boundaries or not. */
export async function draw(view: ReactNode, chart: Chart, path: string): Promise<string> {
  const thrown: unknown[] = [];
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  const { prelude } = await prerender(
    <QueryClientProvider client={client}>
      <MemoryRouter initialEntries={[path]}>
        <ChartProvider chart={chart}>
          <Routes>
            <Route path={`${paths.chart}/:section?/:type?/:id?`} element={view} />
            <Route path="*" element="" />
          </Routes>
        </ChartProvider>
      </MemoryRouter>
    </QueryClientProvider>,
    { onError: (error) => void thrown.push(error) },
  );
  const html = await new Response(prelude).text();
  client.clear();
  if (thrown.length > 0) throw thrown[0];
  return html;
}

/** What markup says, as text on one line. */
export function said(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
