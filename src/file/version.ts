/** Which version of FHIR records are of, by what they say: profiles, types and elements that only some versions have. */
import {
  asList,
  asObject,
  asObjects,
  asTexts,
  type FhirResource,
  type JsonObject,
  ownRow,
} from '#fhir/json.ts';
import type { FhirVersion } from '#fhir/version.ts';

type Versions = readonly FhirVersion[];

const r4: Versions = ['R4'];
const stu3: Versions = ['STU3'];
const dstu2: Versions = ['DSTU2'];
const earlier: Versions = ['STU3', 'DSTU2'];
const later: Versions = ['R4', 'STU3'];

const versionsOfType: Readonly<Record<string, Versions>> = {
  MedicationOrder: dstu2,
  DiagnosticOrder: dstu2,
  DeviceUseRequest: dstu2,
  ProcedureRequest: earlier,
  ReferralRequest: earlier,
  ServiceRequest: r4,
  MedicationRequest: later,
  CareTeam: later,
  PractitionerRole: later,
};

type Shape = 'any' | 'text' | 'object' | 'list';

/** Elements of the three specifications that tell, where a record has them. */
const signs: Readonly<Record<string, readonly (readonly [element: string, shape: Shape, Versions])[]>> = {
  AllergyIntolerance: [
    ['substance', 'any', dstu2],
    ['clinicalStatus', 'text', stu3],
    ['clinicalStatus', 'object', r4],
    ['assertedDate', 'any', stu3],
  ],
  CarePlan: [['context', 'any', earlier]],
  Condition: [
    ['patient', 'any', dstu2],
    ['dateRecorded', 'any', dstu2],
    ['clinicalStatus', 'text', earlier],
    ['clinicalStatus', 'object', r4],
    ['assertedDate', 'any', stu3],
    ['recordedDate', 'any', r4],
    ['context', 'any', stu3],
  ],
  DiagnosticReport: [
    ['context', 'any', stu3],
    ['category', 'list', r4],
    ['category', 'object', earlier],
  ],
  DocumentReference: [
    ['indexed', 'any', earlier],
    ['date', 'any', r4],
  ],
  Encounter: [
    ['class', 'text', dstu2],
    ['class', 'object', later],
    ['reason', 'any', earlier],
    ['reasonCode', 'any', r4],
    ['patient', 'any', dstu2],
  ],
  Goal: [
    ['lifecycleStatus', 'any', r4],
    ['description', 'text', dstu2],
  ],
  Immunization: [
    ['occurrenceDateTime', 'any', r4],
    ['occurrenceString', 'any', r4],
    ['wasNotGiven', 'any', dstu2],
    ['notGiven', 'any', stu3],
    ['date', 'any', earlier],
  ],
  MedicationRequest: [['context', 'any', stu3]],
  MedicationStatement: [
    ['patient', 'any', dstu2],
    ['taken', 'any', stu3],
  ],
  Observation: [
    ['comments', 'any', dstu2],
    ['comment', 'any', stu3],
    ['context', 'any', stu3],
    ['category', 'object', dstu2],
    ['interpretation', 'list', r4],
    ['interpretation', 'object', earlier],
  ],
  Patient: [['careProvider', 'any', dstu2]],
  Procedure: [
    ['notPerformed', 'any', dstu2],
    ['notDone', 'any', stu3],
    ['context', 'any', stu3],
  ],
};

function hasShape(value: unknown, shape: Shape): boolean {
  switch (shape) {
    case 'any':
      return value !== undefined;
    case 'text':
      return typeof value === 'string';
    case 'list':
      return Array.isArray(value);
    case 'object':
      return asObject(value) !== undefined;
  }
}

/** A family name is a list in DSTU2 alone. */
function familyNames({ name }: JsonObject): Versions | undefined {
  return asObjects(name).some(({ family }) => Array.isArray(family)) ? dstu2 : undefined;
}

function profiled(resource: FhirResource): Versions | undefined {
  for (const profile of asTexts(asList(asObject(resource['meta'])?.['profile']))) {
    if (/\/DSTU2\/|\/argonaut\/|\/StructureDefinition\/daf-/.test(profile)) return dstu2;
    if (/\/STU3\//.test(profile)) return stu3;
    if (/\/R4\/|\/us-core-[a-z-]+\|[3-9]\./.test(profile)) return r4;
  }
  return undefined;
}

const all: readonly FhirVersion[] = ['R4', 'STU3', 'DSTU2'];

/** What a record says of its version: each sign leaves some of them. */
function evidenceOf(resource: FhirResource): readonly Versions[] {
  const { resourceType } = resource;
  const isPerson = resourceType === 'Patient' || resourceType === 'Practitioner';
  return [
    profiled(resource),
    ownRow(versionsOfType, resourceType),
    ...(ownRow(signs, resourceType) ?? []).map(([element, shape, versions]) =>
      hasShape(resource[element], shape) ? versions : undefined,
    ),
    isPerson ? familyNames(resource) : undefined,
  ].filter((versions) => versions !== undefined);
}

/**
 * The version to read one record by: that of what it came in, unless all its own signs speak against that. A procedure
 * of DSTU2 that was not performed must not be read as one of R4 that was.
 */
export function versionOfRecord(resource: FhirResource, around: FhirVersion): FhirVersion {
  const evidence = evidenceOf(resource);
  const left = all.filter((version) => evidence.every((versions) => versions.includes(version)));
  return left.includes(around) ? around : (left[0] ?? around);
}

export interface VersionVotes {
  /** Hears one record of a file, and of a Bundle in it. Gives the version, where the record alone tells it. */
  hear(resource: FhirResource, electorates: readonly number[]): FhirVersion | undefined;
  /**
   * The version that fewest records speak against: in the first of `levels` that says anything, and where that leaves
   * several, by the next. R4 where nothing is said.
   */
  version(levels: readonly (readonly number[])[]): FhirVersion;
}

/** One vote for each Bundle and file: of two practices one may send an earlier version. */
export function voteOnVersions(): VersionVotes {
  const votes = new Map<number, Record<FhirVersion, number>>();
  const sumOf = (electorates: readonly number[], version: FhirVersion): number =>
    electorates.reduce((sum, one) => sum + (votes.get(one)?.[version] ?? 0), 0);
  return {
    hear(resource, electorates) {
      const evidence = evidenceOf(resource);
      if (evidence.length === 0) return undefined;
      for (const electorate of new Set(electorates)) {
        const against = votes.get(electorate) ?? { R4: 0, STU3: 0, DSTU2: 0 };
        votes.set(electorate, against);
        for (const versions of evidence)
          for (const version of all) if (!versions.includes(version)) against[version] += 1;
      }
      const left = all.filter((version) => evidence.every((versions) => versions.includes(version)));
      return left.length === 1 ? left[0] : undefined;
    },
    version(levels) {
      let left = all;
      for (const electorates of levels) {
        const sums = left.map((version) => sumOf(electorates, version));
        const least = Math.min(...sums);
        left = left.filter((_, at) => sums[at] === least);
      }
      return left[0] ?? 'R4';
    },
  };
}
