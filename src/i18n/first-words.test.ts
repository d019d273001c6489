import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { first } from './en-first.ts';
import { later } from './en-later.ts';
import { doors } from './en/doors.ts';
import { reader } from './en/reader.ts';
import { signInFailures } from './en/sign-in-failures.ts';

const source = resolve(import.meta.dirname, '..');

/** Every file that is loaded with a file: its static imports, theirs, and so on; what is loaded later is not. */
function loadedWith(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file) || !existsSync(file)) return seen;
  seen.add(file);
  for (const [, from] of readFileSync(file, 'utf8').matchAll(
    /^(?:import|\} from|export .*from) .*?'([#.]\/?[^']+)'|^\} from '([#.][^']+)'/gm,
  )) {
    if (from !== undefined)
      loadedWith(from.startsWith('#') ? resolve(source, from.slice(1)) : resolve(dirname(file), from), seen);
  }
  return seen;
}

/** The words of each file that is loaded for its effect. */
const parts = {
  'i18n/later.ts': later,
  'i18n/doors.ts': doors,
  'i18n/failures.ts': signInFailures,
  'i18n/reader.ts': reader,
} as const;

test.each([
  'main.ts',
  'app/opening-page.ts',
  'app/opening-record.ts',
  'app/sign-in/Front.tsx',
  'app/App.tsx',
  'app/sign-in/FailurePage.tsx',
  'app/sign-in/SignInPage.tsx',
  'app/sign-in/ChoosePersonPage.tsx',
  'app/idle/show-warning.tsx',
  'app/navigation/ReaderMenuList.tsx',
])('%s and all that is loaded with it say only words that are loaded with it', (entry) => {
  const all = [...loadedWith(resolve(source, entry))];
  const files = all.filter((file) => !file.includes('/i18n/'));
  const laterOnly = Object.entries(parts).flatMap(([part, words]) =>
    all.includes(resolve(source, part)) ? [] : Object.keys(words).filter((key) => !Object.hasOwn(first, key)),
  );
  expect(files.length).toBeGreaterThan(1);
  const missing = files.flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    const called = [...text.matchAll(/\bt\(\s*(?:[^'`(),]*\?\s*)?['`]([\w.-]+)(\$\{)?/g)];
    return called
      .filter(([, key = '', open]) =>
        open === undefined
          ? laterOnly.includes(key)
          : // How reading fails and how signing in fails both begin so; the types of each keep them apart.
            key !== 'failure.' && laterOnly.some((one) => one.startsWith(key)),
      )
      .map(([call]) => `${file.slice(source.length + 1)}: ${call}`);
  });
  expect(missing).toEqual([]);
});
