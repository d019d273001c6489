/** Groups of patients and the search for patients: NextGen Office's own bodies, no FHIR (facts of its OpenAPI file). */
import { askBulk, objectOf, type Answered, type BulkClient } from './ask.ts';
import { BulkError } from './failure.ts';
import { pause, pauseBefore } from './pause.ts';

export interface Group {
  readonly id: string;
  readonly name: string | undefined;
  /** Undefined where the server does not list them. */
  readonly patientIds: readonly string[] | undefined;
}

export interface FoundPatient {
  readonly id: string;
  /** As sent, for a person to recognise whom they mean; empty where nothing is sent. */
  readonly facts: Readonly<Record<string, string>>;
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== ''
    ? value.trim()
    : typeof value === 'number'
      ? String(value)
      : undefined;

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** The list in an answer: bare, a Bundle's entries, or the first member that is a list. NextGen prints no sample. */
function listIn(answer: Answered): readonly unknown[] {
  let json: unknown;
  try {
    json = JSON.parse(answer.text);
  } catch {
    throw new BulkError({ kind: 'protocol', reason: 'not-json' });
  }
  if (Array.isArray(json)) return json;
  const object = asObject(json);
  const { entry } = object;
  if (Array.isArray(entry)) return entry.map((each) => asObject(each)['resource'] ?? each);
  return (
    (Object.values(object).find((value) => Array.isArray(value)) as readonly unknown[] | undefined) ?? []
  );
}

function groupOf(value: unknown): Group | undefined {
  const { id, groupId, name, patientIds, member } = asObject(value);
  const found = text(id) ?? text(groupId);
  if (found === undefined) return undefined;
  const ids = Array.isArray(patientIds)
    ? patientIds.map(text)
    : Array.isArray(member)
      ? member.map((each) => text(asObject(asObject(each)['entity'])['reference'])?.replace(/^Patient\//, ''))
      : undefined;
  return { id: found, name: text(name), patientIds: ids?.filter((each) => each !== undefined) };
}

const groupUrl = ({ server }: BulkClient, id?: string): string =>
  `${server.base}/Group${id === undefined ? '' : `/${encodeURIComponent(id)}`}`;

/** All groups of the practice; none is an empty list, though the server answers 404 then. */
export async function listGroups(client: BulkClient): Promise<readonly Group[]> {
  const answer = await askBulk(client, groupUrl(client), { what: 'group', also: [404] });
  if (answer.status === 404) return [];
  return listIn(answer)
    .map(groupOf)
    .filter((group) => group !== undefined);
}

export async function readGroup(client: BulkClient, id: string): Promise<Group> {
  const answer = await askBulk(client, groupUrl(client, id), { what: 'group' });
  return groupOf(objectOf(answer)) ?? { id, name: undefined, patientIds: undefined };
}

/** Makes a group. Rejects with `limit-reached` or `patients-invalid` among others. */
export async function createGroup(
  client: BulkClient,
  name: string,
  patientIds: readonly string[],
): Promise<Group> {
  const answer = await askBulk(client, groupUrl(client), {
    method: 'POST',
    what: 'group',
    patients: patientIds,
    body: { resourceType: 'Group', name, patientIds },
  });
  const made = answer.text.trim() === '' ? undefined : groupOf(objectOf(answer));
  const location = answer.headers.get('location')?.split('/').at(-1);
  if (made !== undefined)
    return { ...made, name: made.name ?? name, patientIds: made.patientIds ?? patientIds };
  if (location) return { id: decodeURIComponent(location), name, patientIds };
  throw new BulkError({ kind: 'protocol', reason: 'not-json', detail: 'the new group has no id' });
}

export interface GroupChange {
  readonly name?: string | undefined;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

export async function updateGroup(client: BulkClient, id: string, change: GroupChange): Promise<void> {
  const { name, include = [], exclude = [] } = change;
  await askBulk(client, groupUrl(client, id), {
    method: 'PUT',
    what: 'group',
    patients: [...include, ...exclude],
    body: {
      resourceType: 'Group',
      id,
      ...(name !== undefined && { name }),
      ...(include.length > 0 && { patientIdsToInclude: include }),
      ...(exclude.length > 0 && { patientIdsToExclude: exclude }),
    },
  });
}

export async function deleteGroup(client: BulkClient, id: string): Promise<void> {
  await askBulk(client, groupUrl(client, id), { method: 'DELETE', what: 'group' });
}

export interface PatientSearch {
  /** `HF428946492` */
  readonly chartNumber?: string | undefined;
  /** `ge2025-01-01`: seen since. */
  readonly seen?: string | undefined;
}

/** So many pages and no more: a server that gives the same page for ever ends here. */
const mostPages = 10_000;

/** So often one page is asked for again: what was found so far is not thrown away for a server that is busy. */
const mostWaits = 6;

/** One page, asked for again after as long as the server says (429, 503), else longer each time. */
async function askPage(client: BulkClient, query: URLSearchParams): Promise<Answered> {
  for (let attempt = 0; ; attempt += 1) {
    // oxlint-disable-next-line no-await-in-loop -- asking again depends on the answer
    const answer = await askBulk(client, `${client.server.base}/$patient-search?${query}`, {
      what: 'patients',
      also: attempt < mostWaits ? [404, 429, 503] : [404],
    });
    const isBusy = answer.status === 429 || answer.status === 503;
    const said = answer.headers.get('retry-after');
    // oxlint-disable-next-line no-await-in-loop -- as above
    if (isBusy || said !== null) await pause(client, pauseBefore(attempt, said, client.pacing.now()));
    if (!isBusy) return answer;
  }
}

/**
 * `$patient-search`, page by page, until a page is empty, is not there (404), or brings nobody new. `onPage` is told
 * how many were found so far.
 */
export async function searchPatients(
  client: BulkClient,
  { chartNumber, seen }: PatientSearch,
  onPage: (found: number) => void = () => undefined,
): Promise<readonly FoundPatient[]> {
  const found = new Map<string, FoundPatient>();
  for (let page = 1; page <= mostPages; page += 1) {
    const query = new URLSearchParams({ page: String(page) });
    if (seen !== undefined) query.set('encDate', seen);
    if (chartNumber !== undefined) query.set('patientChartNo', chartNumber);
    // oxlint-disable-next-line no-await-in-loop -- whether there is a next page only this one tells
    const answer = await askPage(client, query);
    const before = found.size;
    if (answer.status !== 404) {
      for (const item of listIn(answer)) {
        const facts = Object.entries(asObject(item)).flatMap(([name, value]) => {
          const said = text(value);
          return said === undefined ? [] : [[name, said] as const];
        });
        const id = facts.find(([name]) => /^(id|patientid)$/i.test(name))?.[1];
        if (id !== undefined) found.set(id, { id, facts: Object.fromEntries(facts) });
      }
    }
    onPage(found.size);
    if (found.size === before) break;
  }
  return [...found.values()];
}
