/** One file from a server that answers as it is told, each request in turn. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bulkClient } from './ask.ts';
import { quickPacing, testFolder, testServer } from './bulk-fixture.ts';
import { BulkError, exitCodeOf, exitCodes, type BulkFailure } from './failure.ts';
import { downloadFile, type WantedFile } from './file-download.ts';

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

let folder: Awaited<ReturnType<typeof testFolder>>;
let server: Server;
let origin: string;
let answers: Answer[];
let asked: { readonly host: string; readonly url: string; readonly headers: IncomingMessage['headers'] }[];

beforeEach(async () => {
  folder = await testFolder();
  [answers, asked] = [[], []];
  server = createServer((request, response) => {
    const { url = '', headers } = request;
    asked.push({ host: headers.host ?? '', url, headers });
    const next = answers.length > 1 ? answers.shift() : answers[0];
    next?.(response, request);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  await folder.remove();
});

const body = '{"resourceType":"Patient","id":"1"}\n{"resourceType":"Patient","id":"2"}\n';
const whole: Answer = (response) => response.end(body);
/** What plain http would have met, had it been asked: the same server by another name. */
const alias = (): string => origin.replace('127.0.0.1', 'localhost');

const path = (): string => join(folder.path, 'Patient.000.ndjson');

async function fetchFile(
  change: Partial<WantedFile> = {},
  beforeItSettles: () => Promise<void> = async () => undefined,
): Promise<string> {
  const at = { base: `${origin}/r4`, tokenEndpoint: `${origin}/token` };
  const settings = { ...testServer(at), aliases: [`${alias()}/r4`] };
  const held = ['t0', 't1'];
  const renew = async (): Promise<string> => (held.shift(), held[0] ?? 'none');
  const tokens = { token: async () => held[0] ?? 'none', renew };
  const client = bulkClient(settings, tokens, { pacing: quickPacing() });
  const { settle } = await downloadFile(client, {
    path: path(),
    url: `${origin}/r4/files/1`,
    withToken: false,
    count: undefined,
    ...change,
  });
  await beforeItSettles();
  await settle();
  return readFile(path(), 'utf8');
}

async function failureOf(running: Promise<unknown>): Promise<BulkFailure> {
  const error = await running.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof BulkError)) throw new Error(`no failure of an export: ${String(error)}`);
  return error.failure;
}

const movedTo =
  (location: string): Answer =>
  (response) =>
    response.writeHead(302, { Location: location }).end();

test('a redirect to a listed alias is asked for at the base instead, and the alias is never contacted', async () => {
  answers = [movedTo(`${alias()}/r4/files/elsewhere?x=1`), whole];
  expect(await fetchFile()).toBe(body);
  const base = new URL(origin).host;
  expect(asked.map(({ host, url }) => [host, url])).toEqual([
    [base, '/r4/files/1'],
    [base, '/r4/files/elsewhere?x=1'],
  ]);
});

test.each([
  ['http://files.example.net/1', 'plain-http'],
  ['//user:word@files.example.net/1', 'foreign-address'],
  ['https://', 'foreign-address'],
])('a redirect to %s is not followed', async (location, reason) => {
  answers = [movedTo(location), whole];
  expect(await failureOf(fetchFile())).toMatchObject({ kind: 'protocol', reason });
  expect(asked).toHaveLength(1);
});

test('a token follows no redirect, and nobody is sent round for ever', async () => {
  answers = [movedTo('/r4/files/2'), whole];
  expect(await fetchFile({ withToken: true })).toBe(body);
  expect(asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer t0', undefined]);
  answers = [movedTo('/r4/files/2')];
  expect(await failureOf(fetchFile())).toMatchObject({ kind: 'protocol', reason: 'redirected' });
  expect(asked).toHaveLength(6);
});

test.each([408, 425])('a %i asks for the same once more', async (status) => {
  answers = [(response) => response.writeHead(status).end(), whole];
  expect(await fetchFile()).toBe(body);
});

test.each(['GZIP', 'x-gzip'])('%s is gzip', async (coding) => {
  answers = [(response) => response.writeHead(200, { 'Content-Encoding': coding }).end(gzipSync(body))];
  expect(await fetchFile()).toBe(body);
});

test('a coding that was not asked for is said to be that', async () => {
  answers = [(response) => response.writeHead(200, { 'Content-Encoding': 'br' }).end(body)];
  expect(await failureOf(fetchFile())).toEqual({ kind: 'protocol', reason: 'coding' });
});

/** Sends so much of the body, announced as whole, and breaks off. */
const cutAfter =
  (bytes: number, headers: Readonly<Record<string, string>> = {}): Answer =>
  (response) => {
    response.writeHead(200, { 'Content-Length': String(body.length), ...headers });
    response.write(body.slice(0, bytes), () => setImmediate(() => response.destroy()));
  };
const restOf =
  (from: number, headers: Readonly<Record<string, string>>): Answer =>
  (response) =>
    response
      .writeHead(206, { 'Content-Range': `bytes ${from}-${body.length - 1}/${body.length}`, ...headers })
      .end(body.slice(from));
const ranges = (): readonly unknown[] => asked.map(({ headers }) => [headers.range, headers['if-range']]);
const anew = [undefined, undefined];

test('a strong validator: the rest is asked for, and added', async () => {
  answers = [cutAfter(20, { ETag: '"1"' }), restOf(20, { ETag: '"1"' })];
  expect(await fetchFile()).toBe(body);
  expect(ranges()).toEqual([anew, ['bytes=20-', '"1"']]);
});

test('a weak validator, or none: from the start', async () => {
  answers = [cutAfter(20, { ETag: 'W/"1"' }), cutAfter(30), whole];
  expect(await fetchFile()).toBe(body);
  expect(ranges()).toEqual([anew, anew, anew]);
});

test('a file that has changed meanwhile comes whole, in the place of its part', async () => {
  const other = '{"resourceType":"Patient","id":"9"}\n';
  answers = [
    cutAfter(20, { ETag: '"1"' }),
    (response) => response.writeHead(200, { ETag: '"2"' }).end(other),
  ];
  expect(await fetchFile()).toBe(other);
  expect(ranges()).toEqual([anew, ['bytes=20-', '"1"']]);
});

test.each<[string, Answer]>([
  ['416', (response) => response.writeHead(416).end()],
  ['another range than was asked for', restOf(0, { ETag: '"1"' })],
])('%s to whoever asks for the rest: from the start', async (_what, answer) => {
  answers = [cutAfter(20, { ETag: '"1"' }), answer, whole];
  expect(await fetchFile()).toBe(body);
  expect(ranges()).toEqual([anew, ['bytes=20-', '"1"'], anew]);
});

/** A 206 that says of itself what it is told, and has so much in it. */
const stretchOf =
  (text: string, range: string | undefined, headers: Readonly<Record<string, string>> = {}): Answer =>
  (response) =>
    response
      .writeHead(206, { ETag: '"1"', ...(range !== undefined && { 'Content-Range': range }), ...headers })
      .end(text);
const firstLine = body.indexOf('\n') + 1;
const all = body.length;

test('less of the rest than was asked for is not the end of the file, though it ends where a line does', async () => {
  const cut = cutAfter(20, { ETag: '"1"' });
  const short = stretchOf(body.slice(20, firstLine), `bytes 20-${firstLine - 1}/${all}`);
  answers = [cut, short, restOf(firstLine, { ETag: '"1"' })];
  expect(await fetchFile()).toBe(body);
  expect(ranges()).toEqual([anew, ['bytes=20-', '"1"'], [`bytes=${firstLine}-`, '"1"']]);
  // One that says that it is all of it, and is not.
  answers = [cut, stretchOf(body.slice(20, firstLine), `bytes 20-${all - 1}/${all}`), whole];
  expect(await fetchFile()).toBe(body);
});

test.each<[string, Answer]>([
  ['of another version', restOf(20, { ETag: '"2"' })],
  ['of a version that is not named', restOf(20, {})],
  ['of a version that is named weakly', restOf(20, { ETag: 'W/"1"' })],
  ['of a file whose length is not told', stretchOf(body.slice(20, firstLine), `bytes 20-${firstLine - 1}/*`)],
  ['that does not say where it begins', stretchOf(body.slice(20), undefined)],
  ['that ends before it begins', stretchOf(body.slice(20), `bytes 20-3/${all}`)],
  ['packed', stretchOf('x', `bytes 20-${all - 1}/${all}`, { 'Content-Encoding': 'gzip' })],
  [
    'longer than it says',
    stretchOf(`${body.slice(20)}{"resourceType":"Patient"}\n`, `bytes 20-${all - 1}/${all}`),
  ],
])('a rest %s is not added to the part: from the start', async (_what, answer) => {
  answers = [cutAfter(20, { ETag: '"1"' }), answer, whole];
  expect(await fetchFile()).toBe(body);
  expect(ranges()).toEqual([anew, ['bytes=20-', '"1"'], anew]);
});

test('a stretch that nobody asked for is no file', async () => {
  answers = [stretchOf(body.slice(0, firstLine), `bytes 0-${firstLine - 1}/${all}`), whole];
  expect(await fetchFile()).toBe(body);
  expect(ranges()).toEqual([anew, anew]);
});

test('gzip is unpacked; a part of it is never continued, and an end that is missing is found out', async () => {
  const packed = gzipSync(body);
  const sent =
    (bytes: Buffer): Answer =>
    (response) => {
      response.writeHead(200, { 'Content-Encoding': 'gzip', ETag: '"1"', Connection: 'close' }).end(bytes);
    };
  answers = [sent(packed.subarray(0, packed.length - 9)), sent(packed)];
  expect(await fetchFile()).toBe(body);
  expect(ranges()).toEqual([anew, anew]);
});

/** A body without a length, as a server of HTTP/1.0 sends it: it ends where the line is closed. */
const untilClosed =
  (text: string): Answer =>
  (response) => {
    response.socket?.end(`HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n${text}`);
  };
const lines = body.split('\n');

test('a record that is not there to its end: asked for again, and told at last', async () => {
  const cut = untilClosed(body.slice(0, -8));
  answers = [cut, cut, whole];
  expect(await fetchFile()).toBe(body);
  answers = [cut];
  expect(await failureOf(fetchFile())).toMatchObject({ kind: 'file-broken', reason: 'cut-off' });
  // As many records as were promised, the last one in part.
  expect(await failureOf(fetchFile({ count: 2 }))).toMatchObject({ reason: 'cut-off' });
  answers = [(response) => response.end('{"resourceType":"Patient"\n{"a":}\n')];
  expect(await failureOf(fetchFile())).toMatchObject({ kind: 'file-broken', reason: 'not-ndjson' });
});

test('an end that nothing proves: the file is fetched until it is the same twice', async () => {
  answers = [untilClosed(`${lines[0]}\n`), untilClosed(body), untilClosed(body)];
  expect(await fetchFile()).toBe(body);
  expect(asked).toHaveLength(3);
});

test('where the number of records is promised, once is enough', async () => {
  answers = [untilClosed(`${lines[0]}\n`), untilClosed(body), untilClosed(body)];
  expect(await fetchFile({ count: 2 })).toBe(body);
  expect(asked).toHaveLength(2);
});

test.each<[string, Answer, BulkFailure]>([
  [
    'too many requests',
    (response) => response.writeHead(429, { 'Retry-After': '90' }).end(),
    { kind: 'throttled', retryAfter: 90 },
  ],
  [
    'a server that is down',
    (response) => response.writeHead(503, { 'Retry-After': '30' }).end(),
    { kind: 'server-error', status: 503, retryAfter: 30 },
  ],
  ['no answer', (response) => response.destroy(), { kind: 'unreachable', what: 'the server of the files' }],
  ['a broken line', cutAfter(20), { kind: 'file-broken', file: 'Patient.000.ndjson', reason: 'cut-off' }],
])('%s, each time: that is what is told, and that it may be tried later', async (_what, answer, failure) => {
  answers = [answer];
  const told = await failureOf(fetchFile());
  expect(told).toEqual(failure);
  expect(exitCodeOf(told)).toBe(exitCodes.later);
  expect(asked).toHaveLength(6);
});

test('a token that is refused is renewed once', async () => {
  const refused: Answer = (response) => response.writeHead(401).end();
  answers = [refused, whole];
  expect(await fetchFile({ withToken: true })).toBe(body);
  expect(asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer t0', 'Bearer t1']);
  answers = [refused];
  expect(await failureOf(fetchFile({ withToken: true }))).toEqual({ kind: 'refused', status: 401 });
});

test('something else that writes into the file is found out before it has its name', async () => {
  answers = [whole];
  const failure = await failureOf(fetchFile({}, () => appendFile(`${path()}.part`, 'x')));
  expect(failure).toMatchObject({ kind: 'file-broken', reason: 'overwritten' });
  await expect(readFile(path())).rejects.toThrow('ENOENT');
});

test('the disk, where it is at fault', async () => {
  answers = [whole];
  await mkdir(path());
  expect(await failureOf(fetchFile())).toMatchObject({
    kind: 'setup',
    say: expect.stringContaining('cannot be written (EISDIR)') as string,
  });
});
