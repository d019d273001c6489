/** Which class a hemoglobin A1c belongs to, where it says so beyond doubt. */
import { loinc } from '#fhir/code-systems.ts';
import { asObject, asObjects, asText, type FhirResource } from '#fhir/json.ts';
import { unknownModifiers } from '#fhir/modifiers.ts';
import { type ObservationValue, readValues } from '#fhir/observation-value.ts';
import { numberOf } from '#fhir/observations.ts';
import type { Quantity } from '#fhir/quantity.ts';

/** In percent (NGSP), by what they are written as. */
export const a1cClasses = ['< 5.7', '5.7–6.4', '6.5–7.9', '8.0–9.0', '> 9.0'] as const;

/** Results that are in no class, and why. `none`: it has no value at all. */
export const a1cApart = ['bound', 'unit', 'no-number', 'same-day', 'undated', 'none'] as const;

export type A1cClass = (typeof a1cClasses)[number];
export type A1cApart = (typeof a1cApart)[number];
export type A1cGroup = A1cClass | A1cApart;

/** Hemoglobin A1c in percent: in blood, by HPLC, by electrophoresis, calculated, by IFCC protocol; those of `bulk query a1c-above-9`. */
export const a1cCodes: readonly string[] = ['4548-4', '17856-6', '4549-2', '17855-8', '71875-9'];

export function isA1c({ resourceType, code }: FhirResource): boolean {
  if (resourceType !== 'Observation') return false;
  return asObjects(asObject(code)?.['coding']).some(
    (coding) => coding['system'] === loinc && a1cCodes.includes(asText(coding['code']) ?? ''),
  );
}

/** A value between two classes (6.45) belongs to the lower one. */
function classOf(percent: number): A1cClass {
  if (percent < 5.7) return '< 5.7';
  if (percent < 6.5) return '5.7–6.4';
  if (percent < 8) return '6.5–7.9';
  return percent <= 9 ? '8.0–9.0' : '> 9.0';
}

/** A bound is in a class where everything that it may mean is. */
function classOfBound(comparator: string, percent: number): A1cClass | 'bound' {
  if (comparator === '<' && percent <= 5.7) return '< 5.7';
  if (comparator === '<=' && percent < 5.7) return '< 5.7';
  if (comparator === '>' && percent >= 9) return '> 9.0';
  if (comparator === '>=' && percent > 9) return '> 9.0';
  return 'bound';
}

/** Both where both are sent: `%` and `mmol/mol` on one value contradict each other. */
function isPercent({ unit, code }: Pick<Quantity, 'unit' | 'code'>): boolean {
  const sent = [unit, code].filter((one) => one !== undefined);
  return sent.length > 0 && sent.every((one) => one.trim().startsWith('%'));
}

type Said = Pick<Quantity, 'number' | 'comparator' | 'unit' | 'code'>;

/** `>14 %`, sent as text. */
function quantityIn(text: string): Said {
  const [, comparator, number, unit] = /^\s*([<>]=?)?\s*(\d+(?:\.\d+)?)\s*(%)?\s*$/.exec(text) ?? [];
  return { comparator, number: number === undefined ? undefined : Number(number), unit, code: undefined };
}

function saidOf(value: ObservationValue): Said | undefined {
  return value.kind === 'text' ? quantityIn(value.text) : numberOf({ value });
}

/** What one result says, whenever it was taken. */
export function a1cGroupOf(resource: FhirResource): Exclude<A1cGroup, 'same-day' | 'undated'> {
  const [value, ...others] = readValues(resource);
  if (value === undefined) return 'none';
  const said = saidOf(value);
  const number = said?.number ?? 0;
  // What may turn it into its opposite, or into another number, is left to the reader of the chart.
  if (number <= 0 || others.length > 0 || unknownModifiers(resource).length > 0) return 'no-number';
  if (said === undefined || !isPercent(said)) return 'unit';
  return said.comparator === undefined ? classOf(number) : classOfBound(said.comparator, number);
}
