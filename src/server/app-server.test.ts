import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createAppServer } from './app-server.ts';

const server = createAppServer(() => ({
  files: new Map([
    ['/icon.svg', { type: 'image/svg+xml', body: Buffer.from('<svg/>'), brotli: undefined, gzip: undefined }],
  ]),
  page: '<p>the page</p>',
  headers: { 'X-Ours': 'yes' },
}));
afterEach(() => new Promise((done) => server.close(done)));

/** The answer to a request line as written: a browser's `fetch` would tidy the path first. */
async function ask(
  path: string,
): Promise<{ status: number | undefined; body: string; ours: unknown; kept: unknown }> {
  if (!server.listening) await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode,
          body,
          ours: response.headers['x-ours'],
          kept: response.headers['cache-control'],
        }),
      );
    });
    sent.on('error', reject).end();
  });
}

test('a request line that is no address of ours is refused, and the server goes on', async () => {
  for (const path of ['//', '//a:99999/', 'http://[', '//elsewhere.example/icon.svg', '*']) {
    expect({ path, ...(await ask(path)) }).toMatchObject({ path, status: 404, ours: 'yes' });
  }
  expect(await ask('/chart/results')).toMatchObject({ status: 200, body: '<p>the page</p>' });
});

test('files by their exact path, the page for routes, nothing outside the build', async () => {
  expect(await ask('/icon.svg')).toMatchObject({ status: 200, body: '<svg/>' });
  expect(await ask('/launch?iss=x&launch=y')).toMatchObject({ body: '<p>the page</p>' });
  expect(await ask('/../../etc/passwd.txt')).toMatchObject({ status: 404 });
  expect(await ask('/..%2f..%2fpackage.json')).toMatchObject({ status: 404 });
  expect(await ask('/assets/gone')).toMatchObject({ status: 404 });
  expect(await ask('/__proto__')).toMatchObject({ body: '<p>the page</p>' });
});

test('the page for every address of the chart: the id of a record may hold dots', async () => {
  for (const id of ['2026.11.23-1', 'a.js', 'v1.', '..b', 'a.b.c-D'])
    expect({ id, ...(await ask(`/chart/results/Observation/${id}`)) }).toMatchObject({
      id,
      status: 200,
      body: '<p>the page</p>',
      kept: 'no-store',
    });
  for (const path of ['/chart.js', '/charts/a.js', '/chart/../icon.png', '/assets/chart/a.js', '/a.b'])
    expect({ path, ...(await ask(path)) }).toMatchObject({ path, status: 404 });
});

test('@threat-18 a page of the app is never stored, whatever its address; what is no page of it is neither', async () => {
  for (const path of ['/', '/launch', '/callback?code=x', '/chart', '/chart/results', '/gone.txt'])
    expect({ path, ...(await ask(path)) }).toMatchObject({ path, kept: 'no-store' });
});
