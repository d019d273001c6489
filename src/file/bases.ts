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
  let homes = new Map<number | string, string | undefined>();
  const add = (where: Map<number, Set<string>>, file: number, base: string): void => {
    const known = where.get(file);
    if (known?.has(base) === true) return;
    homes = new Map();
    if (known === undefined) where.set(file, new Set([base]));
    else known.add(base);
    if (where !== requested) all.add(base);
  };
  const inArea = (where: ReadonlyMap<number, ReadonlySet<string>>, area: string): ReadonlySet<string> =>
    new Set([...where].flatMap(([file, bases]) => (areaOf(file) === area ? [...bases] : [])));
  const only = (bases: ReadonlySet<string>): string | undefined =>
    bases.size === 1 ? [...bases][0] : undefined;
  return {
    declare: (file, base) => add(declared, file, base),
    mention: (file, base) => add(mentioned, file, base),
    request: (file, base) => add(requested, file, base),
    homeOf(file) {
      const own = declared.get(file);
      if (own !== undefined) return only(own);
      const area = areaOf(file);
      if (!homes.has(area)) {
        const said = inArea(declared, area);
        const named = said.size > 0 ? said : inArea(mentioned, area);
        const asked = only(inArea(requested, area));
        const isAsked = asked !== undefined && (named.size === 0 || named.has(asked));
        homes.set(area, isAsked ? asked : only(named));
      }
      return homes.get(area);
    },
    all,
  };
}
