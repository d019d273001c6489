import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

function nearest(from: string): string | undefined {
  if (existsSync(join(from, 'package.json'))) return from;
  const above = dirname(from);
  return above === from ? undefined : nearest(above);
}

/**
 * The folder of this package, with what is read from beside the program: views, the script for Spark, the configuration.
 * The program may run from its sources or from `dist/commands/assets`.
 */
export const packageFolder = nearest(import.meta.dirname) ?? resolve(import.meta.dirname, '../..');
