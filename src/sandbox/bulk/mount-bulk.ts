import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { JSONWebKeySet } from 'jose';
import { people, practice } from '#sandbox/cast.ts';
import type { Store } from '#sandbox/fhir/store.ts';
import { bulkPath, bulkTokenPath, createBulkServer } from './bulk-server.ts';
import type { BulkSettings } from './bulk-settings.ts';

export interface BulkMount {
  /** Where the bulk server, and where the sign-in server is called from outside. */
  readonly fhirUrl: string;
  readonly identityUrl: string;
  readonly store: Store;
  readonly madeUp: number;
  readonly settings: () => BulkSettings;
  readonly keys: () => JSONWebKeySet;
  readonly now: () => number;
}

/**
 * NextGen's test practice: group 2 with David and Anna. Gives a function that answers a request to either port where it
 * is the bulk server's, and says whether it did.
 */
export function mountBulk(
  options: BulkMount,
): (request: IncomingMessage, response: ServerResponse) => boolean {
  const server = createBulkServer({
    ...options,
    origin: options.fhirUrl,
    tokenEndpoint: options.identityUrl + bulkTokenPath,
    group: {
      id: '2',
      name: `TestFHIRAPI-${practice.id}`,
      patientIds: [people.david.id, people.anna.id],
    },
  });
  const answer = (listener: RequestListener, request: IncomingMessage, response: ServerResponse): true => {
    listener(request, response);
    return true;
  };
  return (request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    if (path === bulkTokenPath && request.method === 'POST') return answer(server.token, request, response);
    if (path === bulkPath || path.startsWith(`${bulkPath}/`))
      return answer(server.listener, request, response);
    return false;
  };
}
