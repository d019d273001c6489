import { type FhirResource, isObject, isResource, textOf } from './resource.ts';

/** What a document yields: its resources, and why some of it is none. */
export interface Found {
  readonly resources: FhirResource[];
  readonly problems: string[];
  /** `fullUrl` → `Type/id`, for the references inside a Bundle. */
  readonly addresses: Map<string, string>;
}

const deepest = 20;

/**
 * Every resource in a parsed document: a resource, a Bundle of any type, Bundles in Bundles, or a list of these. A
 * Bundle entry without an id takes it from its `fullUrl`. `fallbackId` names a resource that has neither.
 */
export function resourcesIn(document: unknown, fallbackId: (position: number) => string): Found {
  const found: Found = { resources: [], problems: [], addresses: new Map() };
  collect(document, undefined, 0);
  return found;

  function collect(value: unknown, fullUrl: string | undefined, depth: number): void {
    if (depth > deepest) {
      found.problems.push(`has Bundles more than ${deepest} deep`);
      return;
    }
    if (Array.isArray(value)) {
      for (const item of value) collect(item, undefined, depth + 1);
      return;
    }
    if (!isResource(value)) {
      found.problems.push('holds JSON that is no FHIR resource');
      return;
    }
    if (value.resourceType === 'Bundle') collectBundle(value, depth);
    else keep(value, fullUrl);
  }

  function collectBundle(bundle: FhirResource, depth: number): void {
    const entries = Array.isArray(bundle['entry']) ? bundle['entry'] : [];
    for (const entry of entries) {
      if (!isObject(entry)) continue;
      // A response, a deletion or a search's own outcome carries no record.
      const { resource, search } = entry;
      if (resource === undefined || (isObject(search) && search['mode'] === 'outcome')) continue;
      collect(resource, textOf(entry['fullUrl']), depth + 1);
    }
  }

  function keep(resource: FhirResource, fullUrl: string | undefined): void {
    const id = textOf(resource.id) ?? idIn(fullUrl) ?? fallbackId(found.resources.length + 1);
    found.resources.push(resource.id === id ? resource : { ...resource, id });
    if (fullUrl !== undefined) found.addresses.set(fullUrl, `${resource.resourceType}/${id}`);
  }
}

/** `urn:uuid:X` → X, `http://host/base/Type/X` → X. */
function idIn(fullUrl: string | undefined): string | undefined {
  return fullUrl === undefined
    ? undefined
    : /(?:^urn:(?:uuid|oid):|\/)([A-Za-z0-9.-]{1,64})$/.exec(fullUrl)?.[1];
}

/** Points `urn:` references and attachment addresses at `Type/id`, in place. What is not in `addresses` stays. */
export function resolveReferences(value: unknown, addresses: ReadonlyMap<string, string>): void {
  if (Array.isArray(value)) {
    for (const item of value) resolveReferences(item, addresses);
    return;
  }
  if (!isObject(value) || Object.isFrozen(value)) return;
  const object = value as Record<string, unknown>;
  for (const [key, item] of Object.entries(object)) {
    if (typeof item !== 'string') resolveReferences(item, addresses);
    else if ((key === 'reference' || key === 'url') && item.startsWith('urn:')) {
      const address = addresses.get(item);
      if (address !== undefined) object[key] = address;
    }
  }
}
