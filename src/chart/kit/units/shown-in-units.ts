/** What an observation shows, as the reader's units have it. */
import type { ObservationRecord } from '#fhir/observations.ts';
import type { ShownPart } from '#fhir/shown-observation.ts';
import { lineIn } from '#fhir/trend-units.ts';
import type { TrendLine } from '#fhir/trend.ts';
import type { Convert } from '#fhir/unit-conversion.ts';
import { readersUnit, type UnitSystem, valueInUnits } from '#fhir/vital-units.ts';

export interface Units {
  /** Undefined: as sent. */
  readonly system: UnitSystem | undefined;
  /** Undefined until the unit table is there: as sent. */
  readonly convert: Convert | undefined;
}

/** One thing a value column shows; `sent` is the value as it came, where it was converted. */
export type PartInUnits = ShownPart & { readonly sent?: string };

/** @param parts what is shown of the record: the value itself is the one without a name */
export function shownInUnits(
  parts: readonly ShownPart[],
  record: ObservationRecord,
  { system, convert }: Units,
): readonly PartInUnits[] {
  const own = valueInUnits(record, system, convert);
  if (own === undefined) return parts;
  return parts.map((part) => (part.label === undefined ? { ...part, ...own } : part));
}

/** A record's course in the unit of the value it stands beside; undefined where it cannot be had in that. */
export function lineInUnits(
  line: TrendLine | undefined,
  record: ObservationRecord,
  { system, convert }: Units,
): TrendLine | undefined {
  if (line === undefined || valueInUnits(record, system, convert) === undefined) return line;
  const unit = readersUnit(record, system);
  return unit && convert && lineIn(line, unit, convert);
}
