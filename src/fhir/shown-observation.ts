/** An observation in one line: what its value column shows. */
import { bloodPressureOf, shownBloodPressure } from './blood-pressure.ts';
import { shownValue, type ShownValue } from './observation-value.ts';
import type { Flag } from './interpretation.ts';
import { quantityOf, type ObservationPart, type ObservationRecord } from './observations.ts';
import { phrase, type Words } from './phrase.ts';

/** One thing a value column shows; `label` where it is a component and must say which. */
export interface ShownPart extends ShownValue {
  readonly label: Words | undefined;
  /** All flags of what is shown here: of both pressures for a blood pressure. */
  readonly flags: readonly Flag[];
}

/**
 * Everything the value column of an observation holds: its values, or why there is none, then its components, each
 * with its name; the two pressures of a blood pressure as one. Empty for a panel whose members hold the values.
 */
export function shownObservation(record: ObservationRecord): readonly ShownPart[] {
  const own = shownPart(record, undefined);
  const pressure = bloodPressureOf(record.components);
  const together = pressure === undefined ? undefined : shownBloodPressure(pressure);
  // Only a half that is a number has gone into the pair; one that is words or absent still stands by its name.
  const halves = together === undefined ? [] : [pressure?.systolic, pressure?.diastolic];
  const joined = halves.filter((part) => part?.values.length === 1 && quantityOf(part) !== undefined);
  const components = record.components
    .filter((component) => !joined.includes(component))
    .flatMap((component) => shownPart(component, component.title));
  if (together === undefined) return [...own, ...components];
  const flags = joined.flatMap((part) => part?.flags ?? []);
  return [...own, { ...together, label: undefined, flags }, ...components];
}

/**
 * The same where nothing may stand empty: a result that says what it says in a note, or that has no value (yet), says
 * so.
 * @param isPanel its members hold the values: it needs no words of its own but for a note
 */
export function shownOrNote(record: ObservationRecord, isPanel: boolean): readonly ShownPart[] {
  const shown = shownObservation(record);
  if (shown.length > 0 || (isPanel && record.notes.length === 0)) return shown;
  const text = phrase(record.notes.length > 0 ? 'value.see-note' : 'value.none');
  return [{ text, unit: undefined, label: undefined, flags: record.flags }];
}

function shownPart(part: ObservationPart, label: Words | undefined): readonly ShownPart[] {
  if (part.values.length > 0)
    return part.values.map((value) => ({ ...shownValue(value), label, flags: part.flags }));
  return part.absent === undefined ? [] : [{ text: part.absent, unit: undefined, label, flags: part.flags }];
}
