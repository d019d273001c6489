// @vitest-environment jsdom
import { act, type MouseEvent, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { MemoryRouter, useLocation, useNavigationType } from 'react-router';
import { afterEach, expect, test, vi } from 'vitest';
import { Link } from './Link.tsx';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
afterEach(() => document.body.replaceChildren());

function Place(): ReactNode {
  return <p>{`${useLocation().pathname} ${useNavigationType()}`}</p>;
}

async function draw(onClick?: (event: MouseEvent) => void) {
  const place = document.body.appendChild(document.createElement('div'));
  await act(async () =>
    createRoot(place).render(
      <MemoryRouter initialEntries={['/chart']}>
        <Link to="/chart/goals" aria-current="page" {...(onClick && { onClick })}>
          Goals
        </Link>
        <Place />
      </MemoryRouter>,
    ),
  );
  const link = place.querySelector('a')!;
  const click = async (init: MouseEventInit = {}): Promise<boolean> => {
    const event = new window.MouseEvent('click', { bubbles: true, cancelable: true, ...init });
    // jsdom would try to load the page.
    const stop = (last: Event): void => {
      kept = !last.defaultPrevented;
      last.preventDefault();
    };
    let kept = false;
    document.addEventListener('click', stop, { once: true });
    await act(async () => link.dispatchEvent(event));
    return kept;
  };
  return { link, click, at: () => place.querySelector('p')!.textContent };
}

test('a plain click goes there without loading the page; the address can be copied', async () => {
  const { link, click, at } = await draw();
  expect(link.getAttribute('href')).toBe('/chart/goals');
  expect(link.getAttribute('aria-current')).toBe('page');
  expect(await click()).toBe(false);
  expect(at()).toBe('/chart/goals PUSH');
});

test('the address one is at already is no further step of the history', async () => {
  const { click, at } = await draw();
  await click();
  await click();
  expect(at()).toBe('/chart/goals REPLACE');
});

test.each([{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { altKey: true }, { button: 1 }])(
  'a click with %o is the browser’s',
  async (init) => {
    const { click, at } = await draw();
    expect(await click(init)).toBe(true);
    expect(at()).toBe('/chart POP');
  },
);

test('whoever has dealt with the click keeps it', async () => {
  const { click, at } = await draw((event) => event.preventDefault());
  await click();
  expect(at()).toBe('/chart POP');
});
