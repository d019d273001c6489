/** The EHR opens `/launch?iss=…&launch=…`: find the system, and the address to send the browser on to. */
import { authorizationUrl } from './authorize.ts';
import type { Browser } from './browser.ts';
import { SignInError } from './failure.ts';
import type { Registry, System } from './registry.ts';
import { matchIssuer, systemById } from './systems.ts';

/** NextGen's tokens have about 330 characters; a URL of many thousand is no launch. */
const longestLaunch = 8192;

/**
 * Every value of one query parameter, percent-decoded once and otherwise untouched. `URLSearchParams` would turn the
 * `+` of a raw base64 token into a space.
 */
export function rawValues(search: string, name: string): readonly string[] {
  return search
    .replace(/^\?/, '')
    .split('&')
    .filter((pair) => pair.split('=', 1)[0] === name)
    .map((pair) => {
      const raw = pair.slice(name.length + 1);
      try {
        return decodeURIComponent(raw);
      } catch {
        return raw;
      }
    });
}

function launchedSystem(registry: Registry, search: string): System {
  const [iss, ...more] = rawValues(search, 'iss');
  if (more.length > 0) throw new SignInError({ kind: 'unknown-system' });
  const system =
    iss === undefined || iss === ''
      ? systemById(registry, registry.defaultLaunch ?? '')
      : matchIssuer(registry, iss);
  if (system === undefined) throw new SignInError({ kind: 'unknown-system' });
  return system;
}

/**
 * Where an EHR launch goes on to. `iss` must name a system of the registry, exactly; without `iss` the registry's
 * default is meant. Every other parameter is ignored. Rejects with SignInError.
 */
export async function launchUrl(browser: Browser, registry: Registry, page: URL): Promise<URL> {
  const [launch, ...more] = rawValues(page.search, 'launch');
  const system = launchedSystem(registry, page.search);
  if (launch === undefined || launch === '' || more.length > 0 || launch.length > longestLaunch) {
    throw new SignInError({ kind: 'not-opened-from-ehr', systemId: system.id });
  }
  return authorizationUrl(browser, system, { kind: 'ehr-launch', launch, origin: page.origin });
}
