import {
  annotation,
  at,
  coding,
  concept,
  exact,
  hl7Code,
  hl7Concept,
  isNumeric,
  loinc,
  quantity,
  refer,
  systems,
  type Concept,
  type Quantity,
  type Reference,
} from './build.ts';
import type { Chart } from './chart.ts';
import { laboratory, practitioners } from './practice.ts';
import type { Resource } from './resource.ts';
import { panels, tests, type Test, type TestKey } from './tests.ts';

const usCore = 'http://hl7.org/fhir/us/core/StructureDefinition/';

export type ObservationCategory =
  | 'laboratory'
  | 'vital-signs'
  | 'social-history'
  | 'survey'
  | 'imaging'
  | 'procedure'
  | 'exam';

const categoryWords: Readonly<Record<ObservationCategory, string>> = {
  laboratory: 'Laboratory',
  'vital-signs': 'Vital Signs',
  'social-history': 'Social History',
  survey: 'Survey',
  imaging: 'Imaging',
  procedure: 'Procedure',
  exam: 'Exam',
};

/** Any observation. `LR-` results, `VS-` vital signs, `HX-` everything taken as history or finding. */
export function observation(
  chart: Chart,
  category: ObservationCategory,
  code: Concept,
  when: string | object | undefined,
  value: object,
  more: object = {},
): Resource {
  const prefix = category === 'laboratory' ? 'LR-' : category === 'vital-signs' ? 'VS-' : 'HX-';
  return chart.add(
    'Observation',
    {
      status: 'final',
      category: [
        concept(categoryWords[category], hl7Code('observation-category', category, categoryWords[category])),
      ],
      code,
      subject: chart.patient,
      ...(typeof when === 'string' ? { effectiveDateTime: at(when) } : when),
      ...value,
      ...more,
    },
    prefix,
  );
}

const flags: Readonly<Record<string, string>> = {
  L: 'Low',
  LL: 'Critical low',
  H: 'High',
  HH: 'Critical high',
  A: 'Abnormal',
  AA: 'Critical abnormal',
  N: 'Normal',
  S: 'Susceptible',
  I: 'Intermediate',
  R: 'Resistant',
};
export function interpretation(code: string, display = flags[code]): { interpretation: readonly Concept[] } {
  return { interpretation: [concept(display, hl7Code('v3-ObservationInterpretation', code, display))] };
}

/** A reference range from its words: `3.5-5.1`, `>=60`, `<100`; anything else is a range in text alone. */
export function referenceRange(range: string, unit: string | undefined): object {
  const [, low, high] = /^(-?\d[\d.]*)-(-?\d[\d.]*)$/.exec(range) ?? [];
  const [, sign, bound] = /^(>=|<=|>|<)(\d[\d.]*)$/.exec(range) ?? [];
  const text = unit === undefined ? range.replace('-', '–') : `${range.replace('-', '–')} ${unit}`;
  if (low !== undefined && high !== undefined)
    return { low: quantity(low, unit), high: quantity(high, unit), text };
  if (sign !== undefined && bound !== undefined)
    return sign.startsWith('>')
      ? { low: quantity(bound, unit), text }
      : { high: quantity(bound, unit), text };
  return { text: range };
}

/** H, L, HH or LL as the laboratory's analyser would flag it; nothing when within range or not a number. */
function flagOf(test: Test, written: string): string | undefined {
  if (!isNumeric(written)) return undefined;
  const value = Number(written.replace(/^[<>]=?/, ''));
  const [criticalLow, criticalHigh] = test.critical ?? [];
  if (criticalHigh !== undefined && value >= criticalHigh) return 'HH';
  if (criticalLow !== undefined && value <= criticalLow) return 'LL';
  const [, low, high] = /^(-?\d[\d.]*)-(-?\d[\d.]*)$/.exec(test.range ?? '') ?? [];
  const [, sign, bound] = /^(>=|<=|>|<)(\d[\d.]*)$/.exec(test.range ?? '') ?? [];
  const least = low ?? (sign?.startsWith('>') === true ? bound : undefined);
  const most = high ?? (sign?.startsWith('<') === true ? bound : undefined);
  if (least !== undefined && value < Number(least) && !written.startsWith('>')) return 'L';
  if (
    most !== undefined &&
    (high === undefined ? value >= Number(most) : value > Number(most)) &&
    !written.startsWith('<')
  )
    return 'H';
  return undefined;
}

export interface LabOptions {
  readonly range?: string;
  readonly specimen?: Resource;
  readonly note?: string;
  readonly performer?: readonly Reference[];
  readonly more?: object;
}

/** One laboratory result. A written number becomes a Quantity, words a string; out of range is flagged. */
export function lab(
  chart: Chart,
  key: TestKey,
  when: string,
  written: string,
  options: LabOptions = {},
): Resource {
  const test: Test = { ...tests[key], ...(options.range !== undefined && { range: options.range }) };
  const flag = flagOf(test, written);
  const value = isNumeric(written)
    ? { valueQuantity: quantity(written, test.unit) }
    : { valueString: written };
  return observation(chart, 'laboratory', loinc(test.code, test.name, test.text), when, value, {
    meta: { profile: [`${usCore}us-core-observation-lab`] },
    issued: issuedAfter(when),
    performer: options.performer ?? [refer(laboratory, laboratory.name)],
    ...(flag !== undefined && interpretation(flag)),
    ...(test.range !== undefined && { referenceRange: [referenceRange(test.range, test.unit)] }),
    ...(options.specimen !== undefined && { specimen: refer(options.specimen) }),
    ...(options.note !== undefined && { note: [annotation(options.note)] }),
    ...options.more,
  });
}

/** Results are out 57 minutes after the sample was timed; a whole day is issued that evening. */
export function issuedAfter(when: string): string {
  if (!when.includes('T')) return `${when.padEnd(10, '-01').slice(0, 10)}T18:00:00-07:00`;
  const shifted = new Date(Date.parse(at(when)) + 57 * 60_000 - 7 * 3_600_000);
  return `${shifted.toISOString().slice(0, 19)}-07:00`;
}

const specimens = {
  serum: ['119364003', 'Serum specimen', 'Serum', 'Serum separator tube'],
  blood: ['119297000', 'Blood specimen', 'Whole blood', 'EDTA tube'],
  plasma: ['119361006', 'Plasma specimen', 'Plasma', 'Citrate tube'],
  urine: ['122575003', 'Urine specimen', 'Urine', 'Sterile cup'],
} as const;

/** A specimen with its accession number; collected when told. */
export function specimen(
  chart: Chart,
  kind: keyof typeof specimens,
  collected: string,
  more: object = {},
): Resource {
  const [code, display, text, container] = specimens[kind];
  const accession = `${collected.slice(2, 10).replaceAll('-', '')}-${chart.patientId.slice(-4)}-${kind.charAt(0).toUpperCase()}`;
  return chart.add('Specimen', {
    identifier: [{ system: 'urn:oid:2.16.840.1.113883.3.9999.1673510.1', value: accession }],
    accessionIdentifier: { system: 'urn:oid:2.16.840.1.113883.3.9999.1673510.1', value: accession },
    status: 'available',
    type: concept(text, coding(systems.snomed, code, display)),
    subject: chart.patient,
    receivedTime: issuedAfter(collected),
    collection: { collector: practitioners.nurse, collectedDateTime: at(collected) },
    container: [{ type: { text: container } }],
    ...more,
  });
}

export interface PanelOptions {
  readonly specimen?: Resource;
  readonly ranges?: Partial<Record<TestKey, string>>;
  readonly notes?: Partial<Record<TestKey, string>>;
  readonly conclusion?: string;
  readonly encounter?: Resource;
  /** The order behind report and results. */
  readonly order?: Resource;
  readonly more?: object;
}

/** A laboratory report and its results: `panel(chart, 'bmp', '2026-11-21T08:15', { sodium: '138' })`. */
export function panel(
  chart: Chart,
  name: keyof typeof panels,
  when: string,
  values: Partial<Record<TestKey, string>>,
  options: PanelOptions = {},
): Resource {
  const [code, display, text] = panels[name];
  const basedOn = options.order === undefined ? undefined : [refer(options.order)];
  const results = Object.entries(values).map(([key, written]) => {
    const testKey = key as TestKey;
    const note = options.notes?.[testKey];
    const range = options.ranges?.[testKey];
    return lab(chart, testKey, when, written, {
      ...(options.specimen !== undefined && { specimen: options.specimen }),
      ...(note !== undefined && { note }),
      ...(range !== undefined && { range }),
      ...(basedOn !== undefined && { more: { basedOn } }),
    });
  });
  return labReport(chart, loinc(code, display, text), when, results, {
    ...(options.specimen !== undefined && { specimen: [refer(options.specimen)] }),
    ...(options.conclusion !== undefined && { conclusion: options.conclusion }),
    ...(options.encounter !== undefined && { encounter: refer(options.encounter) }),
    basedOn,
    ...options.more,
  });
}

export function labReport(
  chart: Chart,
  code: Concept,
  when: string,
  results: readonly Resource[],
  more: object = {},
): Resource {
  return chart.add('DiagnosticReport', {
    meta: { profile: [`${usCore}us-core-diagnosticreport-lab`] },
    status: 'final',
    category: [hl7Concept('v2-0074', 'LAB', 'Laboratory')],
    code,
    subject: chart.patient,
    effectiveDateTime: at(when),
    issued: issuedAfter(when),
    performer: [refer(laboratory, laboratory.name)],
    resultsInterpreter: [practitioners.testing],
    result: results.map((each) => refer(each)),
    ...more,
  });
}

/** Vital signs of one visit; each key is optional. Blood pressure is one observation with components. */
export interface Vitals {
  readonly bp?: string;
  readonly pulse?: string;
  readonly breaths?: string;
  /** [value, unit]. */
  readonly temperature?: readonly [string, '°F' | '°C'];
  readonly oxygen?: string;
  readonly weight?: readonly [string, 'lb' | 'kg' | 'g'];
  readonly height?: readonly [string, 'in' | 'cm'];
  readonly bmi?: string;
  readonly head?: string;
  readonly bmiPercentile?: string;
  readonly weightForLength?: string;
  readonly headPercentile?: string;
}

const vitalCodes = {
  pulse: ['8867-4', 'Heart rate', 'beats/min', 'us-core-heart-rate', 'Heart rate'],
  breaths: ['9279-1', 'Respiratory rate', 'breaths/min', 'us-core-respiratory-rate', 'Respiratory rate'],
  oxygen: [
    '59408-5',
    'Oxygen saturation in Arterial blood by Pulse oximetry',
    '%',
    'us-core-pulse-oximetry',
    'Oxygen saturation',
  ],
  bmi: ['39156-5', 'Body mass index (BMI) [Ratio]', 'kg/m2', 'us-core-bmi', 'BMI'],
  head: [
    '9843-4',
    'Head Occipital-frontal circumference',
    'cm',
    'us-core-head-circumference',
    'Head circumference',
  ],
  bmiPercentile: [
    '59576-9',
    'Body mass index (BMI) [Percentile] Per age and sex',
    '%',
    'pediatric-bmi-for-age',
    'BMI percentile',
  ],
  weightForLength: [
    '77606-2',
    'Weight-for-length Per age and sex',
    '%',
    'pediatric-weight-for-height',
    'Weight-for-length percentile',
  ],
  headPercentile: [
    '8289-1',
    'Head Occipital-frontal circumference Percentile',
    '%',
    'head-occipital-frontal-circumference-percentile',
    'Head circumference percentile',
  ],
} as const;

export function vitals(chart: Chart, when: string, values: Vitals, more: object = {}): readonly Resource[] {
  const made: Resource[] = [];
  const one = (
    code: string,
    name: string,
    text: string,
    profile: string,
    amount: Quantity,
    extra: object = {},
  ): void => {
    made.push(
      observation(
        chart,
        'vital-signs',
        loinc(code, name, text),
        when,
        { valueQuantity: amount },
        {
          meta: { profile: [profile.startsWith('us-core') ? usCore + profile : `${usCore}${profile}`] },
          issued: at(when),
          performer: [practitioners.nurse],
          ...extra,
          ...more,
        },
      ),
    );
  };
  if (values.bp !== undefined) made.push(bloodPressure(chart, when, values.bp, more));
  for (const [key, [code, name, unit, profile, text]] of Object.entries(vitalCodes)) {
    const written = values[key as keyof typeof vitalCodes];
    if (written === undefined) continue;
    const extra =
      key === 'oxygen'
        ? {
            code: concept(
              text,
              coding(systems.loinc, '2708-6', 'Oxygen saturation in Arterial blood'),
              coding(systems.loinc, code, name),
            ),
          }
        : {};
    one(code, name, text, profile, quantity(written, unit), extra);
  }
  if (values.temperature !== undefined)
    one(
      '8310-5',
      'Body temperature',
      'Temperature',
      'us-core-body-temperature',
      quantity(...values.temperature),
    );
  if (values.weight !== undefined)
    one('29463-7', 'Body weight', 'Weight', 'us-core-body-weight', quantity(...values.weight));
  if (values.height !== undefined)
    one('8302-2', 'Body height', 'Height', 'us-core-body-height', quantity(...values.height));
  return made;
}

function bloodPressure(chart: Chart, when: string, written: string, more: object): Resource {
  const [systolic, diastolic] = written.split('/');
  const part = (code: string, name: string, value: string | undefined): object => ({
    code: loinc(code, name),
    ...(value === undefined || value === ''
      ? { dataAbsentReason: hl7Concept('data-absent-reason', 'error', 'Error') }
      : { valueQuantity: { ...quantity(value, 'mmHg'), value: exact(value) } }),
  });
  return observation(
    chart,
    'vital-signs',
    loinc('85354-9', 'Blood pressure panel with all children optional', 'Blood pressure'),
    when,
    {},
    {
      meta: { profile: [`${usCore}us-core-blood-pressure`] },
      issued: at(when),
      performer: [practitioners.nurse],
      component: [
        part('8480-6', 'Systolic blood pressure', systolic),
        part('8462-4', 'Diastolic blood pressure', diastolic),
      ],
      ...more,
    },
  );
}

/** Tobacco use, as US Core wants it. */
export function smoking(chart: Chart, when: string, status: Concept, more: object = {}): Resource {
  return observation(
    chart,
    'social-history',
    loinc('72166-2', 'Tobacco smoking status', 'Smoking status'),
    when,
    { valueCodeableConcept: status },
    {
      meta: { profile: [`${usCore}us-core-smokingstatus`] },
      issued: at(when.length === 10 ? `${when}T12:00` : when),
      ...more,
    },
  );
}
