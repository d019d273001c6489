import type { IncomingHttpHeaders } from 'node:http';
import type { JSONWebKeySet } from 'jose';
import { createStore, type Store } from '#sandbox/fhir/store.ts';
import { listenOn } from '#sandbox/http.ts';
import { castResources } from '#sandbox/people/resources.ts';
import { type BulkSettings, defaultBulkSettings } from './bulk-settings.ts';
import { bulkPath, bulkTokenPath } from './bulk-server.ts';
import { mountBulk } from './mount-bulk.ts';

export interface BulkSandbox {
  readonly base: string;
  readonly tokenEndpoint: string;
  readonly settings: BulkSettings;
  /** What was asked of it and answered, the oldest first. */
  readonly requests: readonly BulkRequest[];
  stop(): Promise<void>;
}

export interface BulkRequest {
  readonly method: string;
  /** With its query. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** 0 where the line broke before. */
  readonly status: number;
}

let cast: Store | undefined;

/** The bulk server alone, on one loopback port (0 = a free one): for tests and the bench. */
export async function startBulkSandbox(options: {
  readonly keys: JSONWebKeySet;
  readonly madeUp?: number;
  readonly port?: number;
  readonly now?: () => number;
}): Promise<BulkSandbox> {
  const listening = await listenOn(options.port ?? 0, '127.0.0.1', 'bulk server', '--bulk-port');
  const origin = `http://localhost:${listening.port}`;
  const settings = defaultBulkSettings();
  const answers = mountBulk({
    fhirUrl: origin,
    identityUrl: origin,
    store: (cast ??= createStore(castResources())),
    madeUp: options.madeUp ?? 0,
    settings: () => settings,
    keys: () => options.keys,
    now: options.now ?? Date.now,
  });
  const requests: BulkRequest[] = [];
  listening.answerWith((request, response) => {
    const { method = 'GET', url = '/', headers } = request;
    response.once('close', () => {
      const status = response.headersSent ? response.statusCode : 0;
      requests.push({ method, url, headers, status });
    });
    if (!answers(request, response)) response.writeHead(404).end();
  });
  return {
    base: origin + bulkPath,
    tokenEndpoint: origin + bulkTokenPath,
    settings,
    requests,
    stop: () => listening.stop(),
  };
}
