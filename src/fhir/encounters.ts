/** Encounter (FHIR R4 §8.11; US Core: identifier, status, class, type, participant, period, reason, location, discharge). */
import { type Concept, readConcept, readConcepts } from './concept.ts';
import { type Period, readPeriod, whenOf } from './dates.ts';
import { type Identifier, readIdentifiers } from './identifiers.ts';
import { asList, asObject, asObjects, asText, type FhirResource, type JsonObject, ownRow } from './json.ts';
import { byNewest, inOrder, type RecordKind } from './kind.ts';
import { phrase, type Words } from './phrase.ts';
import type { AdministrativePhrase } from './phrase-administrative.ts';
import { printedQuantity } from './printed-quantity.ts';
import { readQuantity } from './quantity.ts';
import { type ChartRecord, chartRecord, type ReadContext } from './record.ts';
import { nameOfReference, namesOfReferences } from './reference-name.ts';
import { saysEnteredInError, statusCode, statusWords } from './administrative-status.ts';

export interface EncounterRecord extends ChartRecord {
  readonly classWords: Words | undefined;
  readonly types: readonly Concept[];
  readonly serviceType: Concept | undefined;
  readonly priority: Concept | undefined;
  readonly period: Period | undefined;
  readonly length: string | undefined;
  readonly reasons: readonly string[];
  readonly diagnoses: readonly EncounterDiagnosis[];
  readonly participants: readonly EncounterParticipant[];
  readonly locations: readonly { readonly name: string; readonly period: Period | undefined }[];
  readonly admittedFrom: Concept | undefined;
  readonly dischargedTo: Concept | undefined;
  readonly provider: string | undefined;
  readonly partOf: string | undefined;
  readonly identifiers: readonly Identifier[];
}

export interface EncounterDiagnosis {
  readonly name: string;
  readonly use: Concept | undefined;
  readonly rank: string | undefined;
}

export interface EncounterParticipant {
  readonly name: string | undefined;
  readonly roles: readonly Concept[];
  readonly period: Period | undefined;
}

/** Classes of HL7's ActCode, by their code; others show their code. */
const classes: Readonly<Record<string, AdministrativePhrase>> = {
  AMB: 'encounter.AMB',
  EMER: 'encounter.EMER',
  FLD: 'encounter.FLD',
  HH: 'encounter.HH',
  IMP: 'encounter.IMP',
  ACUTE: 'encounter.ACUTE',
  NONAC: 'encounter.NONAC',
  OBSENC: 'encounter.OBSENC',
  PRENC: 'encounter.PRENC',
  SS: 'encounter.SS',
  VR: 'encounter.VR',
};

const knownStatuses: readonly (string | undefined)[] = [
  'planned',
  'arrived',
  'triaged',
  'in-progress',
  'onleave',
  'finished',
  'cancelled',
];

function readEncounter(resource: FhirResource, context: ReadContext): EncounterRecord {
  const types = readConcepts(resource['type']);
  const classWords = classOf(resource['class']);
  const serviceType = readConcept(resource['serviceType']);
  const status = statusCode(resource['status']);
  const stay = asObject(resource['hospitalization']);
  const length = readQuantity(resource['length']);
  return {
    ...chartRecord(resource, {
      title: types[0]?.label ?? serviceType?.label ?? classWords ?? phrase('encounter.unnamed'),
      standing: knownStatuses.includes(status) ? 'current' : 'unknown',
      status: statusWords(resource['status']),
      when: whenOf(resource['period']),
      enteredInError: saysEnteredInError(resource['status']),
      marks: status === 'cancelled' ? [{ phrase: phrase('mark.visit-cancelled'), tone: 'warning' }] : [],
    }),
    classWords,
    types,
    serviceType,
    priority: readConcept(resource['priority']),
    period: readPeriod(resource['period']),
    length: length === undefined ? undefined : printedQuantity(length),
    reasons: [
      ...readConcepts(resource['reasonCode'] ?? resource['reason']).map((concept) => concept.label),
      ...namesOfReferences(asList(resource['reasonReference']), context, resource),
    ],
    diagnoses: asObjects(resource['diagnosis'])
      .map((diagnosis) => readDiagnosis(diagnosis, context, resource))
      .filter((diagnosis) => diagnosis !== undefined),
    participants: asObjects(resource['participant']).map((participant) => ({
      name: nameOfReference(participant['individual'], context, resource),
      roles: readConcepts(participant['type']),
      period: readPeriod(participant['period']),
    })),
    locations: asObjects(resource['location']).flatMap((place) => {
      const name = nameOfReference(place['location'], context, resource);
      return name === undefined ? [] : [{ name, period: readPeriod(place['period']) }];
    }),
    admittedFrom: readConcept(stay?.['admitSource']),
    dischargedTo: readConcept(stay?.['dischargeDisposition']),
    provider: nameOfReference(resource['serviceProvider'], context, resource),
    partOf: nameOfReference(resource['partOf'], context, resource),
    identifiers: readIdentifiers(resource['identifier']),
  };
}

/** What ActCode itself calls them: words that say no more than the code. */
const ownDisplays: Readonly<Record<string, string>> = {
  AMB: 'ambulatory',
  EMER: 'emergency',
  FLD: 'field',
  HH: 'home health',
  IMP: 'inpatient encounter',
  ACUTE: 'inpatient acute',
  NONAC: 'inpatient non-acute',
  OBSENC: 'observation encounter',
  PRENC: 'pre-admission',
  SS: 'short stay',
  VR: 'virtual',
};
const actCode = /^http:\/\/(?:terminology\.hl7\.org\/CodeSystem\/v3-ActCode|hl7\.org\/fhir\/v3\/ActCode)$/;

/** In our words where the code comes alone or with its code system's own display; else as the record says it. */
function classOf(value: unknown): Words | undefined {
  const concept = readConcept(value);
  const coding = concept?.codings[0];
  const saysOwn =
    actCode.test(coding?.system ?? '') &&
    coding?.display?.toLowerCase() === ownRow(ownDisplays, coding?.code);
  if (concept?.text === undefined && (coding?.display === undefined || saysOwn)) {
    const known = ownRow(classes, coding?.code);
    if (known !== undefined) return phrase(known);
  }
  return concept?.label;
}

function readDiagnosis(
  diagnosis: JsonObject,
  context: ReadContext,
  within: FhirResource,
): EncounterDiagnosis | undefined {
  const name = nameOfReference(diagnosis['condition'], context, within);
  if (name === undefined) return undefined;
  return { name, use: readConcept(diagnosis['use']), rank: asText(diagnosis['rank']) };
}

/**
 * Whether an encounter of the launch context (`123456`) is this record: NextGen Office sends the number there and
 * `PT-123456` as the record's id.
 */
export function isEncounter(record: ChartRecord, launchEncounter: string): boolean {
  const bare = (id: string) =>
    id
      .trim()
      .replace(/^Encounter\//, '')
      .replace(/^PT-/, '');
  const id: unknown = record.source.id;
  return record.type === 'Encounter' && typeof id === 'string' && bare(id) === bare(launchEncounter);
}

/** FHIR R4 and R5 encounter-status, and what EHRs add, of visits that did not happen, or not yet. */
const notHeld = new Set([
  'planned',
  'cancelled',
  'entered-in-error',
  'noshow',
  'proposed',
  'booked',
  'pending',
]);

/** Whether a visit took place, as far as its status says: one of last week that is still "planned" did not. */
export function tookPlace({ source }: ChartRecord): boolean {
  return !notHeld.has(asText(source['status']) ?? '');
}

const errorsLast = (a: ChartRecord, b: ChartRecord) => Number(a.enteredInError) - Number(b.enteredInError);

/** Newest first; visits are never folded. */
export const encounters: RecordKind<EncounterRecord> = {
  id: 'encounters',
  read: readEncounter,
  compare: inOrder(errorsLast, byNewest),
};
