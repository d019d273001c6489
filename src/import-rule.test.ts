import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** Each sample breaks one rule of docs/architecture.md: a linter that reads nothing would find nothing. */
const bad: readonly (readonly [file: string, code: string, rule: string])[] = [
  ['src/fhir/a.ts', "import { x } from '#smart/session.ts';\nexport const y = x;\n", 'no-restricted-imports'],
  [
    'src/fhir/b.ts',
    "import { t } from '#i18n/translate.ts';\nexport const y = t;\n",
    'no-restricted-imports',
  ],
  ['src/fhir/earlier/a.ts', "import { t } from '#ui/a.ts';\nexport const y = t;\n", 'no-restricted-imports'],
  ['src/file/a.ts', "import { x } from '#smart/session.ts';\nexport const y = x;\n", 'no-restricted-imports'],
  ['src/smart/a.ts', "import { x } from '#fhir/client.ts';\nexport const y = x;\n", 'no-restricted-imports'],
  ['src/i18n/a.ts', "import { x } from '#ui/Button.tsx';\nexport const y = x;\n", 'no-restricted-imports'],
  ['src/ui/a.ts', "import { x } from '#fhir/dates.ts';\nexport const y = x;\n", 'no-restricted-imports'],
  ['src/theme/a.ts', "import { x } from '#app/App.tsx';\nexport const y = x;\n", 'no-restricted-imports'],
  [
    'src/chart/kit/a.ts',
    "import { x } from '#smart/session.ts';\nexport const y = x;\n",
    'no-restricted-imports',
  ],
  [
    'src/chart/kit/b.ts',
    "import { x } from '#chart/allergies/a.ts';\nexport const y = x;\n",
    'no-restricted-imports',
  ],
  [
    'src/chart/allergies/a.ts',
    "import { x } from '#chart/problems/a.ts';\nexport const y = x;\n",
    'no-restricted-imports',
  ],
  [
    'src/chart/allergies/b.ts',
    "import { x } from '#app/App.tsx';\nexport const y = x;\n",
    'no-restricted-imports',
  ],
  ['src/app/a.ts', "import { x } from '#sandbox/start.ts';\nexport const y = x;\n", 'no-restricted-imports'],
  ['src/app/b.ts', "import { x } from '#server/headers.ts';\nexport const y = x;\n", 'no-restricted-imports'],
  [
    'src/app/c.ts',
    "import { x } from '#sql-on-fhir/view-rows.ts';\nexport const y = x;\n",
    'no-restricted-imports',
  ],
  [
    'src/sql-on-fhir/a.ts',
    "import { x } from '#bulk/database.ts';\nexport const y = x;\n",
    'no-restricted-imports',
  ],
  [
    'src/server/a.ts',
    "import { x } from '#smart/session.ts';\nexport const y = x;\n",
    'no-restricted-imports',
  ],
  [
    'src/commands/a.ts',
    "import { x } from '#chart/sections.ts';\nexport const y = x;\n",
    'no-restricted-imports',
  ],
  ['src/sandbox/a.ts', "import { x } from '#fhir/json.ts';\nexport const y = x;\n", 'no-restricted-imports'],
  [
    'src/sandbox/b.ts',
    "import { x } from '#smart/registry.ts';\nexport const y = x;\n",
    'no-restricted-imports',
  ],
  ['e2e/a.ts', "import { x } from '#fhir/json.ts';\nexport const y = x;\n", 'no-restricted-imports'],
  ['bench/a.ts', "import { x } from '#sandbox/start.ts';\nexport const y = x;\n", 'no-restricted-imports'],
  [
    'src/fhir/up/c.ts',
    "import { x } from '../json.ts';\nexport const y = x;\n",
    'no-relative-parent-imports',
  ],
  [
    'src/fhir/d.ts',
    "import { readFileSync } from 'node:fs';\nexport const y = readFileSync;\n",
    'no-nodejs-modules',
  ],
  ['src/fhir/e.ts', 'export default 1;\n', 'no-default-export'],
  ['src/fhir/f.ts', 'export const f = (x: any) => x as string;\n', 'no-explicit-any'],
  ['src/fhir/snake_case.ts', 'export const f = 1;\n', 'filename-case'],
  [
    'src/smart/b.ts',
    'export async function f() { return 1; }\nexport function g() { f(); }\n',
    'no-floating-promises',
  ],
  ['src/smart/c.ts', "export const f = () => console.log('token');\n", 'no-console'],
  ['src/chart/kit/Words.tsx', 'export const Words = () => <p>Our words</p>;\n', 'jsx-no-literals'],
  ['src/app/Label.tsx', 'export const Label = () => <nav aria-label="Chart" />;\n', 'jsx-no-literals'],
  ['src/ui/cycle-a.ts', "import { b } from './cycle-b.ts';\nexport const a = () => b;\n", 'no-cycle'],
];

const good: readonly (readonly [file: string, code: string])[] = [
  ['src/ui/cycle-b.ts', "import { a } from './cycle-a.ts';\nexport const b = () => a;\n"],
  [
    'src/chart/allergies/ok.ts',
    "import { x } from '#chart/kit/a.ts';\nimport { z } from '#fhir/json.ts';\nexport const y = [x, z];\n",
  ],
  ['src/fhir/earlier/ok.ts', "import { x } from '#fhir/json.ts';\nexport const y = x;\n"],
  ['src/theme/ok.ts', "import { t } from '#i18n/translate.ts';\nexport const y = t;\n"],
  ['src/server/ok.ts', "import { x } from '#smart/registry.ts';\nexport const y = x;\n"],
  [
    'e2e/ok.ts',
    "import { x } from '#sandbox/cast.ts';\nimport { z } from '#commands/start.ts';\nexport const y = [x, z];\n",
  ],
];

interface Finding {
  readonly code: string;
  readonly filename: string;
}

let folder = '';
let findings: readonly Finding[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chartside-lint-'));
  for (const [file, code] of [...bad, ...good]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), code);
  }
  for (const file of ['.oxlintrc.json', 'tsconfig.json', 'package.json']) cpSync(file, join(folder, file));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  const run = spawnSync(resolve('node_modules/.bin/oxlint'), ['--format', 'json', 'src', 'e2e', 'bench'], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (!run.stdout.startsWith('{'))
    throw new Error(`oxlint: ${run.error?.message ?? run.stdout}${run.stderr}`);
  findings = (JSON.parse(run.stdout) as { diagnostics: Finding[] }).diagnostics;
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(bad)('%s is refused', (file, _code, rule) => {
  const here = findings.filter((finding) => finding.filename === file).map((finding) => finding.code);
  expect(here.join(' ')).toContain(rule);
});

test.each(good.slice(1))('%s is allowed', (file) => {
  const here = findings.filter((finding) => finding.filename === file).map((finding) => finding.code);
  expect(here.filter((code) => code.includes('import'))).toEqual([]);
});
