/** What has arrived, by reference: `Type/id`, an absolute URL, a `urn:uuid:` or a contained `#id`. Never a request. */
import { asObject, asObjects, asText, type FhirResource, isResource } from './json.ts';
import { sentType } from './original.ts';

const typeAndId = /^(.*?\/)?([A-Z][A-Za-z]{1,63})\/([A-Za-z0-9\-.]{1,128})(?:\/_history\/[^/?#]{1,64})?\/?$/i;

/** A reference's text, of a Reference or of text in its place. */
export function referenceText(reference: unknown): string | undefined {
  return asText(asObject(reference)?.['reference']) ?? asText(reference);
}

/** A reference in parts; a version (`/_history/…`) is dropped. Undefined for `#…`, `urn:…` and what is no reference. */
export function splitReference(
  reference: string,
): { readonly base: string | undefined; readonly type: string; readonly id: string } | undefined {
  if (reference.length > 2000) return undefined;
  const [, before, type, id] = typeAndId.exec(reference) ?? [];
  if (type === undefined || id === undefined) return undefined;
  const base = before?.replace(/\/+$/, '');
  return { base: base === '' ? undefined : base, type, id };
}

/** Ids keep their letters, which tell them apart. */
function lowerType(key: string): string {
  const slash = key.indexOf('/');
  return key.slice(0, slash).toLowerCase() + key.slice(slash);
}

export interface ReferenceIndex {
  /** Takes in resources, and the `fullUrl` their server gives them (`fullUrl` → `Type/id`). */
  add(resources: readonly FhirResource[], fullUrls?: ReadonlyMap<string, string>): void;
  /** `Type/id` on this server, or undefined where the reference leads elsewhere. */
  keyOf(reference: string): string | undefined;
  find(reference: unknown, within?: FhirResource): FhirResource | undefined;
}

/**
 * An index of one server's resources. An absolute reference counts only under `fhirBase` or a base that the server
 * itself gives as `fullUrl` (it may know itself by another name behind a relay, and by another letter case): the same
 * type and id on some other server is somebody else.
 */
export function createReferenceIndex(fhirBase: string): ReferenceIndex {
  const byKey = new Map<string, FhirResource>();
  /** NextGen Enterprise writes some types in lower case where it writes addresses (`…/R4/goal/1`). */
  const keyInLowerType = new Map<string, string>();
  const keyOfUrl = new Map<string, string>();
  const bases = new Set([fhirBase.toLowerCase()]);

  const keyOf = (reference: string): string | undefined => {
    const known = keyOfUrl.get(reference);
    if (known !== undefined) return known;
    const parts = splitReference(reference);
    if (parts === undefined) return undefined;
    const isHere = parts.base === undefined || bases.has(parts.base.toLowerCase());
    if (!isHere) return undefined;
    const key = `${parts.type}/${parts.id}`;
    return byKey.has(key) ? key : (keyInLowerType.get(lowerType(key)) ?? key);
  };

  return {
    keyOf,
    add(resources, fullUrls) {
      for (const resource of resources) {
        const id = asText(resource.id);
        if (id === undefined) continue;
        const key = `${sentType(resource)}/${id}`;
        byKey.set(key, resource);
        keyInLowerType.set(lowerType(key), key);
      }
      for (const [url, key] of fullUrls ?? []) {
        keyOfUrl.set(url, key);
        const base = splitReference(url)?.base;
        if (base !== undefined) bases.add(base.toLowerCase());
      }
    },
    find(reference, within) {
      const text = referenceText(reference);
      if (text === undefined) return undefined;
      // "#" alone means the record that holds the contained one (FHIR R4 §2.3.0.2).
      if (text === '#') return within;
      if (text.startsWith('#')) {
        const contained = asObjects(within?.['contained']).find((one) => asText(one['id']) === text.slice(1));
        return isResource(contained) ? contained : undefined;
      }
      const key = keyOf(text);
      return key === undefined ? undefined : byKey.get(key);
    },
  };
}
