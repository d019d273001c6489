/** The files of an export: what they are called here, and which is which when the server lists them again. */
import { createHash } from 'node:crypto';
import { ownAddress, type BulkServer } from './bulk-config.ts';
import type { ExportState, StateFile } from './export-state.ts';
import { BulkError } from './failure.ts';
import type { Manifest, ManifestFile } from './manifest.ts';

const fingerprint = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

/** An address can be told again by these, and not be asked for: it may be signed. */
function addressOf(server: BulkServer, listed: string): NonNullable<StateFile['address']> {
  const whole = ownAddress(server, listed) ?? listed;
  return { whole: fingerprint(whole), path: fingerprint(whole.split(/[?#]/, 1)[0] ?? '') };
}

function namesFor(
  server: BulkServer,
  files: readonly ManifestFile[],
  folder: '' | 'errors/',
): readonly StateFile[] {
  const seen = new Map<string, number>();
  return files.map(({ type, url, count }) => {
    const index = seen.get(type) ?? 0;
    seen.set(type, index + 1);
    const name = `${folder}${type}.${String(index).padStart(3, '0')}.ndjson`;
    return { name, type, promised: count, address: addressOf(server, url) };
  });
}

/** What a manifest lists, in its order, with the names that the files get. */
export function listedFiles(server: BulkServer, { output, error }: Manifest): StateFile[] {
  return [...namesFor(server, output, ''), ...namesFor(server, error, 'errors/')];
}

/** Whether a file is fetched: types that the server sent although only others were asked for are left out. */
export function isWanted({ request }: ExportState, { name, type }: StateFile): boolean {
  return request.types.length === 0 || name.startsWith('errors/') || request.types.includes(type);
}

/** Whether types were asked for and the server took none: it said so, or sent others. */
export function tookNoTypes(state: ExportState): boolean {
  const { isBare, request, files } = state;
  return request.types.length > 0 && (isBare || files.some((file) => !isWanted(state, file)));
}

function changed(detail: string): never {
  throw new BulkError({ kind: 'protocol', reason: 'relisted', detail });
}

/** Positions among `now` of the files `before`, by their addresses; undefined where those do not tell. */
function byAddress(before: readonly StateFile[], now: readonly StateFile[]): readonly number[] | undefined {
  const isSame = (a: StateFile, b: StateFile, by: 'whole' | 'path'): boolean =>
    a.address !== undefined && a.address[by] === b.address?.[by];
  if (before.every((file, at) => isSame(file, now[at] ?? file, 'whole'))) return [...before.keys()];
  const places = before.map((file) => {
    for (const by of ['whole', 'path'] as const) {
      const [place, ...others] = [...now.keys()].filter((at) => isSame(file, now[at] ?? file, by));
      if (place !== undefined && others.length === 0) return place;
    }
    return undefined;
  });
  const found = places.filter((place) => place !== undefined);
  return new Set(found).size === before.length ? found : undefined;
}

const groupOf = ({ name }: StateFile): string => name.replace(/\.\d+\.ndjson$/, '');

/**
 * The files of the state with what a manifest of the same job says of each now, whatever its order. Signed addresses
 * change from listing to listing: a file is known by its whole address, else by its path; one of its type alone by that;
 * of a type of which nothing has been begun (`isBegun`, by position) it does not matter which is which. Throws `BulkError`
 * (`relisted`) where that does not tell, or where the list is of another time or of other files.
 */
export function relisted(
  server: BulkServer,
  state: ExportState,
  manifest: Manifest,
  isBegun: (index: number) => boolean,
): { readonly files: StateFile[]; readonly listed: readonly ManifestFile[] } {
  if (state.transactionTime !== manifest.transactionTime) return changed('transactionTime');
  const fresh = listedFiles(server, manifest);
  const addresses = [...manifest.output, ...manifest.error];
  const files = [...state.files];
  const listed: ManifestFile[] = [];
  for (const group of new Set([...state.files, ...fresh].map(groupOf))) {
    const mine = [...files.keys()].filter((index) => groupOf(files[index]!) === group);
    const theirs = [...fresh.keys()].filter((index) => groupOf(fresh[index]!) === group);
    if (mine.length !== theirs.length) return changed(group);
    const before = mine.map((index) => files[index]!);
    const now = theirs.map((index) => fresh[index]!);
    const isFree = mine.length === 1 || !mine.some(isBegun);
    const places = byAddress(before, now) ?? (isFree ? [...now.keys()] : changed(group));
    for (const [at, index] of mine.entries()) {
      const place = places[at] ?? 0;
      const { promised, address } = now[place]!;
      if (isBegun(index) && promised !== before[at]!.promised) return changed(before[at]!.name);
      files[index] = { ...before[at]!, promised, address };
      listed[index] = addresses[theirs[place]!]!;
    }
  }
  return { files, listed };
}
