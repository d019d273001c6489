/** What each word of `npm run bulk` does: a JSON object for machines, lines for people, and an exit code. */
import { readFile } from 'node:fs/promises';
import { bulkClient, type BulkClient } from '#bulk/ask.ts';
import { readBulkServer, type BulkServer } from '#bulk/bulk-config.ts';
import { cancelExport } from '#bulk/cancel-export.ts';
import { runExport } from '#bulk/export.ts';
import { BulkError, exitCodes } from '#bulk/failure.ts';
import {
  createGroup,
  deleteGroup,
  listGroups,
  readGroup,
  searchPatients,
  updateGroup,
  type Group,
} from '#bulk/groups.ts';
import { readState } from '#bulk/export-state.ts';
import type { ExportRequest } from '#bulk/job.ts';
import { readPrivateKeys } from '#bulk/keys.ts';
import { createTokenSource, type TokenSource } from '#bulk/token.ts';
import { readAssertionKeys } from '#smart/client-assertion.ts';
import { keyVerbs } from './bulk-key-verbs.ts';
import type { BulkOptions } from './bulk-options.ts';
import { folderOf, folderVerbs, stateOf } from './bulk-folder-verbs.ts';
import { megabytes, progressOn } from './bulk-progress.ts';
import { need, type Verb } from './bulk-told.ts';
import { UsageError } from './options.ts';

async function serverOf(options: BulkOptions): Promise<BulkServer> {
  const text = await readFile(options.config, 'utf8').catch(() => {
    throw new BulkError({ kind: 'setup', say: `The configuration ${options.config} cannot be read.` });
  });
  return readBulkServer(text, options.server, options.config);
}

async function signIn(
  options: BulkOptions,
  signal: AbortSignal | undefined,
): Promise<{ server: BulkServer; tokens: TokenSource }> {
  const server = await serverOf(options);
  const path = need(
    options.keys,
    'Say where the private keys are: --keys FILE, or CHARTSIDE_BULK_KEYS_FILE.',
  );
  const keys = await readAssertionKeys(await readPrivateKeys(path), 'RS384');
  if (typeof keys === 'string') throw new BulkError({ kind: 'setup', say: `The key set ${keys}: ${path}` });
  return { server, tokens: createTokenSource(server, keys, { signal }) };
}

async function clientFor(options: BulkOptions, signal: AbortSignal): Promise<BulkClient> {
  const { server, tokens } = await signIn(options, signal);
  return bulkClient(server, tokens, { signal });
}

const groupLine = ({ id, name, patientIds }: Group): string =>
  [id, name ?? '', patientIds === undefined ? '' : `${patientIds.length} patients`]
    .filter(Boolean)
    .join('  ');

function requestOf({ group, patients, system, types, since }: BulkOptions): ExportRequest {
  const chosen = [group !== undefined, patients, system].filter(Boolean).length;
  if (chosen !== 1) throw new UsageError('Say whose records: one of --group ID, --patients, --system.');
  const of =
    group !== undefined
      ? ({ kind: 'group', id: group } as const)
      : { kind: patients ? ('patients' as const) : ('system' as const) };
  return { of, types, since };
}

const groupVerbs: Readonly<Record<string, Verb>> = {
  async create(options, signal) {
    const name = need(options.name, 'A group needs a name: --name NAME.');
    if (options.patient.length === 0)
      throw new UsageError('A group needs patients: --patient ID, more than once or with commas.');
    const group = await createGroup(await clientFor(options, signal), name, options.patient);
    return { json: group, lines: [`Made: ${groupLine(group)}`] };
  },
  async show(options, signal) {
    const group = await readGroup(
      await clientFor(options, signal),
      need(options.rest[1], 'Say which group: its id.'),
    );
    return { json: group, lines: [groupLine(group), ...(group.patientIds ?? []).map((id) => `  ${id}`)] };
  },
  async update(options, signal) {
    const id = need(options.rest[1], 'Say which group: its id.');
    const { name, patient: include, without: exclude } = options;
    if (name === undefined && include.length + exclude.length === 0)
      throw new UsageError('Say what to change: --name, --patient, --without.');
    await updateGroup(await clientFor(options, signal), id, { name, include, exclude });
    return { json: { id, updated: true }, lines: [`Changed: ${id}`] };
  },
  async delete(options, signal) {
    const id = need(options.rest[1], 'Say which group: its id.');
    await deleteGroup(await clientFor(options, signal), id);
    return { json: { id, deleted: true }, lines: [`Deleted: ${id}`] };
  },
};

/** Views and all that runs them are loaded by whoever asks: an export is to begin at once. */
const queryVerb =
  (name: 'load' | 'sql' | 'query'): Verb =>
  async (options, signal, progress) =>
    (await import('./bulk-query-verbs.ts')).queryVerbs[name](options, signal, progress);

export const bulkVerbs: Readonly<Record<string, Verb>> = {
  load: queryVerb('load'),
  sql: queryVerb('sql'),
  query: queryVerb('query'),
  ...folderVerbs,
  spark: async (options, signal, progress) =>
    (await import('./bulk-spark-verb.ts')).spark(options, signal, progress),

  ...keyVerbs,

  async token(options, signal) {
    const { server, tokens } = await signIn(options, signal);
    const token = await tokens.token();
    // Printed only for whoever asks for it by name: terminals and their logs are read by others.
    const shown = options.showToken ? { token } : {};
    return {
      json: { server: server.id, signedIn: true, ...shown },
      lines: [options.showToken ? token : `Signed in to ${server.label}.`],
    };
  },

  async groups(options, signal) {
    const groups = await listGroups(await clientFor(options, signal));
    return {
      json: { groups },
      lines: groups.length === 0 ? ['There are no groups.'] : groups.map(groupLine),
    };
  },

  async group(options, signal, stream) {
    const verb = Object.hasOwn(groupVerbs, options.rest[0] ?? '')
      ? groupVerbs[options.rest[0] ?? '']
      : undefined;
    if (verb === undefined) throw new UsageError('"group" is followed by create, show, update or delete.');
    return verb(options, signal, stream);
  },

  async patients(options, signal) {
    const { chartNumber, seen } = options;
    const patients = await searchPatients(await clientFor(options, signal), { chartNumber, seen });
    const lines = patients.map(({ id, facts }) =>
      [
        id,
        ...Object.entries(facts)
          .filter(([, value]) => value !== id)
          .map(([, value]) => value),
      ].join('  '),
    );
    return { json: { patients }, lines: lines.length === 0 ? ['No patients were found.'] : lines };
  },

  async export(options, signal, stream) {
    const folder = need(options.out, 'Say where the files shall lie: --out DIR.');
    const request = requestOf(options);
    const before = await readState(folder);
    const wasComplete = before?.phase === 'done';
    const progress = progressOn(stream);
    try {
      const summary = await runExport(await clientFor(options, signal), {
        folder,
        request,
        again: options.again,
        ledger: options.ledger,
        parallel: options.parallel,
        onEvent: (event) => progress.onEvent(event),
      });
      const { errors, ignored } = summary;
      const lines = [
        ...(wasComplete
          ? [
              `This export, begun at ${before.begunAt}, was complete already: nothing was asked for. For a new one name another folder.`,
            ]
          : []),
        ...summary.types.map(
          ({ type, files, records }) =>
            `${type.padEnd(28)} ${String(records).padStart(9)}${files > 1 ? `  in ${files} files` : ''}`,
        ),
        `${summary.records} records, ${megabytes(summary.bytes)}, as of ${summary.transactionTime}, in ${folder}`,
        ...(summary.without.length > 0
          ? [`Nothing came of: ${summary.without.join(', ')}. There may be no such records, or no such type.`]
          : []),
        ...(ignored.includes('types')
          ? ['The server takes no types: all were prepared, and only those you named were fetched.']
          : []),
        ...(ignored.includes('since')
          ? ['The server took no --since: the records are all there are, not only the newer ones.']
          : []),
        ...(errors.count > 0
          ? [
              `The server could not export ${errors.count} things:`,
              ...errors.said.map(({ words, times }) => `  ${times} × ${words}`),
            ]
          : []),
        ...(summary.deleted
          ? []
          : summary.deletionPending
            ? ['The server has not deleted its copy yet: the same command again asks it once more.']
            : ['The server would not delete its copy of the export; it ends there by itself.']),
      ];
      return {
        json: { ...summary, wasComplete },
        lines,
        exit: errors.count > 0 ? exitCodes.partial : exitCodes.done,
      };
    } finally {
      progress.end();
    }
  },

  async cancel(options, signal) {
    const folder = folderOf(options);
    const { server } = await stateOf(folder);
    const { phase } = await cancelExport(await clientFor({ ...options, server }, signal), folder);
    return {
      json: { folder, cancelled: true, phase },
      lines: ['The server has forgotten the export. What was fetched is kept.'],
    };
  },
};
