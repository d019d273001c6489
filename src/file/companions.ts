/** Who and what a patient's records point at: practitioners, places, medications, and what Provenance says of them. */
import { asList, asObject, asText, type FhirResource } from '#fhir/json.ts';
import { sentType } from '#fhir/original.ts';
import { referenceText, splitReference } from '#fhir/reference-index.ts';
import type { OpenedFiles } from './gathering.ts';
import { type ReadRecord, readPlaces } from './read-places.ts';

/** A role points at a person, a person at nobody; a medicine at what it is made of. */
const steps = 3;
/** Deeper than any record; hostile nesting ends here. */
const deepest = 60;

/**
 * Of nobody in particular, so never a record of care: only these types are indexed by their own id
 * (`gathering.ts`), and another patient's record is none of them.
 */
export async function companionsOf(
  files: OpenedFiles,
  records: readonly ReadRecord[],
  signal?: AbortSignal,
): Promise<readonly ReadRecord[]> {
  const found = new Map<string, ReadRecord>();
  const own = new Set(records.flatMap(({ resource }) => keyOf(resource)));
  const asked = new Set<string>();
  let from: readonly ReadRecord[] = records;
  for (let step = 0; step < steps && from.length > 0; step += 1) {
    const wanted = new Set<string>();
    for (const { resource } of from) collect(resource, wanted, 0);
    // Provenance is known by what it is about.
    if (step === 0) for (const key of own) wanted.add(key);
    for (const key of asked) wanted.delete(key);
    for (const key of wanted) asked.add(key);
    // oxlint-disable-next-line no-await-in-loop -- what is found here is gone through next
    const read = await readPlaces(files.sources, files.placesNamed(wanted), signal);
    from = read.records.filter((one) => {
      const [key] = keyOf(one.resource);
      const isWanted =
        one.resource.resourceType === 'Provenance'
          ? targetsOf(one.resource).some((target) => own.has(target))
          : (key !== undefined && wanted.has(key)) || (one.fullUrl !== undefined && wanted.has(one.fullUrl));
      const name = `${one.place.file} ${one.place.start} ${one.place.inner}`;
      if (!isWanted || found.has(name)) return false;
      found.set(name, one);
      return true;
    });
  }
  const { version } = files;
  if (version === 'R4') return [...found.values()];
  const { asR4 } = await import('#fhir/earlier/as-r4.ts');
  return [...found.values()].map((one) => ({ ...one, resource: asR4(one.resource, version) }));
}

function keyOf(resource: FhirResource): readonly string[] {
  const id = asText(resource.id);
  return id === undefined ? [] : [`${sentType(resource)}/${id}`];
}

function targetsOf(provenance: FhirResource): readonly string[] {
  return asList(provenance['target']).flatMap((target) => keyOfReference(referenceText(target)));
}

function keyOfReference(text: string | undefined): readonly string[] {
  if (text === undefined || text.startsWith('#')) return [];
  const parts = splitReference(text);
  return parts === undefined ? [text] : [`${parts.type}/${parts.id}`];
}

function collect(value: unknown, found: Set<string>, depth: number): void {
  if (depth > deepest || typeof value !== 'object' || value === null) return;
  const object = asObject(value);
  const reference = asText(object?.['reference']);
  if (reference !== undefined) for (const key of keyOfReference(reference)) found.add(key);
  for (const child of Array.isArray(value) ? value : Object.values(value)) collect(child, found, depth + 1);
}
