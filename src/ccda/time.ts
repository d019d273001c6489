/** Points and spans of time (HL7 v3 TS, IVL_TS, PIVL_TS, EIVL_TS). */
import { attribute, at, typeOf, words } from './xml.ts';

export interface CdaPoint {
  /** As it arrived: "20130218031000-0500". Undefined for a null. */
  readonly sent: string | undefined;
  /** The same as FHIR and ISO 8601 write it, no more exact than it was sent; undefined where it is no date. */
  readonly iso: string | undefined;
  readonly nullFlavor: string | undefined;
}

export type CdaTime =
  | { readonly kind: 'point'; readonly at: CdaPoint; readonly width?: string }
  | {
      readonly kind: 'span';
      readonly low: CdaPoint | undefined;
      readonly high: CdaPoint | undefined;
      /** How long, where that was sent in place of an end or beside one: "10 d". */
      readonly width?: string;
    }
  /** A schedule: every so often, or at an event (HL7 TimingEvent code) of every day. */
  | { readonly kind: 'every'; readonly value: string; readonly unit: string | undefined }
  /** A schedule of which it is not said how often. */
  | { readonly kind: 'every-unsaid'; readonly nullFlavor: string }
  | { readonly kind: 'event'; readonly code: string }
  | { readonly kind: 'words'; readonly text: string };

const pattern =
  /^(\d{4})(?:(\d\d)(?:(\d\d)(?:(\d\d)(?:(\d\d)(?:(\d\d)(?:\.(\d+))?)?)?)?)?)?(?:([+-]\d\d)(\d\d)|Z)?$/;

/** A TS value as ISO 8601 writes it: `2013`, `2013-02`, `2013-02-18`, `2013-02-18T03:10:00-05:00`. */
export function isoOf(sent: string): string | undefined {
  const found = pattern.exec(sent);
  if (found === null) return undefined;
  const [, year, month, day, hour, minute, second, fraction, zoneHour, zoneMinute] = found;
  const date = [year, month, day].filter((part) => part !== undefined).join('-');
  // An hour alone is no time that ISO or FHIR can write; it stays in `sent`.
  if (hour === undefined || minute === undefined) return date;
  const zone = sent.endsWith('Z') ? 'Z' : zoneHour === undefined ? '' : `${zoneHour}:${zoneMinute}`;
  return `${date}T${hour}:${minute}:${second ?? '00'}${fraction === undefined ? '' : `.${fraction}`}${zone}`;
}

export function readPoint(element: Element | undefined): CdaPoint | undefined {
  if (element === undefined) return undefined;
  const [sent, nullFlavor] = [
    attribute(element, 'value') ?? words(element),
    attribute(element, 'nullFlavor'),
  ];
  if (sent === undefined && nullFlavor === undefined) return undefined;
  return { sent, iso: sent === undefined ? undefined : isoOf(sent), nullFlavor };
}

/** One `effectiveTime`, `time` or value of a time type. Undefined where it says nothing. */
export function readTime(element: Element | undefined): CdaTime | undefined {
  if (element === undefined) return undefined;
  const period = at(element, 'period');
  const often = readOften(period);
  if (often !== undefined) return { kind: 'every', ...often };
  const nullFlavor = attribute(period, 'nullFlavor');
  if (nullFlavor !== undefined) return { kind: 'every-unsaid', nullFlavor };
  const event = attribute(at(element, 'event'), 'code');
  if (event !== undefined) return { kind: 'event', code: event };
  const [low, high] = [readPoint(at(element, 'low')), readPoint(at(element, 'high'))];
  const width = readWidth(at(element, 'width'));
  if (low !== undefined || high !== undefined)
    return { kind: 'span', low, high, ...(width === undefined ? {} : { width }) };
  const centre = readPoint(at(element, 'center'));
  if (centre !== undefined) return { kind: 'point', at: centre, ...(width === undefined ? {} : { width }) };
  if (width !== undefined) return { kind: 'words', text: width };
  const point = readPoint(element);
  if (point !== undefined) return { kind: 'point', at: point };
  const type = typeOf(element);
  return type === undefined || ['TS', 'IVL_TS'].includes(type) ? undefined : { kind: 'words', text: type };
}

/** How often: of one length, or of a range of them (IVL_PQ: "every 4–6 h"). */
function readOften(period: Element | undefined): { value: string; unit: string | undefined } | undefined {
  const [low, high] = [at(period, 'low'), at(period, 'high')];
  const [value, least, most] = [period, low, high].map((element) => attribute(element, 'value'));
  const [unit, ofLeast, ofMost] = [period, low, high].map((element) => attribute(element, 'unit'));
  if (value !== undefined) return { value, unit };
  if (least === undefined) return most === undefined ? undefined : { value: `≤ ${most}`, unit: ofMost };
  if (most === undefined) return { value: `≥ ${least}`, unit: ofLeast };
  const apart = ofLeast === undefined || ofMost === undefined || ofLeast === ofMost ? '' : ` ${ofLeast}`;
  return { value: `${least}${apart}–${most}`, unit: ofMost ?? ofLeast };
}

function readWidth(width: Element | undefined): string | undefined {
  const long = [attribute(width, 'value'), attribute(width, 'unit')].filter((part) => part !== undefined);
  return long.length === 0 ? undefined : long.join(' ');
}

export function readTimes(elements: readonly Element[]): readonly CdaTime[] {
  return elements.map(readTime).filter((time) => time !== undefined);
}
