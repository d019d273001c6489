import { referenceTarget } from './reference-target.ts';
import { type FhirResource, isObject, own, valuesAt } from './resource.ts';

/**
 * Where a resource says whose record it belongs to (FHIR R4, CompartmentDefinition/patient), for the types of the
 * patient compartment. Only the elements that mean "is about": the authors, performers and payers which the
 * definition also lists would put a mother's observation about her child into her own chart.
 */
const compartment: Readonly<Record<string, readonly string[]>> = {
  Account: ['subject'],
  AdverseEvent: ['subject'],
  AllergyIntolerance: ['patient'],
  Appointment: ['participant.actor'],
  AppointmentResponse: ['actor'],
  AuditEvent: ['agent.who', 'entity.what'],
  BodyStructure: ['patient'],
  CarePlan: ['subject'],
  CareTeam: ['subject'],
  ChargeItem: ['subject'],
  Claim: ['patient'],
  ClaimResponse: ['patient'],
  ClinicalImpression: ['subject'],
  Communication: ['subject'],
  CommunicationRequest: ['subject'],
  Composition: ['subject'],
  Condition: ['subject'],
  Consent: ['patient'],
  Coverage: ['beneficiary'],
  CoverageEligibilityRequest: ['patient'],
  CoverageEligibilityResponse: ['patient'],
  DetectedIssue: ['patient'],
  DeviceRequest: ['subject'],
  DeviceUseStatement: ['subject'],
  DiagnosticReport: ['subject'],
  DocumentManifest: ['subject'],
  DocumentReference: ['subject'],
  Encounter: ['subject'],
  EnrollmentRequest: ['candidate'],
  EpisodeOfCare: ['patient'],
  ExplanationOfBenefit: ['patient'],
  FamilyMemberHistory: ['patient'],
  Flag: ['subject'],
  Goal: ['subject'],
  GuidanceResponse: ['subject'],
  ImagingStudy: ['subject'],
  Immunization: ['patient'],
  ImmunizationEvaluation: ['patient'],
  ImmunizationRecommendation: ['patient'],
  Invoice: ['subject'],
  List: ['subject'],
  MeasureReport: ['subject'],
  Media: ['subject'],
  MedicationAdministration: ['subject'],
  MedicationDispense: ['subject'],
  MedicationRequest: ['subject'],
  MedicationStatement: ['subject'],
  MolecularSequence: ['patient'],
  NutritionOrder: ['patient'],
  Observation: ['subject'],
  Person: ['link.target'],
  Procedure: ['subject'],
  Provenance: ['target'],
  QuestionnaireResponse: ['subject'],
  RelatedPerson: ['patient'],
  RequestGroup: ['subject'],
  ResearchSubject: ['individual'],
  RiskAssessment: ['subject'],
  ServiceRequest: ['subject'],
  Specimen: ['subject'],
  SupplyDelivery: ['patient'],
  Task: ['for'],
  VisionPrescription: ['patient'],
};

/** Outside the compartment, but about a patient where they name one (`Device.patient`). */
const elsewhere = ['subject', 'patient'];

/** Records of these types belong to someone, even where they fail to say to whom. */
export function isPatientBound(type: string): boolean {
  return type === 'Patient' || own(compartment, type) !== undefined;
}

/** The ids of the patients whom a resource names as its own; a Patient names itself. */
export function patientsNamedBy(resource: FhirResource): readonly string[] {
  if (resource.resourceType === 'Patient') return resource.id === undefined ? [] : [resource.id];
  const ids = new Set<string>();
  // A cover of DSTU2 names its subscriber and nobody else.
  const isOldCover = resource.resourceType === 'Coverage' && resource['beneficiary'] === undefined;
  const paths = isOldCover ? ['subscriber'] : (own(compartment, resource.resourceType) ?? elsewhere);
  // What R4 calls `subject` is often `patient` before it.
  for (const path of new Set([...paths, ...(paths.some((one) => elsewhere.includes(one)) ? elsewhere : [])]))
    for (const value of valuesAt(resource, path)) {
      const target = isObject(value) ? referenceTarget(value['reference']) : undefined;
      if (target?.type === 'Patient') ids.add(target.id);
    }
  return [...ids];
}
