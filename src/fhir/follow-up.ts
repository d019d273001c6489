/** What the record leaves open: goals past their date, orders that nothing answers, statements that contradict a list. */
import { type FhirDateTime, isBefore, startOf, type When } from './dates.ts';
import { type EncounterRecord, tookPlace } from './encounters.ts';
import type { GoalRecord } from './goals.ts';
import { hasResult } from './has-result.ts';
import { asList, asText } from './json.ts';
import { codeOf, readConcept } from './concept.ts';
import { byNewest } from './kind.ts';
import type { OrderRecord } from './orders.ts';
import { type ChartRecord, keyOf, type ReadContext } from './record.ts';
import { readReference } from './reference.ts';
import type { Entry } from './visit-links.ts';

export interface PastDueGoal {
  readonly record: GoalRecord;
  readonly due: FhirDateTime;
}

const reached: readonly (string | undefined)[] = ['achieved', 'sustaining', 'not-attainable'];

/** Goals that go on, whose date has passed, and that are not said to be reached. The longest past due first. */
export function goalsPastDue(goals: readonly GoalRecord[], now: Date): readonly PastDueGoal[] {
  return goals
    .filter((record) => record.standing === 'current' && !record.enteredInError)
    .filter(({ source }) => !reached.includes(codeOf(readConcept(source['achievementStatus']))))
    .flatMap((record) => {
      const dues = record.targets.map(({ due }) => lastDay(due)).filter((due) => due !== undefined);
      // With several targets the goal is only past due when the last of them is.
      const open = dues.some((due) => !isBefore(due, now));
      const [last] = dues.toSorted((a, b) => (startOf(b) ?? 0) - (startOf(a) ?? 0));
      return open || last === undefined ? [] : [{ record, due: last }];
    })
    .toSorted((a, b) => a.due.sent.localeCompare(b.due.sent));
}

function lastDay(due: When | undefined): FhirDateTime | undefined {
  if (due === undefined || due.kind === 'text') return undefined;
  return due.kind === 'date' ? due.date : due.end;
}

/** Statuses of what was done: procedures, dispenses and visits; of notes and questionnaires that are there. */
const done = new Set(['completed', 'finished', 'current', 'amended']);

/** Whether a record answers the order it names: what is only registered, planned or called off does not yet. */
function isAnswer({ kind, record }: Entry): boolean {
  if (kind === 'laboratory' || kind === 'vitals' || kind === 'tests' || kind === 'reports') {
    return hasResult(record);
  }
  if (kind === 'orders' || kind === 'care-plans') return false;
  return record.type === 'Observation' ? hasResult(record) : done.has(asText(record.source['status']) ?? '');
}

/**
 * Active orders to which no result, report, procedure, note, visit or dispense has come. Told only of what has arrived: where results
 * were not read, the answer may exist.
 */
export function ordersWithoutResult(
  orders: readonly OrderRecord[],
  entries: readonly Entry[],
  context: ReadContext,
): readonly OrderRecord[] {
  const answered = new Set<string>();
  for (const { record } of entries.filter(isAnswer)) {
    for (const reference of asList(record.source['basedOn']).flat()) {
      const found = context.resolve(reference, record.source);
      const { type, id } = readReference(reference) ?? {};
      if (found !== undefined) answered.add(keyOf(found));
      else if (type !== undefined && id !== undefined) answered.add(`${type}/${id}`);
    }
  }
  return orders
    .filter(({ key, standing, prohibited, enteredInError, source }) => {
      const isOrder = source['intent'] !== 'proposal' && source['intent'] !== 'plan';
      return standing === 'current' && isOrder && !prohibited && !enteredInError && !answered.has(key);
    })
    .toSorted(byNewest);
}

interface Stated extends ChartRecord {
  readonly statement?: unknown;
  readonly refuted?: boolean;
}

/** "No known …" beside current items of the same list: both are in the record, and both must be shown. */
export function contradictedStatements(records: readonly ChartRecord[]): readonly ChartRecord[] {
  const all = records as readonly Stated[];
  const statements = all.filter(
    ({ statement, enteredInError, standing }) =>
      statement !== undefined && !enteredInError && standing !== 'past',
  );
  const items = all.filter(
    ({ statement, enteredInError, standing, refuted }) =>
      statement === undefined && !enteredInError && standing === 'current' && refuted !== true,
  );
  return items.length === 0 ? [] : statements;
}

/** Visits and appointments that are still to come, the next first; called-off ones are none. */
export function comingVisits(entries: readonly Entry[], now: number): readonly Entry[] {
  const off: readonly unknown[] = ['cancelled', 'noshow', 'entered-in-error'];
  return entries
    .filter(({ kind, record }) => kind === 'encounters' || record.type === 'Appointment')
    .filter(({ record }) => (record.sortTime ?? 0) > now && !off.includes(record.source['status']))
    .toSorted((a, b) => (a.record.sortTime ?? 0) - (b.record.sortTime ?? 0));
}

/** Visits that have begun, newest first; undated ones last. What was planned or called off has not. */
export function pastVisits(visits: readonly EncounterRecord[], now: number): readonly EncounterRecord[] {
  return visits
    .filter((visit) => tookPlace(visit) && (visit.sortTime === undefined || visit.sortTime <= now))
    .toSorted(byNewest);
}
