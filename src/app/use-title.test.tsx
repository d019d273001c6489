// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { useTitle } from './use-title.ts';

let root: Root;

function Titled({ section }: { readonly section: string }) {
  useTitle(section, 'SMITH, DAVID');
  return null;
}

const draw = (section: string): void =>
  act(() =>
    root.render(
      <MemoryRouter>
        <Titled section={section} />
      </MemoryRouter>,
    ),
  );

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  root = createRoot(document.createElement('div'));
});
afterEach(() => {
  window.dispatchEvent(new Event('pageshow'));
  act(() => root.unmount());
});

test.each(['beforeunload', 'pagehide'])(
  'a section that is still drawn after %s puts no name in the title, which goes into the history',
  (leaving) => {
    draw('Allergies');
    expect(document.title).toBe('Allergies · SMITH, DAVID');
    window.dispatchEvent(new Event(leaving));
    expect(document.title).toBe('Chartside');
    draw('Medications');
    expect(document.title).toBe('Chartside');
  },
);

test.each(['pageshow', 'pointerdown', 'keydown'])(
  'a page that was not left after all has its title back at %s, and keeps it',
  (here) => {
    draw('Allergies');
    window.dispatchEvent(new Event('beforeunload'));
    window.dispatchEvent(new Event(here));
    expect(document.title).toBe('Allergies · SMITH, DAVID');
    draw('Medications');
    expect(document.title).toBe('Medications · SMITH, DAVID');
  },
);

test('a chart that is closed takes its name along', () => {
  draw('Allergies');
  act(() => root.render(null));
  expect(document.title).toBe('Chartside');
});
