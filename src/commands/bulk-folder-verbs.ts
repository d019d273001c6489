/** What an export's folder tells of itself, without asking anybody. */
import { isWanted } from '#bulk/export-listing.ts';
import { readState, type ExportState } from '#bulk/export-state.ts';
import { BulkError, exitCodes } from '#bulk/failure.ts';
import { verifyExport, type FileFault } from '#bulk/verify.ts';
import type { BulkOptions } from './bulk-options.ts';
import { need, type Verb } from './bulk-told.ts';

export const folderOf = ({ out, rest }: BulkOptions): string =>
  need(out ?? rest[0], 'Say which folder: --out DIR.');

/** The state of a folder. Rejects with `BulkError` (`setup`) where it holds no export. */
export async function stateOf(folder: string): Promise<ExportState> {
  const state = await readState(folder);
  if (state === undefined) throw new BulkError({ kind: 'setup', say: `${folder} holds no export.` });
  return state;
}

const fileFaults: Readonly<Record<FileFault, string>> = {
  missing: 'is missing',
  'not-fetched': 'has not been fetched yet',
  changed: 'has changed since it was fetched',
  count: 'holds another number of records than the server promised',
  unknown: 'is no file of this export',
};

const goOn = 'The same "export" command again goes on.';

function phaseWords({ phase, isDeleted, expires }: ExportState, done: number, files: number): string {
  const until = expires === undefined ? '' : ` The server keeps its files until ${expires}.`;
  switch (phase) {
    case 'asking':
      return 'The server was to be asked for it, and no answer came: it may prepare one all the same. The same "export" command asks again.';
    case 'preparing':
      return `The server prepares it. ${goOn}`;
    case 'fetching':
      return `${done} of ${files} files are here.${until} ${goOn}`;
    case 'fetched':
      return `All files are here; the server has not deleted its copy yet.${until} ${goOn}`;
    case 'cancelled':
      return `It was cancelled: ${done} of ${files} files are here, and no more will come.`;
    case 'done':
      return isDeleted === false
        ? 'It is complete; the server would not delete its copy, which ends by itself.'
        : 'It is complete.';
  }
}

export const folderVerbs: Readonly<Record<'status' | 'verify', Verb>> = {
  async status(options) {
    const folder = folderOf(options);
    const state = await stateOf(folder);
    const wanted = state.files.filter((file) => isWanted(state, file));
    const done = wanted.filter((file) => file.done !== undefined).length;
    const { phase, begunAt, expires, transactionTime } = state;
    return {
      json: { folder, phase, begunAt, transactionTime, expires, files: wanted.length, done },
      lines: [`Begun at ${begunAt}. ${phaseWords(state, done, wanted.length)}`],
    };
  },

  async verify(options) {
    const folder = folderOf(options);
    const { files, records, faults } = await verifyExport(folder);
    return {
      json: { folder, files, records, faults },
      lines:
        faults.length === 0
          ? [`${files} files with ${records} records are as they were fetched.`]
          : faults.map(({ name, fault }) => `${name} ${fileFaults[fault]}.`),
      exit: faults.length === 0 ? exitCodes.done : exitCodes.failed,
    };
  },
};
