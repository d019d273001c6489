/**
 * What US Core obliges a reader of each profile to support: the mandatory and must-support elements of 3.1.1, 6.1.0 and
 * 8.0.0 together, USCDI's among them. Older profiles of the same purpose stand under their own names. Every record is held
 * to all profiles of its type, for few servers say in `meta.profile` what they follow.
 *
 * `onset[x]` is a choice of types; `extension:us-core-race` an extension by the last part of its address.
 */
export const usCoreMustSupport: readonly (readonly [profile: string, type: string, elements: string])[] = [
  [
    'us-core-allergyintolerance',
    'AllergyIntolerance',
    'clinicalStatus verificationStatus code patient reaction reaction.manifestation',
  ],
  ['us-core-careplan', 'CarePlan', 'text text.status text.div status intent category subject'],
  ['us-core-careteam', 'CareTeam', 'status subject participant participant.role participant.member'],
  ['us-core-condition', 'Condition', 'clinicalStatus verificationStatus category code subject'],
  [
    'us-core-condition-problems-health-concerns',
    'Condition',
    'extension:condition-assertedDate clinicalStatus verificationStatus category code subject onset[x] abatement[x] recordedDate recorder',
  ],
  [
    'us-core-condition-encounter-diagnosis',
    'Condition',
    'clinicalStatus verificationStatus category code subject encounter onset[x] abatement[x] recordedDate recorder',
  ],
  [
    'us-core-coverage',
    'Coverage',
    'identifier identifier.type status type subscriberId beneficiary relationship period payor class class.type class.value class.name',
  ],
  [
    'us-core-implantable-device',
    'Device',
    'udiCarrier udiCarrier.deviceIdentifier udiCarrier.carrierAIDC udiCarrier.carrierHRF distinctIdentifier manufactureDate expirationDate lotNumber serialNumber type patient',
  ],
  [
    'us-core-diagnosticreport-lab',
    'DiagnosticReport',
    'status category code subject encounter effective[x] issued performer result',
  ],
  [
    'us-core-diagnosticreport-note',
    'DiagnosticReport',
    'status category code subject encounter effective[x] issued performer result media presentedForm',
  ],
  [
    'us-core-documentreference',
    'DocumentReference',
    'identifier status type category subject date author content content.attachment content.attachment.contentType content.attachment.url content.format context context.encounter context.period',
  ],
  [
    'us-core-adi-documentreference',
    'DocumentReference',
    'extension:us-core-authentication-time identifier status type category subject date author authenticator custodian content content.attachment content.attachment.contentType content.format',
  ],
  [
    'us-core-encounter',
    'Encounter',
    'extension:us-core-interpreter-needed identifier identifier.system identifier.value status class type subject participant participant.type participant.period participant.individual period reasonCode reasonReference hospitalization hospitalization.dischargeDisposition location location.location serviceProvider',
  ],
  ['us-core-goal', 'Goal', 'lifecycleStatus description subject start[x] target target.due[x] expressedBy'],
  [
    'us-core-immunization',
    'Immunization',
    'status statusReason vaccineCode patient encounter occurrence[x] primarySource location lotNumber performer performer.actor',
  ],
  [
    'us-core-location',
    'Location',
    'identifier status name type telecom address address.line address.city address.state address.postalCode managingOrganization',
  ],
  ['us-core-medication', 'Medication', 'code'],
  [
    'us-core-medicationdispense',
    'MedicationDispense',
    'status medication[x] subject context performer performer.actor authorizingPrescription type quantity whenHandedOver dosageInstruction dosageInstruction.text dosageInstruction.timing dosageInstruction.route dosageInstruction.doseAndRate',
  ],
  [
    'us-core-medicationrequest',
    'MedicationRequest',
    'extension:us-core-medication-adherence status intent category reported[x] medication[x] subject encounter authoredOn requester reasonCode reasonReference dosageInstruction dosageInstruction.text dosageInstruction.timing dosageInstruction.route dosageInstruction.doseAndRate dispenseRequest dispenseRequest.numberOfRepeatsAllowed dispenseRequest.quantity',
  ],
  [
    'us-core-observation-lab',
    'Observation',
    'status category code subject encounter effective[x] value[x] dataAbsentReason interpretation specimen referenceRange',
  ],
  [
    'us-core-observation-clinical-result',
    'Observation',
    'status category code subject effective[x] value[x] dataAbsentReason',
  ],
  [
    'us-core-observation-clinical-test',
    'Observation',
    'status category code subject effective[x] value[x] dataAbsentReason',
  ],
  ['us-core-observation-imaging', 'Observation', 'status category code subject effective[x] value[x]'],
  ['us-core-observation-occupation', 'Observation', 'status code subject effective[x] value[x] component'],
  [
    'us-core-observation-pregnancyintent',
    'Observation',
    'status category code subject effective[x] value[x]',
  ],
  ['us-core-observation-pregnancystatus', 'Observation', 'status code subject effective[x] value[x]'],
  [
    'us-core-observation-screening-assessment',
    'Observation',
    'status category code subject effective[x] performer value[x] dataAbsentReason hasMember derivedFrom',
  ],
  [
    'us-core-observation-sdoh-assessment',
    'Observation',
    'status category code subject effective[x] performer value[x] dataAbsentReason hasMember derivedFrom',
  ],
  ['us-core-observation-sexual-orientation', 'Observation', 'status code subject effective[x] value[x]'],
  [
    'us-core-observation-adi-documentation',
    'Observation',
    'extension:workflow-supportingInfo status category code subject effective[x] performer value[x]',
  ],
  ['us-core-care-experience-preference', 'Observation', 'status category code subject effective[x] value[x]'],
  [
    'us-core-treatment-intervention-preference',
    'Observation',
    'status category code subject effective[x] performer value[x]',
  ],
  [
    'us-core-simple-observation',
    'Observation',
    'status category code subject effective[x] performer value[x] derivedFrom',
  ],
  [
    'us-core-smokingstatus',
    'Observation',
    'status category code subject effective[x] issued performer value[x]',
  ],
  [
    'us-core-vital-signs',
    'Observation',
    'status category code subject effective[x] performer value[x] dataAbsentReason component component.code component.value[x]',
  ],
  [
    'us-core-blood-pressure',
    'Observation',
    'status category code subject effective[x] component component.code component.value[x] component.dataAbsentReason',
  ],
  [
    'us-core-average-blood-pressure',
    'Observation',
    'status category code subject effective[x] component component.code component.value[x]',
  ],
  ...[
    'us-core-bmi',
    'us-core-body-height',
    'us-core-body-temperature',
    'us-core-body-weight',
    'us-core-head-circumference',
    'us-core-heart-rate',
    'us-core-respiratory-rate',
    'head-occipital-frontal-circumference-percentile',
    'pediatric-bmi-for-age',
    'pediatric-weight-for-height',
  ].map((profile) => [profile, 'Observation', 'status category code subject effective[x] value[x]'] as const),
  [
    'us-core-pulse-oximetry',
    'Observation',
    'status category code subject effective[x] value[x] component component.code component.value[x] component.dataAbsentReason',
  ],
  [
    'us-core-organization',
    'Organization',
    'identifier active name telecom address address.line address.city address.state address.postalCode address.country',
  ],
  [
    'us-core-patient',
    'Patient',
    'extension:us-core-race extension:us-core-ethnicity extension:us-core-birthsex extension:us-core-sex extension:us-core-genderIdentity extension:us-core-tribal-affiliation extension:us-core-interpreter-needed identifier identifier.system identifier.value name name.use name.family name.given name.suffix name.period telecom telecom.system telecom.value telecom.use gender birthDate deceased[x] address address.use address.line address.city address.state address.postalCode address.period communication communication.language',
  ],
  [
    'us-core-practitioner',
    'Practitioner',
    'identifier identifier.system identifier.value name name.family telecom telecom.system telecom.value address address.line address.city address.state address.postalCode address.country',
  ],
  [
    'us-core-practitionerrole',
    'PractitionerRole',
    'practitioner organization code specialty location telecom telecom.system telecom.value endpoint',
  ],
  [
    'us-core-procedure',
    'Procedure',
    'basedOn status code subject encounter performed[x] performer performer.actor reasonCode reasonReference',
  ],
  ['us-core-provenance', 'Provenance', 'target recorded agent agent.type agent.who agent.onBehalfOf'],
  [
    'us-core-questionnaireresponse',
    'QuestionnaireResponse',
    'questionnaire _questionnaire.extension status subject authored author item item.linkId item.text item.answer item.answer.value[x] item.item',
  ],
  ['us-core-relatedperson', 'RelatedPerson', 'active patient relationship name telecom address'],
  [
    'us-core-servicerequest',
    'ServiceRequest',
    'status intent category code subject encounter occurrence[x] authoredOn requester reasonCode reasonReference',
  ],
  [
    'us-core-specimen',
    'Specimen',
    'identifier accessionIdentifier type subject collection collection.bodySite condition',
  ],
];
