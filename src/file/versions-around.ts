/** By which version the records of a Bundle or file are read. */
import type { FhirVersion } from '#fhir/version.ts';
import type { Containers } from './containers.ts';
import type { Place } from './row-table.ts';
import type { VersionVotes } from './version.ts';

/** Its own records' vote; where they leave it open its file's, and that of its export. */
export function versionsAround(
  votes: VersionVotes,
  { containerOf, areaOf, isExport }: Containers,
  everyFile: readonly number[],
): (place: Place) => FhirVersion {
  const around = new Map<number, FhirVersion>();
  return (place) => {
    const container = containerOf(place);
    const known = around.get(container);
    if (known !== undefined) return known;
    const area = areaOf(place.file);
    // Files that were opened one by one have no folder that makes them one export.
    const isOne = area !== '' || isExport(area);
    const together = isOne ? everyFile.filter((file) => areaOf(file) === area) : [];
    const version = votes.version([[container], [place.file], together]);
    around.set(container, version);
    return version;
  };
}
