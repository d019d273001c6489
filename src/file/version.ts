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

export interface VersionVote {
  /** Hears one record. */
  hear(resource: FhirResource): void;
  /** The version that fewest records speak against; R4 where nothing is said. */
  version(): FhirVersion;
}

export function voteOnVersion(): VersionVote {
  const against: Record<FhirVersion, number> = { R4: 0, STU3: 0, DSTU2: 0 };
  const all = Object.keys(against) as readonly FhirVersion[];
  const limitTo = (versions: Versions | undefined): void => {
    if (versions === undefined) return;
    for (const version of all) if (!versions.includes(version)) against[version] += 1;
  };
  return {
    hear(resource) {
      const { resourceType } = resource;
      limitTo(profiled(resource));
      limitTo(ownRow(versionsOfType, resourceType));
      for (const [element, shape, versions] of ownRow(signs, resourceType) ?? [])
        if (hasShape(resource[element], shape)) limitTo(versions);
      if (resourceType === 'Patient' || resourceType === 'Practitioner') limitTo(familyNames(resource));
    },
    version: () => all.toSorted((a, b) => against[a] - against[b])[0] ?? 'R4',
  };
}
