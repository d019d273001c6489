import { describe, expect, it } from 'vitest';
import type { FhirResource, JsonObject } from './json.ts';
import { readRecords } from './kind.ts';
import { amount, observationSample, sampleContext } from './record-samples.ts';
import { latestVitals, measurementsOf, vitals } from './vitals.ts';

function vital(code: string, value: number, fields: JsonObject = {}): FhirResource {
  return observationSample(code, code, {
    id: `${code}-${value}`,
    valueQuantity: amount(value, 'u'),
    ...fields,
  });
}

function read(resources: readonly FhirResource[]) {
  return readRecords(vitals, resources, sampleContext(resources));
}

function texts(resources: readonly FhirResource[]) {
  return measurementsOf(read(resources)).map((one) => one.shown[0]?.text);
}

const part = (code: string, value: number) => {
  return { code: { coding: [{ system: 'http://loinc.org', code }] }, valueQuantity: amount(value, 'mm[Hg]') };
};

describe('blood pressure as one reading', () => {
  it('from the components of a panel', () => {
    const panel = observationSample('85354-9', 'Blood pressure', {
      component: [part('8480-6', 148), part('8462-4', 92)],
    });
    expect(texts([panel])).toEqual(['148/92']);
  });

  it('from two observations of the same time', () => {
    const at = { effectiveDateTime: '2026-03-01T08:00:00Z' };
    const [reading, ...others] = measurementsOf(read([vital('8462-4', 92, at), vital('8480-6', 148, at)]));
    expect(others).toEqual([]);
    expect(reading).toMatchObject({
      vital: 'blood-pressure',
      shown: [{ text: '148/92' }],
      title: { key: 'title.blood-pressure' },
    });
    expect(reading?.records).toHaveLength(2);
  });

  it('never from two times, two places, two units, or a fact and an error', () => {
    const at = (minute: string) => ({ effectiveDateTime: `2026-03-01T08:${minute}:00Z` });
    const apart = (a: JsonObject, b: JsonObject) => texts([vital('8480-6', 148, a), vital('8462-4', 92, b)]);
    expect(apart(at('00'), at('05'))).toEqual(['148', '92']);
    expect(apart({ bodySite: { text: 'left arm' } }, { bodySite: { text: 'right arm' } })).toEqual([
      '148',
      '92',
    ]);
    expect(apart({}, { valueQuantity: amount(12, 'kPa') })).toEqual(['148', '12']);
    expect(apart({}, { status: 'entered-in-error' })).toEqual(['148', '92']);
  });

  it('by the day alone only where that day has one of each', () => {
    const day = { effectiveDateTime: '2026-03-01' };
    expect(texts([vital('8480-6', 148, day), vital('8462-4', 92, day)])).toEqual(['148/92']);
    expect(texts([vital('8480-6', 148, day), vital('8462-4', 92, day), vital('8480-6', 130, day)])).toEqual([
      '148',
      '92',
      '130',
    ]);
  });

  it('a panel gives way to its members', () => {
    const at = { effectiveDateTime: '2026-03-01T08:00:00Z' };
    const panel = observationSample('85354-9', 'Blood pressure, sitting', {
      id: 'panel',
      hasMember: [{ reference: 'Observation/s' }, { reference: 'Observation/d' }],
    });
    const readings = measurementsOf(
      read([panel, vital('8480-6', 148, { id: 's', ...at }), vital('8462-4', 92, { id: 'd', ...at })]),
    );
    expect(readings.map((one) => [one.title, one.shown[0]?.text])).toEqual([
      ['Blood pressure, sitting', '148/92'],
    ]);
  });
});

describe('latest vital signs', () => {
  it('the newest of each, in the order clinicians read them', () => {
    const latest = latestVitals(
      read([
        vital('39156-5', 24),
        vital('8302-2', 180),
        vital('29463-7', 80, { effectiveDateTime: '2020-01-01' }),
        vital('29463-7', 82, { effectiveDateTime: '2026-01-01' }),
        vital('59408-5', 97),
        vital('8310-5', 37.1),
        vital('9279-1', 14),
        vital('8867-4', 72),
        vital('85354-9', 1, {
          valueQuantity: undefined,
          component: [part('8480-6', 148), part('8462-4', 92)],
        }),
        vital('99999-9', 5),
      ]),
    );
    expect(latest.map((one) => [one.vital, one.shown[0]?.text])).toEqual([
      ['blood-pressure', '148/92'],
      ['heart-rate', '72'],
      ['respiratory-rate', '14'],
      ['temperature', '37.1'],
      ['oxygen-saturation', '97'],
      ['weight', '82'],
      ['height', '180'],
      ['bmi', '24'],
      ['other', '5'],
    ]);
  });

  it('nothing entered in error, cancelled or without a value stands for a sign while there is another', () => {
    const on = (year: number) => ({ effectiveDateTime: `${year}-01-01` });
    const absent = { valueQuantity: undefined, dataAbsentReason: { coding: [{ code: 'not-performed' }] } };
    const latest = latestVitals(
      read([
        vital('29463-7', 80, on(2020)),
        vital('29463-7', 1, { ...on(2022), ...absent }),
        vital('29463-7', 90, { ...on(2023), status: 'entered-in-error' }),
        vital('29463-7', 91, { ...on(2024), status: 'cancelled' }),
        vital('29463-7', 70, { effectiveDateTime: undefined }),
        vital('8302-2', 2, absent),
      ]),
    );
    expect(latest.map((one) => one.shown[0]?.text)).toEqual(['80', { key: 'absent.not-performed' }]);
  });

  it('oxygen saturation keeps the oxygen it was measured on', () => {
    const saturation = vital('59408-5', 95, {
      component: [{ code: { text: 'Inhaled oxygen concentration' }, valueQuantity: amount(40, '%') }],
    });
    expect(latestVitals(read([saturation]))[0]?.shown).toMatchObject([
      { text: '95' },
      { label: 'Inhaled oxygen concentration', text: '40' },
    ]);
  });

  it('oxygen given as an observation of its own at the same minute stands with the saturation', () => {
    const at = (effectiveDateTime: string) => ({ effectiveDateTime });
    const saturation = vital('59408-5', 94, at('2026-01-01T08:00:00Z'));
    const shown = (when: string) =>
      measurementsOf(read([saturation, vital('3151-8', 2, at(when))]))[0]?.shown.map(({ text }) => text);
    expect(shown('2026-01-01T08:00:00Z')).toEqual(['94', '2']);
    expect(shown('2026-01-01T09:00:00Z')).toEqual(['94']);
    expect(shown('2026-01-01')).toEqual(['94']);
  });
});

it('inhaled oxygen goes by the codes of the US Core pulse oximetry profile', () => {
  const of = (code: string) => latestVitals(read([vital(code, 40)]))[0]?.vital;
  expect(['3150-0', '3151-8'].map(of)).toEqual(['inhaled-oxygen', 'oxygen-flow']);
});

it('concentration and flow of oxygen are two signs: the newest of each stands', () => {
  const latest = latestVitals(
    read([
      vital('3151-8', 6, { id: 'f', effectiveDateTime: '2026-01-01T09:00:00Z' }),
      vital('3150-0', 40, { id: 'c', effectiveDateTime: '2026-01-01T08:00:00Z' }),
    ]),
  );
  expect(latest.map(({ records: [{ key }] }) => key)).toEqual(['Observation/c', 'Observation/f']);
});
