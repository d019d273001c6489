/** One patient's records out of the opened files: each once, none in the place of another. */
import { isForeign } from '#fhir/bundle-subject.ts';
import { asText, type FhirResource } from '#fhir/json.ts';
import type { FilePatient } from './file-patient.ts';
import type { OpenedFiles } from './gathering.ts';
import type { ReadRecord } from './read-places.ts';
import { keyOf } from './resolve-reference.ts';
import { differing, newestOf } from './same-record.ts';

export interface OwnRecords {
  readonly records: readonly ReadRecord[];
  /** Records that name somebody else beside the patient's reference, by type: never shown. */
  readonly foreign: ReadonlyMap<string, number>;
  /** Older versions in whose place a newer one is shown. */
  readonly replaced: number;
  /** Records that share their type and id with another that says something else: all of them shown. */
  readonly apart: number;
}

/** The index said whose they are; the records themselves have the last word. */
export function ownRecords(
  files: OpenedFiles,
  patient: FilePatient,
  read: readonly ReadRecord[],
): OwnRecords {
  const foreign = new Map<string, number>();
  const byKey = new Map<string, ReadRecord[]>();
  const records: ReadRecord[] = [];
  for (const one of read) {
    const type = one.resource.resourceType;
    if (isForeign(one.resource, patient.id, urnsIn(files, patient, one))) {
      foreign.set(type, (foreign.get(type) ?? 0) + 1);
    } else if (asText(one.resource.id) === undefined) records.push(one);
    else byKey.set(keyOf(one.resource), [...(byKey.get(keyOf(one.resource)) ?? []), one]);
  }
  let replaced = 0;
  let apart = 0;
  for (const same of byKey.values()) {
    const kept = differing(same);
    const only = isOneServer(files, kept) ? newestOf(kept) : kept.length === 1 ? kept[0] : undefined;
    if (only !== undefined) {
      replaced += kept.length - 1;
      records.push(only);
      continue;
    }
    apart += kept.length;
    // None of them keeps the id, or its address: what points at it could mean any. Known by content, as one without id.
    for (const one of kept) {
      const { id: _, ...resource } = one.resource;
      records.push({ ...one, resource, fullUrl: undefined });
    }
  }
  return { records, foreign, replaced, apart };
}

/** A later record of another server is another record. */
function isOneServer(files: OpenedFiles, records: readonly ReadRecord[]): boolean {
  const bases = records.map(({ place, fullUrl }) => files.whereOf(place, fullUrl).base);
  return new Set(bases.filter((base) => base !== undefined)).size <= 1;
}

function urnsIn(
  files: OpenedFiles,
  patient: FilePatient,
  { place }: ReadRecord,
): ReadonlyMap<string, FhirResource> {
  const self: FhirResource = { resourceType: 'Patient', id: patient.id };
  return new Map(files.urnsOf(patient, place).map((urn) => [urn, self]));
}
