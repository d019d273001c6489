import { readBounded, requestOptions, unreachable } from './answer.ts';
import type { Browser } from './browser.ts';
import { SignInError } from './failure.ts';
import { discoveryUrl, endpointsIn } from './registry-discovery.ts';
import type { Endpoints, System } from './registry.ts';

/**
 * The endpoints of a system from its `.well-known/smart-configuration` (SMART App Launch 2.2, "Conformance"), by the
 * rules of `registry-discovery.ts`. Rejects with SignInError.
 */
export async function discover(browser: Browser, system: System): Promise<Endpoints> {
  const refusal = (reason: string): SignInError =>
    new SignInError({ kind: 'discovery-refused', reason, systemId: system.id });
  let response: Response;
  let text: string | undefined;
  try {
    response = await browser.fetch(discoveryUrl(system), {
      ...requestOptions(10_000),
      headers: { Accept: 'application/json' },
    });
    text = await readBounded(response);
  } catch (error) {
    throw new SignInError({ kind: 'sign-in-unreachable', reason: unreachable(error), systemId: system.id });
  }
  if (response.status >= 500) {
    throw new SignInError({ kind: 'sign-in-unreachable', reason: 'server-error', systemId: system.id });
  }
  if (!response.ok) throw refusal(`status-${response.status}`);
  const read = endpointsIn(system, text);
  if ('refused' in read) throw refusal(read.refused);
  return read.endpoints;
}
