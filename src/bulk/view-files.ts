/** ViewDefinitions as files: those that come with the project (`views/`) and the user's own beside them. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { readViewDefinition, type ViewDefinition } from '#sql-on-fhir/view-definition.ts';
import { BulkError } from './failure.ts';
import { packageFolder } from './package-folder.ts';

export const shippedViews = join(packageFolder, 'views');

/** Tables of ours in the same database. */
const reserved = /^chartside_/i;

const setup = (say: string): BulkError => new BulkError({ kind: 'setup', say });

/** A view, and the file that it was read from. */
export interface ViewFile {
  readonly view: ViewDefinition;
  readonly path: string;
}

async function readFolder(folder: string): Promise<readonly ViewFile[]> {
  const names = await readdir(folder).catch(() => {
    throw setup(`The folder of views ${folder} cannot be read.`);
  });
  const files = names.filter((name) => name.endsWith('.json')).toSorted();
  return Promise.all(
    files.map(async (file) => {
      const path = join(folder, file);
      let json: unknown;
      try {
        json = JSON.parse(await readFile(path, 'utf8'));
      } catch {
        throw setup(`The view ${path} cannot be read: it is no JSON.`);
      }
      const read = readViewDefinition(json, basename(file, '.json').replaceAll('-', '_'));
      if ('faults' in read) throw setup(`The view ${path} cannot be run. ${read.faults.join(' ')}`);
      return { view: read.view, path: resolve(path) };
    }),
  );
}

/**
 * The shipped views, and those of the folder `own` where there is one. Rejects with `BulkError` (`setup`) where a view
 * has faults, or takes the name of another: the ready questions rely on the shipped ones.
 */
export async function readViewFiles(own?: string): Promise<readonly ViewFile[]> {
  const files = [...(await readFolder(shippedViews)), ...(own === undefined ? [] : await readFolder(own))];
  const seen = new Set<string>();
  for (const { view } of files) {
    const { name } = view;
    const key = name.toLowerCase();
    if (seen.has(key) || reserved.test(name))
      throw setup(`There is a view called ${name} already: give yours another name.`);
    seen.add(key);
  }
  return files;
}

export async function readViews(own?: string): Promise<readonly ViewDefinition[]> {
  return (await readViewFiles(own)).map(({ view }) => view);
}
