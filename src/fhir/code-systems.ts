/** Addresses of the code systems and extensions the readers look for. Nothing here is fetched. */

export const snomed = 'http://snomed.info/sct';
export const loinc = 'http://loinc.org';
export const rxnorm = 'http://www.nlm.nih.gov/research/umls/rxnorm';
export const ndc = 'http://hl7.org/fhir/sid/ndc';
export const cvx = 'http://hl7.org/fhir/sid/cvx';
export const mvx = 'http://hl7.org/fhir/sid/mvx';
export const icd10cm = 'http://hl7.org/fhir/sid/icd-10-cm';
export const icd9cm = 'http://hl7.org/fhir/sid/icd-9-cm';
export const cpt = 'http://www.ama-assn.org/go/cpt';
export const ucum = 'http://unitsofmeasure.org';
export const npi = 'http://hl7.org/fhir/sid/us-npi';
export const ssn = 'http://hl7.org/fhir/sid/us-ssn';
export const cdcRaceAndEthnicity = 'urn:oid:2.16.840.1.113883.6.238';

const terminology = 'http://terminology.hl7.org/CodeSystem/';
export const identifierType = `${terminology}v2-0203`;
export const nullFlavor = `${terminology}v3-NullFlavor`;
export const dataAbsentReason = `${terminology}data-absent-reason`;
export const allergyClinicalStatus = `${terminology}allergyintolerance-clinical`;
export const conditionCategory = `${terminology}condition-category`;
export const usCoreCategory = 'http://hl7.org/fhir/us/core/CodeSystem/us-core-category';
export const healthConcernCategory = 'http://hl7.org/fhir/us/core/CodeSystem/condition-category';
export const observationCategory = `${terminology}observation-category`;

const structure = 'http://hl7.org/fhir/StructureDefinition/';
const usCore = 'http://hl7.org/fhir/us/core/StructureDefinition/';
export const extensionUrl = {
  dataAbsentReason: `${structure}data-absent-reason`,
  assertedDate: `${structure}condition-assertedDate`,
  birthPlace: `${structure}patient-birthPlace`,
  birthTime: `${structure}patient-birthTime`,
  interpreterRequired: `${structure}patient-interpreterRequired`,
  genderIdentity: `${structure}patient-genderIdentity`,
  individualGenderIdentity: `${structure}individual-genderIdentity`,
  individualPronouns: `${structure}individual-pronouns`,
  race: `${usCore}us-core-race`,
  ethnicity: `${usCore}us-core-ethnicity`,
  tribalAffiliation: `${usCore}us-core-tribal-affiliation`,
  birthSex: `${usCore}us-core-birthsex`,
  sex: `${usCore}us-core-sex`,
  individualSex: `${usCore}us-core-individual-sex`,
  usCoreGenderIdentity: `${usCore}us-core-genderIdentity`,
  interpreterNeeded: `${usCore}us-core-interpreter-needed`,
  medicationAdherence: `${usCore}us-core-medication-adherence`,
} as const;
