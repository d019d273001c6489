/** The resources inside one piece of JSON: a record itself, a Bundle's entry, a Bundle within a Bundle, a list. */
import { asObject, asText, type FhirResource, isResource } from '#fhir/json.ts';
import { splitReference } from '#fhir/reference-index.ts';

export interface Found {
  readonly resource: FhirResource;
  readonly fullUrl: string | undefined;
}

/** The id of a record that has none but an address within its Bundle. */
export function idOf({ resource, fullUrl }: Found): string | undefined {
  const id = asText(resource.id);
  if (id !== undefined || fullUrl === undefined) return id;
  return /^urn:(?:uuid|oid):(.+)$/i.exec(fullUrl)?.[1] ?? splitReference(fullUrl)?.id;
}

/** Bundles within Bundles are few levels deep (a batch's answers); what is deeper is hostile. */
const deepest = 6;

/** In the order they stand, so that the nth is the same whenever the same piece is read. */
export function resourcesIn(value: unknown, depth = 0): readonly Found[] {
  const found: Found[] = [];
  collect(value, undefined, depth, found);
  return found;
}

function collect(value: unknown, fullUrl: string | undefined, depth: number, found: Found[]): void {
  if (depth > deepest) return;
  if (Array.isArray(value)) {
    for (const one of value) collect(one, undefined, depth + 1, found);
    return;
  }
  const object = asObject(value);
  if (object === undefined) return;
  if (isResource(object)) {
    if (object.resourceType === 'Bundle') collect(object['entry'], undefined, depth + 1, found);
    else if (object.resourceType === 'Parameters') collect(object['parameter'], undefined, depth + 1, found);
    else found.push({ resource: object, fullUrl });
    return;
  }
  if (object['resource'] !== undefined) {
    collect(object['resource'], asText(object['fullUrl']), depth + 1, found);
  } else if (asObject(object['response'])?.['outcome'] !== undefined) {
    collect(asObject(object['response'])?.['outcome'], undefined, depth + 1, found);
  }
}
