import type { FhirResource } from '#sandbox/fhir/resource.ts';

export interface EnterpriseBundleParts {
  /** The server's name for its base: `…/fhir/R4`, whatever was called. */
  readonly self: string;
  readonly type: string;
  readonly query: URLSearchParams;
  readonly total: number;
  readonly page: number;
  /** The page that `next` leads to; undefined = there is none. */
  readonly next: number | undefined;
  readonly resources: readonly FhirResource[];
  text(resource: FhirResource): string;
}

/** Types that are written in small letters in `fullUrl`. */
const inSmallLetters = new Set(['DocumentReference', 'Goal']);

/** A searchset as recorded: no `id`, no `meta`, no `search.mode`; the parameters sorted, the page number last. */
export function enterpriseBundleText(parts: EnterpriseBundleParts): string {
  const { self, type, query, total, page, next, resources, text } = parts;
  const sorted = new URLSearchParams(query);
  sorted.delete('page');
  sorted.sort();
  const link = (relation: string, number: number): object => {
    const before = sorted.size > 0 ? `${sorted.toString()}&` : '';
    return { relation, url: `${self}/${type}?${before}page=${number}` };
  };
  const head = JSON.stringify({
    resourceType: 'Bundle',
    type: 'searchset',
    total,
    link: [link('self', page), ...(next === undefined ? [] : [link('next', next)])],
  });
  if (resources.length === 0) return head;
  const entries = resources.map((resource) => {
    const { resourceType, id } = resource;
    const named = inSmallLetters.has(resourceType) ? resourceType.toLowerCase() : resourceType;
    return `{"fullUrl":${JSON.stringify(`${self}/${named}/${id}`)},"resource":${text(resource)}}`;
  });
  return `${head.slice(0, -1)},"entry":[${entries.join(',')}]}`;
}
