import type { DataVersion } from './data-version.ts';
import { type FhirResource, isObject, objectsOf, own, textOf, valuesAt } from './resource.ts';
import { type SignShape, signsOf, versionsOfType } from './version-signs.ts';

/** What a folder says of its version. */
export interface Detected {
  readonly version: DataVersion;
  /** Records that can be of each version alone or of a few: how many speak against it. */
  readonly against: Readonly<Record<DataVersion, number>>;
}

/** Where records speak for several alike, the first of these. */
const all: readonly DataVersion[] = ['r4', 'stu3', 'dstu2'];

/**
 * The version of a folder, by its records: what a statement says of itself, profiles, types that only some versions
 * have, elements and their shapes. The version that fewest records speak against; R4 where none says anything.
 */
export function detectVersion(resources: Iterable<FhirResource>): Detected {
  const against = { r4: 0, stu3: 0, dstu2: 0 };
  for (const resource of resources) {
    const possible = versionsOf(resource);
    for (const version of all) if (!possible.includes(version)) against[version] += 1;
  }
  const [version = 'r4'] = all.toSorted((a, b) => against[a] - against[b]);
  return { version, against };
}

/** The versions a record can be of; all of them where it says nothing, or contradicts itself. */
function versionsOf(resource: FhirResource): readonly DataVersion[] {
  const stated = statedVersion(resource);
  if (stated !== undefined) return [stated];
  const said = [
    versionsOfType.get(resource.resourceType),
    ...(own(signsOf, resource.resourceType) ?? []).map(({ element, shape, versions }) =>
      hasShape(resource[element], shape) ? versions : undefined,
    ),
    familyNames(resource),
  ].filter((versions) => versions !== undefined);
  const possible = all.filter((version) => said.every((versions) => versions.includes(version)));
  return possible.length === 0 ? all : possible;
}

/** What a statement or a profile's address says. */
function statedVersion(resource: FhirResource): DataVersion | undefined {
  if (['CapabilityStatement', 'Conformance'].includes(resource.resourceType)) {
    const [, major] = /^(\d)\./.exec(textOf(resource['fhirVersion']) ?? '') ?? [];
    if (major !== undefined) return own({ 1: 'dstu2', 3: 'stu3', 4: 'r4' } as const, major);
  }
  for (const profile of valuesAt(resource, 'meta.profile')) {
    if (typeof profile !== 'string') continue;
    if (/\/DSTU2\/|\/argonaut\/|\/StructureDefinition\/daf-/.test(profile)) return 'dstu2';
    if (/\/STU3\/|standardhealthrecord\.org/.test(profile)) return 'stu3';
    if (/\/R4\/|\/us-core-[a-z-]+\|[3-9]\./.test(profile)) return 'r4';
  }
  return undefined;
}

/** A family name is a list in DSTU2 alone. */
function familyNames({ resourceType, name }: FhirResource): readonly DataVersion[] | undefined {
  if (!['Patient', 'Practitioner', 'RelatedPerson'].includes(resourceType)) return undefined;
  const families = objectsOf(name).map((each) => each['family']);
  if (families.some((family) => Array.isArray(family))) return ['dstu2'];
  return families.some((family) => typeof family === 'string') ? ['stu3', 'r4'] : undefined;
}

function hasShape(value: unknown, shape: SignShape): boolean {
  switch (shape) {
    case 'any':
      return value !== undefined;
    case 'text':
      return typeof value === 'string';
    case 'list':
      return Array.isArray(value);
    case 'object':
      return isObject(value);
    case 'reference':
      return isObject(value) && (value['reference'] !== undefined || value['display'] !== undefined);
  }
}

const names: Readonly<Record<DataVersion, string>> = { r4: 'R4', stu3: 'STU3', dstu2: 'DSTU2' };

/** What to tell of a folder whose records are not all of one version; undefined where they are. */
export function mixtureIn({ version, against }: Detected): string | undefined {
  const count = against[version];
  if (count === 0) return undefined;
  const records = count === 1 ? '1 record looks' : `${count} records look`;
  return `${records} like another FHIR version: all are served as ${names[version]}. Give each version a folder of its own, or name the version with --data-version.`;
}
