/**
 * Which kind a resource belongs to: total and exclusive, so that everything received is listed once and nothing falls
 * between two sections.
 */
import type { FhirResource } from './json.ts';
import { observationKind } from './observation-category.ts';
import type { KindId } from './plan.ts';

const kindOfType: Readonly<Record<string, KindId>> = {
  AllergyIntolerance: 'allergies',
  Condition: 'problems',
  MedicationRequest: 'medications',
  MedicationDispense: 'medications',
  MedicationAdministration: 'medications',
  MedicationStatement: 'medications',
  Immunization: 'immunizations',
  Procedure: 'procedures',
  Encounter: 'encounters',
  ImagingStudy: 'tests',
  DiagnosticReport: 'reports',
  DocumentReference: 'documents',
  CarePlan: 'care-plans',
  Goal: 'goals',
  CareTeam: 'care-teams',
  Device: 'devices',
  QuestionnaireResponse: 'social-history',
  Coverage: 'coverage',
  ServiceRequest: 'orders',
  DeviceRequest: 'orders',
  Specimen: 'specimens',
  RelatedPerson: 'people',
};

/**
 * The one kind of a resource. An observation goes where its category says (`observationKind`). A Patient is the
 * banner's and the demographics' record, unless `patientId` is given and it is somebody else. What is a definition or
 * a party rather than a record of care (Medication, Practitioner, Organization, Location, Provenance,
 * OperationOutcome) is "other" when a search returned it as a match; when it came along with a match it is never
 * placed but shown with the record that points to it (see `strays`). Everything unknown is "other".
 */
export function kindOf(resource: FhirResource, patientId?: string): KindId {
  const type = resource.resourceType;
  if (type === 'Patient') return patientId === undefined || resource.id === patientId ? 'patient' : 'other';
  if (type === 'Observation') return observationKind(resource) ?? 'other';
  return Object.hasOwn(kindOfType, type) ? kindOfType[type]! : 'other';
}
