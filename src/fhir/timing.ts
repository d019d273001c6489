/** Timing (FHIR R4 §2.24.0.19) in words: "2 times a day, at bedtime". What it does not know stays as sent. */
import { readConcept } from './concept.ts';
import { asObject, asText, asTexts, type JsonObject, ownRow } from './json.ts';
import { phrase, type Words } from './phrase.ts';
import { printedQuantity, printedRange } from './printed-quantity.ts';
import { readQuantity, readRange } from './quantity.ts';

export const timingMoments = [
  'MORN',
  'NOON',
  'AFT',
  'EVE',
  'NIGHT',
  'PHS',
  'HS',
  'WAKE',
  'C',
  'CM',
  'CD',
  'CV',
  'AC',
  'ACM',
  'ACD',
  'ACV',
  'PC',
  'PCM',
  'PCD',
  'PCV',
] as const;
export type TimingMoment = (typeof timingMoments)[number];

export type PeriodUnit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';
const units: Readonly<Record<string, PeriodUnit>> = {
  s: 'second',
  min: 'minute',
  h: 'hour',
  d: 'day',
  wk: 'week',
  mo: 'month',
  a: 'year',
};

/** The schedule in reading order; empty where there is none. */
export function timingWords(value: unknown): readonly Words[] {
  const timing = asObject(value);
  if (timing === undefined) return [];
  const code = readConcept(timing['code']);
  const repeat = asObject(timing['repeat']);
  const rule = repeat === undefined ? [] : repeatWords(repeat);
  return [...(code === undefined ? [] : [code.label]), ...rule, ...asTexts(timing['event'])];
}

function repeatWords(repeat: JsonObject): readonly Words[] {
  const words: (Words | undefined)[] = [
    frequencyWords(repeat),
    ...asTexts(repeat['dayOfWeek']),
    ...asTexts(repeat['timeOfDay']),
    ...asTexts(repeat['when']).map(momentWords),
    boundsWords(repeat),
    countWords(repeat),
  ];
  return words.filter((word) => word !== undefined);
}

function frequencyWords(repeat: JsonObject): Words | undefined {
  const sentUnit = asText(repeat['periodUnit']) ?? asText(repeat['periodUnits']);
  const period = upTo(repeat, 'period');
  const times = upTo(repeat, 'frequency');
  if (period === undefined) return times === undefined ? undefined : phrase('timing.times', { times });
  const unit = ownRow(units, sentUnit);
  if (unit === undefined)
    return [times, '/', period, sentUnit].filter((part) => part !== undefined).join(' ');
  return phrase(`timing.per-${unit}`, { times: times ?? '1', period });
}

/** `1`, or `1–2` with its upper bound. */
function upTo(repeat: JsonObject, name: string): string | undefined {
  const low = asText(repeat[name]);
  const high = asText(repeat[`${name}Max`]);
  return low !== undefined && high !== undefined ? `${low}–${high}` : (low ?? high);
}

function momentWords(sent: string): Words {
  const known = timingMoments.find((moment) => moment === sent);
  return known === undefined ? sent : phrase(`timing.${known}`);
}

function boundsWords(repeat: JsonObject): Words | undefined {
  const duration = readQuantity(repeat['boundsDuration'] ?? repeat['boundsQuantity']);
  const range = readRange(repeat['boundsRange']);
  const length =
    duration === undefined
      ? range === undefined
        ? undefined
        : printedRange(range)
      : printedQuantity(duration);
  return length === undefined ? undefined : phrase('timing.for', { length });
}

function countWords(repeat: JsonObject): Words | undefined {
  const count = upTo(repeat, 'count');
  return count === undefined ? undefined : phrase('timing.in-all', { count });
}
