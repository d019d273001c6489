import { expect, it, vi } from 'vitest';
import { createFakeClock } from './budget-clock-fake.ts';
import { memoryStore } from './budget-store.ts';
import { findPatients } from './find-patients.ts';
import { bundle, davidSmith, fhirBase, status } from './start-reading-fake.ts';

// fhirclient's pure build takes `fetch` and `Response` from `window` while it loads.
vi.hoisted(() => vi.stubGlobal('window', globalThis));

const anna = { resourceType: 'Patient', id: '86' };

function find(answers: Readonly<Record<string, unknown>>) {
  const fakeFetch = async (input: unknown): Promise<Response> => {
    const answer = answers[input as string] ?? status(404);
    return answer instanceof Response
      ? answer
      : new Response(JSON.stringify(answer), { headers: { 'content-type': 'application/fhir+json' } });
  };
  return findPatients({
    systemId: 'sandbox',
    fhirBase,
    documents: [],
    fhirVersion: 'R4',
    rateLimit: { requestsPerMinute: 20, preflightsCount: true },
    token: async () => 'token-1',
    renew: async () => 'token-2',
    surroundings: { fetch: fakeFetch as typeof fetch, clock: createFakeClock(), store: memoryStore() },
  });
}

it('every patient of every page, and nothing else', async () => {
  const next = `${fhirBase}?_getpages=1`;
  const outcome = { resourceType: 'OperationOutcome' };
  const found = await find({
    [`${fhirBase}/Patient`]: bundle([davidSmith, outcome], { link: [{ relation: 'next', url: next }] }),
    [next]: bundle([davidSmith, anna]),
  });
  expect(found).toEqual({ people: [davidSmith, anna], more: false });
});

it('the one patient there is, not in a Bundle, as NextGen Enterprise may answer', async () => {
  expect(await find({ [`${fhirBase}/Patient`]: davidSmith })).toEqual({ people: [davidSmith], more: false });
  await expect(find({ [`${fhirBase}/Patient`]: { resourceType: 'Person', id: '1' } })).rejects.toMatchObject({
    failure: { kind: 'broken', reason: 'not-fhir' },
  });
});

it('fewer than the server says there are: more', async () => {
  const cut = bundle([davidSmith], { total: 3 });
  expect(await find({ [`${fhirBase}/Patient`]: cut })).toEqual({ people: [davidSmith], more: true });
});

it('nobody', async () => {
  expect(await find({ [`${fhirBase}/Patient`]: bundle() })).toEqual({ people: [], more: false });
});

it('a failure is a failure, not an empty list', async () => {
  await expect(find({ [`${fhirBase}/Patient`]: status(403) })).rejects.toMatchObject({
    failure: { kind: 'refused' },
  });
});

it('a page that cannot be read is one too: somebody would be missing from the choice', async () => {
  const first = bundle([davidSmith], { link: [{ relation: 'next', url: `${fhirBase}?_getpages=1` }] });
  await expect(find({ [`${fhirBase}/Patient`]: first })).rejects.toMatchObject({
    failure: { kind: 'unsupported' },
  });
});
