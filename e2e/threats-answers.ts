/** The FHIR server's own answers, changed on their way: a server that has been taken over, or that relays others' words. */
import type { Page } from '@playwright/test';
import type { Running } from '#commands/start.ts';

export type Json = Record<string, unknown>;

/** The resources of an answer: its entries', or itself. */
export function resourcesOf(answer: Json): readonly Json[] {
  if (answer['resourceType'] !== 'Bundle') return [answer];
  return ((answer['entry'] ?? []) as readonly { readonly resource: Json }[]).map(({ resource }) => resource);
}

/**
 * From here on every answer of the FHIR server reaches the page as `change` leaves it: changed in place, or returned
 * anew (a text is sent as it is). `type` is the type that was asked for.
 */
export async function changeAnswers(
  page: Page,
  { fhirUrl }: Running['sandbox'],
  change: (answer: Json, type: string) => Json | string | void,
): Promise<void> {
  await page.context().route(`${fhirUrl}/api/fhir/r4/**`, async (route) => {
    if (route.request().method() !== 'GET') return route.fallback();
    // A line that is kept may be closed by the server as it is used again: a GET is then sent over a new one (RFC 9112 §9.3.1).
    const got = await route.fetch({ maxRetries: 1 });
    const type = /\/r4\/(\w+)/.exec(route.request().url())?.[1] ?? '';
    const answer = (await got.json().catch(() => undefined)) as Json | undefined;
    if (answer === undefined || !got.ok()) return route.fulfill({ response: got });
    const changed = change(answer, type) ?? answer;
    return route.fulfill({
      response: got,
      body: typeof changed === 'string' ? changed : JSON.stringify(changed),
    });
  });
}
