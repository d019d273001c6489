/**
 * Whatever arrived and fits no section: any resource of any type, named by what it says of itself, dated by the first
 * date it carries. Nothing is dropped; the details show every element.
 */
import { byCurrentThenNewest } from './clinical-order.ts';
import { standingOf, statusWords } from './clinical-status.ts';
import { codeOf, readConcept } from './concept.ts';
import { readWhen, type When } from './dates.ts';
import { asList, asText, type FhirResource } from './json.ts';
import { type Claim, readClaim } from './explanation-of-benefit.ts';
import type { RecordKind } from './kind.ts';
import { readNarrative, type Narrative } from './narrative.ts';
import { readObservation, type ObservationRecord } from './observations.ts';
import { nameOfReference } from './reference-name.ts';
import { readNames } from './names.ts';
import type { Words } from './phrase.ts';
import { chartRecord, type ChartRecord, type ReadContext } from './record.ts';
import { sameContentKey } from './same-content.ts';

export interface OtherRecord extends ChartRecord {
  /** The type as people read it: "Family member history". */
  readonly typeName: string;
  readonly narrative: Narrative | undefined;
  /** An explanation of benefit's own elements. */
  readonly claim: Claim | undefined;
  /** An observation of no category, or of one that nobody knows. */
  readonly observation: ObservationRecord | undefined;
}

/** Elements that name a resource, best first. Each may be text, a name or a concept. */
const naming = [
  'title',
  'code',
  'medicationCodeableConcept',
  'vaccineCode',
  'codeCodeableConcept',
  'itemCodeableConcept',
  'productCodeableConcept',
  'relationship',
  'type',
  'serviceType',
  'serviceCategory',
  'description',
  'name',
  'display',
  'topic',
  'scope',
  'category',
  'reasonCode',
  'outcome',
  'class',
  'use',
  'kind',
] as const;

/** Elements that point at what a resource is about, where nothing names it. */
const pointing = [
  'medicationReference',
  'codeReference',
  'itemReference',
  'device',
  'focus',
  'target',
] as const;

/** Elements that date a resource, best first: when it happened, then when it was written. */
const dating = [
  'effective',
  'performed',
  'occurrence',
  'occurred',
  'onset',
  'identified',
  'started',
  'start',
  'period',
  'billablePeriod',
  'servicePeriod',
  'date',
  'dateTime',
  'timing',
  'sent',
  'authored',
  'authoredOn',
  'created',
  'recorded',
  'recordedDate',
  'issued',
  'whenHandedOver',
  'lastModified',
] as const;

const statuses = ['status', 'lifecycleStatus', 'clinicalStatus', 'verificationStatus', 'state'] as const;

function titleOf(resource: FhirResource, context: ReadContext): Words | undefined {
  if (resource.resourceType === 'Patient' || Array.isArray(resource['name'])) {
    const name = readNames(resource['name'])[0]?.label;
    if (name !== undefined) return name;
  }
  for (const element of naming) {
    const label = readConcept(resource[element])?.label;
    if (label !== undefined) return label;
  }
  for (const element of pointing) {
    const name = nameOfReference(asList(resource[element])[0], context, resource);
    if (name !== undefined) return name;
  }
  return undefined;
}

function whenOfOther(resource: FhirResource): When | undefined {
  for (const element of dating) {
    const when = readWhen(resource, element);
    if (when !== undefined && when.kind !== 'text') return when;
  }
  return undefined;
}

/** `FamilyMemberHistory` → "Family member history"; a type this app has never heard of is readable all the same. */
export function typeNameOf(type: string): string {
  const words = type.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function readR4(resource: FhirResource, context: ReadContext): OtherRecord {
  const observation =
    resource.resourceType === 'Observation' ? readObservation(resource, context) : undefined;
  return {
    ...(observation === undefined ? readAny(resource, context) : sharedBy(observation)),
    typeName: typeNameOf(resource.resourceType),
    narrative: readNarrative(resource),
    claim: readClaim(resource, context),
    observation,
  };
}

/** What an observation says of itself, its marks among it, the record that holds it says too. */
function sharedBy(observation: ObservationRecord): ChartRecord {
  const { key, type, title, standing, enteredInError, status, when, sortTime, marks, source } = observation;
  return { key, type, title, standing, enteredInError, status, when, sortTime, marks, source };
}

function readAny(resource: FhirResource, context: ReadContext): ChartRecord {
  const codes = statuses.map((element) => codeOf(readConcept(resource[element])));
  const statusCode = codes.find((code) => code !== undefined);
  return chartRecord(resource, {
    title: titleOf(resource, context) ?? typeNameOf(resource.resourceType),
    standing: standingOf(statusCode),
    status: statusWords(statusCode),
    when: whenOfOther(resource),
    enteredInError:
      codes.includes('entered-in-error') || asText(resource['docStatus']) === 'entered-in-error',
  });
}

export const other: RecordKind<OtherRecord> = {
  id: 'other',
  read: readR4,
  compare: byCurrentThenNewest,
  foldKey: sameContentKey,
};
