/** Problems at a glance: those that go on, in an order in which neither the problem list nor a new diagnosis is lost. */
import type { Concept } from './concept.ts';
import { type FhirDateTime, startOf } from './dates.ts';
import { byNewest } from './kind.ts';
import type { ProblemRecord } from './problems.ts';
import { startDate } from './timeline.ts';

export interface GlancedProblem {
  readonly record: ProblemRecord;
  /** When a new diagnosis was written down; undefined for every other problem. */
  readonly newSince: FhirDateTime | undefined;
}

const oneDay = 86_400_000;
const ninetyDays = 90 * oneDay;
/** So that a busy quarter does not take the problem list's place. */
const mostNew = 2;

/**
 * Problems that are current, or of which nobody says that they are not. The order of the list (problem list, health
 * concerns, diagnoses of visits) would put what was found last behind everything known: so the newest two diagnoses of
 * the last ninety days that no list holds yet go first, and those that only repeat a problem go last. What was entered
 * in error is neither.
 * @param today the beginning of the reader's day, in milliseconds
 */
export function problemsAtAGlance(
  records: readonly ProblemRecord[],
  today: number,
): readonly GlancedProblem[] {
  const open = records.filter(({ standing, refuted }) => standing !== 'past' && !refuted);
  const valid = records.filter(({ enteredInError }) => !enteredInError);
  const listed = new Set(
    valid
      .filter(({ place, standing, refuted }) => place !== 'diagnosis' && standing !== 'past' && !refuted)
      .flatMap(({ code }) => namesOf(code)),
  );
  const diagnoses = open
    .filter(({ place, enteredInError }) => place === 'diagnosis' && !enteredInError)
    .toSorted(byNewest);
  const repeats = new Set(diagnoses.filter((record) => isNamed(record, listed)));
  const fresh: GlancedProblem[] = [];
  for (const record of diagnoses) {
    if (repeats.has(record)) continue;
    const names = new Set(namesOf(record.code));
    // However often it was written down since.
    if (fresh.some((known) => isNamed(known.record, names))) repeats.add(record);
    else if (fresh.length < mostNew) {
      const first = firstWritten(
        valid.filter((other) => other === record || isNamed(other, names)),
        today,
      );
      if (first !== undefined) fresh.push({ record, newSince: first });
    }
  }
  const isFresh = new Set(fresh.map(({ record }) => record));
  const rest = open.filter((record) => !isFresh.has(record) && !repeats.has(record));
  return [...fresh, ...[...rest, ...repeats].map((record) => ({ record, newSince: undefined }))];
}

/**
 * When a condition was first written down, if all that the record says of it is of the last ninety days. A date that
 * nobody wrote down is not new for certain, nor is one that is still to come.
 */
function firstWritten(records: readonly ProblemRecord[], today: number): FhirDateTime | undefined {
  const isNew = (at: number | undefined): boolean =>
    at !== undefined && at >= today - ninetyDays && at < today + oneDay;
  const dated = records.map(({ recorded, asserted }) => recorded ?? asserted);
  const begun = records.flatMap(({ onset }) => startOf(startDate(onset)) ?? []);
  if (!dated.every((date) => isNew(startOf(date))) || !begun.every(isNew)) return undefined;
  return dated.toSorted((a, b) => (startOf(a) ?? 0) - (startOf(b) ?? 0))[0];
}

function isNamed({ code }: ProblemRecord, names: ReadonlySet<string>): boolean {
  return namesOf(code).some((name) => names.has(name));
}

/** What tells that two speak of one condition: a code they share, or the same name. */
function namesOf(code: Concept | undefined): readonly string[] {
  if (code === undefined) return [];
  const codes = code.codings.flatMap(({ system, code: own }) =>
    own === undefined ? [] : [`${system ?? ''}|${own}`],
  );
  return [code.label.trim().toLowerCase(), ...codes];
}
