// @vitest-environment jsdom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test, vi } from 'vitest';
import { BarChart } from './BarChart.tsx';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

test('of many narrow bars the tallest says its number, and no label is cut off at an end', async () => {
  const box = document.createElement('div');
  const root = createRoot(box);
  const groups = Array.from({ length: 81 }, (_, at) => ({
    name: String(1943 + at),
    values: [at === 40 ? 17 : 3],
  }));
  await act(async () => root.render(<BarChart groups={groups} label="by year" />));
  expect([...box.querySelectorAll('.bar-value')].map(({ textContent }) => textContent)).toEqual(['17']);
  const ticks = [...box.querySelectorAll('.bar-axis text')].map((text) => [
    text.textContent,
    text.getAttribute('text-anchor'),
  ]);
  expect(ticks[0]).toEqual(['1943', 'start']);
  expect(ticks[1]).toEqual(['1951', 'middle']);
  expect(ticks.at(-1)).toEqual(['2023', 'end']);
  await act(async () => root.unmount());
});
