import { defineConfig } from '@playwright/test';
import { systemChromium } from '#commands/system-chromium.ts';
import type { ServerName } from './e2e/identity-server-fixtures.ts';

const executablePath = systemChromium();

/** Signing in without a person: the sandbox's own server is tried by the unit tests. */
const backendServices = /backend-services\.spec\.ts$/;

/** A real Keycloak, started once by the one worker of its project: the same stories as with the sandbox's own. */
function keycloak(identityServer: ServerName) {
  return {
    name: identityServer,
    testMatch: [/identity-servers(-ends)?\.spec\.ts$/, backendServices],
    fullyParallel: false,
    workers: 1,
    use: { identityServer },
  };
}

/**
 * A browser with a profile on the disk, in a worker of its own: such a one was seen to stand still for ten seconds at a
 * time on a busy machine. What it leaves behind is looked at, not how quick it is.
 */
const profile = {
  name: 'profile',
  testMatch: /left-behind\.spec\.ts$/,
  timeout: 300_000,
  expect: { timeout: 90_000 },
  // A trace keeps what the page showed.
  use: { trace: 'off' },
} as const;

export default defineConfig<object, { readonly identityServer: ServerName }>({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  forbidOnly: process.env['CI'] === 'true',
  retries: 0,
  // What so many stories fall over is one thing: it is told before the time is up.
  maxFailures: process.env['CI'] === 'true' ? 20 : 0,
  // One worker a core: each has a sandbox of its own.
  workers: '100%',
  projects: [
    { name: 'sandbox', testIgnore: [profile.testMatch, backendServices] },
    profile,
    keycloak('keycloak-16'),
    keycloak('keycloak-26'),
  ],
  // Room for a busy machine: what has to happen happens all the same, and nothing waits for these.
  timeout: 180_000,
  expect: { timeout: 30_000 },
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
