// @vitest-environment jsdom
import { type ComponentType, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test, vi } from 'vitest';
import { ErrorBoundary } from '#ui/ErrorBoundary.tsx';
import { later } from './later.ts';

test('a view whose file did not come: words, and the next try asks for it anew', async () => {
  const load = vi
    .fn<() => Promise<ComponentType<object>>>()
    .mockRejectedValue(new TypeError('Failed to fetch'));
  const View = later(load);
  const host = document.createElement('div');
  const root = createRoot(host, { onCaughtError: () => undefined });
  let tryAgain = (): void => undefined;
  const fallback = (again: () => void): string => {
    tryAgain = again;
    return 'words';
  };
  root.render(
    <ErrorBoundary fallback={fallback}>
      <Suspense fallback="coming">
        <View />
      </Suspense>
    </ErrorBoundary>,
  );
  await expect.poll(() => host.textContent).toBe('words');

  const asked = load.mock.calls.length;
  tryAgain();
  await expect.poll(() => load.mock.calls.length).toBe(asked + 1);
  await expect.poll(() => host.textContent).toBe('words');

  load.mockResolvedValue(() => 'the list');
  tryAgain();
  await expect.poll(() => host.textContent).toBe('the list');
  expect(load).toHaveBeenCalledTimes(asked + 2);
  root.unmount();
});
