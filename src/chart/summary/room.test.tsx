// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { type ReactNode, useState } from 'react';
import { fakeReading } from '#chart/kit/fake-reading.ts';
import { renderChart } from '#chart/kit/render-chart.tsx';
import { Room } from './Room.tsx';

function Kept(): ReactNode {
  const [settled, settle] = useState(false);
  return (
    <>
      <Room settled={settled} rows={4} stays>
        <p>One row</p>
      </Room>
      <button type="button" onClick={() => settle(true)}>
        All is there
      </button>
    </>
  );
}

async function kept() {
  const drawn = await renderChart(<Kept />, { reading: fakeReading({ patientId: 'p1', resources: [] }) });
  const isKept = () => drawn.box.querySelector('.room')?.hasAttribute('data-kept');
  await drawn.after(() => drawn.box.querySelector('button')?.click());
  expect(isKept()).toBe(true);
  return { drawn, isKept };
}

test('the room that was kept is given back once nobody looks', async () => {
  const { drawn, isKept } = await kept();
  await drawn.after(() => document.dispatchEvent(new Event('visibilitychange')));
  expect(isKept()).toBe(true);
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  await drawn.after(() => document.dispatchEvent(new Event('visibilitychange')));
  expect(isKept()).toBe(false);
  drawn.remove();
});

test('and where the window gets another width, not where it only gets another height', async () => {
  const { drawn, isKept } = await kept();
  await drawn.after(() => window.dispatchEvent(new Event('resize')));
  expect(isKept()).toBe(true);
  vi.spyOn(window, 'innerWidth', 'get').mockReturnValue(375);
  await drawn.after(() => window.dispatchEvent(new Event('resize')));
  expect(isKept()).toBe(false);
  drawn.remove();
});

test('half a pixel does not take the way to the rest away and bring it back without end', async () => {
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const hasButton = (inside: Element): boolean =>
    inside.parentElement?.querySelector(':scope > button') != null;
  // As laid out at some zoom: without the button one pixel too little, with it none, for heights are rounded.
  vi.spyOn(Element.prototype, 'scrollHeight', 'get').mockReturnValue(102);
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockImplementation(function height(this: Element) {
    return hasButton(this) ? 79 : 100;
  });
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(22);
  const { drawn } = await kept();
  expect(drawn.text()).toContain('Show all');
  expect(complaints).not.toHaveBeenCalled();
  drawn.remove();
});
