import { describe, expect, it } from 'vitest';
import { readQuantity } from './quantity.ts';
import { rangeSubject } from './range-subject.ts';
import {
  bandOf,
  deriveFlag,
  rangeApplies,
  rangesFor,
  rangeText,
  readReferenceRanges,
  type RangeSubject,
} from './reference-range.ts';
import { parseDateTime } from './dates.ts';

const nobody: RangeSubject = { sex: undefined, age: undefined };
const woman: RangeSubject = {
  sex: 'female',
  age: { years: 40, months: 480, days: 14_610, hours: [350_616, 350_663] },
};
const mmol = { unit: 'mmol/L', system: 'http://unitsofmeasure.org', code: 'mmol/L' };
const potassium = readReferenceRanges([{ low: { value: 3.5, ...mmol }, high: { value: 5.1, ...mmol } }]);
const female = { coding: [{ system: 'http://hl7.org/fhir/administrative-gender', code: 'female' }] };
const male = { coding: [{ system: 'http://snomed.info/sct', code: '248153007' }] };

function of(value: number, more: Record<string, unknown> = {}) {
  return readQuantity({ value, ...mmol, ...more });
}

function side(value: ReturnType<typeof of>, ranges = potassium, subject = nobody) {
  return deriveFlag(value, ranges, subject)?.direction;
}

describe('out of range is derived and marked as derived', () => {
  it('above, below, inside; the bounds are inside', () => {
    expect(side(of(6.1))).toBe('high');
    expect(side(of(3.4))).toBe('low');
    expect([3.5, 4.2, 5.1].map((value) => side(of(value)))).toEqual([undefined, undefined, undefined]);
  });

  it('says that it was derived', () => {
    const flag = deriveFlag(of(6.1), potassium, nobody);
    expect(flag).toMatchObject({
      origin: 'derived',
      symbol: '▲',
      words: { key: 'interpretation.high-derived' },
    });
  });

  it('takes a comparator as a bound: only what lies wholly outside counts', () => {
    expect(side(of(3.5, { comparator: '<' }))).toBe('low');
    expect(side(of(3.5, { comparator: '<=' }))).toBeUndefined();
    expect(side(of(5, { comparator: '<' }))).toBeUndefined();
    expect(side(of(5.1, { comparator: '>' }))).toBe('high');
    expect(side(of(4, { comparator: '>' }))).toBeUndefined();
    expect(side(of(9, { comparator: '~' }))).toBeUndefined();
  });

  it('compares nothing across units', () => {
    expect(side(readQuantity({ value: 60, unit: 'mg/dL' }))).toBeUndefined();
    const mixed = readReferenceRanges([{ low: { value: 1, ...mmol }, high: { value: 2, unit: 'mg/dL' } }]);
    expect(side(of(9), mixed)).toBeUndefined();
    const unitless = readReferenceRanges([{ high: { value: 5 } }]);
    expect(side(of(9), unitless)).toBe('high');
  });

  it('derives nothing from text, from a therapeutic range, or without a number', () => {
    expect(side(of(9), readReferenceRanges([{ text: '3.5-5.1' }]))).toBeUndefined();
    const therapeutic = { type: { coding: [{ code: 'therapeutic' }] }, high: { value: 5, ...mmol } };
    expect(side(of(9), readReferenceRanges([therapeutic]))).toBeUndefined();
    expect(side(undefined)).toBeUndefined();
  });

  it('several ranges: sex and age count only where they are beyond doubt', () => {
    const bySex = readReferenceRanges([
      { appliesTo: [female], high: { value: 5, ...mmol } },
      { appliesTo: [male], high: { value: 7, ...mmol } },
    ]);
    expect(side(of(6), bySex, woman)).toBe('high');
    expect(side(of(6), bySex, nobody)).toBeUndefined();
    expect(side(of(8), bySex, nobody)).toBe('high');
    const byAge = readReferenceRanges([
      { age: { low: { value: 18, unit: 'a' } }, high: { value: 5, ...mmol } },
      { age: { high: { value: 17, unit: 'years' } }, high: { value: 7, ...mmol } },
    ]);
    expect(side(of(6), byAge, woman)).toBe('high');
    expect(side(of(6), byAge, nobody)).toBeUndefined();
  });

  it('a race or another condition is never decided here', () => {
    const [range] = readReferenceRanges([{ appliesTo: [{ text: 'pregnant' }], high: { value: 5, ...mmol } }]);
    expect(range && rangeApplies(range, woman)).toBe('unsure');
  });
});

describe('reference ranges are kept, all of them', () => {
  it('reads every one, as sent', () => {
    const ranges = readReferenceRanges([
      { low: { value: 1 } },
      { text: 'adults: <5' },
      { age: { low: { value: 2 } } },
      'x',
    ]);
    expect(ranges).toHaveLength(3);
    expect(ranges[1]?.text).toBe('adults: <5');
  });

  it.each([
    [{ low: { value: 3.5, unit: 'g' }, high: { value: 5.1, unit: 'g' } }, '3.5–5.1 g'],
    [{ low: { value: 60, unit: 'mL/min' } }, '≥ 60 mL/min'],
    [{ high: { value: 5 } }, '≤ 5'],
    [{ text: '>=60 mL/min' }, '≥60 mL/min'],
    [{ low: { value: 3.1 }, high: { value: 6.2 }, text: '3.1 - 6.2 mmol/l' }, '3.1 - 6.2 mmol/l'],
    [{ high: { value: 5 }, text: 'fasting' }, '≤ 5 (fasting)'],
    [{ text: 'negative' }, 'negative'],
  ])('%j → %s', (sent, text) => {
    const [range] = readReferenceRanges(sent);
    expect(range && rangeText(range)).toBe(text);
  });

  it('draws a band only where one range can be meant', () => {
    expect(bandOf(of(4), potassium, nobody)).toEqual({ low: 3.5, high: 5.1 });
    expect(bandOf(of(4), [...potassium, ...potassium], nobody)).toBeUndefined();
    expect(bandOf(readQuantity({ value: 4, unit: 'mg/dL' }), potassium, nobody)).toBeUndefined();
  });
});

describe('rangeSubject', () => {
  const patient = { resourceType: 'Patient', gender: 'female', birthDate: '1980-06-15' };
  it('counts whole years, months and days', () => {
    expect(rangeSubject(patient, parseDateTime('2020-06-14'))).toMatchObject({
      sex: 'female',
      age: { years: 39, months: 479 },
    });
    expect(rangeSubject(patient, parseDateTime('1980-07-15'))).toMatchObject({
      age: { years: 0, months: 1, days: 30 },
    });
  });
  it('knows no age from a partial date, and no sex from two statements', () => {
    expect(rangeSubject({ ...patient, birthDate: '1980' }, parseDateTime('2020-06-14')).age).toBeUndefined();
    expect(rangeSubject(patient, parseDateTime('2020')).age).toBeUndefined();
    const birthSex = {
      url: 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex',
      valueCode: 'M',
    };
    expect(rangeSubject({ ...patient, extension: [birthSex] }, undefined).sex).toBeUndefined();
    expect(rangeSubject({ ...patient, gender: 'other' }, undefined).sex).toBeUndefined();
    expect(rangeSubject(undefined, undefined)).toEqual({ sex: undefined, age: undefined });
  });
});

describe('of several ranges the one that is meant for this person comes first', () => {
  const h = (value: number) => ({ value, unit: 'h', system: 'http://unitsofmeasure.org', code: 'h' });
  const a = (value: number) => ({ value, unit: 'a', system: 'http://unitsofmeasure.org', code: 'a' });
  const born = {
    resourceType: 'Patient',
    gender: 'female',
    birthDate: '2026-11-19',
    _birthDate: {
      extension: [
        {
          url: 'http://hl7.org/fhir/StructureDefinition/patient-birthTime',
          valueDateTime: '2026-11-19T03:42:00-07:00',
        },
      ],
    },
  };
  const { _birthDate, ...bornSomeTime } = born;
  const byHours = readReferenceRanges([
    { text: 'at 24 h: 11.0', age: { low: h(24), high: h(25) } },
    { text: 'at 78 h: 18.2', age: { low: h(78), high: h(79) } },
  ]);
  const texts = (ranges: ReturnType<typeof rangesFor>['ranges']) => ranges.map(({ text }) => text);
  const read = (patient: typeof bornSomeTime, at: string, ranges = byHours) => {
    const { ranges: ordered, meant } = rangesFor(ranges, rangeSubject(patient, parseDateTime(at)));
    return [texts(ordered), meant?.text];
  };

  it.each([
    ['2026-11-20T04:00:00-07:00', 'at 24 h: 11.0', 'at 78 h: 18.2'],
    ['2026-11-22T09:50:00-07:00', 'at 78 h: 18.2', 'at 24 h: 11.0'],
    // The same instant, written in another zone.
    ['2026-11-22T16:50:00Z', 'at 78 h: 18.2', 'at 24 h: 11.0'],
  ])('in hours from the time of birth, at %s', (at, first, second) => {
    expect(read(born, at)).toEqual([[first, second], first]);
  });

  it('between the two neither is meant, and both stay as sent', () => {
    expect(read(born, '2026-11-21T08:10:00-07:00')).toEqual([texts(byHours), undefined]);
  });

  it('without the time of birth, a day leaves out only what it cannot be', () => {
    // Some hour from the 48th to the 95th: not the 24th, perhaps the 78th.
    expect(read(bornSomeTime, '2026-11-22')).toEqual([texts(byHours).toReversed(), undefined]);
    expect(read(bornSomeTime, '2026-11-20T04:00:00-07:00')).toEqual([texts(byHours), undefined]);
    expect(read(bornSomeTime, '2026-11')).toEqual([texts(byHours), undefined]);
  });

  it('in years and by sex; a range for everybody stands between one’s own and others’', () => {
    const ranges = readReferenceRanges([
      { text: 'child', age: { high: a(17) } },
      { text: 'all' },
      { text: 'man', appliesTo: [male] },
      { text: 'woman', appliesTo: [female] },
      { text: 'treatment', type: { coding: [{ code: 'treatment' }] }, appliesTo: [female] },
    ]);
    const { ranges: ordered, meant } = rangesFor(ranges, woman);
    expect(texts(ordered)).toEqual(['woman', 'all', 'treatment', 'child', 'man']);
    expect(meant?.text).toBe('woman');
    const unknown = rangesFor(ranges, nobody);
    expect(texts(unknown.ranges)).toEqual(texts(ranges));
    expect(unknown.meant?.text).toBe('all');
  });

  it('one range alone is the one, whatever it says of whom', () => {
    const [only] = byHours;
    expect(rangesFor([only!], woman)).toEqual({ ranges: [only], meant: only });
    expect(rangesFor([], woman)).toEqual({ ranges: [], meant: undefined });
  });
});
