/** Blood pressure as one reading, "148/92 mmHg", whether it came as components of a panel or as two observations. */
import { isLoinc, quantityOf, type ObservationPart } from './observations.ts';
import type { ShownValue } from './observation-value.ts';
import { printedNumber } from './printed-quantity.ts';
import { printedUnit } from './printed-unit.ts';

/** LOINC: systolic, diastolic and mean arterial pressure; the panels that hold them. */
export const bloodPressureCodes = {
  systolic: ['8480-6', '96608-5'],
  diastolic: ['8462-4', '96609-3'],
  panel: ['85354-9', '55284-4', '35094-2', '96607-7'],
} as const;

export interface BloodPressure {
  readonly systolic: ObservationPart | undefined;
  readonly diastolic: ObservationPart | undefined;
}

/** The two pressures among some parts; undefined where there is neither. */
export function bloodPressureOf(parts: readonly ObservationPart[]): BloodPressure | undefined {
  const systolic = parts.find((part) => isLoinc(part, ...bloodPressureCodes.systolic));
  const diastolic = parts.find((part) => isLoinc(part, ...bloodPressureCodes.diastolic));
  return systolic === undefined && diastolic === undefined ? undefined : { systolic, diastolic };
}

/**
 * "148/92" and its unit. A missing half is a dash; undefined where neither has a number or their units differ, so
 * that each is shown for itself.
 */
export function shownBloodPressure({ systolic, diastolic }: BloodPressure): ShownValue | undefined {
  const [above, below] = [systolic, diastolic].map((part) => part && quantityOf(part));
  if (above === undefined && below === undefined) return undefined;
  const units = [above, below].flatMap((q) => (q === undefined ? [] : [printedUnit(q.unit)]));
  if (new Set(units).size > 1) return undefined;
  const [first, second] = [above, below].map((q) => (q === undefined ? '–' : printedNumber(q)));
  return { text: `${first}/${second}`, unit: units[0] };
}
