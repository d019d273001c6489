/** How a prescription stands to earlier ones of the same drug: begun, written anew, or at another dose. */
import type { Concept } from './concept.ts';
import { dosageWords } from './dosage.ts';
import { drugName } from './drug-name.ts';
import { asText } from './json.ts';
import { byNewest } from './kind.ts';
import type { MedicationRecord } from './medications.ts';
import type { Words } from './phrase.ts';
import { conceptKey } from './record-parts.ts';
import { readReference } from './reference.ts';

export interface MedicationCourse {
  readonly change: 'started' | 'renewed' | 'changed';
  /** The prescription before this one. */
  readonly before: MedicationRecord | undefined;
  /** The first of them all. */
  readonly first: MedicationRecord;
}

const names = new WeakMap<Concept, string>();

function nameOf(code: Concept): string {
  const known = names.get(code);
  if (known !== undefined) return known;
  const name = drugName(code.label);
  names.set(code, name);
  return name;
}

/** Whether two prescriptions are of one drug: their codes are the same, or all their ingredients are. */
function isSameDrug(a: MedicationRecord, b: MedicationRecord): boolean {
  if (a.code === undefined || b.code === undefined) return false;
  return conceptKey(a.code) === conceptKey(b.code) || nameOf(a.code) === nameOf(b.code);
}

const saidOf = (value: Words): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** What a prescription says to take: its name and its dose, as written. */
function doseKey({ title, dosages }: MedicationRecord): string {
  return JSON.stringify([
    saidOf(title),
    dosages.map((dosage) => dosageWords(dosage).map(saidOf)),
  ]).toLowerCase();
}

/**
 * @param all the medications of the chart; only orders and statements with an earlier date are compared
 * @returns undefined for a record without a date, and for what is no course (dispenses, "do not take")
 */
export function courseOf(
  record: MedicationRecord,
  all: readonly MedicationRecord[],
): MedicationCourse | undefined {
  const isCourse = (one: MedicationRecord): boolean =>
    (one.form === 'request' || one.form === 'statement') && !one.doNotPerform && !one.enteredInError;
  const { sortTime } = record;
  if (!isCourse(record) || sortTime === undefined) return undefined;
  const replaced = readReference(record.source['priorPrescription']);
  const replacedKey = asText(replaced?.id) === undefined ? undefined : `${replaced?.type}/${replaced?.id}`;
  const earlier = all
    .filter(
      (one) =>
        one.key !== record.key &&
        one.form === record.form &&
        isCourse(one) &&
        (one.sortTime ?? Number.POSITIVE_INFINITY) < sortTime &&
        (one.key === replacedKey || isSameDrug(one, record)),
    )
    .toSorted(byNewest);
  const before = earlier.find(({ key }) => key === replacedKey) ?? earlier[0];
  const first = earlier.at(-1) ?? record;
  if (before === undefined) return { change: 'started', before, first };
  return { change: doseKey(before) === doseKey(record) ? 'renewed' : 'changed', before, first };
}
