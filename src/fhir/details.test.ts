import { describe, expect, it } from 'vitest';
import { en } from '#i18n/en.ts';
import { elements } from '#i18n/en/elements.ts';
import { detailsOf, type Detail, type DetailValue } from './details.ts';
import { leavesOf, missingFromDetails, numbered } from './details-completeness.ts';
import { elementNames } from './element-names.ts';
import type { FhirResource } from './json.ts';

function detail(resource: Record<string, unknown>, element: string): Detail | undefined {
  return detailsOf({ resourceType: 'X', ...resource }).find((one) => one.element === element);
}

function values(resource: Record<string, unknown>, element: string): readonly DetailValue[] {
  return detail(resource, element)?.values ?? [];
}

describe('every value is told by its datatype', () => {
  it.each([
    [
      'concept',
      { code: { text: 'a', coding: [{ code: 'b' }] } },
      'code',
      { kind: 'concept', concept: { label: 'a' } },
    ],
    ['coding', { class: { system: 's', code: 'AMB' } }, 'class', { kind: 'coding', coding: { code: 'AMB' } }],
    [
      'quantity',
      { valueQuantity: { value: { rawJSON: '1.0' }, unit: 'mg' } },
      'valueQuantity',
      { kind: 'quantity', quantity: { value: '1.0' } },
    ],
    [
      'money',
      { cost: { value: 3, currency: 'USD' } },
      'cost',
      { kind: 'quantity', quantity: { unit: 'USD' } },
    ],
    [
      'range',
      { valueRange: { low: { value: 1 } } },
      'valueRange',
      { kind: 'range', range: { low: { value: '1' } } },
    ],
    [
      'ratio',
      { valueRatio: { numerator: { value: 1 }, denominator: { value: 2 } } },
      'valueRatio',
      { kind: 'ratio' },
    ],
    [
      'period',
      { period: { start: '2019', end: '2020-01' } },
      'period',
      { kind: 'period', period: { end: { sent: '2020-01' } } },
    ],
    [
      'date',
      { onsetDateTime: '2019-05' },
      'onsetDateTime',
      { kind: 'when', when: { date: { precision: 'month' } } },
    ],
    ['boolean', { active: false }, 'active', { kind: 'boolean', value: false }],
    ['number', { rank: 3 }, 'rank', { kind: 'text', text: '3' }],
    [
      'reference',
      { subject: { reference: 'Patient/1' } },
      'subject',
      { kind: 'reference', reference: { type: 'Patient' } },
    ],
    [
      'identifier',
      { identifier: [{ system: 's', value: 'v' }] },
      'identifier',
      { kind: 'identifier', identifier: { value: 'v' } },
    ],
    [
      'name',
      { name: [{ family: 'a', given: ['b'] }] },
      'name',
      { kind: 'name', name: { familyFirst: 'a, b' } },
    ],
    ['address', { address: [{ line: ['a'], city: 'b' }] }, 'address', { kind: 'address' }],
    ['telecom', { telecom: [{ system: 'phone', value: '5' }] }, 'telecom', { kind: 'telecom' }],
    ['note', { note: [{ text: 'a' }] }, 'note', { kind: 'annotation', annotation: { text: 'a' } }],
    [
      'narrative',
      { text: { status: 'generated', div: '<div>a</div>' } },
      'text',
      { kind: 'narrative', status: 'generated' },
    ],
    [
      'contained',
      { contained: [{ resourceType: 'Medication', code: { text: 'a' } }] },
      'contained',
      { kind: 'resource', type: 'Medication' },
    ],
    [
      'group',
      { reaction: [{ severity: 'mild', onset: '2019' }] },
      'reaction',
      { kind: 'group', details: [{ element: 'severity' }, { element: 'onset' }] },
    ],
  ])('%s', (_, resource, element, value) => {
    expect(values(resource, element)[0]).toMatchObject(value);
  });

  it('an attachment without its bytes', () => {
    const [value] = values(
      { content: [{ attachment: { contentType: 'text/plain', data: 'aGVsbG8=', title: 't' } }] },
      'content',
    );
    expect(value).toMatchObject({
      kind: 'group',
      details: [{ values: [{ kind: 'attachment', hasBytes: true }] }],
    });
    expect(JSON.stringify(value)).not.toContain('aGVsbG8=');
  });

  it('a lot number that looks like a date is none', () => {
    expect(values({ lotNumber: '2019-05' }, 'lotNumber')).toEqual([{ kind: 'text', text: '2019-05' }]);
  });
});

describe('labels', () => {
  it.each([
    [{ onsetDateTime: '2019' }, 'onsetDateTime', { key: 'element.onset' }],
    [
      { medicationCodeableConcept: { text: 'a' } },
      'medicationCodeableConcept',
      { key: 'element.medication' },
    ],
    [{ reasonReference: [{ display: 'a' }] }, 'reasonReference', { key: 'element.reasonReference' }],
    [{ someNewElement: 'a' }, 'someNewElement', 'Some new element'],
    [
      {
        extension: [
          { url: 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex', valueCode: 'F' },
        ],
      },
      'http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex',
      { key: 'element.birthSex' },
    ],
    [
      { extension: [{ url: 'https://example.org/fhir/patient-eyeColor', valueCode: 'F' }] },
      'https://example.org/fhir/patient-eyeColor',
      'Eye color',
    ],
  ])('%j', (resource, element, label) => {
    expect(detail(resource, element)?.label).toEqual(label);
  });

  it('each has its words', () => {
    expect(Object.keys(elements)).toEqual(elementNames.map((name) => `element.${name}`));
    expect(Object.values(elements).every((words) => words.trim() !== '')).toBe(true);
    expect(en['element.onset']).toBe('Onset');
  });

  it('technical elements come last', () => {
    const order = detailsOf({
      resourceType: 'X',
      id: '1',
      meta: { versionId: '2' },
      code: { text: 'a' },
      text: { div: 'b' },
    });
    expect(order.map((one) => one.element)).toEqual(['code', 'text', 'id', 'meta']);
  });
});

describe('nothing sent is out of reach', () => {
  it('a modifier extension is told apart', () => {
    const url = 'urn:opposite';
    expect(detail({ modifierExtension: [{ url, valueBoolean: true }] }, url)).toMatchObject({
      modifier: true,
      values: [{ kind: 'boolean', value: true }],
    });
  });

  it('an element of which only an extension was sent, and one with both', () => {
    const absent = [
      { url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'asked-declined' },
    ];
    const group = {
      kind: 'group',
      details: [{ label: { key: 'element.dataAbsentReason' }, values: [{ text: 'asked-declined' }] }],
    };
    expect(values({ _birthDate: { extension: absent } }, 'birthDate')).toMatchObject([group]);
    expect(values({ birthDate: '1970', _birthDate: { extension: absent } }, 'birthDate')).toMatchObject([
      { kind: 'when' },
      group,
    ]);
  });

  const whole: readonly FhirResource[] = [
    {
      resourceType: 'Patient',
      id: 'p',
      meta: { profile: ['urn:profile'], security: [{ system: 'urn:s', code: 'R', display: 'restricted' }] },
      implicitRules: 'urn:rules',
      language: 'es',
      text: {
        status: 'additional',
        div: '<div>not here</div>',
        extension: [{ url: 'urn:narrative', valueString: 'on it' }],
      },
      identifier: [
        {
          value: 'v1',
          type: { coding: [{ code: 'MR', version: '2.9', userSelected: true }] },
          period: { start: 'spring', end: '2020' },
        },
      ],
      name: [
        {
          family: 'Smith',
          given: ['A', null],
          _given: [null, { extension: [{ url: 'urn:given', valueString: 'unspoken' }] }],
          use: 'official',
        },
      ],
      birthDate: '1970-02-30',
      address: [
        {
          line: ['1 Main St'],
          city: 'Irvine',
          extension: [{ url: 'urn:geo', extension: [{ url: 'latitude', valueDecimal: 33.6 }] }],
        },
      ],
      multipleBirthInteger: 2,
      photo: [{ contentType: 'image/png', data: 'AAAA', hash: 'hash1', size: 4 }],
    },
    {
      resourceType: 'Observation',
      id: 'o',
      valueSampledData: { origin: { value: 0, unit: 'mV' }, period: 10, dimensions: 1, data: '1 2 E U' },
      referenceRange: [
        { low: { value: 1, unit: 'mg' }, text: 'adults', age: { high: { value: 18, code: 'a' } } },
      ],
      component: [
        { code: { text: 'c', id: 'inner' }, valueTime: '10:00:00', dataAbsentReason: { text: 'lost' } },
      ],
      subject: { reference: 'Patient/1', type: 'Person', identifier: { value: 'v9' }, display: 'D' },
      contained: [
        { resourceType: 'Device', id: 'd', udiCarrier: [{ carrierHRF: '(01)123', deviceIdentifier: '9' }] },
      ],
      extension: [
        { url: 'urn:both', valueString: 'v', extension: [{ url: 'inner', valueInteger: 7 }] },
        'not an object',
        { valueString: 'no url' },
      ],
      odd: [[['nested']], { a: { b: [{ c: 'deep' }] } }],
    },
    {
      resourceType: 'Provenance',
      signature: [
        {
          type: [{ code: '1.2' }],
          when: '2019-01-01T00:00:00Z',
          who: { display: 'W' },
          sigFormat: 'application/jose',
          data: 'c2ln',
        },
      ],
    },
  ];

  it.each(whole)('$resourceType: every value appears, as sent and with every text told apart', (resource) => {
    expect(leavesOf(resource).length).toBeGreaterThan(3);
    expect(missingFromDetails(resource)).toEqual([]);
    expect(missingFromDetails(numbered(resource))).toEqual([]);
  });

  it('the check itself finds what is left out', () => {
    const bytes = { resourceType: 'Binary', data: 'AAAA', contentType: 'image/png' };
    expect(missingFromDetails({ ...bytes, data: { odd: 'x' } })).toEqual([]);
    expect(leavesOf({ resourceType: 'X', a: { b: ['c', 1, true], d: { rawJSON: '1.50' } } })).toEqual([
      'c',
      '1',
      'true',
      '1.50',
    ]);
  });
});
