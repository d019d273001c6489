// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { chosenFiles } from './chosen-files.ts';

function inFolder(path: string): File {
  const file = new File(['{}'], path.split('/').at(-1) ?? '');
  Object.defineProperty(file, 'webkitRelativePath', { value: path });
  return file;
}

test('a folder is taken whole, in the order of its names, however many files it holds', () => {
  const many = Array.from({ length: 50_010 }, (_, at) => inFolder(`export/${String(60_000 - at)}.ndjson`));
  const chosen = chosenFiles(many);
  expect(chosen).toHaveLength(many.length);
  const names = chosen.map(({ path }) => path);
  expect(names).toEqual(names.toSorted());
});

test('what a system keeps within a folder is left alone; a file chosen by itself is taken, whatever its name', () => {
  const paths = (...files: readonly File[]) => chosenFiles(files).map(({ path }) => path);
  expect(
    paths(inFolder('export/.DS_Store'), inFolder('export/.git/a.json'), inFolder('export/a.json')),
  ).toEqual(['export/a.json']);
  expect(paths(new File(['{}'], '.record.json'))).toEqual(['.record.json']);
});
