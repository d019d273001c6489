/** Of all the tabs of a session one keeps the refresh token (docs/decisions/010-who-keeps-the-refresh-token.md). */
import { afterEach, expect, test } from 'vitest';
import { fakeBrowser, json, type FakeBrowser } from './fake-browser.ts';
import { answer, grants, heard, open, opened, recordOf, revoked, twoTabs, until } from './fake-session.ts';
import { readRecord } from './session-record.ts';

afterEach(() => {
  for (const session of opened.splice(0)) session.leave();
});

const refreshOf = (browser: FakeBrowser) => readRecord(browser)?.tokens.refresh;

/** Two tabs of which the first keeps the refresh token. */
async function keeperAndCopy() {
  const tabs = await twoTabs();
  await until(() => refreshOf(tabs.second) === undefined);
  return tabs;
}

test('@threat-16 a copied tab has copied the refresh token, and drops it when it hears who keeps it', async () => {
  const first = fakeBrowser();
  const one = open(first);
  // It has long kept it when the copy comes.
  const heldNow = async () => (await navigator.locks.query()).held?.map(({ name }) => name) ?? [];
  await until(async () => (await heldNow()).includes(`chartside.keeper.${one.id}`));
  await new Promise((resolve) => setTimeout(resolve));
  const second = first.copy();
  open(second, readRecord(second)!);
  expect(refreshOf(second)).toBe('r0');
  await until(() => refreshOf(second) === undefined);
  expect(refreshOf(first)).toBe('r0');
  expect(second.storage.getItem('chartside.session')).not.toContain('r0');
});

test('@threat-16 a tab without it has the other renew, and never learns the new one', async () => {
  const { first, one, second, two } = await keeperAndCopy();
  const said: unknown[] = [];
  const listener = first.openChannel(`chartside.session.${one.id}`);
  listener.addEventListener('message', ({ data }) => said.push(data));
  first.answer(answer(1));
  expect(await two.renew('a0')).toBe('a1');
  expect([grants(first), grants(second)]).toEqual([['r0'], []]);
  await until(() => JSON.stringify(said).includes('"a1"'));
  listener.close();
  expect(JSON.stringify(said)).not.toMatch(/"r[01]"/);
  expect(refreshOf(first)).toBe('r1');
  expect(JSON.stringify(readRecord(second))).not.toContain('r1');
});

test('@threat-16 the tab that keeps it is closed: the other takes over, then and not before', async () => {
  const { first, one, second, two } = await keeperAndCopy();
  first.leavePage();
  one.leave();
  await until(() => refreshOf(second) === 'r0');
  second.answer(answer(1));
  expect(await two.renew('a0')).toBe('a1');
  expect(grants(second)).toEqual(['r0']);
});

test('@threat-16 the tab that keeps it is closed just when the other calls for it: nobody has to sign in', async () => {
  const { first, one, second, two } = await keeperAndCopy();
  second.answer(answer(1));
  const renewal = two.renew('a0');
  first.leavePage();
  one.leave();
  expect(await renewal).toBe('a1');
  expect([grants(first), grants(second)]).toEqual([[], ['r0']]);
});

test('@threat-16 what a tab without it learns of the server’s clock is known to the one that has it', async () => {
  const { first, second, two } = await keeperAndCopy();
  first.time += 210_000;
  second.time += 210_000;
  first.answer(answer(1));
  expect(await two.renew('a0')).toBe('a1');
  expect(readRecord(first)?.tokens.renewAt).toBe(first.time + 150_000);
  expect(readRecord(second)?.tokens.renewAt).toBe(first.time + 150_000);
});

test('@threat-16 of three tabs one takes over, and the third has it from nobody', async () => {
  const { first, one, second, two } = await keeperAndCopy();
  const third = second.copy();
  const three = open(third, readRecord(third)!);
  first.leavePage();
  await Promise.all([heard(one, two), heard(one, three)]);
  one.leave();
  const kept = () => [second, third].map(refreshOf).filter((refresh) => refresh !== undefined);
  await until(() => kept().length > 0);
  expect(kept()).toEqual(['r0']);
  second.answer(answer(1));
  third.answer(answer(1));
  expect(await two.renew('a0')).toBe('a1');
  await until(() => readRecord(third)?.tokens.access === 'a1');
  expect(kept()).toEqual(['r1']);
});

test('@threat-16 the tab that keeps it is loaded again: one of the two keeps it, and both go on', async () => {
  const { first, one, second } = await keeperAndCopy();
  const again = first.copy();
  first.leavePage();
  one.leave();
  const reloaded = open(again, readRecord(again)!);
  await until(() => [second, again].filter((tab) => refreshOf(tab) === 'r0').length === 1);
  second.answer(answer(1));
  again.answer(answer(1));
  expect(await reloaded.renew('a0')).toBe('a1');
  await until(() => [second, again].every((tab) => readRecord(tab)?.tokens.access === 'a1'));
  expect([...grants(second), ...grants(again)]).toEqual(['r0']);
});

test('a tab that is loaded again on its own keeps what it has', async () => {
  const browser = fakeBrowser();
  const session = open(browser);
  const again = browser.copy();
  browser.leavePage();
  session.leave();
  const reloaded = open(again, readRecord(again)!);
  again.answer(answer(1), answer(2));
  expect(await reloaded.renew('a0')).toBe('a1');
  expect(refreshOf(again)).toBe('r1');
});

test('@threat-16 who kept it is gone without a word: the access token is used up, then somebody has to sign in', async () => {
  const browser = fakeBrowser();
  const record = { ...recordOf(browser, { refresh: undefined }), keptElsewhere: true };
  const session = open(browser, record);
  browser.time += 250_000;
  expect(await session.accessToken()).toBe('a0');
  expect(session.ends).toEqual([]);
  // Nobody is called for anew by each request.
  expect(await session.accessToken()).toBe('a0');
  await expect(session.renew('a0')).rejects.toMatchObject({ kind: 'over' });
  expect(session.ends).toEqual(['expired']);
  expect(browser.requests).toEqual([]);
});

test('@threat-17 signing out where it is not kept revokes it where it is', async () => {
  const { first, one, second, two } = await keeperAndCopy();
  first.answer(new Response(null));
  await two.signOut();
  await until(() => one.ends.length > 0);
  expect(one.ends).toEqual(['elsewhere']);
  expect([revoked(first), revoked(second)]).toEqual([['r0'], []]);
});

test('@threat-17 signing out where it is not kept, and nobody keeps it, revokes what there is', async () => {
  const browser = fakeBrowser();
  const session = open(browser, { ...recordOf(browser, { refresh: undefined }), keptElsewhere: true });
  browser.answer(new Response(null));
  await session.signOut();
  expect(revoked(browser)).toEqual(['a0']);
});

test('@threat-16 a refusal ends every tab, and revokes nothing', async () => {
  const { first, one, second, two } = await keeperAndCopy();
  first.answer(json({ error: 'invalid_grant' }, 400));
  await expect(two.renew('a0')).rejects.toMatchObject({ kind: 'over' });
  expect([one.ends, two.ends]).toEqual([['expired'], ['expired']]);
  expect([...revoked(first), ...revoked(second)]).toEqual([]);
});
