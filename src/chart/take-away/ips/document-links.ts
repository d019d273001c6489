/**
 * The resources of a document and what they point at (FHIR R4 §3.3): every reference leads to an entry of the document,
 * to a contained resource, or is words.
 */
import { asText, type FhirResource, isExactNumber, type JsonObject } from '#fhir/json.ts';
import { keyOf } from '#fhir/record.ts';
import { fullUrlOf, type BundleEntry } from '#chart/kit/take/record-bundle.ts';
import { referencesIn } from '#chart/kit/take/received.ts';
import { t } from '#i18n/translate.ts';

/** People, places, products and parts of results: what an entry is not understood without. All else is named. */
const followed: ReadonlySet<string> = new Set([
  'Device',
  'Location',
  'Medication',
  'Observation',
  'Organization',
  'Practitioner',
  'PractitionerRole',
  'RelatedPerson',
  'Specimen',
]);

type Find = (reference: string, within: FhirResource) => FhirResource | undefined;

/** The resources with all they need, each once, in the order they are met. */
export function withNeeded(first: readonly FhirResource[], find: Find): readonly FhirResource[] {
  const found = new Map(first.map((resource) => [keyOf(resource), resource]));
  const queue = [...found.values()];
  for (let at = 0; at < queue.length; at++) {
    const resource = queue[at]!;
    for (const reference of referencesIn(resource)) {
      if (reference.startsWith('#')) continue;
      const target = find(reference, resource);
      if (target === undefined || !followed.has(target.resourceType) || isMistake(target)) continue;
      if (found.has(keyOf(target))) continue;
      found.set(keyOf(target), target);
      queue.push(target);
    }
  }
  return [...found.values()];
}

function isMistake(resource: FhirResource): boolean {
  return resource['status'] === 'entered-in-error';
}

export interface LinkedEntries {
  readonly entries: readonly BundleEntry[];
  /** The address of a resource in the document, as a reference writes it. */
  readonly addressOf: (resource: FhirResource) => string;
}

/** Entries whose references lead into the document or are words. The resources themselves are left as they are. */
export function linked(resources: readonly FhirResource[], find: Find, fhirBase: string): LinkedEntries {
  const urls = new Map(resources.map((resource) => [keyOf(resource), fullUrlOf(resource, fhirBase)]));
  const addressOf = (resource: FhirResource): string => {
    const url = urls.get(keyOf(resource)) ?? '';
    return url.startsWith('urn:') ? url : url.slice(fhirBase.length + 1);
  };
  const relink = (value: unknown, within: FhirResource): unknown => {
    if (typeof value !== 'object' || value === null || isExactNumber(value)) return value;
    if (Array.isArray(value)) return value.map((item) => relink(item, within));
    const object = value as JsonObject;
    const copy = Object.fromEntries(
      Object.entries(object).map(([key, child]) => [key, relink(child, within)]),
    );
    const reference = object['reference'];
    if (typeof reference !== 'string' || reference.startsWith('#')) return copy;
    const target = find(reference, within);
    if (target !== undefined && urls.has(keyOf(target))) return { ...copy, reference: addressOf(target) };
    const { reference: _dropped, ...words } = copy;
    return { ...words, display: asText(object['display']) ?? named(reference) };
  };
  return {
    addressOf,
    entries: resources.map((resource) => ({
      fullUrl: urls.get(keyOf(resource))!,
      resource: relink(resource, resource) as JsonObject,
    })),
  };
}

/** What a reference that leads out of the document pointed at: its type, in so many words. */
function named(reference: string): string {
  const type = /([A-Z][A-Za-z]+)\/[^/]+(?:\/_history\/[^/]+)?$/.exec(reference.slice(-600))?.[1];
  return t('ips.not-here', { what: type ?? 'Record' });
}
