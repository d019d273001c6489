// @vitest-environment jsdom
/** What is said of opened files beside their charts. */
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test } from 'vitest';
import { fakeSource } from '#file/fake-source.ts';
import { indexFiles } from '#file/index-files.ts';
import { hasNotes, OpenedNotes } from './OpenedNotes.tsx';

const patient = '{"resourceType":"Patient","id":"1"}\n';
const sum = 'crc\u0000\u0000\u0000\u0002\u0000';

async function notes(...others: readonly (readonly [path: string, content: string])[]) {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const sources = [['Patient.000.ndjson', patient] as const, ...others].map(([path, content]) =>
    fakeSource(`export/${path}`, content),
  );
  const files = await indexFiles(sources, { turn: async () => undefined });
  const at = document.createElement('div');
  const root = createRoot(at);
  act(() => root.render(<OpenedNotes files={files} />));
  const said = at.textContent;
  act(() => root.unmount());
  return { has: hasNotes(files), said };
}

test('what the export’s own commands put beside it is not told of', async () => {
  const made = await notes(
    ['chartside.duckdb', 'DUCK'],
    ['chartside.duckdb.wal', 'x'],
    ['parquet/patients.parquet', 'PAR1'],
    ['spark/patients/_SUCCESS', ''],
    ['spark/patients/._SUCCESS.crc', sum],
    ['spark/patients/part-00000.zstd.parquet', 'PAR1'],
    ['spark/patients/.part-00000.zstd.parquet.crc', sum],
    ['spark/problems/_SUCCESS', ''],
  );
  expect(made).toEqual({ has: false, said: '' });
});

test('other files are: an empty one by its name, and how many are no records', async () => {
  const { has, said } = await notes(
    ['Condition.000.ndjson', ''],
    ['SUCCESS', ''],
    ['a.crc', 'Dear colleague'],
  );
  expect(has).toBe(true);
  expect(said).toContain('export/Condition.000.ndjson The file is empty.');
  expect(said).toContain('export/SUCCESS The file is empty.');
  expect(said).toContain('1 file');
});
