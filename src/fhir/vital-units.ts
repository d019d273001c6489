/** The units a reader may prefer for weight, height, head circumference and temperature. */
import { quantityOf, type ObservationRecord } from './observations.ts';
import { printedNumber, printedQuantity } from './printed-quantity.ts';
import { ucumCode } from './ucum-code.ts';
import type { Convert } from './unit-conversion.ts';
import { vitalOf, type VitalId } from './vital-signs.ts';

export type UnitSystem = 'metric' | 'us';

export interface Unit {
  /** UCUM. */
  readonly code: string;
  /** As it is shown. */
  readonly unit: string;
}

interface Choice {
  /** UCUM codes that are of the system already: a newborn's grams stay grams. */
  readonly own: readonly string[];
  readonly into: Unit;
}

const mass: Readonly<Record<UnitSystem, Choice>> = {
  metric: { own: ['kg', 'g'], into: { code: 'kg', unit: 'kg' } },
  us: { own: ['[lb_av]', '[oz_av]'], into: { code: '[lb_av]', unit: 'lb' } },
};
const length: Readonly<Record<UnitSystem, Choice>> = {
  metric: { own: ['cm', 'm', 'mm'], into: { code: 'cm', unit: 'cm' } },
  us: { own: ['[in_i]', '[in_us]', '[ft_i]'], into: { code: '[in_i]', unit: 'in' } },
};
const choices: Partial<Readonly<Record<VitalId, Readonly<Record<UnitSystem, Choice>>>>> = {
  weight: mass,
  height: length,
  'head-circumference': length,
  temperature: {
    metric: { own: ['Cel'], into: { code: 'Cel', unit: '°C' } },
    us: { own: ['[degF]'], into: { code: '[degF]', unit: '°F' } },
  },
};

/** The unit to convert a vital sign's value into; undefined where it stays as it was sent. */
export function preferredUnit(
  vital: VitalId,
  code: string | undefined,
  system: UnitSystem | undefined,
): Unit | undefined {
  const choice = system && choices[vital]?.[system];
  return choice === undefined || code === undefined || choice.own.includes(code) ? undefined : choice.into;
}

/**
 * The unit a record's own value is to be converted into; undefined where it stays as it was sent. Of vital signs alone: a
 * weight that the laboratory lists stands everywhere as it stands there.
 */
export function readersUnit(record: ObservationRecord, system: UnitSystem | undefined): Unit | undefined {
  if (system === undefined || !('vital' in record) || record.values.length !== 1) return undefined;
  const quantity = quantityOf(record);
  return quantity && preferredUnit(vitalOf(record), ucumCode(quantity), system);
}

export interface ValueInUnits {
  readonly text: string;
  readonly unit: string;
  /** "150 lb": the value as it was sent. */
  readonly sent: string;
}

/** A record's own value in the reader's units; undefined where it is shown as it was sent. */
export function valueInUnits(
  record: ObservationRecord,
  system: UnitSystem | undefined,
  convert: Convert | undefined,
): ValueInUnits | undefined {
  const into = readersUnit(record, system);
  const quantity = quantityOf(record);
  const code = quantity && ucumCode(quantity);
  if (into === undefined || quantity === undefined || code === undefined) return undefined;
  const converted = convert?.(quantity.value, code, into.code);
  return (
    converted && {
      text: printedNumber({ ...quantity, value: converted.written }),
      unit: into.unit,
      sent: printedQuantity(quantity),
    }
  );
}
