/**
 * `npm run check`: everything that must hold, in the order in which a fault is cheapest to find. Exactly what CI runs.
 * The line before the last counts the threats of docs/security.md (`N of 23 threats closed`), the last the tests:
 * `N passed, N failed, N skipped`.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { duckDbMissing } from '#bulk/duckdb-missing.ts';
import { sparkMissing } from '#bulk/spark-missing.ts';
import { keycloakMissing } from './keycloak/keycloak-missing.ts';
import {
  allClosed,
  outcomesOf,
  threatLines,
  threatRows,
  type BrowserReport,
  type UnitReport,
} from './threat-tally.ts';

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

const results = 'test-results/check';
const unitFile = `${results}/unit.json`;
const e2eFile = `${results}/e2e.json`;

const steps: readonly (readonly [name: string, command: readonly string[]])[] = [
  ['lint', ['npm', 'run', '--silent', 'lint']],
  ['format', ['npm', 'run', '--silent', 'format:check']],
  ['types', ['npm', 'run', '--silent', 'types']],
  [
    'unit tests',
    ['npx', 'vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitFile}`],
  ],
  ['build', ['npm', 'run', '--silent', 'build']],
  ['end-to-end tests', ['npx', 'playwright', 'test', '--reporter=list,json']],
];

function read(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function tally(): Tally {
  const unit = read(unitFile) as
    | { numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number }
    | undefined;
  const e2e = read(e2eFile) as
    | { stats: { expected: number; unexpected: number; flaky: number; skipped: number } }
    | undefined;
  return {
    passed: (unit?.numPassedTests ?? 0) + (e2e?.stats.expected ?? 0),
    failed: (unit?.numFailedTests ?? 0) + (e2e?.stats.unexpected ?? 0) + (e2e?.stats.flaky ?? 0),
    skipped: (unit?.numPendingTests ?? 0) + (unit?.numTodoTests ?? 0) + (e2e?.stats.skipped ?? 0),
  };
}

/** Whether every known threat is closed, by the tests that ran: they are not run a second time for it. */
function tellThreats(): boolean {
  const unit = read(unitFile) as UnitReport | undefined;
  const e2e = read(e2eFile) as BrowserReport | undefined;
  const rows = threatRows(outcomesOf(unit, e2e));
  process.stdout.write(`\n${threatLines(rows).join('\n')}\n`);
  return allClosed(rows);
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
let faults = 0;
for (const [name, [command = '', ...options]] of steps) {
  process.stdout.write(`\n— ${name}\n`);
  const started = performance.now();
  const { status } = spawnSync(command, options, {
    stdio: 'inherit',
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: e2eFile },
  });
  process.stdout.write(
    `— ${name}: ${status === 0 ? 'holds' : 'DOES NOT HOLD'} (${Math.round((performance.now() - started) / 1000)} s)\n`,
  );
  if (status !== 0) faults += 1;
  // A broken build would only make every later line red for the same reason.
  if (status !== 0 && name === 'build') break;
}

const { passed, failed, skipped } = tally();
if (skipped > 0) {
  const noData = (process.env['CHARTSIDE_DATA'] ?? '') === '';
  const why = [
    ...(noData ? ['Some read published records, and CHARTSIDE_DATA names no folder of them.'] : []),
    ...[duckDbMissing, sparkMissing].filter((sentence) => sentence !== undefined),
    ...([16, 26] as const).map(keycloakMissing).filter((sentence) => sentence !== undefined),
  ];
  process.stdout.write(`\n${[`${skipped} tests were skipped.`, ...why].join('\n')}\n`);
}
if (!tellThreats()) faults += 1;
// A step that failed without a failing test (lint, format, types, build) still counts as one failure.
process.stdout.write(`\n${passed} passed, ${Math.max(failed, faults)} failed, ${skipped} skipped\n`);
process.exit(faults === 0 && failed === 0 && passed > 0 ? 0 : 1);
