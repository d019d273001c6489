// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeSystem } from '#smart/fake-browser.ts';
import type { Session } from '#smart/session.ts';
import { SignInNotice } from './SignInNotice.tsx';

const minute = 60_000;
const opened = new Date(2026, 10, 23, 8, 0).getTime();
let root: Root;

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  vi.useFakeTimers({ now: opened });
  document.body.innerHTML = '<div id="root"></div>';
  root = createRoot(document.getElementById('root')!);
});
afterEach(() => {
  act(() => root.unmount());
  vi.useRealTimers();
});

const sessionUntil = (signInBy: number): { -readonly [K in keyof Session]: Session[K] } =>
  ({ id: 's', system: fakeSystem({ label: 'Enterprise' }), openedAt: opened, signInBy }) as never;
const show = (session: Session, signInAgain?: () => Promise<boolean>) =>
  act(async () => root.render(<SignInNotice session={session} signInAgain={signInAgain} />));
const goOn = (milliseconds: number) => act(async () => void vi.advanceTimersByTime(milliseconds));
const said = () => document.querySelector('output')?.textContent;
const button = (name: string) =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name);

test('half an hour ahead it says by when, and a button signs in again', async () => {
  const signInAgain = vi.fn<() => Promise<boolean>>(async () => true);
  await show(sessionUntil(opened + 48 * 60 * minute), signInAgain);
  await goOn(47.5 * 60 * minute - minute);
  expect(said()).toBeUndefined();
  await goOn(minute);
  expect(said()).toBe('This sign-in ends at 8:00 AM.');
  button('Sign in again now; your place is kept')?.click();
  expect(signInAgain).toHaveBeenCalledOnce();
});

test('after an EHR’s launch it says how to go on, and no button pretends to', async () => {
  await show(sessionUntil(opened + 60 * minute));
  await goOn(46 * minute);
  expect(said()).toBe(
    'This sign-in ends at 9:00 AM. After that, open the app again from the patient’s chart in Enterprise.',
  );
  expect([...document.querySelectorAll('button')].map(({ textContent }) => textContent)).toEqual([
    'Hide this',
  ]);
});

test('an end that moves away is taken back, one that was hidden stays hidden, another is told again', async () => {
  const session = sessionUntil(opened + 10 * minute);
  await show(session);
  await goOn(8 * minute);
  expect(said()).toContain('8:10 AM');
  act(() => button('Hide this')?.click());
  await goOn(minute);
  expect(said()).toBeUndefined();
  session.signInBy = opened + 500 * minute;
  await goOn(minute);
  expect(said()).toBeUndefined();
  session.signInBy = opened + 11 * minute;
  await goOn(minute);
  expect(said()).toContain('8:11 AM');
});

test('a machine that slept says so as soon as it wakes', async () => {
  await show(sessionUntil(opened + 100 * minute));
  vi.setSystemTime(opened + 99 * minute);
  await act(async () => void dispatchEvent(new Event('focus')));
  expect(said()).toContain('9:40 AM');
});
