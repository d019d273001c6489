/** What an export came to, for whoever asked for it. */
import { join } from 'node:path';
import { readErrors, type ErrorSummary } from './error-files.ts';
import { tookNoTypes } from './export-listing.ts';
import type { ExportState } from './export-state.ts';

export interface ExportSummary {
  readonly folder: string;
  readonly transactionTime: string;
  readonly types: readonly { readonly type: string; readonly files: number; readonly records: number }[];
  readonly records: number;
  readonly bytes: number;
  readonly errors: ErrorSummary;
  /** `--type` or `--since` that the server did not take: types were sorted out here, `since` was not kept. */
  readonly ignored: readonly ('types' | 'since')[];
  /** Types that were asked for and of which nothing came. */
  readonly without: readonly string[];
  /** Whether the server has deleted its copy. */
  readonly deleted: boolean;
  /** It has not yet, and the same call asks it again. */
  readonly deletionPending: boolean;
}

/** Reads the error files; the rest stands in the state. */
export async function summaryOf(folder: string, state: ExportState): Promise<ExportSummary> {
  const records = state.files.filter(({ name }) => !name.startsWith('errors/'));
  const types = new Map<string, { files: number; records: number }>();
  for (const { type, done } of records) {
    if (done === undefined) continue;
    const sum = types.get(type) ?? { files: 0, records: 0 };
    types.set(type, { files: sum.files + 1, records: sum.records + done.count });
  }
  const errors = state.files
    .filter(({ name, done }) => name.startsWith('errors/') && done !== undefined)
    .map(({ name }) => join(folder, name));
  const { isBare, request } = state;
  return {
    folder,
    transactionTime: state.transactionTime ?? '',
    types: [...types]
      .map(([type, sum]) => ({ type, ...sum }))
      .toSorted((a, b) => a.type.localeCompare(b.type)),
    records: [...types.values()].reduce((sum, each) => sum + each.records, 0),
    bytes: records.reduce((sum, { done }) => sum + (done?.bytes ?? 0), 0),
    errors: await readErrors(errors),
    ignored: [
      ...(tookNoTypes(state) ? (['types'] as const) : []),
      ...(isBare && request.since !== undefined ? (['since'] as const) : []),
    ],
    without: request.types.filter((type) => !types.has(type)),
    deleted: state.phase === 'done' && state.isDeleted !== false,
    deletionPending: state.phase === 'fetched',
  };
}
