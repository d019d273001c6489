import { request as nodeRequest } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { type Listening, listenOn, nodeListener, SandboxPortTaken, type WebHandler } from './http.ts';
import { markSocketFault } from './socket-fault.ts';

const open: Listening[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.stop()));
});

async function serve(handler: WebHandler): Promise<string> {
  const listening = await listenOn(0, '127.0.0.1', 'test', '--port');
  open.push(listening);
  const origin = `http://127.0.0.1:${listening.port}`;
  listening.answerWith(nodeListener(handler, origin));
  return origin;
}

test('hands over method, path, headers, body and client address; gives back status, headers and every cookie', async () => {
  const origin = await serve(async (request, { clientAddress }) => {
    const headers = new Headers({ 'X-Sent': request.headers.get('X-Sent') ?? '' });
    headers.append('Set-Cookie', 'a=1');
    headers.append('Set-Cookie', 'b=2');
    return Response.json([request.method, request.url, await request.text(), clientAddress], {
      status: 201,
      headers,
    });
  });
  const response = await fetch(`${origin}/p?q=%20`, {
    method: 'POST',
    headers: { 'X-Sent': 'yes' },
    body: 'body',
  });
  expect([response.status, response.headers.get('X-Sent'), response.headers.getSetCookie()]).toEqual([
    201,
    'yes',
    ['a=1', 'b=2'],
  ]);
  expect(await response.json()).toEqual(['POST', `${origin}/p?q=%20`, 'body', '127.0.0.1']);
});

test('a path that looks like another host stays a path', async () => {
  const origin = await serve(async (request) => new Response(request.url));
  const url = await new Promise<string>((resolve, reject) => {
    const sent = nodeRequest(origin, { path: '//elsewhere.invalid/x' }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve(text));
    });
    sent.on('error', reject).end();
  });
  expect(url).toBe(`${origin}//elsewhere.invalid/x`);
});

test('HEAD and 204 have no body', async () => {
  const origin = await serve(async (request) =>
    request.method === 'HEAD' ? new Response('text') : new Response(null, { status: 204 }),
  );
  expect(await (await fetch(origin, { method: 'HEAD' })).text()).toBe('');
  expect((await fetch(origin)).status).toBe(204);
});

describe('faults below HTTP', () => {
  const whole = 'x'.repeat(1000);

  test('drop: no answer at all', async () => {
    const origin = await serve(async () => markSocketFault(new Response(whole), 'drop'));
    await expect(fetch(origin)).rejects.toThrow('fetch failed');
  });

  test('truncate: the length of the whole body, half of it, the end', async () => {
    const origin = await serve(async () => markSocketFault(new Response(whole), 'truncate'));
    const response = await fetch(origin);
    expect(response.headers.get('Content-Length')).toBe('1000');
    await expect(response.text()).rejects.toThrow('terminated');
  });

  test('stall: headers, then nothing until the server stops', async () => {
    const origin = await serve(async () => markSocketFault(new Response(whole), 'stall'));
    const response = await fetch(origin);
    expect(response.status).toBe(200);
    const text = response.text();
    const first = await Promise.race([
      text.catch(() => 'over'),
      new Promise((resolve) => setImmediate(resolve, 'waiting')),
    ]);
    expect(first).toBe('waiting');
    await open.splice(0)[0]?.stop();
    await expect(text).rejects.toThrow('terminated');
  });
});

test('a taken port is refused by name, with the option that changes it', async () => {
  const port = Number(new URL(await serve(async () => new Response())).port);
  const refusal = await listenOn(port, '127.0.0.1', 'FHIR server', '--fhir-port').catch(
    (error: unknown) => error,
  );
  expect(refusal).toBeInstanceOf(SandboxPortTaken);
  expect((refusal as Error).message).toBe(
    `Port ${port}, where the sandbox's FHIR server should listen, is taken by another program. Stop that program, or choose another port with --fhir-port.`,
  );
});

/** The status of a request as written: `fetch` sets the host itself and tidies the path. */
function statusOf(origin: string, path: string, host?: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = host === undefined ? {} : { Host: host };
    nodeRequest(origin, { path, headers, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

test('a name that was made to lead to this machine reaches nothing', async () => {
  const origin = await serve(async () => new Response('own data'));
  const { port } = new URL(origin);
  for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, '[::1]', 'localhost'])
    expect([host, await statusOf(origin, '/', host)]).toEqual([host, 200]);
  for (const host of [`rebound.example:${port}`, 'localhost.example', '127.0.0.1.example', '10.0.0.1'])
    expect([host, await statusOf(origin, '/', host)]).toEqual([host, 403]);
});

test('a request line that is no address reaches nobody who would have to read it', async () => {
  const listening = await listenOn(0, '127.0.0.1', 'test', '--port');
  open.push(listening);
  listening.answerWith((request, response) => {
    response.end(new URL(request.url ?? '/', 'http://localhost').pathname);
  });
  const origin = `http://127.0.0.1:${listening.port}`;
  for (const path of ['//', '//a:99999/', 'http://['])
    expect([path, await statusOf(origin, path)]).toEqual([path, 400]);
  expect(await statusOf(origin, '/control')).toBe(200);
});
