import { describe, expect, it } from 'vitest';
import { accountFor } from './accounting.ts';
import { attachmentBytes } from './attachment-bytes.ts';
import { documentsInReports } from './documents.ts';
import type { FhirResource } from './json.ts';
import { readRecords } from './kind.ts';
import { allKinds, kinds } from './kinds.ts';
import { latestPerTest } from './laboratory.ts';
import { narrativeAdds } from './narrative-adds.ts';
import { rangeText } from './reference-range.ts';
import { amount, laboratorySample, observationSample, sample, sampleContext } from './record-samples.ts';
import { groupByReport } from './result-groups.ts';
import { shownObservation } from './shown-observation.ts';
import { courseOf, previousIn, seriesOf } from './trend.ts';
import { latestVitals } from './vitals.ts';

const part = {
  code: { coding: [{ system: 'http://loinc.org', code: '8480-6' }] },
  valueQuantity: amount(120, 'mm[Hg]'),
};
const range = {
  low: amount(1, 'g'),
  high: amount(2, 'g'),
  text: '1-2',
  appliesTo: [{ coding: [{ code: 'female' }] }],
  age: { low: amount(1, 'a') },
};

const seeds: readonly FhirResource[] = [
  laboratorySample('2823-3', 'Potassium', {
    id: 'k',
    valueQuantity: amount(6.1, 'mmol/L', { comparator: '<' }),
    interpretation: [{ coding: [{ code: 'HH' }], text: 'High' }],
    referenceRange: [range],
    hasMember: [{ reference: 'Observation/bp' }],
    performer: [{ reference: 'Practitioner/d', display: 'Dr' }],
    note: [{ text: 'x', time: '2026-01-01' }],
  }),
  observationSample('85354-9', 'Blood pressure', {
    id: 'bp',
    component: [part, { ...part, dataAbsentReason: { text: 'x' } }],
    effectivePeriod: { start: '2026', end: '2027' },
  }),
  observationSample('131328', 'ECG', {
    id: 'ecg',
    valueSampledData: { origin: { value: 0 }, period: 10, factor: 1, dimensions: 1, data: '1 2 E' },
  }),
  sample('QuestionnaireResponse', {
    questionnaire: 'a/b',
    item: [{ linkId: '1', answer: [{ valueCoding: { code: 'x' }, item: [{ linkId: '2' }] }] }],
  }),
  sample('DiagnosticReport', {
    result: [{ reference: 'Observation/k' }, { reference: '#o' }],
    contained: [{ resourceType: 'Observation', id: 'o' }],
    presentedForm: [{ data: 'aGk=' }],
    media: [{ link: { reference: 'Media/1' } }],
  }),
  sample('DocumentReference', {
    content: [{ attachment: { data: 'aGk=', contentType: 'a/b' }, format: { code: 'x' } }],
    context: { encounter: [{ reference: 'Encounter/1' }], period: { start: '2020' } },
    relatesTo: [{ code: 'replaces', target: { reference: 'DocumentReference/2' } }],
    securityLabel: [{ coding: [{ code: 'R' }] }],
  }),
  sample('CarePlan', {
    category: [{ coding: [{ code: 'assess-plan' }] }],
    text: { status: 'generated', div: '<div>a &amp; b</div>' },
    activity: [{ detail: { kind: 'x', scheduledString: 'daily' } }],
    period: { start: '2020' },
  }),
  sample('Goal', {
    description: { text: 'x' },
    target: [{ detailRange: { low: amount(1, 'g') }, dueDate: '2020' }],
    startCodeableConcept: { text: 'x' },
  }),
  sample('CareTeam', {
    participant: [
      { role: [{ text: 'x' }], member: { reference: 'Practitioner/d' }, onBehalfOf: { display: 'x' } },
    ],
  }),
  sample('Device', {
    udiCarrier: [{ deviceIdentifier: 'x' }],
    deviceName: [{ name: 'x', type: 'y' }],
    version: [{ value: '1' }],
  }),
  sample('ServiceRequest', {
    code: { text: 'x' },
    occurrenceTiming: { repeat: { frequency: 1 } },
    quantityRatio: { numerator: { value: 1 } },
    requisition: { value: 'x' },
  }),
  sample('Specimen', {
    collection: { collectedPeriod: { start: '2020' }, fastingStatusDuration: amount(8, 'h') },
    container: [{ capacity: amount(1, 'mL') }],
    processing: [{ timeDateTime: '2020' }],
  }),
  sample('ImagingStudy', { series: [{ instance: [{}], modality: { code: 'CT' } }], started: '2020' }),
  sample('FamilyMemberHistory', {
    relationship: { text: 'x' },
    condition: [{ code: { text: 'y' } }],
    date: '2020',
  }),
];

/** Small, fast, the same on every run (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const odd: readonly unknown[] = [
  null,
  undefined,
  '',
  ' ',
  'x',
  0,
  -1,
  1.5,
  1e308,
  Number.NaN,
  true,
  false,
  [],
  {},
  [null],
  [[]],
  [{}],
  [undefined],
  'constructor',
  '__proto__',
  '#',
  '#o',
  'Observation/k',
  'urn:uuid:1',
  '9999-99-99',
  '2026-02-30T25:00',
  '<div',
  '‼',
  { coding: null },
  { coding: 'x' },
  { reference: 5 },
  { reference: '#x' },
  { value: 'many' },
  { value: [] },
  { rawJSON: '1.50' },
  { rawJSON: 'x' },
  { extension: 'x' },
  { extension: [null] },
  { text: {} },
  { start: {} },
];

/** The resource with one to six of its elements replaced by something that does not belong there. */
function mutate(resource: FhirResource, next: () => number): FhirResource {
  const copy = structuredClone(resource) as Record<string, unknown>;
  const times = 1 + Math.floor(next() * 6);
  for (let time = 0; time < times; time += 1) {
    let at: Record<string, unknown> = copy;
    for (;;) {
      const keys = Object.keys(at).filter((key) => at !== copy || key !== 'resourceType');
      const key = keys[Math.floor(next() * keys.length)];
      if (key === undefined) break;
      const child = at[key];
      if (typeof child === 'object' && child !== null && next() < 0.7) {
        at = child as Record<string, unknown>;
        continue;
      }
      at[key] = odd[Math.floor(next() * odd.length)];
      break;
    }
  }
  return copy as FhirResource;
}

/** Everything the readers do with resources that may be anything; how many records the chart then counts. */
function readAll(resources: readonly FhirResource[]): number {
  const context = sampleContext(resources);
  const account = accountFor(resources, context, resources.slice(0, 2));
  expect(account.shown + account.folded + account.hidden + account.attached).toBe(account.received);
  for (const kind of allKinds) expect(readRecords(kind, resources, context)).toHaveLength(resources.length);
  const labs = readRecords(kinds.laboratory, resources, context);
  const vitals = readRecords(kinds.vitals, resources, context);
  const reports = readRecords(kinds.reports, resources, context);
  const documents = [...readRecords(kinds.documents, resources, context), ...documentsInReports(reports)];
  groupByReport(labs, reports);
  latestPerTest(labs);
  latestVitals(vitals);
  for (const lab of labs) {
    shownObservation(lab);
    seriesOf(lab, labs);
    const course = courseOf(lab, labs);
    if (course !== undefined) previousIn(course, lab.key);
    lab.ranges.map(rangeText);
  }
  for (const { contents } of documents)
    for (const { attachment } of contents) attachmentBytes(attachment, 1000);
  for (const resource of resources) narrativeAdds(resource);
  return account.received - 2;
}

describe('a reader never throws, whatever arrived', () => {
  it('the samples themselves, and each read by every kind', () => {
    expect(readAll(seeds)).toBe(seeds.length);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('samples broken at random, seed %i', { timeout: 60_000 }, (seed) => {
    const next = random(seed);
    for (let round = 0; round < 25; round += 1) {
      const broken = seeds.map((resource) => mutate(resource, next));
      expect(readAll(broken)).toBe(broken.length);
    }
  });

  it('nothing but a type, nothing but nonsense', () => {
    const nonsense = [
      { resourceType: 'Observation' },
      { resourceType: 'x' },
      { resourceType: 'CarePlan', text: 5, activity: 'x' },
    ];
    expect(readAll(nonsense)).toBe(3);
  });

  it('nesting deeper than any questionnaire', () => {
    let item: Record<string, unknown> = { linkId: 'end', answer: [{ valueString: 'x' }] };
    for (let depth = 0; depth < 3000; depth += 1) item = { linkId: `${depth}`, item: [item] };
    const deep = sample('QuestionnaireResponse', { item: [item] });
    expect(readAll([deep, deep])).toBe(2);
  });
});
