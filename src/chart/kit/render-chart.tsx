/** For tests: draws a view inside a chart with a fake reading, and waits until the reading has been made of it. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, act } from 'react';
import { createRoot } from 'react-dom/client';
import { MemoryRouter, Route, Routes } from 'react-router';
import { type Chart, ChartProvider } from './chart-context.tsx';
import type { FakeReading } from './fake-reading.ts';

interface Options {
  readonly reading: FakeReading;
  readonly chart?: Partial<Chart>;
  /** Where the reader is. */
  readonly path?: string;
}

export interface Drawn {
  readonly box: HTMLElement;
  /** What the page says, spaces made one. */
  text(): string;
  /** Runs something that changes the page and waits for it. */
  after(change: () => void): Promise<void>;
  remove(): void;
}

/** A reader who has chosen units for weight, height and temperature, and stays with them. */
export function readerOf(system: 'metric' | 'us' | undefined): NonNullable<Chart['units']> {
  return { get: () => system, subscribe: () => () => undefined, choose: () => undefined };
}

/**
 * React draws when an `act` ends, and reading is done in tasks of its own, the more of them the slower the machine: on
 * until nothing is being read, then a few rounds of both. Bounded, for a list that is never read.
 */
async function settle(client: QueryClient): Promise<void> {
  const isReading = (): boolean =>
    client.isFetching({ predicate: ({ queryKey }) => queryKey[1] === 'records' }) > 0;
  for (let calm = 0, round = 0; calm < 3 && round < 1000; round++) {
    await act(async () => {
      await new Promise((resolve) => setTimeout(resolve, 0));
      await new Promise((resolve) => setTimeout(resolve, 0));
    });
    calm = isReading() ? 0 : calm + 1;
  }
}

export async function renderChart(
  view: ReactNode,
  { reading, chart, path = '/chart/x' }: Options,
): Promise<Drawn> {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const box = document.body.appendChild(document.createElement('div'));
  const root = createRoot(box);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  const whole: Chart = {
    sessionId: 'test',
    reading,
    systemLabel: 'NextGen Office',
    fhirBase: 'https://fhir.example/r4',
    fhirVersion: 'R4',
    audience: 'clinician',
    encounterId: undefined,
    banner: 'whole',
    paths: {
      section: (section) => `/chart/${section}`,
      record: (section, key) => `/chart/${section}/${key.split('/').map(encodeURIComponent).join('/')}`,
    },
    memory: new Map(),
    ...chart,
  };
  const element = (
    <QueryClientProvider client={client}>
      <MemoryRouter initialEntries={[path]}>
        <ChartProvider chart={whole}>
          <Routes>
            <Route path="/chart/:section?/:type?/:id?" element={view} />
          </Routes>
        </ChartProvider>
      </MemoryRouter>
    </QueryClientProvider>
  );
  act(() => root.render(element));
  await settle(client);
  return {
    box,
    text: () => box.textContent.replace(/\s+/g, ' ').trim(),
    after: async (change) => {
      act(change);
      await settle(client);
    },
    remove: () => {
      act(() => root.unmount());
      box.remove();
    },
  };
}
