/** Records of earlier versions in R4's elements, each by the version of what it came in. */
import type { FhirVersion } from '#fhir/version.ts';
import type { OpenedFiles } from './gathering.ts';
import type { ReadRecord } from './read-places.ts';

export async function recordsInR4(
  files: OpenedFiles,
  records: readonly ReadRecord[],
): Promise<readonly ReadRecord[]> {
  const versions = records.map(({ resource, place }): FhirVersion => files.versionOf(resource, place));
  if (versions.every((version) => version === 'R4')) return records;
  const { asR4 } = await import('#fhir/earlier/as-r4.ts');
  return records.map((one, at) => {
    const version = versions[at] ?? 'R4';
    return version === 'R4' ? one : { ...one, resource: asR4(one.resource, version) };
  });
}
