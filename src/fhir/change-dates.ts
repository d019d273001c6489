/** The dates in a record that say that something happened to it, and what. */
import type { AllergyRecord } from './allergies.ts';
import type { ChangeKind, Evidence } from './changes.ts';
import { type FhirDateTime, type Period, parseDateTime, readPeriod, type When } from './dates.ts';
import type { GoalRecord } from './goals.ts';
import { hasResult, isCalledOff } from './has-result.ts';
import { asObject } from './json.ts';
import type { OtherRecord } from './other.ts';
import type { ProblemRecord } from './problems.ts';
import type { ChartRecord } from './record.ts';
import type { Entry } from './visit-links.ts';

export interface DatedChange {
  readonly change: ChangeKind;
  readonly evidence: Evidence;
  readonly date: FhirDateTime;
}

type Row = readonly [ChangeKind, Evidence, FhirDateTime | undefined];

/** In the order in which they are to be told: that it ended says more than that it began. */
export function ownDates({ kind, record }: Entry): readonly DatedChange[] {
  return rowsOf(kind, record).flatMap(([change, evidence, date]) =>
    date === undefined ? [] : [{ change, evidence, date }],
  );
}

const correctedStatuses: readonly unknown[] = ['amended', 'corrected', 'appended'];

function rowsOf(kind: Entry['kind'], record: ChartRecord): readonly Row[] {
  switch (kind) {
    case 'laboratory':
    case 'vitals':
    case 'tests':
    case 'reports':
      return resultRows(record);
    case 'problems': {
      const { abatement, onset, recorded, asserted } = record as ProblemRecord;
      return [
        ['stopped', 'ended', startOfWhen(abatement)],
        ['stopped', 'ended', onset?.kind === 'period' ? onset.end : undefined],
        ['new', 'dated', startOfWhen(onset)],
        ['new', 'recorded', recorded ?? asserted],
      ];
    }
    case 'allergies': {
      const { recorded, onset, lastOccurrence } = record as AllergyRecord;
      return [
        ['new', 'recorded', recorded],
        ['new', 'dated', startOfWhen(onset)],
        ['changed', 'recurred', lastOccurrence],
      ];
    }
    case 'goals': {
      const { start, statusDate } = record as GoalRecord;
      const ended = record.standing === 'past';
      return [
        ['new', 'dated', startOfWhen(start)],
        [ended ? 'stopped' : 'changed', 'status', statusDate],
      ];
    }
    case 'other':
      // A result whose category was not sent is one all the same.
      return (record as OtherRecord).observation ? resultRows(record) : rowsOfAnyKind(kind, record);
    default:
      return rowsOfAnyKind(kind, record);
  }
}

/** Of what says when it began and ended, and nothing more of its own. */
function rowsOfAnyKind(kind: Entry['kind'], { source, standing, when }: ChartRecord): readonly Row[] {
  const end = endOf(when) ?? periodOf(source)?.end;
  const isOver = standing === 'past' && kind !== 'encounters';
  return [
    ...(isOver ? [['stopped', 'ended', end] as const] : []),
    ['new', 'dated', startOfWhen(when)],
    ['new', 'recorded', parseDateTime(source['recorded']) ?? parseDateTime(source['recordedOn'])],
    ...(kind === 'encounters' ? [['changed', 'ended', end] as const] : []),
  ];
}

/** Of an observation or a report: what was found, corrected, asked for or called off. */
function resultRows(record: ChartRecord): readonly Row[] {
  const { source } = record;
  const begun = startOfWhen(record.when);
  const effective = parseDateTime(source['effectiveDateTime']) ?? parseDateTime(source['effectiveInstant']);
  const issued = parseDateTime(source['issued']);
  const corrected = correctedStatuses.includes(source['status']) && issued?.sent !== effective?.sent;
  // What was registered has been asked for, and what was called off will not come: neither is a result.
  if (!hasResult(record)) {
    const change = isCalledOff(record) ? 'stopped' : 'new';
    return [
      [change, 'dated', begun],
      [change, 'recorded', issued],
    ];
  }
  return [
    ['resulted', 'dated', begun],
    corrected ? ['changed', 'corrected', issued] : ['resulted', 'released', issued],
  ];
}

const periodOf = (source: ChartRecord['source']): Period | undefined =>
  readPeriod(asObject(source['period']));

function startOfWhen(when: When | undefined): FhirDateTime | undefined {
  if (when === undefined || when.kind === 'text') return undefined;
  return when.kind === 'date' ? when.date : when.start;
}

function endOf(when: When | undefined): FhirDateTime | undefined {
  return when?.kind === 'period' ? when.end : undefined;
}
