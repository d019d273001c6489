import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';

/** What a browser makes code or markup of, and what makes a value that it believes. */
const sinks =
  /\bcreatePolicy\b|\btrustedTypes\b|\bDOMParser\b|\bparseFromString\b|\bnew (?:Shared)?Worker\b|\bserviceWorker\b|\.(?:inner|outer)HTML\s*=|\binsertAdjacentHTML\b|\bcreateContextualFragment\b|\bsetHTMLUnsafe\b|\bparseHTMLUnsafe\b|\bdocument\.write(?:ln)?\b|\bsrcdoc\b|\beval\(|\bnew Function\b|\bimportScripts\b/;

/** Not in the page: what runs in Node, the outside world, tests. */
const elsewhere = /^(?:server|commands|sandbox|fuzz)\/|\.test\.tsx?$/;

test('@threat-9 one file makes the page’s Trusted Types policy, and nothing else in the page can do without it', () => {
  const src = join(import.meta.dirname, '..');
  const found = readdirSync(src, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && /\.tsx?$/.test(file.name))
    .map((file) => join(file.parentPath, file.name))
    .filter((path) => !elsewhere.test(relative(src, path)))
    .filter((path) => sinks.test(withoutComments(readFileSync(path, 'utf8'))));
  expect(found.map((path) => relative(src, path))).toEqual(['ui/trusted-types.ts']);
});

test('@threat-9 the policy stays in its file, which has two uses for it', () => {
  const text = withoutComments(readFileSync(join(import.meta.dirname, 'trusted-types.ts'), 'utf8'));
  const given = [...text.matchAll(/^export\s+(?:async\s+)?(\w+)\s+(\w+)/gm)].map(
    ([, kind, name]) => `${kind} ${name}`,
  );
  expect(given).toEqual(['function parseXml', 'function startWorker']);
  expect(text.match(/policy\(\)\.\w+/g)).toEqual(['policy().createHTML', 'policy().createScriptURL']);
  // Parsed as XML and nothing else: markup of HTML could be put into a page.
  expect(text.match(/parseFromString\([^;]*;/g)).toEqual([
    "parseFromString(policy().createHTML(text), 'application/xml');",
  ]);
  expect(text.match(/createPolicy\('\w+'/g)).toEqual(["createPolicy('chartside'"]);
});

function withoutComments(code: string): string {
  return code.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
}
