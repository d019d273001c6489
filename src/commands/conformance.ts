/**
 * `npm run conformance`: the app in a browser, through every flow against the sandbox, once for each way that a client
 * can be registered; then the table of what SMART App Launch asks and what was seen. Then the official suite of SQL on FHIR,
 * where there is one. Ends on `SMART client: N of M`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqlOnFhir } from './conformance-sql.ts';
import { conformanceTable, type Row } from './conformance-table.ts';

const folder = mkdtempSync(join(tmpdir(), 'chartside-conformance-'));
const playwright = 'node_modules/@playwright/test/cli.js';
const { status } = spawnSync(
  process.execPath,
  [playwright, 'test', 'e2e/conformance-record.spec.ts', '--project=sandbox', '--reporter=line'],
  { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, CHARTSIDE_CONFORMANCE: folder } },
);
const tables = new Map(
  readdirSync(folder)
    .toSorted()
    .map((file): [string, readonly Row[]] => [
      file.replace(/\.json$/, ''),
      JSON.parse(readFileSync(join(folder, file), 'utf8')) as Row[],
    ]),
);
rmSync(folder, { recursive: true, force: true });

const { text, held, all } = conformanceTable(tables);
process.stdout.write(text);
if (status !== 0) process.stdout.write('The walk through the flows did not hold: see what it says above.\n');
const views = await sqlOnFhir();
process.stdout.write(`${views.lines.join('\n')}\n`);
process.stdout.write(`SMART client: ${held} of ${all}\n`);
process.exit(status === 0 && held === all && views.held ? 0 : 1);
