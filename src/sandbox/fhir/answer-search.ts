import type { Fault } from '#sandbox/control.ts';
import type { Access } from './access.ts';
import { type BundleEntry, searchsetText } from './bundle.ts';
import { FhirError, hapi } from './fhir-error.ts';
import { type Pager, type StoredSearch, pageLink } from './pager.ts';
import { referenceTarget } from './reference-target.ts';
import { type FhirResource, isObject, valuesAt } from './resource.ts';
import type { SearchPlan } from './search-query.ts';
import type { Store } from './store.ts';
import { withStranger } from './stranger.ts';

export interface SearchContext {
  readonly base: string;
  readonly rules: 'office' | 'us-core';
  readonly store: Store;
  readonly access: Access;
  readonly pager: Pager;
  /** 0 = the server has no paging. */
  readonly pageSize: number;
  readonly now: number;
  /** The URL asked, as it goes into the `self` link. */
  readonly self: string;
  readonly fault: Fault['kind'] | undefined;
  text(resource: FhirResource): string;
}

export const accessDenied = (): FhirError =>
  new FhirError(403, hapi(334, 'Access denied by default policy (no applicable rules)'));

/** A search's answer as Bundle text. Throws 403 where the token does not reach. */
export function answerSearch(type: string, plan: SearchPlan, context: SearchContext): string {
  const { access, pageSize, fault } = context;
  if (!access.maySearch(type)) throw accessDenied();
  if (plan.patients?.some((patient) => !access.reaches(type, patient))) throw accessDenied();
  if (plan.categories !== undefined && access.refusesCategories(type, plan.categories)) throw accessDenied();
  const found = findMatches(type, plan, context);
  const matches = fault === 'wrong-subject' ? withStranger(type, found, context.store) : found;

  if (fault === 'cyclic-paging' || pageSize > 0) {
    const search = { type, matches, provenance: plan.provenance, cyclic: fault === 'cyclic-paging' };
    const whole = pageSize > 0 ? pageSize : Math.max(1, Math.ceil(matches.length / 2));
    const count = Math.min(plan.count ?? whole, whole);
    const id = search.cyclic || matches.length > count ? context.pager.keep(search) : undefined;
    return pageText(search, id, 0, count, context, plan);
  }
  return wholeText(type, matches, plan, context);
}

/** A later page of a search, asked for by its `next` link. */
export function answerPage(query: URLSearchParams, context: SearchContext): string {
  const id = query.get('_getpages') ?? '';
  const search = context.pager.find(id);
  if (search === undefined) {
    if (context.pageSize === 0) throw new FhirError(400, hapi(416, 'This server does not support paging'));
    throw new FhirError(410, hapi(417, `Search ID "${id}" does not exist and may have expired`));
  }
  // Pages are kept for whoever searched; a token that could have found none of it gets none of it.
  if (!search.matches.some((match) => context.access.permits(match, 'search'))) throw accessDenied();
  const offset = number(query.get('_getpagesoffset')) ?? 0;
  const limit = context.pageSize > 0 ? context.pageSize : search.matches.length;
  const count = Math.max(1, Math.min(number(query.get('_count')) ?? limit, limit));
  return pageText(search, id, offset, count, context);
}

function findMatches(
  type: string,
  plan: SearchPlan,
  { store, access, rules }: SearchContext,
): FhirResource[] {
  const candidates =
    plan.patients === undefined
      ? store.all(type)
      : [...new Set(plan.patients.flatMap((patient) => store.ofPatient(type, patient)))];
  const matches = candidates.filter((resource) => plan.tests.every((test) => test(resource)));
  const permitted = matches.filter((resource) => access.permits(resource, 'search'));
  // HAPI looks at what is about to leave and refuses the whole answer. Patients are cut to one's own instead, so
  // that `GET Patient` finds whom a token may open; and so is a plain server.
  const foreign = rules === 'office' && type !== 'Patient' && matches.some((each) => access.isForeign(each));
  if (foreign) throw accessDenied();
  return permitted;
}

/** One Bundle with everything; with `_count`, what a HAPI server without paging makes of it. */
function wholeText(
  type: string,
  matches: readonly FhirResource[],
  plan: SearchPlan,
  context: SearchContext,
): string {
  const { count, offset = 0 } = plan;
  const links = [{ relation: 'self', url: context.self }];
  // The first page is cut, every later one holds all matches again, and `next` counts on regardless.
  if (count !== undefined && offset + count < matches.length)
    links.push({ relation: 'next', url: offsetLink(context, type, offset + count, count) });
  const shown = count !== undefined && offset === 0 ? matches.slice(0, count) : matches;
  return bundle(shown, matches.length, links, plan, context);
}

function offsetLink({ self, base }: SearchContext, type: string, offset: number, count: number): string {
  const query = new URL(self).searchParams;
  query.delete('_count');
  query.delete('_offset');
  return `${base}/${type}?_count=${count}&_offset=${offset}&${query.toString()}`;
}

function pageText(
  search: StoredSearch,
  id: string | undefined,
  offset: number,
  count: number,
  context: SearchContext,
  plan?: SearchPlan,
): string {
  const { matches, cyclic, provenance } = search;
  const links = [{ relation: 'self', url: context.self }];
  const link = (relation: string, at: number): void => {
    if (id !== undefined) links.push({ relation, url: pageLink(context.base, id, at, count, provenance) });
  };
  if (offset + count < matches.length) link('next', offset + count);
  else if (cyclic) link('next', 0);
  if (offset > 0) link('previous', Math.max(0, offset - count));
  const shown = matches.slice(offset, offset + count);
  return bundle(shown, matches.length, links, { provenance, includes: plan?.includes ?? [] }, context);
}

function bundle(
  shown: readonly FhirResource[],
  total: number,
  links: readonly { relation: string; url: string }[],
  { provenance, includes }: Pick<SearchPlan, 'provenance' | 'includes'>,
  { base, now, rules, store, access, text }: SearchContext,
): string {
  const plain = rules === 'us-core';
  const added = new Set<FhirResource>();
  if (provenance) for (const match of shown) for (const each of store.provenanceOf(match)) added.add(each);
  for (const { paths } of includes)
    for (const match of shown)
      for (const value of paths.flatMap((path) => valuesAt(match, path))) {
        const target = isObject(value) ? referenceTarget(value['reference']) : undefined;
        const resource = target && store.read(target.type, target.id);
        if (resource !== undefined) added.add(resource);
      }
  const included = [...added].filter(
    (each) => access.permits(each, 'read') || access.permits(each, 'search'),
  );
  // One Provenance that may not be read refuses the whole search.
  if (!plain && included.length < added.size) throw accessDenied();
  const entries: BundleEntry[] = [
    ...shown.map((resource) => ({ resource, mode: plain ? ('match' as const) : undefined })),
    ...included.map((resource) => ({ resource, mode: plain ? ('include' as const) : undefined })),
  ];
  return searchsetText({ base, now, total, links, entries, text });
}

function number(text: string | null): number | undefined {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
