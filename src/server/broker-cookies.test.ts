import { expect, test } from 'vitest';
import { clearSession, jarOf, readSession, writeSession, type BrokerSession } from './broker-cookies.ts';
import { newSession } from './broker-fixture.ts';

const key = (kid: string, fill: number) => ({ kid, key: new Uint8Array(32).fill(fill) });
const [old, current, next] = [key('old', 1), key('current', 2), key('next', 3)];

function sessionOf(refresh: string, issuedAt = 1, session = newSession()): BrokerSession {
  return { system: 'office', session, refresh, issuedAt, openedAt: 1, usableUntil: 2 };
}

/** What a browser makes of `Set-Cookie` lines. */
function keep(jar: Map<string, string>, lines: readonly string[]): Map<string, string> {
  for (const line of lines) {
    const [pair = ''] = line.split(';', 1);
    const at = pair.indexOf('=');
    expect(pair.length, 'Chromium drops longer ones without a word').toBeLessThan(4096);
    if (/Max-Age=0/.test(line)) jar.delete(pair.slice(0, at));
    else jar.set(pair.slice(0, at), pair.slice(at + 1));
  }
  return jar;
}

test('rotation: any listed key opens, the first one seals, one taken away opens no more', async () => {
  const session = sessionOf('r');
  const jar = keep(new Map(), await writeSession(new Map(), [old], session));
  expect(await readSession(jar, [current, old], 'office', session.session)).toEqual(session);
  keep(jar, await writeSession(jar, [current, old], session));
  expect(await readSession(jar, [next, current], 'office', session.session)).toEqual(session);
  expect(await readSession(jar, [next, old], 'office', session.session)).toBeUndefined();
});

test('another key under the same name, a changed character and an unsealed token open nothing', async () => {
  const session = sessionOf('r');
  const jar = keep(new Map(), await writeSession(new Map(), [current], session));
  const [[name, value] = ['', '']] = jar;
  const read = (text: string) => readSession(new Map([[name, text]]), [current], 'office', session.session);
  expect(await readSession(jar, [key('current', 9)], 'office', session.session)).toBeUndefined();
  const end = value.endsWith('A') ? 'B' : 'A';
  const parts = value.split('.');
  const none = Buffer.from('{"alg":"none"}').toString('base64url');
  for (const text of [
    `${value.slice(0, -3)}${end}${value.slice(-2)}`,
    [none, ...parts.slice(1)].join('.'),
    Buffer.from(JSON.stringify(session)).toString('base64url'),
    `${none}.${Buffer.from(JSON.stringify(session)).toString('base64url')}.`,
    'x'.repeat(5000),
    '....',
    '',
  ]) {
    expect(await read(text)).toBeUndefined();
  }
  expect(await read(value)).toEqual(session);
});

test("a session's cookie under another session's name, or for another system, is nobody's", async () => {
  const session = sessionOf('r');
  const other = newSession();
  const jar = keep(new Map(), await writeSession(new Map(), [current], session));
  const moved = new Map([[`__Host-chartside-${other}`, [...jar.values()][0] ?? '']]);
  expect(await readSession(moved, [current], 'office', other)).toBeUndefined();
  expect(await readSession(jar, [current], 'portal', session.session)).toBeUndefined();
});

test('a long value is split, and a shorter one leaves no part behind', async () => {
  const session = sessionOf('r'.repeat(8000));
  const name = `__Host-chartside-${session.session}`;
  const jar = keep(new Map(), await writeSession(new Map(), [current], session));
  expect([...jar.keys()]).toEqual([`${name}.0`, `${name}.1`, `${name}.2`]);
  expect(await readSession(jar, [current], 'office', session.session)).toEqual(session);

  const shorter = { ...session, refresh: 'r'.repeat(4000), issuedAt: 2 };
  keep(jar, await writeSession(jar, [current], shorter));
  expect([...jar.keys()].toSorted()).toEqual([`${name}.0`, `${name}.1`]);
  expect(await readSession(jar, [current], 'office', session.session)).toEqual(shorter);

  const short = { ...session, refresh: 'r', issuedAt: 3 };
  keep(jar, await writeSession(jar, [current], short));
  expect([...jar.keys()]).toEqual([name]);
  expect(await readSession(jar, [current], 'office', session.session)).toEqual(short);

  keep(jar, await writeSession(jar, [current], shorter));
  expect([...jar.keys()].toSorted()).toEqual([`${name}.0`, `${name}.1`]);
  expect(keep(jar, clearSession(jar, session.session)).size).toBe(0);
});

test('where both forms are there, the newer counts; a set with a part missing is none', async () => {
  const session = sessionOf('r'.repeat(4000));
  const parts = keep(new Map(), await writeSession(new Map(), [current], session));
  const newer = { ...session, refresh: 'new', issuedAt: 5 };
  const both = keep(new Map(parts), await writeSession(new Map(), [current], newer));
  expect(await readSession(both, [current], 'office', session.session)).toEqual(newer);
  parts.delete(`__Host-chartside-${session.session}.0`);
  expect(await readSession(parts, [current], 'office', session.session)).toBeUndefined();
});

test('the ninth session takes the place of the one longest unused, and what nothing opens goes first', async () => {
  const jar = new Map<string, string>();
  const sessions = Array.from({ length: 8 }, (_, index) => sessionOf('r', 100 + ((index + 3) % 8)));
  for (const session of sessions) keep(jar, await writeSession(jar, [current], session));
  expect(jar.size).toBe(8);
  const ninth = sessionOf('r', 200);
  keep(jar, await writeSession(jar, [current], ninth));
  const oldest = sessions.find(({ issuedAt }) => issuedAt === 100)!;
  expect(jar.size).toBe(8);
  expect(jar.has(`__Host-chartside-${oldest.session}`)).toBe(false);
  expect(jar.has(`__Host-chartside-${ninth.session}`)).toBe(true);

  const rotten = sessions.find(({ issuedAt }) => issuedAt === 107)!;
  jar.set(`__Host-chartside-${rotten.session}`, 'sealed with a key of last year');
  keep(jar, await writeSession(jar, [current], sessionOf('r', 201)));
  expect(jar.has(`__Host-chartside-${rotten.session}`)).toBe(false);
  // A renewal of one that is there takes no place.
  const before = [...jar.keys()];
  keep(jar, await writeSession(jar, [current], { ...ninth, issuedAt: 300 }));
  expect([...jar.keys()].toSorted()).toEqual(before.toSorted());
});

test('all sessions together stay inside the room of a header', async () => {
  const jar = new Map<string, string>();
  for (let index = 0; index < 12; index++) {
    keep(jar, await writeSession(jar, [current], sessionOf('r'.repeat(8000), index)));
    const header = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    expect(header.length).toBeLessThan(44_000);
  }
  expect(jar.size).toBeGreaterThan(6);
});

test('only our own names are read from a request', () => {
  const session = newSession();
  const jar = jarOf(
    `other=1; __Host-chartside-${session}=a=b; chartside-${session}=2; __Host-chartside-x=3; ` +
      `__Host-chartside-${session}=second; __Host-chartside-${session}.1=c; __Host-chartside-${session}.10=d; =; ;`,
  );
  expect([...jar]).toEqual([
    [`__Host-chartside-${session}`, 'a=b'],
    [`__Host-chartside-${session}.1`, 'c'],
  ]);
  expect(jarOf(undefined).size).toBe(0);
});

test('taking away what is not there names the one cookie that could be', () => {
  const session = newSession();
  expect(clearSession(new Map(), session)).toEqual([
    `__Host-chartside-${session}=; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=Strict`,
  ]);
});
