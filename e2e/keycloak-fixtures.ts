/** The stories' fixtures with a real Keycloak in place of the sandbox's sign-in server: one for all of a project's. */
import type { Page } from '@playwright/test';
import type { Login } from '#sandbox/cast.ts';
import {
  keycloakMissing,
  startWithKeycloak,
  type Generation,
  type RunningWithKeycloak,
} from '#commands/start-keycloak.ts';
import { expect, test as base } from './fixtures.ts';

/** A system whose scopes the realm does not know: the only one that is there for a story alone. */
export const askingTooMuch = 'Asks for more than there is';

function withoutLimits(config: string): string {
  const { systems, ...rest } = JSON.parse(config) as { systems: Record<string, unknown>[] };
  const portal = systems.find(({ id }) => id === 'keycloak-portal');
  const strange = {
    ...portal,
    id: 'keycloak-strange',
    label: askingTooMuch,
    scopes: {
      standalone: ['launch/patient', 'openid', 'fhirUser', 'patient/Patient.read', 'patient/Poem.read'],
    },
  };
  return JSON.stringify({
    ...rest,
    systems: [...systems, strange].map((system) => ({ ...system, rateLimit: undefined })),
  });
}

type Keycloak = { readonly running: RunningWithKeycloak } | { readonly missing: string };

export const test = base.extend<
  { readonly realmUrl: string },
  { readonly generation: Generation; readonly keycloak: Keycloak }
>({
  generation: [16, { scope: 'worker', option: true }],
  keycloak: [
    async ({ generation }, use) => {
      const missing = keycloakMissing(generation);
      // What continuous integration lacks is a fault of it; a person's machine may do without.
      if (missing !== undefined && process.env['CI'] === 'true') throw new Error(missing);
      if (missing !== undefined) return use({ missing });
      const build = process.env['CHARTSIDE_BUILD'];
      const running = await startWithKeycloak({
        generation,
        appPort: 0,
        ehrPort: 0,
        fhirPort: 0,
        changeConfig: withoutLimits,
        ...(build === undefined ? {} : { build }),
      });
      await use({ running });
      await running.stop();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  running: async ({ keycloak }, use) => {
    if ('missing' in keycloak) return test.skip(true, keycloak.missing);
    return use(keycloak.running);
  },
  realmUrl: async ({ keycloak }, use) => use('running' in keycloak ? keycloak.running.realmUrl : ''),
});

export { expect };

/** Types a name and a password into Keycloak's own page. */
export async function signInAtKeycloak(page: Page, login: Login): Promise<void> {
  await page.getByRole('textbox', { name: 'Username or email' }).fill(login.username);
  await page.getByRole('textbox', { name: 'Password' }).fill(login.password);
  await page.getByRole('button', { name: 'Sign In' }).click();
}

/** From the app's own address to Keycloak's sign-in page. */
export async function goToKeycloak(page: Page, appUrl: string, system: string): Promise<void> {
  await page.goto(`${appUrl}/`);
  await page.getByRole('button', { name: `Sign in with ${system}` }).click();
  await expect(page.getByRole('textbox', { name: 'Username or email' })).toBeVisible();
}
