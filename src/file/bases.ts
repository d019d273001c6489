/** FHIR bases that opened files name, and which of them a record without one of its own is of. */
import type { Containers } from './containers.ts';

/** The same server, however it was written. Undefined for what is no web address. */
export function plainBase(base: string | undefined): string | undefined {
  return base !== undefined && /^https?:\/\//i.test(base)
    ? base
        .replace(/^https?/i, 'https')
        .replace(/\/+$/, '')
        .toLowerCase()
    : undefined;
}

const only = (bases: ReadonlySet<string>): string | undefined =>
  bases.size === 1 ? [...bases][0] : undefined;

type ByArea = ReadonlyMap<string, ReadonlySet<string>>;

/** The server of each folder: by the addresses of its records, else by their references, else by where it was asked for. */
function homesOf(
  declared: ByArea,
  mentioned: ByArea,
  requested: ByArea,
): ReadonlyMap<string, string | undefined> {
  const none: ReadonlySet<string> = new Set();
  const homes = new Map<string, string | undefined>();
  for (const area of [...declared.keys(), ...mentioned.keys(), ...requested.keys()]) {
    const named = declared.get(area) ?? mentioned.get(area) ?? none;
    const asked = only(requested.get(area) ?? none);
    const isAsked = asked !== undefined && (named.size === 0 || named.has(asked));
    homes.set(area, isAsked ? asked : only(named));
  }
  return homes;
}

export interface Bases {
  /** An address that a server gave to a record. */
  declare(file: number, base: string): void;
  /** An address in a patient reference: counts for a folder's own only where none is declared. */
  mention(file: number, base: string): void;
  /** Where an export was asked for: counts where the records name nothing else, or that among others. */
  request(file: number, base: string): void;
  /** Of a record in this file that has no address; undefined where none is named, or several are. */
  homeOf(file: number): string | undefined;
  /** Every server the files name. */
  readonly all: ReadonlySet<string>;
}

export function createBases({ areaOf }: Containers): Bases {
  const declared = new Map<number, Set<string>>();
  const mentioned = new Map<number, Set<string>>();
  const requested = new Map<number, Set<string>>();
  const all = new Set<string>();
  let homes: ReadonlyMap<string, string | undefined> | undefined;
  const add = (where: Map<number, Set<string>>, file: number, base: string): void => {
    const known = where.get(file);
    if (known?.has(base) === true) return;
    homes = undefined;
    if (known === undefined) where.set(file, new Set([base]));
    else known.add(base);
    if (where !== requested) all.add(base);
  };
  const byArea = (
    where: ReadonlyMap<number, ReadonlySet<string>>,
  ): ReadonlyMap<string, ReadonlySet<string>> => {
    const found = new Map<string, Set<string>>();
    for (const [file, bases] of where) {
      const area = areaOf(file);
      found.set(area, (found.get(area) ?? new Set<string>()).union(bases));
    }
    return found;
  };
  return {
    declare: (file, base) => add(declared, file, base),
    mention: (file, base) => add(mentioned, file, base),
    request: (file, base) => add(requested, file, base),
    homeOf(file) {
      const own = declared.get(file);
      if (own !== undefined) return only(own);
      homes ??= homesOf(byArea(declared), byArea(mentioned), byArea(requested));
      return homes.get(areaOf(file));
    },
    all,
  };
}
