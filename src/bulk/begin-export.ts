/** An export asked for, once, or found where an earlier run left it. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BulkClient } from './ask.ts';
import { isSameRequest, readState, stateName, writeState, type ExportState } from './export-state.ts';
import { BulkError, type BulkFailure } from './failure.ts';
import { kickOff, type ExportRequest } from './job.ts';
import { checkLedger, noteInLedger } from './ledger.ts';

export interface Beginning {
  readonly folder: string;
  readonly request: ExportRequest;
  /** Ask although the same was asked for inside the week. */
  readonly again: boolean;
  readonly ledger: string;
}

export interface Begun {
  readonly state: ExportState;
  readonly statusUrl: string;
  readonly isResumed: boolean;
}

/** Whether the server has certainly begun nothing. After a lost answer it may have: that counts as asked for. */
function isRefusal(failure: BulkFailure): boolean {
  switch (failure.kind) {
    case 'refused':
    case 'client-refused':
    case 'limit-reached':
    case 'patients-invalid':
    case 'absent':
    case 'throttled':
    case 'unsupported':
      return true;
    case 'unreachable':
      return failure.isUnsent === true;
    case 'server-error':
      // 503 says that it was not handled (RFC 9110 §15.6.4); others come in the middle of it too.
      return failure.status === 503;
    default:
      return false;
  }
}

/**
 * Begins the export in a folder that is locked, or finds it there. That it is asked for is written down before it is
 * asked for: an answer that never comes is no reason to ask twice. Rejects with `BulkError`.
 */
export async function beginExport(
  client: BulkClient,
  { folder, request, again, ledger }: Beginning,
): Promise<Begun> {
  const { server, pacing, tokens } = client;
  const found = await readState(folder);
  if (found !== undefined) {
    const { since } = found.request;
    if (found.server !== server.id || !isSameRequest({ ...found.request, since }, request)) {
      throw new BulkError({
        kind: 'setup',
        say: `${folder} holds another export. Name a new folder, or ask for the same as then.`,
      });
    }
    if (found.phase === 'cancelled') {
      throw new BulkError({
        kind: 'setup',
        say: `The export in ${folder} was cancelled before all of it was here. Begin again with another folder.`,
      });
    }
    if (found.statusUrl !== undefined) return { state: found, statusUrl: found.statusUrl, isResumed: true };
  }
  if (!again) await checkLedger(ledger, server, pacing.now());
  // Signed in before anything is noted: without that nothing is asked for.
  await tokens.token();
  const askedAt = pacing.now();
  const { of, types, since } = request;
  const asking: ExportState = {
    version: 1,
    server: server.id,
    request: { of, types: [...types], ...(since !== undefined && { since }) },
    begunAt: new Date(askedAt).toISOString(),
    isBare: false,
    files: [],
    phase: 'asking',
  };
  const takeBack = await noteInLedger(ledger, server, request, { now: askedAt, again });
  try {
    await writeState(folder, asking);
  } catch (error) {
    await takeBack();
    throw error;
  }
  try {
    const { statusUrl, isBare } = await kickOff(client, request);
    const state: ExportState = { ...asking, statusUrl, isBare, phase: 'preparing' };
    await writeState(folder, state);
    return { state, statusUrl, isResumed: false };
  } catch (error) {
    if (!(error instanceof BulkError)) throw error;
    if (!isRefusal(error.failure)) throw new BulkError({ kind: 'unanswered', why: error.failure });
    await takeBack();
    await rm(join(folder, stateName), { force: true });
    throw error;
  }
}
