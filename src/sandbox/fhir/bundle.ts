import { randomUUID } from 'node:crypto';
import type { FhirResource } from './resource.ts';

export interface BundleEntry {
  readonly resource: FhirResource;
  /** Written as `search.mode` where the server does that. */
  readonly mode: 'match' | 'include' | undefined;
}

export interface BundleParts {
  readonly base: string;
  readonly now: number;
  readonly total: number;
  readonly links: readonly { readonly relation: string; readonly url: string }[];
  readonly entries: readonly BundleEntry[];
  /** A record as JSON text. */
  text(resource: FhirResource): string;
}

/** A searchset as JSON text. An empty one has no `entry` member. */
export function searchsetText({ base, now, total, links, entries, text }: BundleParts): string {
  const head = JSON.stringify({
    resourceType: 'Bundle',
    id: randomUUID(),
    meta: { lastUpdated: new Date(now).toISOString() },
    type: 'searchset',
    total,
    link: links,
  });
  if (entries.length === 0) return head;
  const written = entries.map(({ resource, mode }) => {
    const fullUrl = JSON.stringify(`${base}/${resource.resourceType}/${resource.id}`);
    const search = mode === undefined ? '' : `,"search":{"mode":"${mode}"}`;
    return `{"fullUrl":${fullUrl},"resource":${text(resource)}${search}}`;
  });
  return `${head.slice(0, -1)},"entry":[${written.join(',')}]}`;
}
