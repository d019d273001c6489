import type { System } from '#smart/registry.ts';

/**
 * `fetch` by way of our own origin, for a system whose broker relays FHIR requests: `/broker/fhir/<system>` stands for
 * the origin of its FHIR base. Everything above it (guard, links, references) goes on with the EHR's own addresses.
 * Undefined for all other systems. The broker's cookie says that a session is open here; the token is the page's own.
 */
export function relayFetch({ id, fhirBase, broker }: System): typeof fetch | undefined {
  if (broker?.relay !== true) return undefined;
  const { origin } = new URL(fhirBase);
  return (input, init) => {
    const url = new URL(input as string | URL);
    if (url.origin !== origin) return Promise.reject(new TypeError('The relay reads from one system alone.'));
    return fetch(`/broker/fhir/${id}${url.pathname}${url.search}`, {
      ...init,
      mode: 'same-origin',
      credentials: 'same-origin',
    });
  };
}
