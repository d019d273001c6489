import { type FhirResource, isObject, objectsOf, valuesAt } from '#sandbox/fhir/resource.ts';
import {
  codeElement,
  dateText,
  firstText,
  fixedCode,
  labelOf,
  labelsOf,
  quantityAttributes,
  quantityText,
  statusOf,
} from './fields.ts';
import type { SectionKind, SectionRow } from './section.ts';
import { element, recordId, templateId, textElement, timeElement } from './xml.ts';

type Part = Readonly<Record<string, unknown>>;

const completed = element('statusCode', { code: 'completed' });

export function timeOfObservation(observation: Part): string | undefined {
  return firstText(observation, 'effectiveDateTime', 'effectiveInstant', 'effectivePeriod.start', 'issued');
}

function inCategory(observation: FhirResource, ...codes: readonly string[]): boolean {
  return valuesAt(observation, 'category.coding.code').some((code) => codes.includes(String(code)));
}

/** The value of an observation or component, for the table. */
function valueText(part: Part): string {
  const absent = labelOf(part['dataAbsentReason']);
  return (
    quantityText(part['valueQuantity']) ||
    labelOf(part['valueCodeableConcept']) ||
    firstText(part, 'valueString', 'valueDateTime') ||
    ('valueInteger' in part ? String(part['valueInteger']) : '') ||
    ('valueBoolean' in part ? String(part['valueBoolean']) : '') ||
    (absent === '' ? '' : `no value: ${absent}`)
  );
}

function valueElement(part: Part): string {
  if (isObject(part['valueQuantity'])) {
    const comparator = firstText(part, 'valueQuantity.comparator');
    const attributes = quantityAttributes(part['valueQuantity']);
    if (comparator === undefined) return element('value', { 'xsi:type': 'PQ', ...attributes });
    // "< 5" is an interval without its lower end (and the reverse).
    const inclusive = String(comparator.endsWith('='));
    const end = element(comparator.startsWith('<') ? 'high' : 'low', { ...attributes, inclusive });
    return element('value', { 'xsi:type': 'IVL_PQ' }, end);
  }
  if (part['valueCodeableConcept'] !== undefined)
    return codeElement('value', part['valueCodeableConcept'], 'CD');
  const text = valueText(part);
  return part['dataAbsentReason'] === undefined && text !== ''
    ? textElement('value', text, { 'xsi:type': 'ST' })
    : element('value', { 'xsi:type': 'CD', nullFlavor: 'UNK' });
}

function rangeText(range: Part): string {
  const bounds = [quantityText(range['low']), quantityText(range['high'])];
  return firstText(range, 'text') ?? bounds.filter(Boolean).join(' – ');
}

/** One coded observation inside an organizer. `part` is the observation itself or one of its components. */
function observationXml(
  template: readonly [string, string],
  key: string,
  part: Part,
  time: unknown,
  text: string,
): string {
  const ranges = objectsOf(part['referenceRange']).map(rangeText).filter(Boolean);
  return element(
    'observation',
    { classCode: 'OBS', moodCode: 'EVN' },
    templateId(...template),
    recordId(key),
    codeElement('code', part['code']),
    text,
    completed,
    timeElement(time),
    valueElement(part),
    ...objectsOf(part['interpretation']).map((concept) => codeElement('interpretationCode', concept)),
    ...ranges.map((range) =>
      element('referenceRange', {}, element('observationRange', {}, textElement('text', range))),
    ),
  );
}

/** An observation as CDA has it: one observation, or one for each component (and one for its own value). */
function partsOf(observation: FhirResource): readonly { readonly key: string; readonly part: Part }[] {
  const components = objectsOf(observation['component']).map((part, index) => ({
    key: `Observation-${observation.id}-${index + 1}`,
    part,
  }));
  const own = components.length === 0 || valueText(observation) !== '';
  return own ? [{ key: `Observation-${observation.id}`, part: observation }, ...components] : components;
}

function organizerRow(
  observation: FhirResource,
  organizer: readonly [string, string],
  member: readonly [string, string],
  code: string,
): SectionRow {
  const time = timeOfObservation(observation);
  const parts = partsOf(observation);
  return {
    cells: [
      labelOf(observation['code']),
      parts
        .map(({ part }) =>
          part === observation ? valueText(part) : `${labelOf(part['code'])}: ${valueText(part)}`,
        )
        .join('; '),
      labelsOf(observation['interpretation']),
      objectsOf(observation['referenceRange']).map(rangeText).filter(Boolean).join('; '),
      dateText(time),
      statusOf(observation),
    ],
    entry: (text) =>
      element(
        'organizer',
        { classCode: 'CLUSTER', moodCode: 'EVN' },
        templateId(...organizer),
        recordId(`Observation-${observation.id}-organizer`),
        code === '' ? codeElement('code', observation['code']) : code,
        completed,
        timeElement(time),
        ...parts.map(({ key, part }) =>
          element('component', {}, observationXml(member, key, part, time, text)),
        ),
      ),
  };
}

const columns = ['Test', 'Value', 'Interpretation', 'Reference range', 'Date', 'Status'];

export const resultSection: SectionKind = {
  name: 'result',
  title: 'Results',
  code: '30954-2',
  display: 'Relevant diagnostic tests/laboratory data Narrative',
  template: ['2.16.840.1.113883.10.20.22.2.3.1', '2015-08-01'],
  columns,
  types: ['Observation'],
  timeOf: timeOfObservation,
  rows: (resources) =>
    resources
      .filter((each) => inCategory(each, 'laboratory', 'imaging', 'procedure'))
      .map((each) =>
        organizerRow(
          each,
          ['2.16.840.1.113883.10.20.22.4.1', '2015-08-01'],
          ['2.16.840.1.113883.10.20.22.4.2', '2015-08-01'],
          '',
        ),
      ),
};

const vitalSigns = element(
  'code',
  {
    code: '46680005',
    codeSystem: '2.16.840.1.113883.6.96',
    codeSystemName: 'SNOMED CT',
    displayName: 'Vital signs',
  },
  fixedCode(
    'translation',
    '74728-7',
    'LOINC',
    'Vital signs, weight, height, head circumference, oxygen saturation and BMI panel',
  ),
);

export const vitalSignSection: SectionKind = {
  name: 'vital',
  title: 'Vital Signs',
  code: '8716-3',
  display: 'Vital signs',
  template: ['2.16.840.1.113883.10.20.22.2.4.1', '2015-08-01'],
  columns,
  types: ['Observation'],
  timeOf: timeOfObservation,
  rows: (resources) =>
    resources
      .filter((each) => inCategory(each, 'vital-signs'))
      .map((each) =>
        organizerRow(
          each,
          ['2.16.840.1.113883.10.20.22.4.26', '2015-08-01'],
          ['2.16.840.1.113883.10.20.22.4.27', '2014-06-09'],
          vitalSigns,
        ),
      ),
};

export const socialHistorySection: SectionKind = {
  name: 'social',
  title: 'Social History',
  code: '29762-2',
  display: 'Social history Narrative',
  template: ['2.16.840.1.113883.10.20.22.2.17', '2015-08-01'],
  columns: ['Observation', 'Value', 'Date'],
  types: ['Observation'],
  rows: (resources) => resources.filter((each) => inCategory(each, 'social-history')).map(socialRow),
};

function socialRow(observation: FhirResource): SectionRow {
  const time = timeOfObservation(observation);
  const smoking = valuesAt(observation, 'code.coding.code').includes('72166-2');
  const template: readonly [string, string] = smoking
    ? ['2.16.840.1.113883.10.20.22.4.78', '2014-06-09']
    : ['2.16.840.1.113883.10.20.22.4.38', '2015-08-01'];
  return {
    cells: [labelOf(observation['code']), valueText(observation), dateText(time)],
    entry: (text) => observationXml(template, `Observation-${observation.id}`, observation, time, text),
  };
}
