import { expect, test } from 'vitest';
import { endSessionUrl } from './end-session.ts';
import { fakeSystem } from './fake-browser.ts';
import type { LaunchKind } from './registry.ts';
import type { Session } from './session.ts';

const pinned = fakeSystem().endpoints!;
const session = (launchKind: LaunchKind, endSession?: string) =>
  ({ launchKind, system: fakeSystem({ endpoints: { ...pinned, endSession } }) }) as unknown as Session;
const address = 'https://id.example.org/realm/logout?kc_locale=en';

test('a person who signed in here can sign out there, and comes back to the app’s own address', () => {
  const url = endSessionUrl(session('standalone', address), 'https://app.example.org');
  expect(url?.origin).toBe('https://id.example.org');
  expect(Object.fromEntries(url!.searchParams)).toEqual({
    kc_locale: 'en',
    client_id: 'chartside-test',
    post_logout_redirect_uri: 'https://app.example.org/',
  });
});

test('never after an EHR’s launch, and not where it is not set up', () => {
  expect(endSessionUrl(session('ehr-launch', address), 'https://app.example.org')).toBeUndefined();
  expect(endSessionUrl(session('standalone'), 'https://app.example.org')).toBeUndefined();
});
