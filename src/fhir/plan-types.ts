/**
 * Every type of FHIR R4 (4.0.1) that can be searched by patient and that no section of the chart is named after. They
 * are listed under "Other records".
 */
export interface FurtherType {
  readonly type: string;
  /** Where the search parameter is not called `patient`. */
  readonly by?: 'subject';
}

export const everyOtherType: readonly FurtherType[] = [
  { type: 'FamilyMemberHistory' },
  { type: 'ClinicalImpression' },
  { type: 'RiskAssessment' },
  { type: 'DetectedIssue' },
  { type: 'AdverseEvent', by: 'subject' },
  { type: 'Flag' },
  { type: 'List' },
  { type: 'Composition' },
  { type: 'Media' },
  { type: 'Consent' },
  { type: 'Communication' },
  { type: 'CommunicationRequest' },
  { type: 'Appointment' },
  { type: 'AppointmentResponse' },
  { type: 'EpisodeOfCare' },
  { type: 'ImmunizationEvaluation' },
  { type: 'ImmunizationRecommendation' },
  { type: 'NutritionOrder' },
  { type: 'VisionPrescription' },
  { type: 'DeviceUseStatement' },
  { type: 'SupplyRequest', by: 'subject' },
  { type: 'SupplyDelivery' },
  { type: 'BodyStructure' },
  { type: 'MolecularSequence' },
  { type: 'RequestGroup' },
  { type: 'GuidanceResponse' },
  { type: 'Task' },
  { type: 'ResearchSubject' },
  { type: 'MeasureReport' },
  { type: 'DocumentManifest' },
  { type: 'Claim' },
  { type: 'ClaimResponse' },
  { type: 'ExplanationOfBenefit' },
  { type: 'CoverageEligibilityRequest' },
  { type: 'CoverageEligibilityResponse' },
  { type: 'EnrollmentRequest' },
  { type: 'Account' },
  { type: 'Invoice' },
  { type: 'ChargeItem' },
  { type: 'Basic' },
];
