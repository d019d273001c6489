import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * The folder of the built app: that of the current folder, else the one beside this program, which may run from its
 * sources, from `dist/commands`, or from a part of that in `assets`. A folder is given even where there is none.
 */
export function builtApp(): string {
  const beside = ['../../dist/app', '../app', '../../app'].map((path) => resolve(import.meta.dirname, path));
  const own = resolve('dist/app');
  return [own, ...beside].find((folder) => existsSync(join(folder, 'index.html'))) ?? own;
}
