import { type FhirResource, objectsOf, valuesAt } from '#sandbox/fhir/resource.ts';
import {
  codeElement,
  dateText,
  firstText,
  labelOf,
  quantityAttributes,
  quantityText,
  statusOf,
} from './fields.ts';
import type { SectionKind, SectionRow } from './section.ts';
import { element, intervalElement, recordId, templateId, textElement, timeElement } from './xml.ts';

/** The material of a drug or vaccine. */
function product(template: string, concept: unknown, lot?: string): string {
  return element(
    'consumable',
    {},
    element(
      'manufacturedProduct',
      { classCode: 'MANU' },
      templateId(template, '2014-06-09'),
      element(
        'manufacturedMaterial',
        {},
        codeElement('code', concept),
        lot === undefined ? '' : textElement('lotNumberText', lot),
      ),
    ),
  );
}

export const medicationSection: SectionKind = {
  name: 'medication',
  title: 'Medications',
  code: '10160-0',
  display: 'History of Medication use Narrative',
  template: ['2.16.840.1.113883.10.20.22.2.1.1', '2014-06-09'],
  columns: ['Medication', 'Directions', 'Dose', 'Status', 'Ordered'],
  types: ['MedicationRequest'],
  rows: (resources) => resources.map(medicationRow),
};

function medicationRow(request: FhirResource): SectionRow {
  const [dosage] = objectsOf(request['dosageInstruction']);
  const [dose] = valuesAt(dosage, 'doseAndRate.doseQuantity');
  const authored = firstText(request, 'authoredOn');
  const status = statusOf(request);
  const [contained] = objectsOf(request['contained']).filter((each) => each['resourceType'] === 'Medication');
  const drug = request['medicationCodeableConcept'] ?? contained?.['code'] ?? referencedDrug(request);
  return {
    cells: [labelOf(drug), firstText(dosage, 'text') ?? '', quantityText(dose), status, dateText(authored)],
    entry: (text) =>
      element(
        'substanceAdministration',
        {
          classCode: 'SBADM',
          moodCode: statusOf(request, 'intent') === 'order' ? 'INT' : 'EVN',
          negationInd: request['doNotPerform'] === true ? 'true' : undefined,
        },
        templateId('2.16.840.1.113883.10.20.22.4.16', '2014-06-09'),
        recordId(`MedicationRequest-${request.id}`),
        text,
        element('statusCode', { code: status === 'active' || status === 'on-hold' ? 'active' : 'completed' }),
        intervalElement(
          firstText(dosage, 'timing.repeat.boundsPeriod.start') ?? authored,
          firstText(dosage, 'timing.repeat.boundsPeriod.end'),
          { 'xsi:type': 'IVL_TS' },
        ),
        dosage?.['route'] === undefined ? '' : codeElement('routeCode', dosage['route']),
        dose === undefined ? '' : element('doseQuantity', quantityAttributes(dose)),
        product('2.16.840.1.113883.10.20.22.4.23', drug),
      ),
  };
}

function referencedDrug(request: FhirResource): unknown {
  const display = firstText(request, 'medicationReference.display');
  return display === undefined ? undefined : { text: display };
}

export const immunizationSection: SectionKind = {
  name: 'immunization',
  title: 'Immunizations',
  code: '11369-6',
  display: 'History of Immunization Narrative',
  template: ['2.16.840.1.113883.10.20.22.2.2.1', '2015-08-01'],
  columns: ['Vaccine', 'Date', 'Status', 'Lot', 'Reason not given'],
  types: ['Immunization'],
  timeOf: (resource) => resource['occurrenceDateTime'],
  rows: (resources) => resources.map(immunizationRow),
};

function immunizationRow(immunization: FhirResource): SectionRow {
  const given = firstText(immunization, 'occurrenceDateTime');
  const status = statusOf(immunization);
  const lot = firstText(immunization, 'lotNumber');
  return {
    cells: [
      labelOf(immunization['vaccineCode']),
      dateText(given ?? firstText(immunization, 'occurrenceString')),
      status,
      lot ?? '',
      labelOf(immunization['statusReason']),
    ],
    entry: (text) =>
      element(
        'substanceAdministration',
        { classCode: 'SBADM', moodCode: 'EVN', negationInd: String(status === 'not-done') },
        templateId('2.16.840.1.113883.10.20.22.4.52', '2015-08-01'),
        recordId(`Immunization-${immunization.id}`),
        text,
        element('statusCode', { code: 'completed' }),
        timeElement(given),
        immunization['route'] === undefined ? '' : codeElement('routeCode', immunization['route']),
        product('2.16.840.1.113883.10.20.22.4.54', immunization['vaccineCode'], lot),
      ),
  };
}
