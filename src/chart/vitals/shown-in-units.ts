/** A measurement as the reader's units have it. */
import type { ShownPart } from '#fhir/shown-observation.ts';
import type { Convert } from '#fhir/unit-conversion.ts';
import { type UnitSystem, valueInUnits } from '#fhir/vital-units.ts';
import type { Measurement } from '#fhir/vitals.ts';

export interface Units {
  /** Undefined: as sent. */
  readonly system: UnitSystem | undefined;
  /** Undefined until the unit table is there: as sent. */
  readonly convert: Convert | undefined;
}

/** What a measurement's value column shows; `sent` is the value as it came, where it was converted. */
export function shownInUnits(
  { shown, records: [record] }: Measurement,
  { system, convert }: Units,
): readonly (ShownPart & { readonly sent?: string })[] {
  const own = valueInUnits(record, system, convert);
  if (own === undefined) return shown;
  // The value itself is the one part without a name.
  return shown.map((part) => (part.label === undefined ? { ...part, ...own } : part));
}
