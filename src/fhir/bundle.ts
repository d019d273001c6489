/** Bundles of a search, page after page, gathered into one answer. FHIR R4 §3.1.1 (search), §2.36 (Bundle). */
import { isForeign } from './bundle-subject.ts';
import { asNumber, asObject, asObjects, asText, type FhirResource, isResource } from './json.ts';
import { sentType } from './original.ts';
import type { SearchAnswer } from './reading.ts';

/** Entries of one search beyond which no more are taken in. */
export const mostEntries = 20_000;

/** Pages of one search beyond which no more are followed. */
export const mostPages = 200;

export interface Gathered {
  readonly answer: Omit<SearchAnswer, 'readAt'>;
  /** Entries' `fullUrl` → `Type/id`, for references by absolute URL or `urn:uuid:`. */
  readonly fullUrls: ReadonlyMap<string, string>;
}

export interface Gatherer {
  /** Takes in one page. Returns the link to the next one, or undefined where the search ends here. */
  addPage(bundle: FhirResource): string | undefined;
  /** A later page could not be read: what is missing stays missing. */
  breakOff(): void;
  gathered(): Gathered;
}

function isCompanion(resource: FhirResource, mode: string | undefined, type: string): boolean {
  if (sentType(resource) === type) return false;
  return (
    mode === 'include' ||
    mode === 'outcome' ||
    /^(?:Provenance|OperationOutcome)$/.test(resource.resourceType)
  );
}

function nextLink(bundle: FhirResource): string | undefined {
  const next = asObjects(bundle['link']).find((link) => asText(link['relation']) === 'next');
  return asText(next?.['url']);
}

/**
 * Gathers the pages of a search for `type` about one patient (`patientId` undefined: about nobody in particular).
 * Entries are joined by type and id, whatever page they came on, since servers repeat them. HAPI leaves `entry.search`
 * out on matches, so a match is known by its type; records of other types that no `search.mode` explains count as
 * matches too, lest they be lost.
 */
export function gatherPages(type: string, patientId: string | undefined): Gatherer {
  const records = new Map<string, FhirResource>();
  const included = new Map<string, FhirResource>();
  const foreign = new Set<string>();
  const unreadable = new Map<string, unknown>();
  const fullUrls = new Map<string, string>();
  const followed = new Set<string>();
  let total: number | undefined;
  let pages = 0;
  let isCut = false;

  const matches = (): number => records.size + foreign.size + unreadable.size;
  const count = (): number => matches() + included.size;
  /** `total` counts matches (FHIR R4 §3.1.1.5.3); a server that counts every entry has sent all of them too. */
  const isShort = (): boolean => total !== undefined && total > matches() && total !== count();

  /** A key for what carries no id: equal content on another page is the same thing sent again. */
  const keyWithoutId = (value: unknown, onPage: Map<string, number>): string => {
    const text = JSON.stringify(value) ?? '';
    const times = (onPage.get(text) ?? 0) + 1;
    onPage.set(text, times);
    return `#${times}#${text}`;
  };

  const addEntries = (entries: readonly unknown[]): void => {
    const onPage = new Map<string, number>();
    const byFullUrl = new Map<string, FhirResource>();
    for (const entry of entries) {
      const fullUrl = asText(asObject(entry)?.['fullUrl']);
      const resource = asObject(entry)?.['resource'];
      if (fullUrl !== undefined && isResource(resource)) byFullUrl.set(fullUrl, resource);
    }
    for (const entry of entries) {
      if (count() >= mostEntries) {
        isCut = true;
        return;
      }
      const resource = asObject(entry)?.['resource'];
      if (!isResource(resource)) {
        unreadable.set(keyWithoutId(entry, onPage), entry);
        continue;
      }
      const id = asText(resource.id);
      const key = `${sentType(resource)}/${id ?? keyWithoutId(resource, onPage)}`;
      if (patientId !== undefined && isForeign(resource, patientId, byFullUrl)) {
        foreign.add(key);
        continue;
      }
      const fullUrl = asText(asObject(entry)?.['fullUrl']);
      if (fullUrl !== undefined && id !== undefined) fullUrls.set(fullUrl, key);
      const mode = asText(asObject(asObject(entry)?.['search'])?.['mode']);
      const target = isCompanion(resource, mode, type) ? included : records;
      if (!target.has(key)) target.set(key, resource);
    }
  };

  return {
    addPage(bundle) {
      const before = count();
      const sent = bundle['entry'];
      addEntries(Array.isArray(sent) ? sent : sent === undefined ? [] : [sent]);
      total ??= asNumber(bundle['total']);
      pages += 1;
      const next = nextLink(bundle);
      if (next === undefined) {
        isCut ||= isShort();
        return undefined;
      }
      const isGettingOn = count() > before || (pages === 1 && !followed.has(next));
      if (isCut || followed.has(next) || pages >= mostPages || !isGettingOn) {
        isCut ||= total === undefined || isShort();
        return undefined;
      }
      followed.add(next);
      return next;
    },
    breakOff() {
      isCut = true;
    },
    gathered() {
      return {
        answer: {
          records: [...records.values()],
          included: [...included.values()],
          unreadable: [...unreadable.values()],
          foreign: foreign.size,
          more: isCut,
          total,
        },
        fullUrls,
      };
    },
  };
}
