/**
 * `value[x]` of an Observation, its components, a Goal's target or a questionnaire's answer: every type FHIR R4
 * allows there, and anything else as it came. Precision as written; units as sent, and printed where they are shown.
 */
import { readAttachment, type Attachment } from './attachment.ts';
import { codeOf, readConcept, type Concept } from './concept.ts';
import { dataAbsentReason, extensionUrl, nullFlavor } from './code-systems.ts';
import { parseDateTime, readPeriod, type When } from './dates.ts';
import { firstExtensionValue } from './extensions.ts';
import { asBoolean, asObject, asText, ownRow, type JsonObject } from './json.ts';
import { phrase, type Words } from './phrase.ts';
import type { ClinicalPhrase } from './phrase-clinical.ts';
import { printedNumber, printedRange, printedRatio, printedSigns } from './printed-quantity.ts';
import { printedUnit } from './printed-unit.ts';
import { readQuantity, readRange, readRatio } from './quantity.ts';
import type { Quantity, Range, Ratio } from './quantity.ts';
import { readReference, type Reference } from './reference.ts';
import { readSampledData, type SampledData } from './sampled-data.ts';

export type ObservationValue =
  | { readonly kind: 'quantity'; readonly quantity: Quantity }
  | { readonly kind: 'concept'; readonly concept: Concept }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'number'; readonly text: string; readonly number: number | undefined }
  | { readonly kind: 'range'; readonly range: Range }
  | { readonly kind: 'ratio'; readonly ratio: Ratio }
  | { readonly kind: 'sampled'; readonly data: SampledData }
  /** A date, a date and time, a time of day (as text) or a period. */
  | { readonly kind: 'when'; readonly when: When }
  | { readonly kind: 'attachment'; readonly attachment: Attachment }
  | { readonly kind: 'reference'; readonly reference: Reference }
  /** A type this app does not know, or one that says nothing it can read: `name` is the element's (`valueMoney`). */
  | { readonly kind: 'unknown'; readonly name: string };

/** What stands in a value column: the text and, lighter beside it, the unit. */
export interface ShownValue {
  /** A date among them stays as sent. */
  readonly text: Words;
  readonly unit: string | undefined;
  /** A date, for whoever writes it in the reader's language. */
  readonly when?: When;
}

type ValueReader = (value: unknown) => ObservationValue | undefined;

function text(value: unknown): ObservationValue | undefined {
  const sent = asText(value);
  return sent === undefined ? undefined : { kind: 'text', text: sent };
}

function quantity(value: unknown): ObservationValue | undefined {
  const read = readQuantity(value);
  return read === undefined ? undefined : { kind: 'quantity', quantity: read };
}

function concept(value: unknown): ObservationValue | undefined {
  const read = readConcept(value);
  return read === undefined ? undefined : { kind: 'concept', concept: read };
}

function date(value: unknown): ObservationValue | undefined {
  const read = parseDateTime(value);
  return read === undefined ? text(value) : { kind: 'when', when: { kind: 'date', date: read } };
}

function number(value: unknown): ObservationValue | undefined {
  const sent = asText(value);
  if (sent === undefined) return undefined;
  const read = readQuantity({ value });
  return { kind: 'number', text: sent, number: read?.number };
}

/** One reader a type; the suffix of `value[x]`. */
const readers: Readonly<Record<string, ValueReader>> = {
  Quantity: quantity,
  SimpleQuantity: quantity,
  Age: quantity,
  Duration: quantity,
  Count: quantity,
  Distance: quantity,
  Money: quantity,
  CodeableConcept: concept,
  Coding: concept,
  Code: text,
  String: text,
  Markdown: text,
  Uri: text,
  Url: text,
  Canonical: text,
  Id: text,
  Boolean: (value) => {
    const read = asBoolean(value);
    return read === undefined ? text(value) : { kind: 'boolean', value: read };
  },
  Integer: number,
  PositiveInt: number,
  UnsignedInt: number,
  Decimal: number,
  Range: (value) => {
    const range = readRange(value);
    return range === undefined ? undefined : { kind: 'range', range };
  },
  Ratio: (value) => {
    const ratio = readRatio(value);
    return ratio === undefined ? undefined : { kind: 'ratio', ratio };
  },
  SampledData: (value) => {
    const data = readSampledData(value);
    return data === undefined ? undefined : { kind: 'sampled', data };
  },
  Time: text,
  Date: date,
  DateTime: date,
  Instant: date,
  Period: (value) => {
    const period = readPeriod(value);
    return period === undefined ? undefined : { kind: 'when', when: { kind: 'period', ...period } };
  },
  Attachment: (value) => {
    const attachment = readAttachment(value);
    return attachment === undefined ? undefined : { kind: 'attachment', attachment };
  },
  Reference: (value) => {
    const reference = readReference(asObject(value));
    return reference === undefined ? undefined : { kind: 'reference', reference };
  },
};

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  const object = asObject(value);
  return object !== undefined && Object.keys(object).every((key) => key === 'extension' || key === 'id');
}

/**
 * Every value of an element whose name is `stem` and a type: `readValues(observation)` reads `valueQuantity`,
 * `valueString` …. FHIR allows one; where a server sends several, all are kept, in the order they came. A value that
 * holds nothing but an extension is none (its reason is in `readAbsentReason`).
 */
export function readValues(element: JsonObject, stem = 'value'): readonly ObservationValue[] {
  return Object.keys(element)
    .filter((name) => name.startsWith(stem) && /^[A-Z]/.test(name.slice(stem.length)))
    .filter((name) => !isEmpty(element[name]))
    .map((name) => ownRow(readers, name.slice(stem.length))?.(element[name]) ?? { kind: 'unknown', name });
}

/** The value as a value column shows it. */
export function shownValue(value: ObservationValue): ShownValue {
  const plain = (words: Words): ShownValue => ({ text: words, unit: undefined });
  switch (value.kind) {
    case 'quantity':
      return { text: printedNumber(value.quantity), unit: printedUnit(value.quantity.unit) };
    case 'concept':
      return plain([value.concept.label, ...value.concept.conflicting].join(' / '));
    case 'text':
      return plain(/^[<>]=\s*[\d.]/.test(value.text) ? printedSigns(value.text) : value.text);
    case 'number':
      return plain(value.text);
    case 'boolean':
      return plain(phrase(value.value ? 'value.yes' : 'value.no'));
    case 'range':
      return plain(printedRange(value.range));
    case 'ratio':
      return plain(titre(value.ratio) ?? printedRatio(value.ratio));
    case 'sampled':
      return plain(phrase('value.sampled', { n: value.data.points.length }));
    case 'when':
      return { ...plain(whenText(value.when)), when: value.when };
    case 'attachment':
      return plain(value.attachment.title ?? phrase('value.attachment'));
    case 'reference':
      return plain(value.reference.display ?? value.reference.reference ?? phrase('value.unreadable'));
    case 'unknown':
      return plain(phrase('value.unreadable'));
  }
}

/** A titre is a ratio without units: 1:128. */
function titre({ numerator, denominator }: Ratio): string | undefined {
  if (numerator === undefined || denominator === undefined) return undefined;
  if (numerator.unit !== undefined || denominator.unit !== undefined) return undefined;
  const [above, below] = [numerator, denominator].map(printedNumber);
  return `${above}:${below}`;
}

function whenText(when: When): string {
  if (when.kind === 'text') return when.text;
  if (when.kind === 'date') return when.date.sent;
  return `${when.start?.sent ?? ''} – ${when.end?.sent ?? ''}`.trim();
}

/** FHIR R4 data-absent-reason, and the v3 null flavours that mean the same. */
const absent: Readonly<Record<string, ClinicalPhrase>> = {
  unknown: 'absent.unknown',
  'asked-unknown': 'absent.asked-unknown',
  'temp-unknown': 'absent.temp-unknown',
  'not-asked': 'absent.not-asked',
  'asked-declined': 'absent.asked-declined',
  masked: 'absent.masked',
  'not-applicable': 'absent.not-applicable',
  unsupported: 'absent.unsupported',
  'as-text': 'absent.as-text',
  error: 'absent.error',
  'not-a-number': 'absent.not-a-number',
  'negative-infinity': 'absent.negative-infinity',
  'positive-infinity': 'absent.positive-infinity',
  'not-performed': 'absent.not-performed',
  'not-permitted': 'absent.not-permitted',
  UNK: 'absent.unknown',
  ASKU: 'absent.asked-unknown',
  NAV: 'absent.temp-unknown',
  NASK: 'absent.not-asked',
  MSK: 'absent.masked',
  NA: 'absent.not-applicable',
};

function absentWords(value: unknown): Words | undefined {
  const reason = readConcept(value);
  if (reason === undefined) return undefined;
  const coding = reason.codings.find(
    ({ system }) => system === undefined || system === dataAbsentReason || system === nullFlavor,
  );
  const known = ownRow(absent, coding?.code ?? (reason.codings.length === 0 ? codeOf(reason) : undefined));
  if (known === undefined) return reason.label;
  return reason.text !== undefined && ownRow(absent, reason.text) === undefined ? reason.text : phrase(known);
}

/**
 * Why there is no value, in words: `dataAbsentReason`, else the extension of that name on the value. The sender's
 * own text first, then ours for the codes FHIR knows, then the code as sent.
 */
export function readAbsentReason(element: JsonObject, stem = 'value'): Words | undefined {
  const stated = absentWords(element['dataAbsentReason']);
  if (stated !== undefined) return stated;
  for (const name of Object.keys(element)) {
    if (!name.startsWith(stem) && !name.startsWith(`_${stem}`)) continue;
    const reason = absentWords(firstExtensionValue(element[name], extensionUrl.dataAbsentReason));
    if (reason !== undefined) return reason;
  }
  return undefined;
}
