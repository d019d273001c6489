/** A made-up EHR for unit tests: `fetch` that answers from a table, counts a limit, and remembers what was asked. */
import { createFakeClock, type FakeClock } from './budget-clock-fake.ts';
import { memoryStore } from './budget-store.ts';
import type { FhirResource } from './json.ts';
import { type ReadingOptions, startReading } from './start-reading.ts';
import type { Reading } from './reading.ts';

export const fhirBase = 'https://fhir.example.com/api/fhir/r4';

export type Answer = Response | FhirResource | Error | 'never';
type Respond = (path: string, asked: Asked) => Answer | undefined | Promise<Answer | undefined>;

export interface Asked {
  /** URL after the base. */
  readonly path: string;
  /** Seconds since the beginning. */
  readonly at: number;
  readonly token: string;
}

export interface FakeEhr {
  readonly clock: FakeClock;
  readonly asked: Asked[];
  paths(): readonly string[];
  start(options?: Partial<ReadingOptions>): Reading;
}

export function bundle(resources: readonly unknown[] = [], more: Record<string, unknown> = {}): FhirResource {
  const entry = resources.map((resource) => ({ resource }));
  return { resourceType: 'Bundle', type: 'searchset', ...(entry.length > 0 && { entry }), ...more };
}

export function status(code: number, headers: Record<string, string> = {}): Response {
  return new Response('{"resourceType":"OperationOutcome","issue":[]}', {
    status: code,
    headers: { 'content-type': 'application/fhir+json', ...headers },
  });
}

export const davidSmith: FhirResource = { resourceType: 'Patient', id: '85', name: [{ family: 'Smith' }] };

function toResponse(answer: Answer): Response | Promise<never> {
  if (answer === 'never') return new Promise(() => undefined);
  if (answer instanceof Error) throw answer;
  if (answer instanceof Response) return answer;
  return new Response(JSON.stringify(answer), { headers: { 'content-type': 'application/fhir+json' } });
}

/** `respond` answers what it wants to; the patient is David Smith and every other search is empty. */
export function createFakeEhr(respond: Respond = () => undefined): FakeEhr {
  const clock = createFakeClock();
  const begun = clock.now();
  const asked: Asked[] = [];
  const fakeFetch: typeof fetch = async (input, init) => {
    const url = input as string;
    const path = url.startsWith(`${fhirBase}/`) ? url.slice(fhirBase.length + 1) : url;
    const token = new Headers(init?.headers).get('authorization')?.replace('Bearer ', '') ?? '';
    const one = { path, at: (clock.now() - begun) / 1000, token };
    asked.push(one);
    const aborted = new Promise<never>((_, reject) => {
      init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
    });
    const usual = path === 'Patient/85' ? davidSmith : bundle();
    return Promise.race([toResponse((await respond(path, one)) ?? usual), aborted]);
  };
  return {
    clock,
    asked,
    paths: () => asked.map(({ path }) => path),
    start: (options = {}) =>
      startReading({
        systemId: 'sandbox',
        fhirBase,
        documents: ['https://fhir.example.com/api/ccda'],
        fhirVersion: 'R4',
        searchRules: 'office',
        rateLimit: undefined,
        patientId: '85',
        allows: () => 'yes',
        token: async () => 'token-1',
        renew: async () => 'token-2',
        ...options,
        surroundings: { fetch: fakeFetch, clock, store: memoryStore(), ...options.surroundings },
      }),
  };
}
