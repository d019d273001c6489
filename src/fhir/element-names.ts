/** The FHIR elements that have a name for people (`i18n/en/elements.ts`); all others show their own, taken apart. */

// oxfmt-ignore
const names = [
  'id', 'meta', 'versionId', 'lastUpdated', 'profile', 'security', 'tag', 'source', 'implicitRules',
  'language', 'text', 'contained', 'extension', 'modifierExtension', 'identifier', 'status',
  'statusReason', 'code', 'coding', 'category', 'type', 'class', 'subject', 'patient', 'encounter',
  'context', 'note', 'priority', 'active', 'use', 'period', 'start', 'end', 'value', 'system', 'version',
  'display', 'userSelected', 'reference', 'url', 'rank', 'assigner', 'unit', 'comparator', 'low', 'high',
  'numerator', 'denominator', 'basedOn', 'partOf', 'derivedFrom', 'focus', 'issued', 'date', 'recorded',
  'recordedDate', 'recorder', 'asserter', 'assertedDate', 'author', 'authored', 'authoredOn', 'created',
  'performer', 'performerType', 'performed', 'effective', 'occurrence', 'onset', 'abatement',
  'lastOccurrence', 'location', 'reason', 'reasonCode', 'reasonReference', 'bodySite', 'method', 'intent',
  'supportingInfo', 'supportingInformation', 'instantiatesCanonical', 'instantiatesUri', 'groupIdentifier',
  'requisition', 'description', 'title', 'name', 'actor', 'function', 'role', 'onBehalfOf', 'individual',
  'participant', 'detail', 'comment', 'severity', 'stage', 'summary', 'assessment', 'evidence', 'outcome',
  'data', 'timing', 'repeat', 'event', 'dataAbsentReason', 'interpretation', 'clinicalStatus',
  'verificationStatus', 'criticality', 'reaction', 'manifestation', 'substance', 'exposureRoute', 'family',
  'given', 'prefix', 'suffix', 'telecom', 'gender', 'birthDate', 'birthTime', 'birthPlace', 'deceased',
  'address', 'line', 'city', 'district', 'state', 'postalCode', 'country', 'maritalStatus',
  'multipleBirth', 'photo', 'contact', 'relationship', 'organization', 'communication', 'preferred',
  'generalPractitioner', 'managingOrganization', 'link', 'other', 'race', 'ethnicity', 'tribalAffiliation',
  'isEnrolled', 'birthSex', 'sex', 'genderIdentity', 'pronouns', 'interpreterNeeded', 'ombCategory',
  'detailed', 'mothersMaidenName', 'religion', 'citizenship', 'ordinalValue', 'latitude', 'longitude',
  'geolocation', 'directAddress', 'authenticationTime', 'medication', 'reported', 'doNotPerform',
  'requester', 'courseOfTherapyType', 'insurance', 'dosage', 'dosageInstruction', 'sequence',
  'additionalInstruction', 'patientInstruction', 'asNeeded', 'site', 'route', 'doseAndRate', 'dose',
  'rate', 'maxDosePerPeriod', 'maxDosePerAdministration', 'maxDosePerLifetime', 'frequency',
  'frequencyMax', 'periodUnit', 'periodMax', 'bounds', 'count', 'countMax', 'duration', 'durationMax',
  'durationUnit', 'dayOfWeek', 'timeOfDay', 'when', 'offset', 'dispenseRequest', 'initialFill',
  'dispenseInterval', 'validityPeriod', 'numberOfRepeatsAllowed', 'quantity', 'expectedSupplyDuration',
  'substitution', 'allowed', 'wasSubstituted', 'priorPrescription', 'detectedIssue', 'eventHistory',
  'authorizingPrescription', 'daysSupply', 'whenPrepared', 'whenHandedOver', 'destination', 'receiver',
  'responsibleParty', 'request', 'device', 'dateAsserted', 'informationSource', 'ingredient', 'item',
  'strength', 'isActive', 'form', 'amount', 'batch', 'manufacturer', 'medicationAdherence', 'vaccineCode',
  'primarySource', 'reportOrigin', 'lotNumber', 'expirationDate', 'doseQuantity', 'isSubpotent',
  'subpotentReason', 'education', 'documentType', 'publicationDate', 'presentationDate',
  'programEligibility', 'fundingSource', 'protocolApplied', 'series', 'authority', 'targetDisease',
  'doseNumber', 'seriesDoses', 'complication', 'complicationDetail', 'followUp', 'focalDevice', 'action',
  'manipulated', 'usedReference', 'usedCode', 'report', 'statusHistory', 'classHistory', 'serviceType',
  'episodeOfCare', 'appointment', 'length', 'diagnosis', 'condition', 'account', 'hospitalization',
  'preAdmissionIdentifier', 'origin', 'admitSource', 'reAdmission', 'dietPreference', 'specialCourtesy',
  'specialArrangement', 'dischargeDisposition', 'physicalType', 'serviceProvider', 'policyHolder',
  'subscriber', 'subscriberId', 'beneficiary', 'dependent', 'payor', 'order', 'network',
  'costToBeneficiary', 'subrogation', 'contract', 'exception', 'referenceRange', 'appliesTo', 'age',
  'hasMember', 'component', 'specimen', 'result', 'resultsInterpreter', 'imagingStudy', 'media',
  'conclusion', 'conclusionCode', 'presentedForm', 'lowerLimit', 'upperLimit', 'factor', 'dimensions',
  'masterIdentifier', 'docStatus', 'authenticator', 'custodian', 'relatesTo', 'target', 'securityLabel',
  'content', 'attachment', 'contentType', 'size', 'hash', 'creation', 'format', 'facilityType',
  'practiceSetting', 'sourcePatientInfo', 'related', 'addresses', 'careTeam', 'goal', 'activity',
  'outcomeCodeableConcept', 'outcomeReference', 'progress', 'kind', 'scheduled', 'product', 'dailyAmount',
  'replaces', 'contributor', 'lifecycleStatus', 'achievementStatus', 'startDate', 'due', 'dueDate',
  'measure', 'statusDate', 'expressedBy', 'outcomeCode', 'member', 'udiCarrier', 'deviceIdentifier',
  'issuer', 'jurisdiction', 'carrierAIDC', 'carrierHRF', 'entryType', 'distinctIdentifier',
  'manufactureDate', 'serialNumber', 'deviceName', 'modelNumber', 'partNumber', 'specialization',
  'property', 'owner', 'safety', 'parent', 'definition', 'orderDetail', 'locationCode',
  'locationReference', 'relevantHistory', 'accessionIdentifier', 'receivedTime', 'collection', 'collector',
  'collected', 'fastingStatus', 'processing', 'procedure', 'additive', 'container', 'capacity',
  'specimenQuantity', 'questionnaire', 'linkId', 'answer', 'agent', 'who', 'entity', 'what', 'policy',
  'signature', 'occurred', 'practitioner', 'specialty', 'qualification', 'healthcareService', 'endpoint',
  'availableTime', 'alias', 'position', 'mode', 'studies', 'modality', 'started', 'numberOfSeries',
  'numberOfInstances', 'referrer', 'interpreter', 'uid', 'number', 'instance', 'laterality',
  'bodyPosition',
] as const;

export type ElementName = (typeof names)[number];
export type ElementKey = `element.${ElementName}`;

const known: ReadonlySet<string> = new Set(names);

/** The message key of an element's label; undefined for an element without one. */
export function elementKey(name: string): ElementKey | undefined {
  return known.has(name) ? `element.${name as ElementName}` : undefined;
}

export const elementNames: readonly ElementName[] = names;
