import { describe, expect, test } from 'vitest';
import { socketFaultOf } from '#sandbox/socket-fault.ts';
import { type Site, app, fixtureSite, origin } from './fhir-fixture.ts';

const path = 'Condition?patient=85';
const preflight = {
  as: '',
  method: 'OPTIONS',
  headers: { 'Access-Control-Request-Method': 'GET', 'Access-Control-Request-Headers': 'authorization' },
} as const;

function limited(requestsPerMinute: number): Site {
  const site = fixtureSite();
  site.control.switches.requestsPerMinute = requestsPerMinute;
  return site;
}

async function statuses(site: Site, requests: number, from?: string): Promise<readonly number[]> {
  const found: number[] = [];
  for (let n = 0; n < requests; n++)
    found.push((await site.get(path, from === undefined ? {} : { from })).status);
  return found;
}

describe('the limit of requests a minute', () => {
  test('counts for each client address, over sixty seconds of the held clock', async () => {
    const site = limited(2);
    const start = site.control.now();
    expect(await statuses(site, 3)).toEqual([200, 200, 429]);
    expect(await statuses(site, 1, '10.0.0.2')).toEqual([200]);
    site.control.fixedNow = start + 59_999;
    expect(await statuses(site, 1)).toEqual([429]);
    site.control.fixedNow = start + 60_000;
    expect(await statuses(site, 3)).toEqual([200, 200, 429]);
  });

  test('is a sliding minute, and a refused request is not counted', async () => {
    const site = limited(2);
    const start = site.control.now();
    await statuses(site, 1);
    site.control.fixedNow = start + 30_000;
    expect(await statuses(site, 5)).toEqual([200, 429, 429, 429, 429]);
    site.control.fixedNow = start + 60_000;
    expect(await statuses(site, 2)).toEqual([200, 429]);
  });

  test('is one for records and documents of Office; own records and style files are outside it', async () => {
    const site = limited(2);
    expect((await site.get(`${origin}/api/ccda?patient=85`)).status).toBe(200);
    expect((await site.get('metadata', { as: '' })).status).toBe(200);
    expect((await site.get(path)).status).toBe(429);
    expect((await site.get(`${origin}/data/fhir/r4/Condition`)).status).toBe(200);
    expect((await site.get(`${origin}/electronic/json/api/ehrSmartStyleConfig.json`)).status).toBe(200);
  });

  test('0 is no limit; reset forgets', async () => {
    expect(new Set(await statuses(limited(0), 50))).toEqual(new Set([200]));
    const site = limited(1);
    await statuses(site, 1);
    site.control.reset();
    site.control.switches.requestsPerMinute = 1;
    expect(await statuses(site, 1)).toEqual([200]);
  });

  test.each([
    [true, [200, 200, 429, 429]],
    [false, [200, 200, 200, 200]],
  ])('preflights counted: %s', async (preflightsCounted, expected) => {
    const site = limited(2);
    site.control.switches.preflightsCounted = preflightsCounted;
    const found: number[] = [];
    for (let n = 0; n < 2; n++) {
      found.push((await site.get(path, preflight)).status);
      found.push((await site.get(path)).status);
    }
    expect(found).toEqual(expected);
  });

  test.each([
    ['none', null, 'Content-Location,Location'],
    ['sent', '60', 'Content-Location,Location'],
    ['sent-and-exposed', '60', 'Content-Location,Location, Retry-After'],
  ] as const)('Retry-After: %s', async (retryAfter, sent, exposed) => {
    const site = limited(1);
    site.control.switches.retryAfter = retryAfter;
    await site.get(path);
    const { status, headers } = await site.get(path);
    expect(status).toBe(429);
    expect(headers.get('Retry-After')).toBe(sent);
    expect(headers.get('Access-Control-Expose-Headers')).toBe(exposed);
  });

  test('Retry-After counts down to when the next request is let through', async () => {
    const site = limited(1);
    site.control.switches.retryAfter = 'sent';
    await site.get(path);
    site.control.fixedNow = site.control.now() + 41_500;
    const { headers } = await site.get(path);
    expect(headers.get('Retry-After')).toBe('19');
    site.control.fixedNow = site.control.now() + 19_000;
    expect(await statuses(site, 1)).toEqual([200]);
  });

  test.each([
    [true, app],
    [false, null],
  ])('429 with CORS headers: %s', async (corsOn429, expected) => {
    const site = limited(1);
    site.control.switches.corsOn429 = corsOn429;
    await site.get(path);
    for (const options of [{}, preflight]) {
      const response = await site.get(path, options);
      expect(response.status).toBe(429);
      expect(response.headers.get('Access-Control-Allow-Origin')).toBe(expected);
    }
  });
});

describe('CORS', () => {
  test('a preflight from a registered origin', async () => {
    const site = fixtureSite();
    const { status, headers } = await site.get(path, preflight);
    expect(status).toBe(200);
    expect(headers.get('Access-Control-Allow-Origin')).toBe(app);
    expect(headers.get('Access-Control-Allow-Headers')).toContain('authorization');
    expect(headers.get('Access-Control-Allow-Methods')).toContain('GET');
    expect(headers.get('Access-Control-Allow-Credentials')).toBeNull();
    expect(headers.get('Access-Control-Max-Age')).toBeNull();
    site.control.switches.corsMaxAge = 600;
    expect((await site.get(path, preflight)).headers.get('Access-Control-Max-Age')).toBe('600');
  });

  test('is refused for another origin, and for headers the server does not know', async () => {
    const site = fixtureSite();
    const foreign = await site.get(path, { ...preflight, origin: 'https://evil.example' });
    expect([foreign.status, foreign.headers.get('Access-Control-Allow-Origin')]).toEqual([403, null]);
    const odd = await site.get(path, {
      ...preflight,
      headers: { 'Access-Control-Request-Headers': 'x-odd' },
    });
    expect([odd.status, odd.headers.get('Access-Control-Allow-Origin')]).toEqual([403, null]);
    const answer = await site.get(path, { origin: 'https://evil.example' });
    expect([answer.status, answer.headers.get('Access-Control-Allow-Origin')]).toEqual([200, null]);
  });

  test('by a switch pages of any origin may read, and a reader’s own records are as they were', async () => {
    const site = fixtureSite();
    const readBy = async (url: string) =>
      (await site.get(url, { origin: 'https://evil.example' })).headers.get('Access-Control-Allow-Origin');
    expect(await readBy(path)).toBeNull();
    site.control.switches.officeCors = 'any';
    expect(await readBy(path)).toBe('https://evil.example');
    expect((await site.get(path, { ...preflight, origin: 'https://evil.example' })).status).toBe(200);
    expect(await readBy(`${origin}/data/fhir/r4/Condition`)).toBeNull();
  });

  test('refusals carry the headers too', async () => {
    const { headers } = await fixtureSite().get('Goal?foo=1');
    expect(headers.get('Access-Control-Allow-Origin')).toBe(app);
  });
});

describe('faults', () => {
  const with_ = (fault: Site['control']['faults'][number]): Site => {
    const site = fixtureSite();
    site.control.faults = [fault];
    return site;
  };

  test('status: an OperationOutcome for one type, as often as chosen', async () => {
    const site = with_({ target: 'Condition', kind: 'status', status: 500, times: 1 });
    expect((await site.get('Goal?patient=85')).status).toBe(200);
    const failed = await site.json(path);
    expect([failed.status, failed.body.resourceType]).toEqual([500, 'OperationOutcome']);
    expect((await site.get(path)).status).toBe(200);
  });

  test('a preflight does not use a fault up', async () => {
    const site = with_({ target: '*', kind: 'status', status: 503, times: 1 });
    expect((await site.get(path, preflight)).status).toBe(200);
    expect((await site.get(path)).status).toBe(503);
  });

  test('status 401 is text, 429 follows the switches', async () => {
    const unauthorized = await with_({ target: '*', kind: 'status', status: 401 }).get(path);
    expect(unauthorized.headers.get('Content-Type')).toMatch(/^text\/plain/);
    const site = with_({ target: '*', kind: 'status', status: 429 });
    site.control.switches.retryAfter = 'sent';
    const { status, headers } = await site.get(path);
    expect([status, headers.get('Retry-After')]).toEqual([429, '60']);
  });

  test('slow and latency wait before the right answer', async () => {
    const site = with_({ target: 'Condition', kind: 'slow', delayMs: 700, times: 1 });
    site.control.switches.latencyMs = 50;
    expect((await site.json(path)).ids).toHaveLength(2);
    await site.get(path);
    expect(site.waits).toEqual([50, 700, 50]);
  });

  test('html: a login page with status 200', async () => {
    const response = await with_({ target: '*', kind: 'html' }).get(path);
    expect([response.status, response.headers.get('Content-Type')]).toEqual([200, 'text/html;charset=utf-8']);
  });

  test('no-cors: the right answer, which no page can read', async () => {
    const response = await with_({ target: '*', kind: 'no-cors' }).get(path);
    expect([response.status, response.headers.get('Access-Control-Allow-Origin')]).toEqual([200, null]);
  });

  test.each([
    ['drop', 'drop'],
    ['stall', 'stall'],
    ['truncated', 'truncate'],
    ['half-closed', 'half-close'],
  ] as const)('%s is left to the socket', async (kind, mark) => {
    const site = with_({ target: 'Condition', kind, times: 1 });
    expect(socketFaultOf(await site.get(path))).toBe(mark);
    expect(socketFaultOf(await site.get(path))).toBeUndefined();
  });

  test('wrong-subject: one record of somebody else among the right ones', async () => {
    const site = with_({ target: 'Condition', kind: 'wrong-subject' });
    expect((await site.json(path, { as: 'patient' })).ids).toEqual([
      'Condition/PL-1',
      'Condition/PL-9',
      'Condition/ED-2',
    ]);
    expect((await site.json('Condition/PL-1', { as: 'patient' })).body.id).toBe('PL-9');
    const alone = await with_({ target: 'CareTeam', kind: 'wrong-subject' }).json('CareTeam?patient=85');
    expect(alone.ids).toEqual(['CareTeam/t1', 'CareTeam/t1-stray']);
    expect(JSON.stringify(alone.body)).toContain('Patient/someone-else');
  });

  test('ccda, style and discovery have targets of their own', async () => {
    const site = fixtureSite();
    site.control.faults = ['ccda', 'style', 'discovery'].map((target) => ({
      target,
      kind: 'status',
      status: 418,
    }));
    const at = async (url: string): Promise<number> => (await site.get(url)).status;
    expect(await at(`${origin}/api/ccda?patient=85`)).toBe(418);
    expect(await at(`${origin}/electronic/json/api/ehrSmartStyleConfig.json`)).toBe(418);
    expect(await at('.well-known/smart-configuration')).toBe(418);
    expect(await at(path)).toBe(200);
  });
});

test('everything received is remembered, with what was answered', async () => {
  const site = limited(2);
  await site.get(path, preflight);
  await site.get(path);
  await site.get(path, { as: '', origin: 'https://evil.example' });
  await site.get(`${origin}/electronic/json/api/nothing.json`);
  await site.get(`${origin}/elsewhere`);
  expect(site.control.received).toEqual(
    [
      {
        method: 'OPTIONS',
        status: 200,
        authorization: false,
        origin: app,
        url: '/api/fhir/r4/Condition?patient=85',
        server: 'fhir',
      },
      {
        method: 'GET',
        status: 200,
        authorization: true,
        origin: app,
        url: '/api/fhir/r4/Condition?patient=85',
        server: 'fhir',
      },
      {
        method: 'GET',
        status: 429,
        authorization: false,
        origin: 'https://evil.example',
        url: '/api/fhir/r4/Condition?patient=85',
        server: 'fhir',
      },
      {
        method: 'GET',
        status: 404,
        authorization: true,
        origin: app,
        url: '/electronic/json/api/nothing.json',
        server: 'style',
      },
      { method: 'GET', status: 404, authorization: true, origin: app, url: '/elsewhere', server: 'fhir' },
    ].map((each) => ({ ...each, at: site.control.now() })),
  );
});
