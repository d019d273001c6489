import { describe, expect, it } from 'vitest';
import type { FhirResource, JsonObject } from './json.ts';
import { readObservation } from './observations.ts';
import { parseExact } from './parse-json.ts';
import { amount, observationSample, sampleContext } from './record-samples.ts';
import { shownObservation } from './shown-observation.ts';

const context = sampleContext();
const interpretation = (code: string) => [
  { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation', code }] },
];

function read(fields: JsonObject) {
  return readObservation(observationSample('2823-3', 'Potassium', fields), context);
}

function shown(fields: JsonObject) {
  return shownObservation(read(fields)).map(({ text, unit }) => [text, unit]);
}

describe('every value[x] is read', () => {
  it.each<[JsonObject, unknown, string | undefined]>([
    [{ valueQuantity: amount(6.1, 'mmol/L') }, '6.1', 'mmol/L'],
    [{ valueQuantity: { value: 5, comparator: '<', code: 'mg' } }, '<5', 'mg'],
    [{ valueCodeableConcept: { text: 'Detected' } }, 'Detected', undefined],
    [{ valueString: 'No growth' }, 'No growth', undefined],
    [{ valueBoolean: false }, { key: 'value.no' }, undefined],
    [{ valueInteger: 0 }, '0', undefined],
    [{ valueRange: { low: amount(1, 'g'), high: amount(2, 'g') } }, '1 – 2 g', undefined],
    [{ valueRatio: { numerator: { value: 1 }, denominator: { value: 128 } } }, '1:128', undefined],
    [{ valueRatio: { numerator: amount(1, 'mg'), denominator: amount(2, 'mL') } }, '1 mg / 2 mL', undefined],
    [
      { valueSampledData: { origin: { value: 0 }, data: '1 2 E 4' } },
      { key: 'value.sampled', values: { n: 4 } },
      undefined,
    ],
    [{ valueTime: '08:30:00' }, '08:30:00', undefined],
    [{ valueDateTime: '2019-05' }, '2019-05', undefined],
    [{ valuePeriod: { start: '2019', end: '2020' } }, '2019 – 2020', undefined],
    [{ valueMoney: { value: 3, currency: 'EUR' } }, '3', 'EUR'],
    [{ valueSomethingNew: { x: 1 } }, { key: 'value.unreadable' }, undefined],
    [{ valueQuantity: { unit: 'mg' } }, { key: 'value.unreadable' }, undefined],
  ])('%j', (fields, text, unit) => {
    expect(shown(fields)).toEqual([[text, unit]]);
  });

  it('keeps both where a server sends two', () => {
    expect(shown({ valueQuantity: amount(1, 'g'), valueString: 'hemolyzed' })).toEqual([
      ['1', 'g'],
      ['hemolyzed', undefined],
    ]);
  });
});

describe('numbers keep the precision they came with', () => {
  it.each(['1.0', '7.90', '0.00100', '1e3'])('%s', (written) => {
    const sent = `{"resourceType":"Observation","valueQuantity":{"value":${written},"unit":"g"}}`;
    const record = readObservation(parseExact(sent) as FhirResource, context);
    expect(shownObservation(record)[0]?.text).toBe(written);
  });
});

describe('absence has words', () => {
  it.each<[JsonObject, unknown]>([
    [{ dataAbsentReason: { coding: [{ code: 'asked-declined' }] } }, { key: 'absent.asked-declined' }],
    [{ dataAbsentReason: { text: 'clotted', coding: [{ code: 'error' }] } }, 'clotted'],
    [{ dataAbsentReason: { coding: [{ code: 'local-7', system: 'urn:x' }] } }, 'local-7'],
    [
      {
        _valueString: {
          extension: [
            { url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'not-performed' },
          ],
        },
      },
      { key: 'absent.not-performed' },
    ],
    [
      {
        valueQuantity: {
          extension: [
            { url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'masked' },
          ],
        },
      },
      { key: 'absent.masked' },
    ],
  ])('%j', (fields, words) => {
    expect(shown(fields)).toEqual([[words, undefined]]);
  });
});

describe('components', () => {
  const systolic = { code: { coding: [{ system: 'http://loinc.org', code: '8480-6' }] } };
  const diastolic = { code: { coding: [{ system: 'http://loinc.org', code: '8462-4' }] } };
  const mean = { code: { text: 'Mean' }, valueQuantity: amount(110, 'mmHg') };

  it('blood pressure is one value; other components stand beside it by name', () => {
    const record = read({
      component: [
        { ...diastolic, valueQuantity: amount(92, 'mmHg') },
        { ...systolic, valueQuantity: amount(148, 'mmHg'), interpretation: interpretation('H') },
        mean,
      ],
    });
    expect(shownObservation(record)).toMatchObject([
      { text: '148/92', unit: 'mmHg', label: undefined, flags: [{ symbol: '▲' }] },
      { text: '110', unit: 'mmHg', label: 'Mean' },
    ]);
    expect(record.weight).toBe(2);
  });

  it('a missing half is a dash; a half that says why it is missing keeps its words', () => {
    expect(shown({ component: [{ ...systolic, valueQuantity: amount(148, 'mmHg') }] })).toEqual([
      ['148/–', 'mmHg'],
    ]);
    const reason = { ...diastolic, dataAbsentReason: { coding: [{ code: 'not-performed' }] } };
    expect(shown({ component: [{ ...systolic, valueQuantity: amount(148, 'mmHg') }, reason] })).toEqual([
      ['148/–', 'mmHg'],
      [{ key: 'absent.not-performed' }, undefined],
    ]);
  });

  it('pressures in two units are not put together', () => {
    const parts = [
      { ...systolic, valueQuantity: amount(148, 'mmHg') },
      { ...diastolic, valueQuantity: amount(12.3, 'kPa') },
    ];
    expect(shown({ component: parts })).toEqual([
      ['148', 'mmHg'],
      ['12.3', 'kPa'],
    ]);
  });
});

describe('flags', () => {
  const range = [{ low: amount(3.5, 'mmol/L'), high: amount(5.1, 'mmol/L') }];
  it('an interpretation as sent wins over the range', () => {
    const record = read({
      valueQuantity: amount(6.1, 'mmol/L'),
      referenceRange: range,
      interpretation: interpretation('N'),
    });
    expect(record.flags).toHaveLength(1);
    expect(record.flag).toMatchObject({ origin: 'sent', code: 'N' });
  });
  it('without one the range decides, and says so; beside one nobody knows too', () => {
    expect(read({ valueQuantity: amount(6.1, 'mmol/L'), referenceRange: range }).flag?.origin).toBe(
      'derived',
    );
    const unknown = read({
      valueQuantity: amount(6.1, 'mmol/L'),
      referenceRange: range,
      interpretation: [{ text: 'see below' }],
    });
    expect(unknown.flags.map((flag) => flag.origin)).toEqual(['sent', 'derived']);
  });
});

describe('status and source', () => {
  it('entered in error is never a fact', () => {
    expect(read({ status: 'entered-in-error' })).toMatchObject({ enteredInError: true, standing: 'past' });
  });
  it.each(['preliminary', 'corrected', 'amended', 'cancelled', 'registered'])('%s is marked', (status) => {
    expect(read({ status }).marks).toHaveLength(1);
    expect(read({ status: 'final' }).marks).toHaveLength(0);
  });
  it('an unknown status is shown as it came, and kept by the current filter', () => {
    expect(read({ status: 'validated' })).toMatchObject({ status: 'validated', standing: 'unknown' });
  });
  it('patient-reported is marked', () => {
    const { marks } = read({ performer: [{ reference: 'Patient/p1' }] });
    expect(marks).toMatchObject([{ phrase: { key: 'mark.patient-reported' } }]);
  });
  it('a coding that contradicts the text is kept for the details; names of tests differ too much for a mark', () => {
    const code = { text: 'Left knee pain', coding: [{ code: '1', display: 'Right knee pain' }] };
    expect(read({ code }).code?.conflicting).toEqual(['Right knee pain']);
    expect(read({ code }).marks).toEqual([]);
  });
  it('an unknown modifier extension warns', () => {
    const { marks } = read({ modifierExtension: [{ url: 'http://x/negated', valueBoolean: true }] });
    expect(marks).toMatchObject([{ phrase: { key: 'mark.unknown-modifier' } }]);
  });
  it('a result dated by its release alone says so', () => {
    const record = read({ effectiveDateTime: undefined, issued: '2026-03-02T10:00:00Z' });
    expect(record.when).toMatchObject({ kind: 'date', date: { sent: '2026-03-02T10:00:00Z' } });
    expect(record.marks).toMatchObject([{ phrase: { key: 'mark.date-is-release' } }]);
  });
  it('keeps notes, place, method, device, specimen and who', () => {
    const record = read({
      note: [{ text: 'hemolyzed' }, { text: 'called' }],
      bodySite: { text: 'left arm' },
      method: { text: 'cuff' },
      device: { display: 'Monitor 3' },
      specimen: { reference: 'Specimen/s1', display: 'Serum' },
      performer: [{ display: 'Lab A' }],
    });
    expect(record.notes.map((note) => note.text)).toEqual(['hemolyzed', 'called']);
    expect([record.bodySite?.label, record.method?.label, record.device?.name]).toEqual([
      'left arm',
      'cuff',
      'Monitor 3',
    ]);
    expect(record.specimen).toMatchObject({ name: 'Serum', key: 'Specimen/s1' });
    expect(record.performers[0]?.name).toBe('Lab A');
  });
});
