/** The cast's records as STU3 and DSTU2 write them: one table a type and version, every type of the cast in both. */
import type { FhirResource } from '#sandbox/fhir/resource.ts';
import { allergyAsDstu2, allergyAsStu3 } from './allergies.ts';
import { goalAsDstu2, goalAsStu3, planAsDstu2, planAsStu3, teamAsDstu2, teamAsStu3 } from './care.ts';
import { conditionAsDstu2, conditionAsStu3 } from './conditions.ts';
import { type EarlierVersion, inVersion } from './datatypes.ts';
import {
  coverageAsDstu2,
  coverageAsStu3,
  deviceAsDstu2,
  deviceAsStu3,
  isOwnCover,
  provenanceAsDstu2,
  provenanceAsStu3,
} from './devices.ts';
import { documentAsDstu2, documentAsStu3 } from './documents.ts';
import { immunizationAsDstu2, immunizationAsStu3 } from './immunizations.ts';
import {
  administrationAsDstu2,
  administrationAsStu3,
  dispenseAsDstu2,
  dispenseAsStu3,
  isReported,
  orderAsDstu2,
  requestAsStu3,
  statementAsDstu2,
  statementAsStu3,
} from './medications.ts';
import {
  observationAsDstu2,
  observationAsStu3,
  reportAsDstu2,
  reportAsStu3,
  specimenAsDstu2,
  specimenAsStu3,
} from './observations.ts';
import {
  diagnosticOrderAsDstu2,
  isReferral,
  isTest,
  procedureRequestAsDstu2,
  procedureRequestAsStu3,
  referralAsDstu2,
  referralAsStu3,
} from './orders.ts';
import {
  locationAsDstu2,
  locationAsStu3,
  organizationAsDstu2,
  organizationAsStu3,
  patientAsDstu2,
  patientAsStu3,
  practitionerAsDstu2,
  practitionerAsStu3,
  relatedPersonAsDstu2,
  relatedPersonAsStu3,
  roleAsDstu2,
  roleAsStu3,
} from './people.ts';
import { encounterAsDstu2, encounterAsStu3, procedureAsDstu2, procedureAsStu3 } from './procedures.ts';
import { isError, type Json, listOf, type Loss, type Shape } from './shape.ts';

/** The tables a type may be written by: the first that fits a record is its own. */
interface Writer {
  readonly shape: Shape;
  readonly fits?: (record: Json) => boolean;
}
type Writers = readonly Writer[];

const by = (shape: Shape): Writers => [{ shape }];

/** Every type of the cast: leaving one out does not compile. */
type CastType =
  | 'AllergyIntolerance'
  | 'CarePlan'
  | 'CareTeam'
  | 'Condition'
  | 'Coverage'
  | 'Device'
  | 'DiagnosticReport'
  | 'DocumentReference'
  | 'Encounter'
  | 'Goal'
  | 'Immunization'
  | 'Location'
  | 'MedicationAdministration'
  | 'MedicationDispense'
  | 'MedicationRequest'
  | 'Observation'
  | 'Organization'
  | 'Patient'
  | 'Practitioner'
  | 'PractitionerRole'
  | 'Procedure'
  | 'Provenance'
  | 'RelatedPerson'
  | 'ServiceRequest'
  | 'Specimen';

const writers: Readonly<Record<EarlierVersion, Readonly<Record<CastType, Writers>>>> = {
  STU3: {
    AllergyIntolerance: by(allergyAsStu3),
    CarePlan: by(planAsStu3),
    CareTeam: by(teamAsStu3),
    Condition: by(conditionAsStu3),
    Coverage: by(coverageAsStu3),
    Device: by(deviceAsStu3),
    DiagnosticReport: by(reportAsStu3),
    DocumentReference: by(documentAsStu3),
    Encounter: by(encounterAsStu3),
    Goal: by(goalAsStu3),
    Immunization: by(immunizationAsStu3),
    Location: by(locationAsStu3),
    MedicationAdministration: by(administrationAsStu3),
    MedicationDispense: by(dispenseAsStu3),
    MedicationRequest: [{ shape: statementAsStu3, fits: isReported }, { shape: requestAsStu3 }],
    Observation: by(observationAsStu3),
    Organization: by(organizationAsStu3),
    Patient: by(patientAsStu3),
    Practitioner: by(practitionerAsStu3),
    PractitionerRole: by(roleAsStu3),
    Procedure: by(procedureAsStu3),
    Provenance: by(provenanceAsStu3),
    RelatedPerson: by(relatedPersonAsStu3),
    ServiceRequest: [{ shape: referralAsStu3, fits: isReferral }, { shape: procedureRequestAsStu3 }],
    Specimen: by(specimenAsStu3),
  },
  DSTU2: {
    AllergyIntolerance: by(allergyAsDstu2),
    CarePlan: by(planAsDstu2),
    CareTeam: by(teamAsDstu2),
    Condition: by(conditionAsDstu2),
    Coverage: by(coverageAsDstu2),
    Device: by(deviceAsDstu2),
    DiagnosticReport: by(reportAsDstu2),
    DocumentReference: by(documentAsDstu2),
    Encounter: by(encounterAsDstu2),
    Goal: by(goalAsDstu2),
    Immunization: by(immunizationAsDstu2),
    Location: by(locationAsDstu2),
    MedicationAdministration: by(administrationAsDstu2),
    MedicationDispense: by(dispenseAsDstu2),
    MedicationRequest: [{ shape: statementAsDstu2, fits: isReported }, { shape: orderAsDstu2 }],
    Observation: by(observationAsDstu2),
    Organization: by(organizationAsDstu2),
    Patient: by(patientAsDstu2),
    Practitioner: by(practitionerAsDstu2),
    PractitionerRole: by(roleAsDstu2),
    Procedure: by(procedureAsDstu2),
    Provenance: by(provenanceAsDstu2),
    RelatedPerson: by(relatedPersonAsDstu2),
    ServiceRequest: [
      { shape: referralAsDstu2, fits: isReferral },
      { shape: diagnosticOrderAsDstu2, fits: isTest },
      { shape: procedureRequestAsDstu2 },
    ],
    Specimen: by(specimenAsDstu2),
  },
};

/** DSTU2 types whose statuses have no word for "entered in error": their servers do not send such records. */
const withoutError: readonly string[] = [
  'CarePlan',
  'CareTeam',
  'Coverage',
  'Encounter',
  'Goal',
  'ServiceRequest',
];

/** Whole records that a version cannot say, and why. */
export const notSent: readonly string[] = [
  `DSTU2: ${withoutError.join(', ')} that were entered in error: their statuses have no word for it`,
  'DSTU2: Coverage of somebody who is not the subscriber: it names the subscriber and nobody else',
  'DSTU2: PractitionerRole: it stands within its Practitioner',
];

/** What the tables of a version give up, each element once. */
export function lossesOf(version: EarlierVersion): readonly Loss[] {
  return Object.values(writers[version]).flatMap((each) => each.flatMap(({ shape }) => shape.losses));
}

function writerOf(record: FhirResource, version: EarlierVersion): Shape {
  const table: Readonly<Record<string, Writers>> = writers[version];
  const writer = table[record.resourceType]?.find(({ fits }) => fits === undefined || fits(record));
  if (writer === undefined)
    throw new Error(`Nothing says how a ${record.resourceType} is written in ${version}`);
  return writer.shape;
}

/** One record of the cast in an earlier version, and what it was made of. */
export interface Written {
  readonly r4: FhirResource;
  readonly earlier: FhirResource;
}

/**
 * The cast's records in an earlier version, with the references between them. Throws where a record has an element that
 * no table knows. What is given up stands in `lossesOf` and `notSent`; `errors: 'sent'` sends what was entered in error
 * with the status of R4, which DSTU2 does not know.
 */
export function inEarlierVersion(
  records: readonly FhirResource[],
  version: EarlierVersion,
  errors: 'not-sent' | 'sent' = 'not-sent',
): readonly Written[] {
  const withheld = new Set(records.filter((record) => !isSent(record, version, errors)).map(addressOf));
  const sent = records.filter((record) => !withheld.has(addressOf(record)) && !isOnlyAbout(record, withheld));
  const withRoles = version === 'DSTU2' ? sent.map((record) => withRolesOf(record, records)) : sent;
  const written = withRoles.map((record, index) => ({
    r4: sent[index] ?? record,
    earlier: writerOf(record, version)(record) as FhirResource,
  }));
  const addresses = new Map(written.map(({ r4, earlier }) => [addressOf(r4), addressOf(earlier)]));
  return written.map(({ r4, earlier }) => ({ r4, earlier: inVersion(earlier, version, addresses) }));
}

function isSent(record: FhirResource, version: EarlierVersion, errors: 'not-sent' | 'sent'): boolean {
  if (version === 'STU3') return true;
  if (record.resourceType === 'Coverage' && !isOwnCover(record)) return false;
  return (
    record.resourceType !== 'PractitionerRole' &&
    !(errors === 'not-sent' && withoutError.includes(record.resourceType) && isError(record))
  );
}

/** A Provenance of nothing but records that are not sent. */
function isOnlyAbout({ resourceType, target }: FhirResource, withheld: ReadonlySet<string>): boolean {
  const targets = listOf(target) as readonly { readonly reference?: string }[];
  return resourceType === 'Provenance' && targets.every(({ reference = '' }) => withheld.has(reference));
}

function addressOf({ resourceType, id }: FhirResource): string {
  return `${resourceType}/${id}`;
}

/** A practitioner of DSTU2 holds the roles that R4 keeps apart. */
function withRolesOf(record: FhirResource, records: readonly FhirResource[]): FhirResource {
  if (record.resourceType !== 'Practitioner') return record;
  const roles = records.filter(
    ({ resourceType, practitioner }) =>
      resourceType === 'PractitionerRole' &&
      (practitioner as { reference?: string } | undefined)?.reference === addressOf(record),
  );
  return roles.length === 0
    ? record
    : { ...record, practitionerRole: roles.map((role) => roleAsDstu2(role)) };
}
