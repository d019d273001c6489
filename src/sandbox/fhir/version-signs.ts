import type { DataVersion } from './data-version.ts';

/** What an element's value has to be for the sign to count; `reference`: an object with a reference. */
export type SignShape = 'any' | 'text' | 'object' | 'list' | 'reference';

/** An element that only some versions have, or have in this shape. */
export interface Sign {
  readonly element: string;
  readonly shape: SignShape;
  readonly versions: readonly DataVersion[];
}

const versionsOf: Readonly<Record<string, readonly DataVersion[]>> = {
  2: ['dstu2'],
  3: ['stu3'],
  4: ['r4'],
  23: ['dstu2', 'stu3'],
  24: ['dstu2', 'r4'],
  34: ['stu3', 'r4'],
};

/** `2:comments 23:related 4:interpretation=list`: versions, element, and its shape where that counts. */
function signs(written: string): readonly Sign[] {
  return written.split(/\s+/).map((each) => {
    const [versions = '', rest = ''] = each.split(':');
    const [element = '', shape = 'any'] = rest.split('=');
    return { element, shape: shape as SignShape, versions: versionsOf[versions] ?? [] };
  });
}

/** Signs by type. Only what the three specifications say differently of elements that records really have. */
export const signsOf: Readonly<Record<string, readonly Sign[]>> = {
  AllergyIntolerance: signs(
    '2:substance 2:status 2:lastOccurence 2:reporter 34:code 3:assertedDate 23:clinicalStatus=text 4:clinicalStatus=object 3:verificationStatus=text 4:verificationStatus=object 24:recordedDate 34:asserter 2:note=object',
  ),
  CarePlan: signs(
    '2:participant 2:support 2:modified 23:context 34:intent 4:created 4:encounter 34:title 4:author=object',
  ),
  CareTeam: signs('3:context 4:encounter'),
  Condition: signs(
    '2:patient 2:dateRecorded 2:notes 23:clinicalStatus=text 4:clinicalStatus=object 23:verificationStatus=text 4:verificationStatus=object 3:context 3:assertedDate 4:recordedDate 4:recorder 23:abatementBoolean 34:subject 34:category=list 2:category=object 23:stage=object',
  ),
  Coverage: signs('2:issuer 2:bin 3:grouping 4:class 34:beneficiary 34:payor 34:status'),
  Device: signs(
    '2:udi=text 3:udi=object 23:model=text 4:modelNumber 2:expiry 4:udiCarrier 4:deviceName 4:serialNumber',
  ),
  DiagnosticReport: signs(
    '23:image 23:codedDiagnosis 3:context 24:encounter 2:request 4:media 4:conclusionCode 4:resultsInterpreter 2:performer=reference 4:category=list 23:category=object',
  ),
  DocumentReference: signs(
    '23:class 23:indexed 23:created 4:category 4:date 34:docStatus=text 2:docStatus=object',
  ),
  Encounter: signs(
    '2:class=text 34:class=object 2:patient 34:subject 23:reason 4:reasonCode 4:reasonReference 2:indication 34:diagnosis',
  ),
  Goal: signs(
    '23:status 4:lifecycleStatus 2:description=text 34:description=object 3:target=object 4:target=list 2:targetDate 34:expressedBy 2:author',
  ),
  Immunization: signs(
    '23:date 2:wasNotGiven 2:reported 3:notGiven 34:primarySource 4:occurrenceDateTime 4:occurrenceString 2:performer=reference 3:practitioner 4:performer=list 23:vaccinationProtocol 4:protocolApplied 23:explanation',
  ),
  MedicationAdministration: signs(
    '2:patient 34:subject 2:wasNotGiven 3:notGiven 2:practitioner 2:effectiveTimeDateTime',
  ),
  MedicationDispense: signs('2:patient 34:subject 2:dispenser 3:notDone'),
  MedicationRequest: signs(
    '3:context 4:encounter 4:requester=reference 4:reportedBoolean 4:doNotPerform 4:category=list 3:category=object',
  ),
  MedicationStatement: signs('2:patient 34:subject 2:wasNotTaken 3:taken 34:context'),
  Observation: signs(
    '2:comments 3:comment 3:context 24:encounter 23:related 34:category=list 2:category=object 4:interpretation=list 23:interpretation=object 4:hasMember 4:derivedFrom 4:note 34:basedOn',
  ),
  Patient: signs('2:careProvider 34:generalPractitioner'),
  Practitioner: signs('2:practitionerRole 2:name=object 34:name=list'),
  Procedure: signs(
    '2:notPerformed 2:notes 3:notDone 3:context 24:encounter 4:statusReason 34:note 34:reasonCode 2:reasonCodeableConcept 2:used',
  ),
  QuestionnaireResponse: signs('2:group 34:item 4:questionnaire=text 23:questionnaire=object'),
  Specimen: signs('2:treatment 34:processing'),
};

const types = (names: string, versions: readonly DataVersion[]): [string, readonly DataVersion[]][] =>
  names.split(' ').map((name) => [name, versions]);

/** Types that not every version has. */
export const versionsOfType: ReadonlyMap<string, readonly DataVersion[]> = new Map([
  ...types(
    'Conformance DeviceUseRequest DiagnosticOrder ImagingObjectSelection MedicationOrder Order OrderResponse',
    ['dstu2'],
  ),
  ...types('ExpansionProfile ImagingManifest Sequence ServiceDefinition', ['stu3']),
  ...types(
    'BodySite DataElement DeviceComponent EligibilityRequest EligibilityResponse ProcedureRequest ProcessRequest ProcessResponse ReferralRequest',
    ['dstu2', 'stu3'],
  ),
  ...types(
    'ActivityDefinition AdverseEvent CapabilityStatement CareTeam ChargeItem CodeSystem Consent DeviceRequest Endpoint GraphDefinition GuidanceResponse Library Linkage Measure MeasureReport MedicationRequest PlanDefinition PractitionerRole RequestGroup ResearchStudy ResearchSubject Task',
    ['stu3', 'r4'],
  ),
  ...types(
    'BodyStructure BiologicallyDerivedProduct CoverageEligibilityRequest CoverageEligibilityResponse ImmunizationEvaluation InsurancePlan Invoice MedicationKnowledge MolecularSequence OrganizationAffiliation ServiceRequest VerificationResult',
    ['r4'],
  ),
]);
