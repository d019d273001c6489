/** Reads records at their places: neighbours at one go, nothing that lies between. */
import type { FhirResource } from '#fhir/json.ts';
import { parseFhirJson } from '#fhir/parse-json.ts';
import { type Found, idOf, resourcesIn } from './resources-in.ts';
import type { Place } from './row-table.ts';
import type { FileSource } from './source.ts';

/** What lies between two places is read with them up to this; one read is never longer than `mostAtOnce` for it. */
const worthReading = 32 * 1024;
const mostAtOnce = 4 * 1024 * 1024;

export interface ReadRecord {
  readonly place: Place;
  readonly resource: FhirResource;
  readonly fullUrl: string | undefined;
}

export interface ReadPlaces {
  readonly records: readonly ReadRecord[];
  /** Pieces that were taken in when the file was gone through and cannot be read as a record: as they came. */
  readonly unreadable: readonly { readonly type: string | undefined; readonly text: string }[];
}

interface Stretch {
  readonly file: number;
  readonly start: number;
  end: number;
  readonly places: Place[];
}

function stretchesOf(places: readonly Place[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const place of places.toSorted((a, b) => a.file - b.file || a.start - b.start || a.inner - b.inner)) {
    const end = place.start + place.length;
    const last = stretches.at(-1);
    const joins =
      last !== undefined &&
      last.file === place.file &&
      place.start - last.end <= worthReading &&
      end - last.start <= mostAtOnce;
    if (joins || (last !== undefined && last.file === place.file && end <= last.end)) {
      last.end = Math.max(last.end, end);
      last.places.push(place);
    } else stretches.push({ file: place.file, start: place.start, end, places: [place] });
  }
  return stretches;
}

/** What is kept of a piece that cannot be read: enough to see what it was. */
const keptOfUnreadable = 2000;

/** Rejects where a file can no longer be read, and with the signal's reason. */
export async function readPlaces(
  sources: readonly FileSource[],
  places: readonly Place[],
  signal?: AbortSignal,
): Promise<ReadPlaces> {
  const records: ReadRecord[] = [];
  const unreadable: ReadPlaces['unreadable'][number][] = [];
  const decoder = new TextDecoder();
  for (const stretch of stretchesOf(places)) {
    signal?.throwIfAborted();
    const source = sources[stretch.file];
    if (source === undefined) continue;
    // oxlint-disable-next-line no-await-in-loop -- one stretch at a time is what bounds the memory
    const bytes = await source.read(stretch.start, stretch.end);
    const byPiece = Map.groupBy(stretch.places, ({ start }) => start);
    for (const [start, inPiece] of byPiece) {
      const length = inPiece[0]?.length ?? 0;
      const text = decoder.decode(bytes.subarray(start - stretch.start, start - stretch.start + length));
      // oxlint-disable-next-line no-await-in-loop -- parsed in turns with the page
      const found = await parsedPiece(text);
      for (const place of inPiece) {
        const one = found?.[place.inner];
        if (one === undefined) {
          const type = /"resourceType"\s*:\s*"([A-Za-z]{1,64})"/.exec(text)?.[1];
          unreadable.push({ type, text: text.slice(0, keptOfUnreadable) });
          continue;
        }
        records.push({ place, fullUrl: one.fullUrl, resource: withId(one) });
      }
    }
  }
  return { records, unreadable };
}

/** A record of a Bundle that has no id is known by its address; an id must be text that an address can hold. */
function withId(found: Found): FhirResource {
  const id = idOf(found)?.toWellFormed();
  return id === undefined || id === found.resource.id ? found.resource : { ...found.resource, id };
}

async function parsedPiece(text: string): Promise<readonly Found[] | undefined> {
  try {
    return resourcesIn(await parseFhirJson(text));
  } catch {
    return undefined;
  }
}
