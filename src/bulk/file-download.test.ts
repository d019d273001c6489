/** One file from a server that answers as it is told, each request in turn. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bulkClient } from './ask.ts';
import { quickPacing, testFolder, testServer } from './bulk-fixture.ts';
import { BulkError, type BulkFailure } from './failure.ts';
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

async function fetchFile(change: Partial<WantedFile> = {}): Promise<string> {
  const at = { base: `${origin}/r4`, tokenEndpoint: `${origin}/token` };
  const settings = { ...testServer(at), aliases: [`${alias()}/r4`] };
  const tokens = { token: async () => 't0', renew: async () => 't1' };
  const client = bulkClient(settings, tokens, { pacing: quickPacing() });
  const path = join(folder.path, 'Patient.000.ndjson');
  const { settle } = await downloadFile(client, {
    path,
    url: `${origin}/r4/files/1`,
    withToken: false,
    count: undefined,
    ...change,
  });
  await settle();
  return readFile(path, 'utf8');
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
  expect(await failureOf(fetchFile({ withToken: true }))).toMatchObject({ kind: 'protocol' });
  expect(asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer t0']);
  answers = [movedTo('/r4/files/2')];
  expect(await failureOf(fetchFile())).toMatchObject({ kind: 'protocol' });
  expect(asked).toHaveLength(5);
});
