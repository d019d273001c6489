// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { castResources } from '#sandbox/people/resources.ts';
import { fixtureSite, origin, records } from '#sandbox/fhir/fhir-fixture.ts';
import type { FhirResource } from '#sandbox/fhir/resource.ts';
import { createStore } from '#sandbox/fhir/store.ts';

const ccda = `${origin}/api/ccda`;
const subject = { reference: 'Patient/85' };
const concept = (system: string, code: string, display: string): object => ({
  coding: [{ system, code, display }],
});
const loinc = 'http://loinc.org';
const snomed = 'http://snomed.info/sct';
const rxnorm = 'http://www.nlm.nih.gov/research/umls/rxnorm';
const exact = (text: string): unknown => JSON.parse(`{"value":${text}}`);

/** One person with something in every section, and something in each that must not get in. */
const chart: readonly FhirResource[] = [
  {
    resourceType: 'Patient',
    id: '85',
    name: [{ use: 'official', family: "O'NEIL & SONS", given: ['ANA', 'LU'] }],
    gender: 'female',
    birthDate: '1980-05-01',
    telecom: [{ system: 'phone', value: '(555) 555-0101', use: 'home' }],
    address: [{ use: 'home', line: ['1 A St'], city: 'X', state: 'AZ', postalCode: '85000' }],
    identifier: [{ value: 'HF85', assigner: { reference: 'Organization/org' } }],
    communication: [{ language: { coding: [{ code: 'es' }] } }],
    extension: [
      {
        url: 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-race',
        extension: [
          {
            url: 'ombCategory',
            valueCoding: { system: 'urn:oid:2.16.840.1.113883.6.238', code: '2106-3', display: 'White' },
          },
        ],
      },
    ],
  },
  { resourceType: 'Organization', id: 'org', name: 'Example Practice' },
  {
    resourceType: 'AllergyIntolerance',
    id: 'a1',
    patient: subject,
    clinicalStatus: { coding: [{ code: 'active' }] },
    category: ['medication'],
    code: concept(rxnorm, '7980', 'penicillin G'),
    onsetDateTime: '2001-04',
    reaction: [{ manifestation: [concept(snomed, '247472004', 'Wheal')], severity: 'moderate' }],
  },
  {
    resourceType: 'AllergyIntolerance',
    id: 'a2',
    patient: subject,
    code: concept(snomed, '429625007', 'No known food allergy'),
  },
  {
    resourceType: 'AllergyIntolerance',
    id: 'a3',
    patient: subject,
    code: { text: 'MISTAKE' },
    verificationStatus: { coding: [{ code: 'entered-in-error' }] },
  },
  {
    resourceType: 'Condition',
    id: 'PL-1',
    subject,
    code: concept(snomed, '38341003', 'Hypertension'),
    clinicalStatus: { coding: [{ code: 'resolved' }] },
    onsetDateTime: '2010-01-02',
    abatementDateTime: '2012',
  },
  { resourceType: 'Condition', id: 'ED-2', subject, code: { text: 'ENCOUNTER ONLY' } },
  {
    resourceType: 'MedicationRequest',
    id: 'm1',
    subject,
    status: 'active',
    intent: 'order',
    authoredOn: '2026-01-05T08:00:00-07:00',
    medicationCodeableConcept: concept(rxnorm, '314076', 'lisinopril 10 MG Oral Tablet'),
    dosageInstruction: [
      { text: 'Take one tablet daily', doseAndRate: [{ doseQuantity: { value: 1, unit: 'tablet' } }] },
    ],
  },
  {
    resourceType: 'Observation',
    id: 'LR-1',
    status: 'final',
    subject,
    category: [{ coding: [{ code: 'laboratory' }] }],
    code: concept(loinc, '2823-3', 'Potassium'),
    effectiveDateTime: '2026-05-01T07:30:00-07:00',
    valueQuantity: { value: 6.2, unit: 'mmol/L', code: 'mmol/L' },
    interpretation: [
      concept('http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation', 'HH', 'Critical high'),
    ],
    referenceRange: [{ low: { value: 3.5, unit: 'mmol/L' }, high: { value: 5.1, unit: 'mmol/L' } }],
  },
  {
    resourceType: 'Observation',
    id: 'LR-2',
    status: 'final',
    subject,
    category: [{ coding: [{ code: 'laboratory' }] }],
    code: concept(loinc, '10839-9', 'Troponin I'),
    effectiveDateTime: '2020-05-01',
    valueQuantity: { ...(exact('0.01') as object), comparator: '<', unit: 'ng/mL' },
  },
  {
    resourceType: 'Observation',
    id: 'VS-1',
    status: 'final',
    subject,
    category: [{ coding: [{ code: 'vital-signs' }] }],
    code: concept(loinc, '85354-9', 'Blood pressure'),
    effectiveDateTime: '2026-05-01',
    component: [
      { code: concept(loinc, '8480-6', 'Systolic'), valueQuantity: { value: 138, code: 'mm[Hg]' } },
      { code: concept(loinc, '8462-4', 'Diastolic'), dataAbsentReason: { text: 'not taken' } },
    ],
  },
  {
    resourceType: 'Observation',
    id: 'HX-1',
    status: 'final',
    subject,
    category: [{ coding: [{ code: 'social-history' }] }],
    code: concept(loinc, '72166-2', 'Tobacco smoking status'),
    effectiveDateTime: '2026-05-01',
    valueCodeableConcept: concept(snomed, '8517006', 'Former smoker'),
  },
  {
    resourceType: 'Immunization',
    id: 'i1',
    patient: subject,
    status: 'not-done',
    vaccineCode: concept('http://hl7.org/fhir/sid/cvx', '140', 'Influenza'),
    occurrenceDateTime: '2025-10-01',
    statusReason: { text: 'Patient objection' },
  },
  {
    resourceType: 'Procedure',
    id: 'pr1',
    subject,
    status: 'completed',
    code: concept(snomed, '80146002', 'Appendectomy'),
    performedPeriod: { start: '1999-03-04' },
  },
  {
    resourceType: 'Encounter',
    id: 'PT-1',
    subject,
    status: 'finished',
    class: { code: 'AMB' },
    period: { start: '2026-05-01T10:00:00Z', end: '2026-05-01T10:30:00Z' },
    reasonCode: [{ text: 'Follow-up' }],
  },
  {
    resourceType: 'CarePlan',
    id: 'cp1',
    subject,
    status: 'active',
    text: { status: 'generated', div: '<div><p>Rest &amp; fluids</p></div>' },
  },
  {
    resourceType: 'Goal',
    id: 'g1',
    subject,
    lifecycleStatus: 'active',
    description: { text: 'Walk daily' },
    target: [{ dueDate: '2026-12-31' }],
  },
];

const site = fixtureSite({ office: createStore(chart) });

async function document(query: string, options: { as?: string } = {}, from = site): Promise<Document> {
  const response = await from.get(`${ccda}?${query}`, options);
  expect([response.status, response.headers.get('Content-Type')]).toEqual([200, 'text/xml;charset=utf-8']);
  const parsed = new DOMParser().parseFromString(await response.text(), 'application/xml');
  expect(parsed.querySelector('parsererror')?.textContent).toBeUndefined();
  return parsed;
}

/** Sections by LOINC code. */
function sectionsOf(found: Document): ReadonlyMap<string, Element> {
  return new Map(
    [...found.querySelectorAll('section')].map((section) => [
      [...section.children].find(({ localName }) => localName === 'code')?.getAttribute('code') ?? '',
      section,
    ]),
  );
}

function cells(section: Element | undefined): readonly (readonly string[])[] {
  return [...(section?.querySelectorAll('tbody tr') ?? [])].map((row) =>
    [...row.querySelectorAll('td')].map(({ textContent }) => textContent ?? ''),
  );
}

describe('the document', () => {
  test('has the header of a Continuity of Care Document, and whose it is', async () => {
    const found = await document('patient=85&date=');
    const roots = [...found.documentElement.children]
      .filter(({ localName }) => localName === 'templateId')
      .map((each) => each.getAttribute('root'));
    expect(roots).toEqual(['2.16.840.1.113883.10.20.22.1.1', '2.16.840.1.113883.10.20.22.1.2']);
    expect(found.querySelector('patientRole patient name')?.textContent).toBe("ANALUO'NEIL & SONS");
    expect(found.querySelector('birthTime')?.getAttribute('value')).toBe('19800501');
    expect(found.querySelector('administrativeGenderCode')?.getAttribute('code')).toBe('F');
    expect(found.querySelector('raceCode')?.getAttribute('code')).toBe('2106-3');
    expect(found.querySelector('ethnicGroupCode')?.getAttribute('nullFlavor')).toBe('UNK');
    expect(found.querySelector('custodian name')?.textContent).toBe('Example Practice');
    expect(found.documentElement.querySelector('effectiveTime')?.getAttribute('value')).toBe(
      '20261123120000+0000',
    );
  });

  test('tells every section in a table', async () => {
    const sections = sectionsOf(await document('patient=85'));
    expect([...sections].map(([code, section]) => [code, cells(section)])).toEqual([
      [
        '48765-2',
        [
          ['penicillin G', 'Wheal', 'moderate', '', 'active', '2001-04'],
          ['No known food allergy', '', '', '', '', ''],
        ],
      ],
      [
        '10160-0',
        [
          [
            'lisinopril 10 MG Oral Tablet',
            'Take one tablet daily',
            '1 tablet',
            'active',
            '2026-01-05 08:00-07:00',
          ],
        ],
      ],
      ['11450-4', [['Hypertension', 'resolved', '2010-01-02', '2012']]],
      [
        '30954-2',
        [
          [
            'Potassium',
            '6.2 mmol/L',
            'Critical high',
            '3.5 mmol/L – 5.1 mmol/L',
            '2026-05-01 07:30-07:00',
            'final',
          ],
          ['Troponin I', '<0.01 ng/mL', '', '', '2020-05-01', 'final'],
        ],
      ],
      [
        '8716-3',
        [
          [
            'Blood pressure',
            'Systolic: 138 mm[Hg]; Diastolic: no value: not taken',
            '',
            '',
            '2026-05-01',
            'final',
          ],
        ],
      ],
      ['11369-6', [['Influenza', '2025-10-01', 'not-done', '', 'Patient objection']]],
      ['47519-4', [['Appendectomy', '1999-03-04', 'completed', '']]],
      ['46240-8', [['AMB', '2026-05-01 10:00Z', '2026-05-01 10:30Z', 'Follow-up', '']]],
      ['29762-2', [['Tobacco smoking status', 'Former smoker', '2026-05-01']]],
      [
        '18776-5',
        [
          ['Rest & fluids', 'Care plan', 'active', ''],
          ['Walk daily', 'Goal', 'active', '2026-12-31'],
        ],
      ],
    ]);
  });

  test('codes every line, and ties the entry to it', async () => {
    const found = await document('patient=85');
    for (const section of sectionsOf(found).values()) {
      const lines = [...section.querySelectorAll('tbody tr')].map((row) => `#${row.getAttribute('ID')}`);
      const entries = [...section.children].filter(({ localName }) => localName === 'entry');
      const ties = entries.map((entry) => entry.querySelector('reference')?.getAttribute('value'));
      expect(ties).toEqual(lines);
      for (const entry of entries)
        expect(entry.querySelector('templateId[root^="2.16.840.1.113883.10.20.22.4."]')).not.toBeNull();
    }
  });

  test('says what is meant in codes: negation, comparators, components, times', async () => {
    const sections = sectionsOf(await document('patient=85'));
    const within = (code: string, selector: string): Element | null =>
      sections.get(code)?.querySelector(selector) ?? null;
    expect(within('48765-2', 'playingEntity code')?.getAttribute('codeSystem')).toBe(
      '2.16.840.1.113883.6.88',
    );
    expect(within('48765-2', 'observation[negationInd="true"] value')?.getAttribute('code')).toBe(
      '419199007',
    );
    expect(within('11450-4', 'observation effectiveTime high')?.getAttribute('value')).toBe('2012');
    expect(within('30954-2', 'observation value')?.getAttribute('value')).toBe('6.2');
    expect(within('30954-2', 'interpretationCode')?.getAttribute('code')).toBe('HH');
    const troponin = sections.get('30954-2')?.querySelectorAll('observation value')[1];
    expect(troponin?.getAttribute('xsi:type')).toBe('IVL_PQ');
    expect(troponin?.querySelector('high')?.getAttribute('inclusive')).toBe('false');
    expect(sections.get('8716-3')?.querySelectorAll('organizer > component')).toHaveLength(2);
    expect(within('11369-6', 'substanceAdministration')?.getAttribute('negationInd')).toBe('true');
    expect(within('46240-8', 'encounter effectiveTime low')?.getAttribute('value')).toBe(
      '20260501100000+0000',
    );
    expect(within('10160-0', 'manufacturedMaterial code')?.getAttribute('code')).toBe('314076');
  });

  test('a section without records says so', async () => {
    const found = await document(
      'patient=85',
      {},
      fixtureSite({ office: createStore(records.filter(({ resourceType }) => resourceType === 'Patient')) }),
    );
    const sections = [...sectionsOf(found).values()];
    expect(sections).toHaveLength(10);
    for (const section of sections) {
      expect(section.getAttribute('nullFlavor')).toBe('NI');
      expect([...section.children].find(({ localName }) => localName === 'text')?.textContent).toBe(
        'No information',
      );
    }
  });

  test('date limits what has a time, and leaves the rest whole', async () => {
    const sections = sectionsOf(await document('patient=85&date=ge2026&date=lt2027'));
    expect(cells(sections.get('30954-2')).map(([name]) => name)).toEqual(['Potassium']);
    expect(sections.get('11369-6')?.getAttribute('nullFlavor')).toBe('NI');
    expect(cells(sections.get('48765-2'))).toHaveLength(2);
  });
});

test('words that are names of JavaScript’s own do no harm', async () => {
  const hostile: readonly FhirResource[] = [
    {
      resourceType: 'Patient',
      id: '85',
      gender: 'constructor',
      name: [{ use: '__proto__', text: 'A' }],
      telecom: [{ use: 'toString', value: '1' }],
    },
    {
      resourceType: 'Condition',
      id: 'PL-1',
      subject,
      code: { coding: [{ system: '__proto__', code: 'x' }] },
    },
    { resourceType: 'CarePlan', id: 'c', subject, text: { div: '<div>&constructor; &#x110000;</div>' } },
  ];
  const found = await document('patient=85', {}, fixtureSite({ office: createStore(hostile) }));
  expect(cells(sectionsOf(found).get('11450-4'))).toEqual([['x', '', '', '']]);
  expect(cells(sectionsOf(found).get('18776-5'))[0]?.[0]).toBe('&constructor; &#x110000;');
});

describe('who gets it', () => {
  test.each([
    ['provider', 'patient=Patient/85', 200],
    ['', 'patient=85', 401],
    ['forged', 'patient=85', 401],
    ['no-scopes', 'patient=85', 403],
    ['patient', 'patient=86', 403],
    ['patient', 'patient=nobody', 403],
    ['provider', 'patient=nobody', 404],
    ['provider', '', 400],
    ['provider', 'patient=85&date=sa2020', 400],
    ['provider', 'patient=85&date=soon', 400],
  ])('%s asking %s → %i', async (as, query, status) => {
    expect((await site.get(`${ccda}?${query}`, { as })).status).toBe(status);
  });

  test('sections of types that were not granted are masked', async () => {
    const sections = sectionsOf(await document('patient=85', { as: 'no-provenance' }));
    expect(sections.get('11450-4')?.getAttribute('nullFlavor')).toBeNull();
    expect(sections.get('48765-2')?.getAttribute('nullFlavor')).toBe('MSK');
  });
});

/** The first thing wrong with XML text of ours; a DOM would take minutes over the cast's longest charts. */
function firstFault(xml: string): string | undefined {
  const open: string[] = [];
  let at = xml.indexOf('?>') + 2;
  const tag = /([^<>]*)<(\/?)([\w:]+)((?: [\w:]+="[^"<]*")*)(\/?)>/y;
  for (tag.lastIndex = at; at < xml.length; at = tag.lastIndex) {
    const [, text, close, name, attributes, empty] = tag.exec(xml) ?? [];
    if (name === undefined) return `no tag at ${at}: ${xml.slice(at, at + 60)}`;
    if (/&(?!(?:amp|lt|gt|quot|#\d+);)/.test(`${text}${attributes}`)) return `bare ampersand at ${at}`;
    if (close === '/' && open.pop() !== name) return `wrong end of ${name} at ${at}`;
    if (close === '' && empty === '') open.push(name);
  }
  return open.length === 0 ? undefined : `never ended: ${open.join(' ')}`;
}

test('everyone in the cast has a well-formed document with their own records', async () => {
  expect(firstFault('<?xml?><a><b></a>')).toBe('wrong end of a at 13');
  expect(firstFault('<?xml?><a>R&D</a>')).toContain('bare ampersand');
  const store = createStore(castResources());
  const from = fixtureSite({ office: store });
  expect(store.all('Patient').length).toBeGreaterThan(2);
  for (const { id } of store.all('Patient')) {
    const xml = await (await from.get(`${ccda}?patient=${id}&date=`)).text();
    expect(firstFault(xml)).toBeUndefined();
    const kept = store
      .ofPatient('AllergyIntolerance', id ?? '')
      .filter((each) => !JSON.stringify(each['verificationStatus'] ?? '').includes('entered-in-error'));
    expect(xml.split('<tr ID="allergy-')).toHaveLength(kept.length + 1);
  }
});
