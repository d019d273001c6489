/**
 * Every type that can be searched by patient and that no section of the chart is named after, version by version. They
 * are listed under "Other records".
 */
import type { FhirVersion } from './version.ts';

export interface FurtherType {
  readonly type: string;
  /** Where the search parameter is not called `patient`. */
  readonly by?: 'subject';
}

/** In all three versions. */
const always =
  'FamilyMemberHistory ClinicalImpression RiskAssessment DetectedIssue Flag List Composition Media Communication CommunicationRequest Appointment AppointmentResponse EpisodeOfCare ImmunizationRecommendation NutritionOrder VisionPrescription DeviceUseStatement SupplyRequest SupplyDelivery DocumentManifest Claim ClaimResponse ExplanationOfBenefit EnrollmentRequest Account Basic';
const sinceStu3 =
  ' AdverseEvent Consent RequestGroup GuidanceResponse Task ResearchSubject MeasureReport ChargeItem';
/** By the names that R4 replaced. */
const beforeR4 = ' BodySite EligibilityRequest EligibilityResponse';

const names: Readonly<Record<FhirVersion, string>> = {
  R4: `${always}${sinceStu3} ImmunizationEvaluation BodyStructure MolecularSequence CoverageEligibilityRequest CoverageEligibilityResponse Invoice`,
  STU3: `${always}${sinceStu3}${beforeR4} Sequence ImagingManifest`,
  DSTU2: `${always}${beforeR4} ImagingObjectSelection Order`,
};

/** The types of a version that no section is named after, by their own names. */
export function otherTypesOf(version: FhirVersion): readonly FurtherType[] {
  return names[version]
    .split(' ')
    .map((type) =>
      type === 'AdverseEvent' || (type === 'SupplyRequest' && version !== 'DSTU2')
        ? { type, by: 'subject' }
        : { type },
    );
}
