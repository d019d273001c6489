// @vitest-environment jsdom
import { type ReactNode, useState } from 'react';
import { expect, test, vi } from 'vitest';
import { drawStatic } from './draw-static.ts';

function Name({ given, children }: { given: string; children?: ReactNode }): ReactNode {
  return (
    <>
      <strong className="name">{given}</strong>
      {children}
    </>
  );
}

function drawn(node: ReactNode): HTMLElement {
  const box = document.createElement('div');
  box.append(drawStatic(node, document));
  return box;
}

test('elements, components, fragments, lists and text, as React would draw them', () => {
  const box = drawn(
    <header className="banner" data-size="slim" aria-label="x">
      <Name given="ANNA">{[1, ' ', 'two'].map((one) => one)}</Name>
      {false}
      {undefined}
      {null}
      {0}
    </header>,
  );
  expect(box.innerHTML).toBe(
    '<header class="banner" data-size="slim" aria-label="x"><strong class="name">ANNA</strong>1 two0</header>',
  );
});

test('words of a record are text, whatever they look like', () => {
  const box = drawn(<p className={'"><img src=x>'}>{'<img src=x onerror=alert(1)>'}</p>);
  expect(box.querySelector('img')).toBeNull();
  expect(box.textContent).toBe('<img src=x onerror=alert(1)>');
});

test('a button works', () => {
  const press = vi.fn<() => void>();
  const box = drawn(
    <button type="button" onClick={press}>
      {'Read again'}
    </button>,
  );
  box.querySelector('button')?.click();
  expect(press).toHaveBeenCalledOnce();
});

test('what only React can draw is refused, not drawn by half', () => {
  const Counting = (): ReactNode => useState(0)[0];
  vi.spyOn(console, 'error').mockImplementation(() => {});
  expect(() => drawn(<Counting />)).toThrow(TypeError);
  expect(() => drawn(<p style={{ color: 'red' }}>{'x'}</p>)).toThrow('style');
  expect(() => drawn(<a href="https://example.org">{'x'}</a>)).toThrow('href');
});
