/** The patients a token may read, for systems whose token names none. */
import { machineClock } from './budget-clock.ts';
import { createBudget } from './budget.ts';
import { storeFor } from './budget-store.ts';
import { gatherPages } from './bundle.ts';
import { openClient } from './client.ts';
import type { FhirResource } from './json.ts';
import { sendInTurn } from './reading-requests.ts';
import type { SystemAccess } from './start-reading.ts';

export interface FoundPatients {
  readonly people: readonly FhirResource[];
  /** The server has more of them than were read: somebody may be missing from the choice. */
  readonly more: boolean;
}

/**
 * `GET Patient`: every patient the token may read, in the order sent. Rejects with FhirError; an empty list means that
 * the server answered and named nobody. Within the system's limit, like every other request.
 */
export async function findPatients(options: SystemAccess): Promise<FoundPatients> {
  const { surroundings: { clock = machineClock, fetch, store = storeFor(options.systemId) } = {} } = options;
  const client = openClient({ ...options, clock, ...(fetch && { fetch }) });
  const budget = createBudget({ limit: options.rateLimit, store, clock });
  const turn = { rank: () => 0, signal: new AbortController().signal };
  const gatherer = gatherPages('Patient', undefined);
  let next: string | undefined = 'Patient';
  while (next !== undefined) {
    const url: string = next;
    // oxlint-disable-next-line no-await-in-loop -- a page names the one after it
    next = gatherer.addPage(
      await sendInTurn(budget, options, turn, (token) => client.get(url, 'search', token)),
    );
  }
  const { records, more } = gatherer.gathered().answer;
  return { people: records.filter(({ resourceType }) => resourceType === 'Patient'), more };
}
