/** ContactPoint (FHIR R4 §2.24.0.16). */
import { type Period, readPeriod } from './dates.ts';
import { asNumber, asObject, asObjects, asText } from './json.ts';

export interface Telecom {
  /** phone, fax, email, pager, url, sms, other: as sent. */
  readonly system: string | undefined;
  readonly value: string;
  readonly use: string | undefined;
  /** 1 is the first to try. */
  readonly rank: number | undefined;
  readonly period: Period | undefined;
}

export function readTelecom(value: unknown): Telecom | undefined {
  const object = asObject(value) ?? { value };
  const sent = asText(object['value']);
  if (sent === undefined) return undefined;
  return {
    system: asText(object['system']),
    value: sent,
    use: asText(object['use']),
    rank: asNumber(object['rank']),
    period: readPeriod(object['period']),
  };
}

/** All contact points, the one to try first in front; the order sent otherwise. */
export function readTelecoms(value: unknown): readonly Telecom[] {
  const all = asObjects(value)
    .map(readTelecom)
    .filter((telecom) => telecom !== undefined);
  return all.toSorted((a, b) =>
    (a.rank ?? Infinity) === (b.rank ?? Infinity) ? 0 : (a.rank ?? Infinity) - (b.rank ?? Infinity),
  );
}
