/** Of which year and of which kind a record is. */
import { saysEnteredInError } from '#fhir/administrative-status.ts';
import { asObject, asText, type FhirResource, ownRow } from '#fhir/json.ts';
import { kindOf } from '#fhir/placement.ts';
import type { KindId } from '#fhir/plan.ts';

/** Where records of each kind say when, the most telling first; R4 and earlier. */
const dateElements = [
  'effectiveDateTime',
  'effectivePeriod',
  'effectiveInstant',
  'occurrenceDateTime',
  'performedDateTime',
  'performedPeriod',
  'onsetDateTime',
  'period',
  'authoredOn',
  'recordedDate',
  'whenHandedOver',
  'date',
  'dateWritten',
  'dateRecorded',
  'assertedDate',
  'issued',
  'created',
  'started',
  'startDate',
] as const;

export const firstYear = 1850;
export const lastYear = 2200;

/** The year a record is about; undefined where it has no date, or one that nobody can mean. */
export function yearOf(resource: FhirResource): number | undefined {
  for (const element of dateElements) {
    const value = resource[element];
    if (value === undefined) continue;
    const text = asText(asObject(value)?.['start']) ?? asText(value);
    const year = Number(/^(\d{4})(?:-|$)/.exec(text ?? '')?.[1]);
    if (year >= firstYear && year <= lastYear) return year;
  }
  return undefined;
}

/** What R4 calls types of DSTU2 and STU3: the chart reads them as these (`fhir/earlier`). */
const laterNames: Readonly<Record<string, string>> = {
  MedicationOrder: 'MedicationRequest',
  DiagnosticOrder: 'ServiceRequest',
  ProcedureRequest: 'ServiceRequest',
  ReferralRequest: 'ServiceRequest',
  DeviceUseRequest: 'DeviceRequest',
};

/** The list of the chart that a record stands in. */
export function kindOfRecord(resource: FhirResource): KindId {
  const resourceType = ownRow(laterNames, resource.resourceType);
  return kindOf(resourceType === undefined ? resource : { ...resource, resourceType });
}

/** Whether whoever wrote it took it back. */
export function isEnteredInError(resource: FhirResource): boolean {
  const { status, docStatus, verificationStatus, clinicalStatus } = resource;
  return saysEnteredInError(status, docStatus, verificationStatus, clinicalStatus);
}
