// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test, vi } from 'vitest';
import { ChartProvider } from '#chart/kit/chart-context.tsx';
import { pdfTextsOf, usePdfTexts } from './use-pdf-texts.ts';

test('texts are one store for the chart: they outlive a view, and end with the chart', () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const client = new QueryClient();
  const chart = { reading: {}, sessionId: 'test' } as never;
  const texts = pdfTextsOf((chart as { readonly reading: never }).reading);
  const stop = vi.spyOn(texts, 'stop');
  function View() {
    return usePdfTexts() === texts ? 'the same' : 'another';
  }
  const box = document.createElement('div');
  const draw = (): (() => void) => {
    const root = createRoot(box);
    act(() =>
      root.render(
        <QueryClientProvider client={client}>
          <ChartProvider chart={chart}>
            <View />
          </ChartProvider>
        </QueryClientProvider>,
      ),
    );
    expect(box.textContent).toBe('the same');
    return () => act(() => root.unmount());
  };
  draw()();
  draw()();
  expect(stop).not.toHaveBeenCalled();
  client.clear();
  expect(stop).toHaveBeenCalledTimes(1);
});
