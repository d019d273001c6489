import { providers } from '#sandbox/cast.ts';
import type { Running } from '#commands/start.ts';

/** Where the EHR sends the browser for one person: signs in to the made-up EHR and clicks the app, without a screen. */
export async function launchAddress(
  running: Running,
  base: 'office' | 'data',
  patient: string,
): Promise<string> {
  const [provider] = Object.values(providers);
  if (provider === undefined) throw new Error('The cast has no provider.');
  const signIn = await fetch(`${running.sandbox.ehrUrl}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: running.sandbox.ehrUrl },
    body: new URLSearchParams({ username: provider.username, password: provider.password }),
  });
  const cookie = signIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const query = new URLSearchParams({ base, patient });
  const click = await fetch(`${running.sandbox.ehrUrl}/ehr/launch?${query}`, {
    redirect: 'manual',
    headers: { Cookie: cookie },
  });
  const address = click.headers.get('Location');
  if (address === null) throw new Error(`The EHR did not launch: ${click.status}.`);
  return address;
}
