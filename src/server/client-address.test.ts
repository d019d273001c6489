import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { createRateLimit } from './broker-rate-limit.ts';
import { clientAddress, readTrustedProxies, type TrustedProxies } from './client-address.ts';

const from = (remoteAddress: string, forwarded?: string): IncomingMessage =>
  ({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage;
const proxies = readTrustedProxies('10.0.0.5, 172.16.0.0/12, ::1, fd00::/8') as TrustedProxies;

test("X-Forwarded-For is anybody's word until a trusted proxy has added to it", () => {
  expect(clientAddress(from('203.0.113.9', '1.2.3.4'), undefined)).toBe('203.0.113.9');
  expect(clientAddress(from('203.0.113.9', '1.2.3.4'), proxies)).toBe('203.0.113.9');
  expect(clientAddress(from('10.0.0.5', '1.2.3.4, 203.0.113.9'), proxies)).toBe('203.0.113.9');
  expect(clientAddress(from('10.0.0.5', '1.2.3.4, 203.0.113.9, 172.20.1.1'), proxies)).toBe('203.0.113.9');
  expect(clientAddress(from('::ffff:10.0.0.5', ' ::ffff:203.0.113.9'), proxies)).toBe('203.0.113.9');
  expect(clientAddress(from('10.0.0.5'), proxies)).toBe('10.0.0.5');
  expect(clientAddress(from('10.0.0.5', 'unknown, nonsense'), proxies)).toBe('10.0.0.5');
});

test('a household has one address, however many of IPv6 it has', () => {
  const of = (address: string): string => clientAddress(from(address), undefined);
  expect(of('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2');
  expect(of('2001:0db8:1:2::9')).toBe('2001:db8:1:2');
  expect(of('2001:db8::9')).toBe('2001:db8:0:0');
  expect(of('::1')).toBe('0:0:0:0');
});

test.each(['proxy', '10.0.0', '10.0.0.0/33', '10.0.0.0/x', '10.0.0.0/', '::1/129'])(
  '%s is no proxy',
  (text) => {
    expect(readTrustedProxies(`10.0.0.1, ${text}`)).toEqual({ fault: text });
  },
);

test("a minute's requests at once, then one at a time, and the wait is said", () => {
  const take = createRateLimit(60);
  for (let count = 0; count < 60; count++) expect(take('a', 0)).toBe(0);
  expect(take('a', 0)).toBe(1);
  expect(take('b', 0), 'another address').toBe(0);
  expect(take('a', 999)).toBe(1);
  expect(take('a', 1000)).toBe(0);
  expect(take('a', 1000)).toBe(1);
  expect(take('a', 500), 'a clock set back').toBe(1);
  for (let count = 0; count < 60; count++) expect(take('a', 600_000)).toBe(0);
  expect(take('a', 600_000)).toBe(1);
  const slow = createRateLimit(2);
  slow('a', 0);
  slow('a', 0);
  expect(slow('a', 0)).toBe(30);
});

test('a flood of addresses is forgotten, the longest unseen first', () => {
  const take = createRateLimit(1);
  take('early', 0);
  take('late', 0);
  expect(take('early', 0)).toBe(60);
  for (let count = 0; count < 9_999; count++) take(`flood-${count}`, 0);
  expect(take('early', 0), 'still known').toBe(60);
  expect(take('late', 0), 'forgotten').toBe(0);
});
