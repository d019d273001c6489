import { describe, expect, it } from 'vitest';
import { heaviest, readInterpretations, weightOf } from './interpretation.ts';

const v3 = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation';
const v2 = 'http://terminology.hl7.org/CodeSystem/v2-0078';

function coded(code: string, system: string | undefined = v3, more: Record<string, unknown> = {}) {
  return [{ coding: [{ system, code }], ...more }];
}

function only(value: unknown) {
  const [flag, ...others] = readInterpretations(value);
  expect(others).toEqual([]);
  return flag;
}

describe('interpretation is shown as sent, in words and shape', () => {
  it.each([
    ['H', '▲', 'abnormal', 'interpretation.high'],
    ['L', '▼', 'abnormal', 'interpretation.low'],
    ['HH', '‼', 'critical', 'interpretation.critical-high'],
    ['LL', '‼', 'critical', 'interpretation.critical-low'],
    ['A', '◆', 'abnormal', 'interpretation.abnormal'],
    ['AA', '‼', 'critical', 'interpretation.critical'],
    ['*', '‼', 'critical', 'interpretation.critical'],
    ['N', '', 'plain', 'interpretation.normal'],
    ['U', '↗', 'abnormal', 'interpretation.changed-up'],
    ['D', '↘', 'abnormal', 'interpretation.changed-down'],
    ['R', '◆', 'abnormal', 'interpretation.resistant'],
    ['S', '', 'plain', 'interpretation.susceptible'],
    ['I', '', 'warning', 'interpretation.intermediate'],
    ['POS', '', 'warning', 'interpretation.positive'],
    ['NEG', '', 'plain', 'interpretation.negative'],
    ['DET', '', 'warning', 'interpretation.detected'],
    ['ND', '', 'plain', 'interpretation.not-detected'],
  ])('%s', (code, symbol, tone, key) => {
    for (const system of [
      v3,
      v2,
      'http://hl7.org/fhir/v2/0078',
      'http://hl7.org/fhir/v3/ObservationInterpretation',
      undefined,
    ]) {
      expect(only(coded(code, system))).toMatchObject({
        symbol,
        tone,
        code,
        words: { key },
        origin: 'sent',
        known: true,
      });
    }
  });

  it('reads words alone', () => {
    expect(only([{ text: 'Critical high' }])).toMatchObject({ symbol: '‼', direction: 'high' });
    expect(only([{ text: '(High)' }])).toMatchObject({ symbol: '▲' });
    expect(only([{ text: 'HH' }])).toMatchObject({ symbol: '‼' });
    expect(only({ text: 'low' })).toMatchObject({ symbol: '▼' });
  });

  it('shows an unknown code as it came, and maps it to nothing', () => {
    expect(only(coded('ZZ'))).toMatchObject({ words: 'ZZ', symbol: '', tone: 'plain', known: false });
    expect(only(coded('H', 'urn:oid:1.2.3'))).toMatchObject({ words: 'H', known: false });
    expect(only([{ text: 'assign by level of kidney function' }])).toMatchObject({
      words: 'assign by level of kidney function',
      known: false,
    });
  });

  it('reads a laboratory’s own code by the words beside it', () => {
    const own = [{ coding: [{ system: 'urn:oid:1.2.3', code: '17', display: 'High' }] }];
    expect(only(own)).toMatchObject({ symbol: '▲', code: '17' });
  });

  it('keeps every interpretation, and codings that contradict the text', () => {
    expect(readInterpretations([...coded('H'), ...coded('U')]).map((flag) => flag.symbol)).toEqual([
      '▲',
      '↗',
    ]);
    const both = readInterpretations(coded('N', v3, { text: 'High' }));
    expect(both.map((flag) => flag.symbol)).toEqual(['', '▲']);
    expect(heaviest(both)?.symbol).toBe('▲');
  });

  it('does not say the same thing twice', () => {
    expect(
      readInterpretations([
        {
          coding: [
            { system: v2, code: 'H' },
            { system: v3, code: 'H' },
          ],
          text: 'High',
        },
      ]),
    ).toHaveLength(1);
  });

  it('puts the heaviest beside the value, and never hides an unknown one behind "normal"', () => {
    expect(heaviest(readInterpretations([...coded('H'), ...coded('HH'), ...coded('N')]))?.code).toBe('HH');
    expect(heaviest(readInterpretations([...coded('N'), ...coded('ZZ')]))?.words).toBe('ZZ');
    expect(heaviest([])).toBeUndefined();
    expect(weightOf(undefined)).toBe(0);
  });
});
