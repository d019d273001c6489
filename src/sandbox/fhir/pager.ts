import { randomUUID } from 'node:crypto';
import type { FhirResource } from './resource.ts';

/** A search whose pages can still be asked for. */
export interface StoredSearch {
  readonly type: string;
  readonly matches: readonly FhirResource[];
  readonly provenance: boolean;
  /** The last page's `next` leads to the first page again (a chosen fault). */
  readonly cyclic: boolean;
}

export interface Pager {
  keep(search: StoredSearch): string;
  /** Undefined: never kept, or forgotten since. */
  find(id: string): StoredSearch | undefined;
}

/** Keeps the newest `limit` searches, like HAPI's first-in-first-out paging provider. */
export function createPager(limit = 100): Pager {
  const searches = new Map<string, StoredSearch>();
  return {
    keep(search) {
      const id = randomUUID();
      searches.set(id, search);
      const [oldest] = searches.keys();
      if (searches.size > limit && oldest !== undefined) searches.delete(oldest);
      return id;
    },
    find: (id) => searches.get(id),
  };
}

/** A paging link: directly behind the base, without a slash; `_revinclude` comes back as `_include`. */
export function pageLink(
  base: string,
  id: string,
  offset: number,
  count: number,
  provenance: boolean,
): string {
  const include = provenance ? '&_include=Provenance%3Atarget' : '';
  return `${base}?_getpages=${id}&_getpagesoffset=${offset}&_count=${count}${include}&_bundletype=searchset`;
}
