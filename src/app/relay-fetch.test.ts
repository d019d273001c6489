import { expect, test, vi } from 'vitest';
import { fakeSystem } from '#smart/fake-browser.ts';
import { relayFetch } from './relay-fetch.ts';

const relayed = fakeSystem({
  clientAuthentication: 'broker',
  broker: { authentication: 'basic', relay: true },
});

test('a relayed system is read by way of our own origin, address by address', async () => {
  const asked = vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('{}'));
  const headers = { authorization: 'Bearer a' };
  await relayFetch(relayed)?.(`${relayed.fhirBase}/Condition?patient=1&code=a%7Cb`, {
    headers,
    credentials: 'omit',
  });
  expect(asked).toHaveBeenCalledWith('/broker/fhir/office/api/fhir/r4/Condition?patient=1&code=a%7Cb', {
    headers,
    mode: 'same-origin',
    credentials: 'same-origin',
  });
});

test('nothing else is, and nothing of any other origin', async () => {
  const asked = vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('{}'));
  expect(relayFetch(fakeSystem())).toBeUndefined();
  await expect(relayFetch(relayed)?.('https://evil.example/api/fhir/r4/Patient/1')).rejects.toThrow(
    TypeError,
  );
  expect(asked).not.toHaveBeenCalled();
});
