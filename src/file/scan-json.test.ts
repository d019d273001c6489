import { describe, expect, test } from 'vitest';
import { fakeSource } from './fake-source.ts';
import { scanJson } from './scan-json.ts';

const scan = async (text: string) => {
  const found = await scanJson(fakeSource('a.json', text));
  const cut = ({ start, length }: { start: number; length: number }) =>
    new TextDecoder().decode(new TextEncoder().encode(text).subarray(start, start + length));
  return {
    ...found,
    texts: found.objects.map(cut),
    entries: found.objects.map(({ entries }) => entries.map(cut)),
  };
};

test('one resource', async () => {
  const { texts, entries, isCutOff } = await scan(' {"resourceType":"Patient","id":"1"} \n');
  expect(texts).toEqual(['{"resourceType":"Patient","id":"1"}']);
  expect(entries).toEqual([[]]);
  expect(isCutOff).toBe(false);
});

test('a Bundle’s entries, whatever stands in their text', async () => {
  const first = '{"fullUrl":"urn:uuid:1","resource":{"resourceType":"Patient","x":"}],{\\"\\\\"}}';
  const second = '{"resource":{"resourceType":"List","entry":[{"item":{}},{"item":{}}],"é":"ü"}}';
  const { entries, objects } = await scan(
    `{"resourceType":"Bundle","timestamp":"2026-01-01T00:00:00Z","entry":[${first} , ${second}],"type":"collection"}`,
  );
  expect(entries).toEqual([[first, second]]);
  expect(objects[0]?.says).toEqual({ resourceType: 'Bundle', timestamp: '2026-01-01T00:00:00Z' });
});

test('what it is may be said after the entries', async () => {
  const { objects } = await scan('{"entry":[{"a":1}],"resourceType":"Bundle"}');
  expect(objects[0]?.says['resourceType']).toBe('Bundle');
  expect(objects[0]?.entries).toHaveLength(1);
});

test('a member’s value is not taken for another member’s name', async () => {
  const { objects } = await scan('{"id":"resourceType","resourceType":"Patient","note":["entry",{"a":1}]}');
  expect(objects[0]?.says).toEqual({ resourceType: 'Patient' });
  expect(objects[0]?.entries).toEqual([]);
});

test('several objects, and a list of them', async () => {
  expect((await scan('{"a":1}\n{"b":2}')).texts).toEqual(['{"a":1}', '{"b":2}']);
  const list = await scan('[{"a":1},{"b":[2]}]');
  expect(list.texts).toEqual(['{"a":1}', '{"b":[2]}']);
  expect(list.hasStrayText).toBe(false);
});

describe('bad files', () => {
  test('cut off: the entries before that are there', async () => {
    const { entries, isCutOff } = await scan('{"resourceType":"Bundle","entry":[{"a":1},{"b":');
    expect(entries).toEqual([['{"a":1}']]);
    expect(isCutOff).toBe(true);
  });

  test.each(['Hello', '"text"', '{"a":1} trailing', '}'])('%s', async (text) => {
    expect((await scan(text)).hasStrayText).toBe(true);
  });

  test('a hundred thousand brackets deep', async () => {
    const { objects, isCutOff } = await scan(`{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`);
    expect(objects).toHaveLength(1);
    expect(isCutOff).toBe(false);
  });
});
