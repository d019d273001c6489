// @vitest-environment jsdom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test, vi } from 'vitest';
import { setOpening } from '#app/opening.ts';
import { Front } from './Front.tsx';

vi.mock('#app/App.tsx', () => ({ App: () => null }));
vi.mock('./FailurePage.tsx', () => {
  throw new Error('offline');
});

test('a failure whose page cannot be loaded is told of all the same, with a way to go on', async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const box = document.body.appendChild(document.createElement('div'));
  const root = createRoot(box);
  setOpening({ state: 'failed', failure: { kind: 'fault' }, system: undefined, again: undefined });
  await act(async () => root.render(<Front />));
  await vi.waitFor(
    async () => {
      await act(async () => {});
      expect(box.querySelector('h1')?.textContent).toBe('The chart is not open');
    },
    { timeout: 20_000 },
  );
  expect(box.textContent).toContain('Check the connection, then load the page again.');
  expect(box.querySelector('button')?.textContent).toBe('Try again');
  act(() => root.unmount());
});
