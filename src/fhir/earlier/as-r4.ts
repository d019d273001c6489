/**
 * Records of the versions before R4 in R4's elements, so that one reader, one order and one view serve them all
 * (docs/decisions/011). What arrived stays at hand: details and the raw record show it as it was sent.
 */
import { asList, asObject, type FhirResource, isResource, ownRow } from '#fhir/json.ts';
import { rememberOriginal } from '#fhir/original.ts';
import { allergyFromDstu2, allergyFromStu3 } from './allergies.ts';
import {
  carePlanFromDstu2,
  carePlanFromStu3,
  careTeamFromStu3,
  goalFromDstu2,
  goalFromStu3,
} from './care.ts';
import { withR4CodeSystems } from './code-systems.ts';
import { conditionFromDstu2, conditionFromStu3 } from './conditions.ts';
import {
  coverageFromDstu2,
  coverageFromStu3,
  deviceFromDstu2,
  deviceFromStu3,
  provenanceFromDstu2,
  provenanceFromStu3,
  specimenFromDstu2,
  specimenFromStu3,
} from './devices.ts';
import { binaryFromEarlier, documentFromDstu2, documentFromStu3 } from './documents.ts';
import { immunizationFromDstu2, immunizationFromStu3 } from './immunizations.ts';
import {
  administrationFromDstu2,
  administrationFromStu3,
  dispenseFromDstu2,
  dispenseFromStu3,
  medicationFromDstu2,
  medicationFromStu3,
  medicationOrderFromDstu2,
  medicationRequestFromStu3,
  statementFromDstu2,
  statementFromStu3,
} from './medications.ts';
import {
  observationFromDstu2,
  observationFromStu3,
  reportFromDstu2,
  reportFromStu3,
} from './observations.ts';
import {
  deviceRequestFromStu3,
  deviceUseRequestFromDstu2,
  diagnosticOrderFromDstu2,
  procedureRequestFromDstu2,
  procedureRequestFromStu3,
  referralFromDstu2,
  referralFromStu3,
} from './orders.ts';
import { patientFromDstu2, patientFromStu3, personFromEarlier } from './people.ts';
import {
  encounterFromDstu2,
  encounterFromStu3,
  procedureFromDstu2,
  procedureFromStu3,
} from './procedures.ts';
import {
  imagingStudyFromEarlier,
  questionnaireResponseFromDstu2,
  questionnaireResponseFromStu3,
} from './questionnaires.ts';
import { asSent, type EarlierVersion, type Reshape } from './reshape.ts';

/** Types that both versions have, beside those that only one of them has. */
type SharedType =
  | 'AllergyIntolerance'
  | 'Binary'
  | 'CarePlan'
  | 'Condition'
  | 'Coverage'
  | 'Device'
  | 'DiagnosticReport'
  | 'DocumentReference'
  | 'Encounter'
  | 'Goal'
  | 'ImagingStudy'
  | 'Immunization'
  | 'Location'
  | 'Medication'
  | 'MedicationAdministration'
  | 'MedicationDispense'
  | 'MedicationStatement'
  | 'Observation'
  | 'Organization'
  | 'Patient'
  | 'Person'
  | 'Practitioner'
  | 'Procedure'
  | 'ProcedureRequest'
  | 'Provenance'
  | 'QuestionnaireResponse'
  | 'ReferralRequest'
  | 'RelatedPerson'
  | 'Specimen';

interface TypesOf {
  readonly DSTU2: SharedType | 'MedicationOrder' | 'DiagnosticOrder' | 'DeviceUseRequest';
  readonly STU3: SharedType | 'MedicationRequest' | 'CareTeam' | 'DeviceRequest' | 'PractitionerRole';
}

/** One reshaping for every type that this app reads: leaving one out does not compile. */
const reshapes: { readonly [V in EarlierVersion]: Readonly<Record<TypesOf[V], Reshape>> } = {
  DSTU2: {
    AllergyIntolerance: allergyFromDstu2,
    Binary: binaryFromEarlier,
    CarePlan: carePlanFromDstu2,
    Condition: conditionFromDstu2,
    Coverage: coverageFromDstu2,
    Device: deviceFromDstu2,
    DeviceUseRequest: deviceUseRequestFromDstu2,
    DiagnosticOrder: diagnosticOrderFromDstu2,
    DiagnosticReport: reportFromDstu2,
    DocumentReference: documentFromDstu2,
    Encounter: encounterFromDstu2,
    Goal: goalFromDstu2,
    ImagingStudy: imagingStudyFromEarlier,
    Immunization: immunizationFromDstu2,
    Location: asSent,
    Medication: medicationFromDstu2,
    MedicationAdministration: administrationFromDstu2,
    MedicationDispense: dispenseFromDstu2,
    MedicationOrder: medicationOrderFromDstu2,
    MedicationStatement: statementFromDstu2,
    Observation: observationFromDstu2,
    Organization: asSent,
    Patient: patientFromDstu2,
    Person: personFromEarlier,
    Practitioner: personFromEarlier,
    Procedure: procedureFromDstu2,
    ProcedureRequest: procedureRequestFromDstu2,
    Provenance: provenanceFromDstu2,
    QuestionnaireResponse: questionnaireResponseFromDstu2,
    ReferralRequest: referralFromDstu2,
    RelatedPerson: personFromEarlier,
    Specimen: specimenFromDstu2,
  },
  STU3: {
    AllergyIntolerance: allergyFromStu3,
    Binary: binaryFromEarlier,
    CarePlan: carePlanFromStu3,
    CareTeam: careTeamFromStu3,
    Condition: conditionFromStu3,
    Coverage: coverageFromStu3,
    Device: deviceFromStu3,
    DeviceRequest: deviceRequestFromStu3,
    DiagnosticReport: reportFromStu3,
    DocumentReference: documentFromStu3,
    Encounter: encounterFromStu3,
    Goal: goalFromStu3,
    ImagingStudy: imagingStudyFromEarlier,
    Immunization: immunizationFromStu3,
    Location: asSent,
    Medication: medicationFromStu3,
    MedicationAdministration: administrationFromStu3,
    MedicationDispense: dispenseFromStu3,
    MedicationRequest: medicationRequestFromStu3,
    MedicationStatement: statementFromStu3,
    Observation: observationFromStu3,
    Organization: asSent,
    Patient: patientFromStu3,
    Person: personFromEarlier,
    Practitioner: asSent,
    PractitionerRole: asSent,
    Procedure: procedureFromStu3,
    ProcedureRequest: procedureRequestFromStu3,
    Provenance: provenanceFromStu3,
    QuestionnaireResponse: questionnaireResponseFromStu3,
    ReferralRequest: referralFromStu3,
    RelatedPerson: personFromEarlier,
    Specimen: specimenFromStu3,
  },
};

/**
 * A resource of an earlier version in R4's elements, contained ones included; of a type that nobody reads element by
 * element, HL7's code systems alone get their later addresses. Never throws. `originalOf` gives back what arrived.
 */
export function asR4(resource: FhirResource, version: EarlierVersion): FhirResource {
  const table: Readonly<Record<string, Reshape>> = reshapes[version];
  const made = reshaped(withinAsR4(resource, table), table);
  rememberOriginal(made, resource);
  return made;
}

/** An answer of a server: one resource, or a Bundle whose entries are each in R4's elements. */
export function answerAsR4(answer: FhirResource, version: EarlierVersion): FhirResource {
  if (answer.resourceType !== 'Bundle') return asR4(answer, version);
  const entry = asList(answer['entry']).map((one) => {
    const object = asObject(one);
    const resource = object?.['resource'];
    return isResource(resource) ? { ...object, resource: asR4(resource, version) } : one;
  });
  return { ...answer, entry };
}

function reshaped(resource: FhirResource, table: Readonly<Record<string, Reshape>>): FhirResource {
  const moved = withR4CodeSystems(resource) as FhirResource;
  return ownRow(table, resource.resourceType)?.(moved) ?? moved;
}

/** A contained resource holds no further ones (FHIR §2.3.0.2). */
function withinAsR4(resource: FhirResource, table: Readonly<Record<string, Reshape>>): FhirResource {
  const sent = resource['contained'];
  if (sent === undefined) return resource;
  const contained = asList(sent).map((one) => {
    if (!isResource(one)) return one;
    const made = reshaped(one, table);
    rememberOriginal(made, one);
    return made;
  });
  return { ...resource, contained };
}
