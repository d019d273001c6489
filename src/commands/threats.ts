/**
 * `npm run threats`: the tests that name a threat of docs/security.md, and no others, of both runners. The last line
 * says how many threats are closed; anything less than all fails. `npm run check` counts the same from its own results.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import {
  allClosed,
  outcomesOf,
  threatLines,
  threatRows,
  type BrowserReport,
  type UnitReport,
} from './threat-tally.ts';

const results = 'test-results/threats';
const unitFile = `${results}/unit.json`;
const e2eFile = `${results}/e2e.json`;

function read(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function run(command: string, options: readonly string[]): boolean {
  const { status } = spawnSync(command, options, {
    stdio: 'inherit',
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: e2eFile },
  });
  return status === 0;
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const ran = [
  run('npx', [
    'vitest',
    'run',
    '--testNamePattern=@threat-',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${unitFile}`,
  ]),
  // What the browser is shown is the build of now, unless somebody names another.
  process.env['CHARTSIDE_BUILD'] !== undefined || run('npm', ['run', '--silent', 'build']),
  run('npx', [
    'playwright',
    'test',
    '--grep=@threat-',
    `--output=${results}/e2e`,
    '--reporter=list,json',
    ...process.argv.slice(2),
  ]),
];

const unit = read(unitFile) as UnitReport | undefined;
const e2e = read(e2eFile) as BrowserReport | undefined;
// A test that the pattern left out is told as skipped: it names no threat, so it is not counted.
const rows = threatRows(outcomesOf(unit, e2e));
process.stdout.write(`\n${threatLines(rows).join('\n')}\n`);
process.exit(allClosed(rows) && ran.every(Boolean) ? 0 : 1);
