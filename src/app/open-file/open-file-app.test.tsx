// @vitest-environment jsdom
/** Letting go of opened files: all of them, and what was drawn of them. */
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { OpenFileApp } from './OpenFileApp.tsx';
import type { Closing } from './watch-files.ts';

vi.mock('#file/unpack.ts', () => {
  throw new Error('a server that is gone');
});
const watches = vi.hoisted(() => ({ open: 0 }));
vi.mock(import('./watch-files.ts'), async (original) => ({
  ...(await original()),
  watchFiles: () => {
    watches.open += 1;
    return () => void (watches.open -= 1);
  },
}));

let root: Root;
const closeFiles = vi.fn<(why: Closing) => void>();

beforeEach(async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  history.replaceState(null, '', '/open');
  closeFiles.mockReset();
  root = createRoot(document.body.appendChild(document.createElement('div')));
  const idle = { limit: 900_000, isLeftAlone: false, closeFiles };
  await act(async () => root.render(<OpenFileApp from="own" idle={idle} />));
});
afterEach(() => act(() => root.unmount()));

async function choose(name: string, content: BlobPart): Promise<void> {
  const field = document.querySelector('input')!;
  Object.defineProperty(field, 'files', { value: [new File([content], name)], configurable: true });
  Object.defineProperty(field, 'value', { value: '', writable: true, configurable: true });
  await act(async () => void field.dispatchEvent(new Event('change', { bubbles: true })));
}

const seen = () => document.body.textContent ?? '';
const until = (is: () => void) => vi.waitFor(() => act(async () => is()), { timeout: 10_000 });
const press = (name: string) =>
  act(async () => [...document.querySelectorAll('button')].find((one) => one.textContent === name)!.click());

const patient = (id: string, family: string): string =>
  `${JSON.stringify({ resourceType: 'Patient', id, name: [{ family, given: ['Ada'] }], birthDate: '1951-05-06' })}\n`;

test('@threat-17 "Open something else" takes the whole page away, the chart that was open included', async () => {
  await choose('two.ndjson', patient('a', 'Okafor') + patient('b', 'Lindqvist'));
  await until(() => expect(seen()).toContain('Okafor'));
  expect(watches.open).toBe(1);
  await press('Open something else');
  expect(closeFiles.mock.calls).toEqual([['other']]);
  // Whoever takes the page away ends the watch with it: until then it goes on.
  expect(watches.open).toBe(1);
});

test('where what unpacks them did not come, the files are said not to be open, and others can be chosen', async () => {
  await choose('a.zip', new Uint8Array([0x50, 0x4b, 3, 4]));
  await until(() =>
    expect(document.querySelector('[role="alert"]')?.textContent).toBe('This could not be opened.'),
  );
  expect(document.querySelector('input')).not.toBeNull();
});
