// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeSystem } from '#smart/fake-browser.ts';
import { parseRegistry, type System } from '#smart/registry.ts';
import { readConfig } from '#commands/read-registry.ts';
import { SignInPage } from './SignInPage.tsx';

let root: Root;
beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  localStorage.clear();
  document.body.innerHTML = '<div id="root"></div>';
  root = createRoot(document.getElementById('root')!);
});
afterEach(() => act(() => root.unmount()));

const portal = fakeSystem({ id: 'portal', label: 'Portal', door: 'office-patient' });
const enterprise = fakeSystem({
  id: 'enterprise',
  label: 'Enterprise',
  door: 'enterprise-patient',
  practiceSearch: 'https://www.example.org/practices',
});
const older = fakeSystem({
  id: 'older',
  label: 'Older',
  door: 'enterprise-patient-dstu2',
  practiceSearch: 'https://www.example.org/practices',
  retiring: true,
});
const waiting = fakeSystem({ id: 'later', label: 'Later', clientId: 'REPLACE-ME' });
const madeUp = fakeSystem({ id: 'try', label: 'Try', sandbox: true });

const signIn = vi.fn<(system: System) => void>();
const show = (systems: readonly System[], signedOutOf?: string) =>
  act(async () =>
    root.render(
      <SignInPage key={Math.random()} opening={{ state: 'signed-out', systems, signedOutOf, signIn }} />,
    ),
  );
const text = () => document.body.textContent ?? '';
const names = () =>
  [...document.querySelectorAll('.door button[aria-label]')].map((one) => one.getAttribute('aria-label'));
const button = (name: string) =>
  [...document.querySelectorAll('button')].find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent) === name,
  );

test('a card a system, made-up ones apart; what is not set up is not a patient’s to see', async () => {
  await show([portal, waiting, enterprise, madeUp], 'an-ehr');
  expect(names()).toEqual(['Sign in with Portal', 'Sign in with Enterprise', 'Sign in with Try']);
  expect(document.querySelector('[aria-labelledby="made-up"]')?.textContent).toContain('Try');
  expect(text()).not.toContain('Later');
  expect(text()).toContain('You are signed out.');
  expect(text()).not.toContain('still be signed in');
  act(() => button('Sign in with Portal')?.click());
  expect(signIn).toHaveBeenCalledWith(portal);
});

test('whoever has just signed out here is told that they may still be signed in at the system', async () => {
  await show([portal, enterprise], enterprise.id);
  expect(text()).toContain('You are signed out.');
  expect(text()).toContain('You may still be signed in at Enterprise itself');
  await show([portal, enterprise]);
  expect(text()).not.toContain('signed');
});

test('each card says whose it is, with which account, and that one is being retired', async () => {
  await show([portal, enterprise, older]);
  const cards = [...document.querySelectorAll('.door')].map(({ textContent }) => textContent);
  expect(cards[0]).toMatch(/uses NextGen Office\..*YourHealthFile name and password/);
  expect(cards[1]).toMatch(/uses NextGen Enterprise\..*choose, subject by subject/);
  expect(cards[2]).toMatch(/^OlderBeing retired.*taking this way out of service/);
  expect(cards.filter((card) => card?.includes('Being retired'))).toHaveLength(1);
  // What describes a button to those who hear it is its own card.
  const described = button('Sign in with Older')!.getAttribute('aria-describedby')!;
  expect(document.getElementById(described)?.textContent).toContain('Being retired');
});

test('the vendor’s list of practices is one link, in a tab that learns nothing of this one', async () => {
  await show([portal, enterprise, older]);
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[target]')];
  expect(links.map(({ href, rel, textContent }) => [href, rel, textContent])).toEqual([
    [
      'https://www.example.org/practices',
      'noreferrer noopener',
      'practices at www.example.org (opens in a new tab)',
    ],
  ]);
  await show([portal]);
  expect(document.querySelector('a[target]')).toBeNull();
});

test('what was used last comes first and is marked; its id is all that is kept, and can be forgotten', async () => {
  await show([portal, enterprise]);
  expect(text()).not.toContain('last time');
  act(() => button('Sign in with Enterprise')?.click());
  expect(Object.entries(localStorage)).toEqual([['chartside.door', 'enterprise']]);
  await show([portal, enterprise]);
  expect(names()).toEqual(['Sign in with Enterprise', 'Sign in with Portal']);
  expect(document.querySelector('.door')?.textContent).toContain('You used this last time');
  act(() => button('Forget that')?.click());
  expect(localStorage).toHaveLength(0);
  expect(names()).toEqual(['Sign in with Portal', 'Sign in with Enterprise']);
  expect(document.querySelector('output')?.textContent).toMatch(/^Forgotten/);
});

test('an older way to the same records comes after all others, but for whoever used it last', async () => {
  await show([older, portal, enterprise]);
  expect(names()).toEqual(['Sign in with Portal', 'Sign in with Enterprise', 'Sign in with Older']);
  act(() => button('Sign in with Older')?.click());
  await show([older, portal, enterprise]);
  expect(names()[0]).toBe('Sign in with Older');
});

test('a system that is gone, and a storage that is blocked, cost only the order', async () => {
  localStorage.setItem('chartside.door', 'gone');
  await show([portal, enterprise]);
  expect(names()).toEqual(['Sign in with Portal', 'Sign in with Enterprise']);
  const blocked = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('no', 'SecurityError');
  });
  act(() => button('Sign in with Portal')?.click());
  expect(signIn).toHaveBeenCalledWith(portal);
  blocked.mockRestore();
});

test('nothing to choose is said, in other words for what is only not set up yet', async () => {
  await show([]);
  expect(text()).toContain('no system here that a person can sign in to');
  await show([waiting]);
  expect(text()).toContain('set up here yet');
  expect(document.querySelector('.door')).toBeNull();
});

test('as shipped: every card has words of its own', async () => {
  const parsed = parseRegistry(await readConfig('smart-config.json'));
  if (!parsed.ok) throw new Error('faulty');
  const systems = parsed.registry.systems
    .filter(({ kinds }) => kinds.includes('standalone'))
    .map((system) => ({ ...system, clientId: 'entered' }));
  await show(systems);
  expect(names()).toHaveLength(systems.length);
  const words = [...document.querySelectorAll('.door p.muted')].map(({ textContent }) => textContent);
  expect(words.filter((one) => one?.startsWith('door.'))).toEqual([]);
  expect(words).toHaveLength(systems.length);
  // A door of the sandbox has the words of the one that it stands in for.
  expect(new Set(words).size).toBe(5);
  expect(text()).not.toMatch(/OAuth|token|scope|redirect|please|!/i);
});
