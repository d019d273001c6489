/** Address (FHIR R4 §2.24.0.15). */
import { isBefore, type Period, readPeriod } from './dates.ts';
import { asObject, asObjects, asText, asTexts } from './json.ts';

export interface Address {
  readonly use: string | undefined;
  readonly type: string | undefined;
  readonly text: string | undefined;
  readonly line: readonly string[];
  readonly city: string | undefined;
  readonly district: string | undefined;
  readonly state: string | undefined;
  readonly postalCode: string | undefined;
  readonly country: string | undefined;
  readonly period: Period | undefined;
  /** As an envelope has it, a line each: street, "city, state zip", country; the text where only that was sent. */
  readonly lines: readonly string[];
}

/** An Address; plain text in its place is its text. Undefined where it says nothing. */
export function readAddress(value: unknown): Address | undefined {
  const object = asObject(value) ?? (typeof value === 'string' ? { text: value } : undefined);
  if (object === undefined) return undefined;
  const part = (name: string) => asText(object[name]);
  const [text, line, city, district] = [
    part('text'),
    asTexts(object['line']),
    part('city'),
    part('district'),
  ];
  const [state, postalCode, country] = [part('state'), part('postalCode'), part('country')];
  const region = [state, postalCode].filter((word) => word !== undefined).join(' ');
  const town = [city, district, region === '' ? undefined : region]
    .filter((word) => word !== undefined)
    .join(', ');
  const parts = [...line, town, country ?? ''].filter((words) => words !== '');
  const lines =
    parts.length > 0 ? parts : (text?.split(/\r?\n/) ?? []).filter((words) => words.trim() !== '');
  if (lines.length === 0) return undefined;
  const period = readPeriod(object['period']);
  return {
    use: part('use'),
    type: part('type'),
    text,
    line,
    city,
    district,
    state,
    postalCode,
    country,
    period,
    lines,
  };
}

export function readAddresses(value: unknown): readonly Address[] {
  const list: readonly unknown[] =
    typeof value === 'string' || Array.isArray(value) ? [value].flat() : asObjects(value);
  return list.map(readAddress).filter((address) => address !== undefined);
}

const aDay = 86_400_000;

/**
 * Whether somebody can be reached there. NextGen Office stamps `period.end` with the time of the request, so an end
 * with a time within the day before `readAt` (milliseconds; a chart may stay open for hours) means "still".
 */
export function isCurrentAddress(address: Address, readAt: number): boolean {
  if (address.use === 'old') return false;
  const end = address.period?.end;
  if (end === undefined) return true;
  return !isBefore(end, new Date(end.instant === undefined ? readAt : readAt - aDay));
}
