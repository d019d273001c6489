import { afterEach, describe, expect, it, vi } from 'vitest';
import { createFakeClock } from './budget-clock-fake.ts';
import { longestMs, silenceMs } from './client-deadline.ts';
import { openClient } from './client.ts';
import { FhirError, type FhirFailure } from './failure.ts';
import { decimalText } from './json.ts';

// fhirclient's pure build takes `fetch` and `Response` from `window` while it loads.
vi.hoisted(() => vi.stubGlobal('window', globalThis));

const fhirBase = 'https://fhir.example.com/api/fhir/r4';
const documents = ['https://fhir.example.com/api/ccda'];
const json = { 'content-type': 'application/fhir+json;charset=utf-8' };
const patient = '{"resourceType":"Patient","id":"85"}';

type Call = { readonly url: string; readonly init: RequestInit };

function setUp(
  answer: (call: Call) => Response | Promise<Response>,
  fhirVersion: 'R4' | 'STU3' | 'DSTU2' = 'R4',
) {
  const calls: Call[] = [];
  const clock = createFakeClock();
  const client = openClient({
    fhirBase,
    documents,
    fhirVersion,
    clock,
    fetch: async (input, init = {}) => {
      const call = { url: input as string, init };
      calls.push(call);
      const aborted = new Promise<never>((_, reject) => {
        init.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
      });
      return Promise.race([answer(call), aborted]);
    },
  });
  return { client, calls, clock };
}

async function failureFrom(promise: Promise<unknown>): Promise<FhirFailure> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(FhirError);
  return (error as FhirError).failure;
}

const read = (answer: Parameters<typeof setUp>[0]): Promise<FhirFailure> =>
  failureFrom(setUp(answer).client.get('Patient/85', 'record', 'token'));

it.each([
  ['R4', 'application/fhir+json'],
  ['STU3', 'application/fhir+json'],
  ['DSTU2', 'application/fhir+json, application/json+fhir;q=0.9'],
] as const)('%s is asked for by the names its servers know', async (version, accept) => {
  const { client, calls } = setUp(() => new Response(patient, { headers: json }), version);
  await client.get('Patient/85', 'record', 'token');
  expect(new Headers(calls[0]?.init.headers).get('accept')).toBe(accept);
});

afterEach(() => vi.unstubAllGlobals());

describe('a request', () => {
  it('@threat-13 goes out under the base with the token and nothing that is kept or followed', async () => {
    const { client, calls } = setUp(() => new Response(patient, { headers: json }));
    expect(await client.get('Patient/85', 'record', 'secret-token')).toEqual({
      resourceType: 'Patient',
      id: '85',
    });
    expect(calls).toHaveLength(1);
    const { url, init } = calls[0]!;
    expect(url).toBe(`${fhirBase}/Patient/85`);
    expect(init).toMatchObject({
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    });
    expect(new Headers(init.headers).get('authorization')).toBe('Bearer secret-token');
    expect(new Headers(init.headers).get('accept')).toBe('application/fhir+json');
  });

  it('carries the token given with it, not the one before', async () => {
    const { client, calls } = setUp(() => new Response(patient, { headers: json }));
    for (const token of ['one', 'two', 'one']) await client.get('Patient/85', 'record', token);
    expect(calls.map(({ init }) => new Headers(init.headers).get('authorization'))).toEqual([
      'Bearer one',
      'Bearer two',
      'Bearer one',
    ]);
  });

  it('follows the link HAPI makes, without a slash after the base', async () => {
    const { client, calls } = setUp(() => new Response('{"resourceType":"Bundle"}', { headers: json }));
    await client.get(`${fhirBase}?_getpages=u&_include=Provenance%3Atarget`, 'search', 'token');
    expect(calls[0]?.url).toBe(`${fhirBase}?_getpages=u&_include=Provenance%3Atarget`);
  });

  it.each([
    'https://evil.example/api/fhir/r4/Patient/85',
    '//evil.example/Patient/85',
    'https://fhir.example.com/api/fhir/r4evil',
    'javascript:alert(1)',
    '../r5/Patient/85',
  ])('@threat-7 is never made to %s', async (url) => {
    const { client, calls } = setUp(() => new Response(patient, { headers: json }));
    expect(await failureFrom(client.get(url, 'record', 'token'))).toMatchObject({ reason: 'foreign-link' });
    expect(await failureFrom(client.attachment(url, 'token'))).toMatchObject({ reason: 'foreign-link' });
    expect(calls).toEqual([]);
  });

  it('keeps decimals as written', async () => {
    const body = '{"resourceType":"Observation","valueQuantity":{"value":1.50}}';
    const { client } = setUp(() => new Response(body, { headers: json }));
    const observation = await client.get('Observation/LR-1', 'record', 'token');
    expect(decimalText((observation['valueQuantity'] as { value: unknown }).value)).toBe('1.50');
  });
});

describe('what a status means, for a record and for a search', () => {
  it.each<[number, string, string]>([
    [400, 'unsupported', 'unsupported'],
    [401, 'refused', 'refused'],
    [403, 'refused', 'refused'],
    [404, 'absent', 'unsupported'],
    [405, 'unsupported', 'unsupported'],
    [410, 'absent', 'absent'],
    [422, 'unsupported', 'unsupported'],
    [429, 'throttled', 'throttled'],
    [500, 'broken', 'broken'],
    [501, 'unsupported', 'unsupported'],
    [503, 'broken', 'broken'],
  ])('%i', async (status, record, search) => {
    // The same OperationOutcome whatever the status: HAPI's issue codes tell nothing apart.
    const outcome = '{"resourceType":"OperationOutcome","issue":[{"code":"processing"}]}';
    const { client } = setUp(() => new Response(outcome, { status, headers: json }));
    expect((await failureFrom(client.get('Patient/85', 'record', 'token'))).kind).toBe(record);
    expect((await failureFrom(client.get('Goal?patient=85', 'search', 'token'))).kind).toBe(search);
  });

  it.each([
    [{ 'retry-after': '14' }, 14],
    [{ 'retry-after': 'Thu, 15 Jan 2026 09:00:30 GMT' }, 30],
    [{ 'retry-after': 'soon' }, undefined],
    [{}, undefined],
  ] as const)('429 with %j', async (headers, retryAfter) => {
    expect(await read(() => new Response('', { status: 429, headers: { ...headers } }))).toEqual({
      kind: 'throttled',
      retryAfter,
    });
  });
});

describe('bodies that are no record', () => {
  it.each<[string, BodyInit | null, Record<string, string>, string]>([
    [
      'an HTML login page with status 200',
      '<html><body>Sign in</body></html>',
      { 'content-type': 'text/html' },
      'not-json',
    ],
    ['XML', '<Patient xmlns="http://hl7.org/fhir"/>', { 'content-type': 'application/fhir+xml' }, 'not-json'],
    ['HTML called JSON', '<html></html>', json, 'not-json'],
    ['nothing', '', json, 'not-json'],
    ['blanks', '  \n', json, 'not-json'],
    ['half of it', '{"resourceType":"Pati', json, 'not-json'],
    ['a list', '[]', json, 'not-json'],
    ['an object of no type', '{"id":"85"}', json, 'not-fhir'],
    ['a type that is no text', '{"resourceType":7}', json, 'not-fhir'],
    ['an outcome', '{"resourceType":"OperationOutcome"}', json, 'not-fhir'],
    ['a bundle where a record belongs', '{"resourceType":"Bundle"}', json, 'not-fhir'],
    [
      'nesting without end',
      `{"resourceType":"Patient","a":${'['.repeat(5000)}${']'.repeat(5000)}}`,
      json,
      'not-fhir',
    ],
  ])('%s', async (_, body, headers, reason) => {
    expect(await read(() => new Response(body, { headers }))).toEqual({
      kind: 'broken',
      status: 200,
      reason,
    });
  });

  it('a record where a bundle belongs', async () => {
    const { client } = setUp(() => new Response(patient, { headers: json }));
    expect(await failureFrom(client.get('Goal?patient=85', 'search', 'token'))).toMatchObject({
      reason: 'not-fhir',
    });
  });

  it('JSON without a content type is read', async () => {
    const { client } = setUp(() => new Response(new TextEncoder().encode(patient)));
    expect(await client.get('Patient/85', 'record', 'token')).toMatchObject({ id: '85' });
  });

  it('one that is cut off in the middle', async () => {
    const cutOff = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"resourceType":'));
        controller.error(new TypeError('terminated'));
      },
    });
    expect(await read(() => new Response(cutOff, { headers: json }))).toMatchObject({ reason: 'not-json' });
  });

  it('one without end', async () => {
    const megabyte = new Uint8Array(1024 * 1024).fill(0x20);
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1;
        controller.enqueue(megabyte);
      },
    });
    expect(await read(() => new Response(endless, { headers: json }))).toMatchObject({ reason: 'too-large' });
    expect(sent).toBeLessThan(70);
  });
});

describe('no answer', () => {
  it('the network, or CORS', async () => {
    expect(await read(() => Promise.reject(new TypeError('Failed to fetch')))).toEqual({
      kind: 'unreachable',
      reason: 'network',
    });
  });

  it('this machine is offline', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    expect(await read(() => Promise.reject(new TypeError('Failed to fetch')))).toMatchObject({
      reason: 'offline',
    });
  });

  const never = new Promise<Response>(() => undefined);

  it('thirty seconds of silence, and no timer afterwards', async () => {
    const { client, clock } = setUp(() => never);
    const failure = failureFrom(client.get('Patient/85', 'record', 'token'));
    await clock.advance(silenceMs - 1);
    expect(clock.pending()).toBe(2);
    await clock.advance(1);
    expect(await failure).toEqual({ kind: 'unreachable', reason: 'timeout' });
    expect(clock.pending()).toBe(0);
  });

  it('headers, then nothing', async () => {
    const { client, clock } = setUp(({ init }) => {
      const stalled = new ReadableStream({
        start(controller) {
          init.signal?.addEventListener('abort', () => controller.error(init.signal?.reason));
        },
      });
      return new Response(stalled, { headers: json });
    });
    const failure = failureFrom(client.get('Patient/85', 'record', 'token'));
    await clock.advance(silenceMs);
    expect(await failure).toEqual({ kind: 'unreachable', reason: 'timeout' });
    expect(clock.pending()).toBe(0);
  });

  it('a slow answer is waited for as long as it keeps coming, but not for ever', async () => {
    const drip = (pieces: number) =>
      setUp(({ init }) => {
        const body = new ReadableStream({
          async start(controller) {
            init.signal?.addEventListener('abort', () => controller.error(init.signal?.reason));
            for (let n = 0; n < pieces; n += 1) {
              controller.enqueue(new TextEncoder().encode(' '));
              await new Promise<void>((resolve) => timers.push(resolve));
            }
            controller.enqueue(new TextEncoder().encode(patient));
            controller.close();
          },
        });
        return new Response(body, { headers: json });
      });
    const timers: (() => void)[] = [];
    const go = async (pieces: number) => {
      const { client, clock } = drip(pieces);
      const answer = client.get('Patient/85', 'record', 'token').catch((error: FhirError) => error.failure);
      for (let n = 0; n < pieces; n += 1) {
        await clock.advance(20_000);
        timers.shift()?.();
      }
      await clock.advance(0);
      return answer;
    };
    expect(await go(4)).toMatchObject({ id: '85' });
    timers.length = 0;
    expect(await go(longestMs / 20_000 + 1)).toMatchObject({ reason: 'timeout' });
  });

  it('called off: the reason comes back, no timer stays', async () => {
    const { client, clock } = setUp(() => never);
    const away = new AbortController();
    const answer = client.get('Patient/85', 'record', 'token', away.signal);
    away.abort(new Error('closed'));
    await expect(answer).rejects.toThrow('closed');
    await expect(client.get('Patient/85', 'record', 'token', away.signal)).rejects.toThrow('closed');
    expect(clock.pending()).toBe(0);
  });
});

describe('attachments', () => {
  it('come as bytes with their type, from the base and the listed documents', async () => {
    const { client, calls } = setUp(
      () => new Response('%PDF-1.7', { headers: { 'content-type': 'application/pdf' } }),
    );
    const file = await client.attachment('https://fhir.example.com/api/ccda?patient=85&date=', 'token');
    expect(file.contentType).toBe('application/pdf');
    expect(new TextDecoder().decode(file.bytes)).toBe('%PDF-1.7');
    await client.attachment('Binary/1', 'token');
    expect(calls.map(({ url }) => url)).toEqual([
      'https://fhir.example.com/api/ccda?patient=85&date=',
      `${fhirBase}/Binary/1`,
    ]);
  });
});

it('@threat-14 no failure carries a URL, a token or a body', async () => {
  const { client } = setUp(() => new Response('{"secret":"Ana"}', { status: 500 }));
  const error = await client.get('Patient/85', 'record', 'secret-token').catch((reason: unknown) => reason);
  const told = `${String(error)} ${JSON.stringify(error)} ${(error as Error).message}`;
  expect(told).not.toMatch(/secret|Ana|example\.com|85/);
});
