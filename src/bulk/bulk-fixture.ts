/** For tests: the sandbox's bulk server with a client that it knows, and a clock that does not wait. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { readAssertionKeys } from '#smart/client-assertion.ts';
import { bulkClient, type BulkClient } from './ask.ts';
import type { BulkServer } from './bulk-config.ts';
import { publicHalf } from './keys.ts';
import type { Pacing } from './pause.ts';
import { createTokenSource } from './token.ts';

/** Made once: an RSA key takes a second. */
const made = {
  ...generateKeyPairSync('rsa', { modulusLength: 3072 }).privateKey.export({ format: 'jwk' }),
  kid: randomUUID(),
};

export const testKeys = { private: { keys: [made] }, public: { keys: [publicHalf(made as never)] } };

export interface Waits extends Pacing {
  /** Milliseconds that were asked for, in order. */
  readonly waited: number[];
}

/** A clock that goes on by what is waited, at once. */
export function quickPacing(): Waits {
  const waited: number[] = [];
  let ahead = 0;
  return {
    waited,
    now: () => Date.now() + ahead,
    wait: async (milliseconds) => {
      waited.push(milliseconds);
      ahead += milliseconds;
    },
  };
}

export function testServer(at: { readonly base: string; readonly tokenEndpoint: string }): BulkServer {
  return {
    id: 'test',
    label: 'Test',
    aliases: ['http://fhir.meditouch.com/api/bulkfhir/r4'],
    clientId: 'chartside-sandbox-bulk',
    scope: 'system/*.read',
    fileHosts: [],
    daysBetweenExports: 7,
    ...at,
  };
}

/** A client of a bulk server, signed in with the test's keys. */
export async function testClient(
  server: BulkServer,
  pacing: Pacing,
  signal?: AbortSignal,
): Promise<BulkClient> {
  const keys = await readAssertionKeys(JSON.stringify(testKeys.private), 'RS384');
  if (typeof keys === 'string') throw new Error(keys);
  return bulkClient(server, createTokenSource(server, keys), { pacing, ...(signal && { signal }) });
}

/** A folder of the test's own, gone when it ends. */
export async function testFolder(): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'chartside-bulk-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
