/**
 * NextGen Office's bulk server as its OpenAPI file and its guide have it: groups, patient search, kick-off, polls, files
 * and deletion below `/api/bulkfhir/r4`. A Node listener of its own: files of gigabytes are sent as they are made.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { JSONWebKeySet } from 'jose';
import { readBody } from '#sandbox/http.ts';
import type { Store } from '#sandbox/fhir/store.ts';
import { type BulkFile, filesOf } from './bulk-files.ts';
import { BulkGroups, type GroupAnswer } from './bulk-groups.ts';
import type { BulkSettings } from './bulk-settings.ts';
import { createBulkTokens } from './bulk-token.ts';
import { seenTest } from './last-seen.ts';
import { madeUpId, madeUpIndex } from './made-up-patients.ts';
import { sendFile } from './send-file.ts';

export const bulkPath = '/api/bulkfhir/r4';
export const bulkTokenPath = '/auth/realms/nextgen/bulk/protocol/openid-connect/token';

export interface BulkServerOptions {
  /** Where this server is called from outside, without a path. */
  readonly origin: string;
  /** The token endpoint's whole address: the audience of assertions. */
  readonly tokenEndpoint: string;
  /** The cast. */
  readonly store: Store;
  /** Made-up patients beside the cast. */
  readonly madeUp: number;
  readonly settings: () => BulkSettings;
  /** The client's published key set. */
  readonly keys: () => JSONWebKeySet;
  readonly now: () => number;
  /** The group that is there from the start. */
  readonly group: { readonly id: string; readonly name: string; readonly patientIds: readonly string[] };
}

export interface BulkServer {
  /** Whether a path is this server's. */
  owns(path: string): boolean;
  readonly listener: RequestListener;
  readonly token: RequestListener;
}

interface Job {
  readonly id: string;
  readonly files: readonly BulkFile[];
  /** In the addresses of free files; a new one once it has run out. */
  signature: string;
  /** Requests it was good for. */
  uses: number;
  readonly request: string;
  /** When it was begun: what is listed is as of then, however often it is listed. */
  readonly transactionTime: string;
  polls: number;
  listings: number;
  /** Its tokens were refused once. */
  hasExpired: boolean;
  /** Files whose first answer broke off. */
  readonly broken: Set<number>;
}

type Json = (status: number, json?: object, headers?: Readonly<Record<string, string>>) => void;

const outcome = (diagnostics: string) => ({
  resourceType: 'OperationOutcome',
  issue: [{ severity: 'error', code: 'processing', diagnostics }],
});

export function createBulkServer(options: BulkServerOptions): BulkServer {
  const { origin, store, madeUp, settings, now } = options;
  const tokens = createBulkTokens({ endpoint: options.tokenEndpoint, now, keys: options.keys });
  const isPatient = (id: string): boolean =>
    store.read('Patient', id) !== undefined || madeUpIndex(id, madeUp) !== undefined;
  const groups = new BulkGroups(options.group, isPatient);
  const jobs = new Map<string, Job>();
  const base = origin + bulkPath;
  let begun = 0;

  const everyone = (): readonly string[] => [
    ...store.all('Patient').map(({ id = '' }) => id),
    ...Array.from({ length: madeUp }, (_, index) => madeUpId(index)),
  ];

  function kickOff(request: IncomingMessage, url: URL, patients: readonly string[], json: Json): void {
    const { failure, takesParameters, contentLocation } = settings();
    if (failure === 'too-many-requests') return json(429, undefined, { 'Retry-After': '3600' });
    if (!/respond-async/.test(String(request.headers['prefer'])))
      return json(400, outcome('Prefer: respond-async is required'));
    if (url.searchParams.size > 0 && !takesParameters) {
      return json(400, outcome(`Unknown parameters: ${[...url.searchParams.keys()].join(', ')}`));
    }
    const types = (url.searchParams.get('_type') ?? '').split(',').filter(Boolean);
    const id = String(100_000 + begun);
    begun += 1;
    jobs.set(id, {
      id,
      files: filesOf(store, patients, madeUp, types),
      signature: crypto.randomUUID(),
      request: origin + url.pathname + url.search,
      transactionTime: new Date(now()).toISOString(),
      uses: 0,
      polls: 0,
      listings: 0,
      hasExpired: false,
      broken: new Set(),
    });
    if (failure === 'lost-answer') return void request.socket.destroy();
    const where = contentLocation === 'guide' ? 'http://fhir.meditouch.com/api/bulkfhir/r4' : base;
    json(202, undefined, { 'Content-Location': `${where}/$export-poll-status?_jobId=${id}` });
  }

  function poll(job: Job, json: Json): void {
    const { failure, pollsUntilDone, retryAfter, requiresAccessToken, filesAt = origin } = settings();
    job.polls += 1;
    if (failure === 'too-many-requests') return json(429, undefined, { 'Retry-After': '1' });
    if (failure === '500-mid-poll' && job.polls % 2 === 1 && job.listings === 0) return json(500);
    if (failure === 'job-failed' && job.polls > 1)
      return json(500, outcome('The export failed: the practice is being moved'));
    if (failure === 'expired-job' && job.listings > 0) return json(404, outcome('No such job'));
    if (job.polls <= pollsUntilDone) {
      const percent = Math.floor((100 * job.polls) / (pollsUntilDone + 1));
      const wait: Record<string, string> = retryAfter > 0 ? { 'Retry-After': String(retryAfter) } : {};
      return json(202, undefined, { 'X-Progress': `In progress: ${percent}%`, ...wait });
    }
    if (failure === 'expired-token' && !job.hasExpired) {
      job.hasExpired = true;
      tokens.expireAll();
    }
    job.listings += 1;
    if (failure === 'addresses-run-out') {
      job.signature = crypto.randomUUID();
      job.uses = 0;
    }
    const isFree = failure === 'addresses-run-out' || !requiresAccessToken;
    const host = failure === 'foreign-host' ? 'https://files.example.net' : filesAt;
    const address = (name: string): string =>
      `${host}${bulkPath}/files/${job.id}/${name}${isFree ? `?signature=${job.signature}` : ''}`;
    const output = job.files.map(({ type, count }, index) => ({
      type,
      url: address(`${index}.ndjson`),
      count: failure === 'wrong-count' && index === 0 ? count + 1 : count,
    }));
    const isTurned = failure === 'another-order' && job.listings % 2 === 0;
    json(
      200,
      {
        transactionTime: job.transactionTime,
        request: job.request,
        requiresAccessToken: !isFree,
        output: isTurned ? output.toReversed() : output,
        error: failure === 'error-file' ? [{ type: 'OperationOutcome', url: address('error.ndjson') }] : [],
      },
      { Expires: new Date(now() + 86_400_000).toUTCString() },
    );
  }

  function isSigned(job: Job | undefined, signature: string | null): boolean {
    if (job === undefined || job.signature !== signature) return false;
    job.uses += 1;
    return settings().failure !== 'addresses-run-out' || job.uses <= 3;
  }

  async function file(
    request: IncomingMessage,
    response: ServerResponse,
    job: Job,
    name: string,
  ): Promise<void> {
    if (name === 'error.ndjson') {
      response.writeHead(200, { 'Content-Type': 'application/fhir+ndjson' });
      response.end(`${JSON.stringify(outcome('Observation/1234 could not be exported'))}\n`);
      return;
    }
    const index = Number(name.replace('.ndjson', ''));
    const found = job.files[index];
    if (found === undefined) return void response.writeHead(404).end();
    const isBroken = settings().failure === 'broken-file' && !job.broken.has(index);
    job.broken.add(index);
    await sendFile(request, response, found, { etag: `"${job.id}-${index}"`, isBroken });
  }

  function search(url: URL, json: Json): void {
    const page = Number(url.searchParams.get('page') ?? 1);
    const number = url.searchParams.get('patientChartNo');
    const size = 50;
    const encDate = url.searchParams.get('encDate');
    const isSeen = encDate === null ? () => true : seenTest(store, madeUp, encDate);
    if (isSeen === undefined) return json(400, { message: 'encDate is not understood' });
    const found = everyone().filter((id) => (number === null || number === `HF${id}`) && isSeen(id));
    const some = found.slice((page - 1) * size, page * size);
    if (some.length === 0) return json(404);
    json(200, {
      page,
      patients: some.map((id) => ({ id, patientChartNo: `HF${id}` })),
    });
  }

  async function bodyOf(request: IncomingMessage): Promise<unknown> {
    try {
      return JSON.parse(await readBody(request, 1_000_000));
    } catch {
      return undefined;
    }
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', origin);
    const json: Json = (status, body, headers = {}) => {
      response.writeHead(status, {
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      });
      response.end(body === undefined ? undefined : JSON.stringify(body));
    };
    const tell = ({ status, json: body }: GroupAnswer): void => json(status, body);
    const path = decodeURIComponent(url.pathname.slice(bulkPath.length));
    const { method = 'GET' } = request;
    const [, first = '', id = '', last] = path.split('/');

    const signed = first === 'files' && isSigned(jobs.get(id), url.searchParams.get('signature'));
    const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
    if (path !== '/metadata' && !signed && !tokens.check(bearer)) {
      response.writeHead(401, { 'Content-Type': 'text/plain' }).end('Not authorized.');
      return;
    }
    if (method === 'GET' && path === '/$export') return kickOff(request, url, everyone(), json);
    if (method === 'GET' && path === '/Patient/$export') return kickOff(request, url, everyone(), json);
    if (method === 'GET' && first === 'Group' && last === '$export') {
      const group = groups.find(id);
      return group === undefined ? json(404) : kickOff(request, url, group.patientIds, json);
    }
    if (path === '/$export-poll-status') {
      const job = jobs.get(url.searchParams.get('_jobId') ?? '');
      if (job === undefined) return json(404);
      if (method === 'GET') return poll(job, json);
      const { failure } = settings();
      if (failure === 'no-deletion') return json(503);
      if (failure === 'deletion-refused') return json(405);
      jobs.delete(job.id);
      return json(202);
    }
    if (method === 'GET' && path === '/$patient-search') return search(url, json);
    if (method === 'GET' && first === 'files') {
      const job = jobs.get(id);
      return job === undefined ? json(404) : file(request, response, job, last ?? '');
    }
    if (first === 'Group' && last === undefined) {
      if (id === '')
        return method === 'POST'
          ? tell(groups.create(await bodyOf(request), settings()))
          : tell(groups.list());
      if (method === 'PUT') return tell(groups.update(id, await bodyOf(request), settings()));
      return tell(method === 'DELETE' ? groups.remove(id) : groups.read(id));
    }
    json(404);
  }

  const guarded =
    (handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>): RequestListener =>
    (request, response) => {
      handle(request, response).catch(() => response.destroy());
    };

  return {
    owns: (path) => path === bulkPath || path.startsWith(`${bulkPath}/`),
    listener: guarded(answer),
    token: guarded(async (request, response) => {
      const { status, json } = await tokens.ask(new URLSearchParams(await readBody(request)));
      response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
      response.end(JSON.stringify(json));
    }),
  };
}
