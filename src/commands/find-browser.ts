/**
 * Finds a Chromium for the tests, or installs one: the system's (Debian's package), else Playwright's own download.
 * Run before the tests on a fresh machine; prints what it found.
 */
import { spawnSync } from 'node:child_process';
import { systemChromium } from './system-chromium.ts';

function run(command: string, ...options: readonly string[]): boolean {
  return spawnSync(command, options, { stdio: 'inherit' }).status === 0;
}

let found = systemChromium();
if (found === undefined && process.platform === 'linux' && process.getuid?.() === 0) {
  process.stdout.write('No Chromium found: installing the system package.\n');
  run('apt-get', 'update', '-qq');
  run('apt-get', 'install', '-y', '-qq', 'chromium', 'fonts-noto-core', 'fonts-noto-cjk');
  found = systemChromium();
}
if (found === undefined) {
  process.stdout.write('No system Chromium: asking Playwright for its own.\n');
  if (!run(process.execPath, 'node_modules/@playwright/test/cli.js', 'install', 'chromium')) {
    process.stderr.write(
      'No browser for the tests. Install Chromium (on Debian or Ubuntu: apt-get install chromium), or set CHARTSIDE_CHROMIUM to its path.\n',
    );
    process.exit(1);
  }
} else {
  process.stdout.write(`Browser for the tests: ${found}\n`);
}
