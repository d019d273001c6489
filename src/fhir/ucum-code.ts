/** The UCUM code of a quantity: as sent, or for units that are written in one unmistakable way. */
import { ucum } from './code-systems.ts';
import { ownRow } from './json.ts';
import type { Quantity } from './quantity.ts';

/** What senders write in `unit` where they send no code. Compared in lower case: none of these differs by case alone. */
const written: Readonly<Record<string, string>> = {
  kg: 'kg',
  g: 'g',
  lb: '[lb_av]',
  lbs: '[lb_av]',
  'lb(s)': '[lb_av]',
  pounds: '[lb_av]',
  oz: '[oz_av]',
  cm: 'cm',
  in: '[in_i]',
  inch: '[in_i]',
  inches: '[in_i]',
  '°f': '[degF]',
  degf: '[degF]',
  'deg f': '[degF]',
  '°c': 'Cel',
  degc: 'Cel',
  'deg c': 'Cel',
  'kg/m2': 'kg/m2',
  'kg/m²': 'kg/m2',
  'mg/dl': 'mg/dL',
  'g/dl': 'g/dL',
  'g/l': 'g/L',
  'mg/l': 'mg/L',
  'ng/ml': 'ng/mL',
  'ng/dl': 'ng/dL',
  'pg/ml': 'pg/mL',
  'mcg/dl': 'ug/dL',
  'ug/dl': 'ug/dL',
  'µg/dl': 'ug/dL',
  'mmol/l': 'mmol/L',
  'umol/l': 'umol/L',
  'µmol/l': 'umol/L',
  'meq/l': 'meq/L',
  'u/l': 'U/L',
  fl: 'fL',
  mmhg: 'mm[Hg]',
  'mm hg': 'mm[Hg]',
  '%': '%',
};

/** Undefined where the unit is in no code and in no words that mean one thing only. */
export function ucumCode({
  code,
  system,
  unit,
}: Omit<Quantity, 'value' | 'number' | 'comparator'>): string | undefined {
  if (code !== undefined && system === ucum) return code;
  // A code of another system says nothing here; one without a system may be anything.
  return system === undefined || system === ucum
    ? ownRow(written, (unit ?? code)?.trim().toLowerCase())
    : undefined;
}
