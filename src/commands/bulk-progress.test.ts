/** What is seen of an export while it runs: one line on a terminal, a line a step elsewhere. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ExportEvent } from '#bulk/export-event.ts';
import { startBulkCommand } from './bulk-command-fixture.ts';
import { megabytes, progressOn, writeOver } from './bulk-progress.ts';

const events: readonly ExportEvent[] = [
  { kind: 'begun', folder: '/export' },
  { kind: 'preparing', progress: { said: '25% done', percent: 25 } },
  { kind: 'preparing', progress: { said: '25% done', percent: 25 } },
  { kind: 'preparing', progress: { said: undefined, percent: undefined } },
  { kind: 'fetching', files: 2, done: 0 },
  { kind: 'bytes', count: 1_500_000 },
  { kind: 'bytes', count: 500_000 },
  { kind: 'file', name: 'Patient.000.ndjson', done: 1, files: 2 },
];

/** What is written of the events, a tenth of a second between them. */
function told(terminal: { readonly isTTY?: boolean; readonly columns?: number }): readonly string[] {
  const written: string[] = [];
  let now = 0;
  const progress = progressOn({ ...terminal, write: (text) => written.push(text) }, () => (now += 100));
  for (const event of events) progress.onEvent(event);
  progress.end();
  return written;
}

test('elsewhere than on a terminal, a line a step, none of them twice and none for bytes', () => {
  expect(told({})).toEqual([
    'The export has begun; its folder is /export.\n',
    '[######..................] The server prepares the export: 25% done\n',
    'The server prepares the export\n',
    '2 files, 0 of them here already\n',
    '[############............] 1 of 2 files, 2.0 MB: Patient.000.ndjson\n',
  ]);
});

test('on a terminal one line, written over, as wide as there is room, and ended', () => {
  const lines = told({ isTTY: true, columns: 40 });
  expect(lines.at(-1)).toBe('\n');
  const over = lines.slice(0, -1).map((text) => text.replace('\r\u001b[2K', ''));
  expect(lines.slice(0, -1).every((text) => text.startsWith('\r\u001b[2K'))).toBe(true);
  expect(over.every((text) => text.length <= 39)).toBe(true);
  expect(over.at(-1)).toBe('[############............] 1 of 2 files');
  // Bytes come too often for eyes: of two in a tenth of a second each, one is shown at most.
  expect(over.filter((text) => text.startsWith('[........................] 0 of 2 files'))).toHaveLength(1);
  expect(told({ isTTY: true }).join('')).toContain('0 of 2 files, 2.0 MB');
});

test('of an export about which nothing was told no line is ended', () => {
  const written: string[] = [];
  progressOn({ isTTY: true, write: (text) => written.push(text) }).end();
  expect(written).toEqual([]);
});

test('a line is written over on a terminal alone', () => {
  const written: string[] = [];
  writeOver({ write: (text) => written.push(text) }, 'patients');
  writeOver({ isTTY: true, columns: 5, write: (text) => written.push(text) }, 'patients');
  expect(written).toEqual(['\r\u001b[2Kpati']);
});

test.each([
  [0, '0 kB'],
  [1, '1 kB'],
  [999_999, '1000 kB'],
  [1_000_000, '1.0 MB'],
  [5_380_000_000, '5.38 GB'],
])('%i bytes are %s', (bytes, said) => {
  expect(megabytes(bytes)).toBe(said);
});

test('the export tells of itself where its caller looks, beside the answer', async () => {
  const command = await startBulkCommand();
  try {
    const out = join(command.folder, 'told');
    const ran = await command.run('export', '--group', '2', '--out', out);
    expect(ran.exit).toBe(0);
    expect(ran.err).toContain(`The export has begun; its folder is ${out}.\n`);
    expect(ran.err).toMatch(/^\[#{24}\] (\d+) of \1 files, .*\.ndjson$/m);
    expect(ran.out).not.toContain('has begun');
  } finally {
    await command.stop();
  }
});
