import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countNdjson } from './ndjson-count.ts';

function counted(chunks: readonly string[]) {
  const count = countNdjson();
  for (const chunk of chunks) count.add(Buffer.from(chunk));
  return { ...count.facts(), isNdjson: count.isNdjson() };
}

test.each([
  ['', 0, true],
  ['{}\n', 1, true],
  ['{}\n{}', 2, true],
  ['{}\r\n\r\n{}\n\n', 2, true],
  ['<html>\n', 1, false],
  ['{}\nnull\n', 2, false],
])('%j: %i records', (text, records, isNdjson) => {
  expect(counted([text])).toMatchObject({ count: records, isNdjson });
});

test('however the bytes are cut, the same count and the same checksum', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('{"a":1}\n', '\n', '\r\n', '{"b":"ü"}\n', ' {}\n', '{"last":true}')),
      fc.array(fc.nat({ max: 12 })),
      (lines, cuts) => {
        const bytes = Buffer.from(lines.join(''));
        const count = countNdjson();
        let at = 0;
        for (const cut of cuts) {
          count.add(bytes.subarray(at, at + cut));
          at += cut;
        }
        count.add(bytes.subarray(Math.min(at, bytes.length)));
        const records = bytes
          .toString()
          .split('\n')
          .filter((line) => line.trim() !== '').length;
        const last = bytes
          .toString()
          .split('\n')
          .findLast((line) => line.trim() !== '');
        const place = count.lastLine();
        expect(bytes.subarray(place?.from, place?.to).toString().trim()).toBe(
          place === undefined ? bytes.toString().trim() : (last ?? '').trim(),
        );
        expect(count.facts()).toEqual({
          bytes: bytes.length,
          sha256: createHash('sha256').update(bytes).digest('hex'),
          count: records,
        });
      },
    ),
    { seed: 7 },
  );
});
