/** The files of a finished export, side by side, for as long as the server keeps giving their addresses. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BulkClient } from './ask.ts';
import { fileAddress } from './bulk-config.ts';
import { diskFailure } from './disk-failure.ts';
import type { ExportEvent } from './export-event.ts';
import { isWanted, relisted } from './export-listing.ts';
import { BulkError } from './failure.ts';
import { downloadFile, type Part } from './file-download.ts';
import { inParallel, type Ending } from './in-parallel.ts';
import { pollUntilDone } from './job.ts';
import type { Manifest, ManifestFile } from './manifest.ts';
import type { StateKeeper } from './state-keeper.ts';

/** So long before the addresses end they are asked for again: a file may take its time to begin. */
const margin = 60_000;
/** So often one file's address may run out while it is asked for. */
const mostRenewals = 3;

interface Listing {
  /** By position of the state's files. */
  readonly listed: readonly ManifestFile[];
  readonly requiresAccessToken: boolean;
  readonly expires: number | undefined;
  readonly at: number;
}

const isAbsent = (error: unknown): boolean => error instanceof BulkError && error.failure.kind === 'absent';

export interface FetchWish {
  readonly folder: string;
  readonly statusUrl: string;
  /** Files fetched side by side. */
  readonly parallel: number;
  readonly onEvent: ((event: ExportEvent) => void) | undefined;
}

/**
 * Fetches what the state knows and has not yet, and notes each file that is whole. Addresses that run out (`Expires`, or
 * because the server says so) are asked for again, as often as that helps. Rejects with `BulkError`.
 */
export async function fetchFiles(
  client: BulkClient,
  keeper: StateKeeper,
  manifest: Manifest,
  { folder, statusUrl, parallel, onEvent }: FetchWish,
): Promise<void> {
  const { server, pacing } = client;
  const { files } = keeper.state;
  const wanted = [...files.keys()].filter((index) => isWanted(keeper.state, files[index]!));
  const isDone = (index: number): boolean => keeper.state.files[index]?.done !== undefined;
  const left = wanted.filter((index) => !isDone(index));
  const begun = new Set(wanted.filter(isDone));

  let listing: Listing;
  /** Takes what the server lists from now on; resolves when that is on the disk. */
  const take = (from: Manifest): Promise<void> => {
    const { files: now, listed } = relisted(server, keeper.state, from, (index) => begun.has(index));
    const { requiresAccessToken, expires } = from;
    listing = { listed, requiresAccessToken, expires, at: pacing.now() };
    const until = expires === undefined ? undefined : new Date(expires).toISOString();
    return keeper.change({ files: now, expires: until });
  };
  await take(manifest);
  let renewing: Promise<void> | undefined;
  /** Files whose addresses run out side by side ask once. */
  const renew = async (old: Listing): Promise<void> => {
    if (listing !== old) return;
    renewing ??= pollUntilDone(client, statusUrl)
      .then(take)
      .finally(() => (renewing = undefined));
    await renewing;
  };
  /** Not where they seemed to have run out as they came: then the two clocks differ, and asking again would not help. */
  const isRunningOut = ({ expires, at }: Listing): boolean =>
    expires !== undefined && expires - at > margin && expires - pacing.now() <= margin;

  onEvent?.({ kind: 'fetching', files: wanted.length, done: wanted.length - left.length });
  const errors = join(folder, 'errors');
  if (manifest.error.length > 0) {
    await mkdir(errors, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
      throw diskFailure(errors, error);
    });
  }

  /** Resolves once the file has come, with what is still to be done of it beside the next one. */
  const fetchOne = async (index: number): Promise<Ending> => {
    const known: Part = { etag: undefined };
    for (let renewals = 0; ; renewals += 1) {
      /* oxlint-disable no-await-in-loop -- each try needs the addresses that the one before had not */
      if (isRunningOut(listing)) {
        // A server that has forgotten the job may keep its files all the same.
        await renew(listing).catch((error: unknown) => {
          if (!isAbsent(error)) throw error;
          listing = { ...listing, expires: undefined };
        });
      }
      begun.add(index);
      const from = listing;
      const { name, promised } = keeper.state.files[index]!;
      const address = fileAddress(server, from.listed[index]!.url, from.requiresAccessToken);
      if ('refused' in address)
        throw new BulkError({ kind: 'protocol', reason: address.refused, detail: name });
      try {
        const { facts: done, settle } = await downloadFile(
          client,
          { path: join(folder, name), ...address, count: promised },
          { known, onBytes: (count) => onEvent?.({ kind: 'bytes', count }) },
        );
        return async () => {
          await settle();
          // What others have finished meanwhile stands in the newest state.
          const now = keeper.state.files;
          await keeper.change({ files: now.map((each, at) => (at === index ? { ...each, done } : each)) });
          onEvent?.({ kind: 'file', name, done: wanted.filter(isDone).length, files: wanted.length });
        };
      } catch (error) {
        if (!isAbsent(error) || renewals >= mostRenewals) throw error;
        // Signed addresses run out; the job, asked again, gives new ones.
        await renew(from);
      }
      /* oxlint-enable no-await-in-loop */
    }
  };
  await inParallel(left, Math.max(1, parallel), fetchOne);
}
