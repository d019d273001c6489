/**
 * Units as people print them. UCUM (unitsofmeasure.org) is written for machines: `mm[Hg]`, `10*3/uL`, `[degF]`. What
 * stands in no table here is shown as it was sent. The record keeps what was sent: `Quantity.unit` and `.code` are
 * never printed forms.
 */
import { ownRow } from './json.ts';

/** Parts of a unit that print otherwise than UCUM (or a laboratory without a µ) writes them. Each means the same. */
const parts: Readonly<Record<string, string>> = {
  'mm[Hg]': 'mmHg',
  'cm[H2O]': 'cmH₂O',
  'mm[H2O]': 'mmH₂O',
  Cel: '°C',
  '[degF]': '°F',
  '[lb_av]': 'lb',
  '[oz_av]': 'oz',
  '[in_i]': 'in',
  '[ft_i]': 'ft',
  '[yd_i]': 'yd',
  '[mi_i]': 'mi',
  '[gal_us]': 'gal',
  '[qt_us]': 'qt',
  '[pt_us]': 'pt',
  '[foz_us]': 'fl oz',
  '[cup_us]': 'cup',
  '[tbs_us]': 'tbsp',
  '[tsp_us]': 'tsp',
  '[drp]': 'drops',
  '[Cal]': 'Cal',
  '[IU]': 'IU',
  '[iU]': 'IU',
  'k[IU]': 'kIU',
  'k[iU]': 'kIU',
  'm[IU]': 'mIU',
  'm[iU]': 'mIU',
  'u[IU]': 'µIU',
  'u[iU]': 'µIU',
  uIU: 'µIU',
  uU: 'µU',
  "[arb'U]": 'arb. U',
  "[GPL'U]": 'GPL',
  "[MPL'U]": 'MPL',
  "[APL'U]": 'APL',
  '[CFU]': 'CFU',
  '[PFU]': 'PFU',
  '[HPF]': 'HPF',
  '[LPF]': 'LPF',
  '[pH]': 'pH',
  '[ppm]': 'ppm',
  '[ppb]': 'ppb',
  uL: 'µL',
  ul: 'µL',
  // Not "µg", which is read as "mg" (Institute for Safe Medication Practices).
  ug: 'mcg',
  um: 'µm',
  umol: 'µmol',
  ukat: 'µkat',
  uCi: 'µCi',
  uV: 'µV',
  meq: 'mEq',
  ueq: 'µEq',
  mosm: 'mOsm',
  deg: '°',
  // The body surface that a filtration rate is told for.
  '{1.73_m2}': '1.73 m²',
  '{1.73m2}': '1.73 m²',
  '1.73_m2': '1.73 m²',
  '1.73m2': '1.73 m²',
};

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';

function superscript(digits: string): string {
  return digits.replaceAll(/\d/g, (digit) => raised.charAt(Number(digit)));
}

/** One part between slashes and dots, without its annotation. */
function printedPart(part: string): string {
  const known = ownRow(parts, part);
  if (known !== undefined) return known;
  const power = /^[x×]?10[*^](\d+)$/.exec(part);
  if (power !== null) return `×10${superscript(power[1]!)}`;
  const length = /^([kcdmu]?m)([23])$/.exec(part);
  if (length !== null) return `${length[1]!.replace('u', 'µ')}${superscript(length[2]!)}`;
  return part;
}

/** What an annotation says in words; `{#}` is a number of things, which the number beside it says already. */
function annotation(braced: string): string {
  const words = braced.slice(1, -1).replaceAll('_', ' ').trim();
  return ownRow(parts, braced) ?? (words === '#' ? '' : words);
}

/** `mg{creat}`: the part, then what it is of. */
function printedTerm(term: string): string {
  return term
    .split(/(\{[^{}]*\})/)
    .map((piece) => (piece.startsWith('{') ? annotation(piece) : printedPart(piece)))
    .filter((piece) => piece !== '')
    .join(' ');
}

/** Charts know some fifty units; what is made to be endless is not kept. */
const mostKept = 1000;
const printed = new Map<string, string | undefined>();

/**
 * A unit as it is read: `10*3/uL` is "×10³/µL", `{beats}/min` "beats/min". Undefined for the unit of a plain number
 * (UCUM's `1`, `{#}`) and where none was sent. Words with spaces are somebody's own and stay as they are.
 */
export function printedUnit(unit: string | undefined): string | undefined {
  if (unit === undefined || /\s/.test(unit)) return unit;
  if (printed.size > mostKept) printed.clear();
  if (!printed.has(unit)) printed.set(unit, unit === '1' ? undefined : printedWhole(unit) || undefined);
  return printed.get(unit);
}

/** Slashes and dots part a unit, outside braces and brackets. A dot may multiply or shorten a word (`E.U.`): it stays. */
function printedWhole(unit: string): string {
  return unit
    .split(/(\/|(?<=.)\.(?=[^\d.]))(?![^{}]*\})(?![^[\]]*\])/)
    .map((piece) => (piece === '.' || piece === '/' ? piece : printedTerm(piece)))
    .join('');
}
