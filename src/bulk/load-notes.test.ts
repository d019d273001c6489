import { expect, test } from 'vitest';
import type { ExportState } from './export-state.ts';
import { exportNotes } from './load-notes.ts';

const since = '2026-11-01T00:00:00Z';
const state = (isBare: boolean): ExportState => ({
  version: 1,
  server: 'test',
  request: { of: { kind: 'system' }, types: ['Patient'], since },
  begunAt: '2026-11-29T12:00:00.000Z',
  statusUrl: 'https://fhir.example.org/r4/$export-poll-status?_jobId=1',
  isBare,
  transactionTime: '2026-11-29T12:00:00Z',
  files: [],
  phase: 'done',
});

test('an export by --since and --type holds no more than that', () => {
  expect(exportNotes(state(false), false)).toEqual([
    `The export holds what was changed since ${since} alone.`,
    'Only these types were asked for: Patient.',
    'The records are as of 2026-11-29T12:00:00Z.',
  ]);
});

test('where the server took neither, the notes say what the export said', () => {
  expect(exportNotes(state(true), false)).toEqual([
    `The server took no --since ${since}: the records are all there are, not only the newer ones.`,
    'The server takes no types: of what it sent only these were fetched: Patient.',
    'The records are as of 2026-11-29T12:00:00Z.',
  ]);
});
