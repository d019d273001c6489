import { defineConfig } from '@playwright/test';
import { systemChromium } from '#commands/system-chromium.ts';
import type { ServerName } from './e2e/identity-server-fixtures.ts';

const executablePath = systemChromium();

/** A real Keycloak, started once by the one worker of its project: the same stories as with the sandbox's own. */
function keycloak(identityServer: ServerName) {
  return {
    name: identityServer,
    testMatch: /identity-servers(-ends)?\.spec\.ts$/,
    fullyParallel: false,
    workers: 1,
    use: { identityServer },
  };
}

export default defineConfig<object, { readonly identityServer: ServerName }>({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  forbidOnly: process.env['CI'] === 'true',
  retries: 0,
  // One worker a core: each has a sandbox of its own.
  workers: '100%',
  projects: [{ name: 'sandbox' }, keycloak('keycloak-16'), keycloak('keycloak-26')],
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    locale: 'en-US',
    timezoneId: 'America/New_York',
    colorScheme: 'light',
    viewport: { width: 1280, height: 800 },
    trace: 'retain-on-failure',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
