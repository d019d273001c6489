/** Problems and medications as spans of time: from when, until when, and whether the end is known at all. */
import { type FhirDateTime, startOf, type When } from './dates.ts';
import type { MedicationRecord } from './medications.ts';
import { drugName } from './drug-name.ts';
import type { Words } from './phrase.ts';
import type { ProblemRecord } from './problems.ts';
import type { ChartRecord } from './record.ts';

export interface Span {
  readonly record: ChartRecord;
  /** As it was sent, as precise as it is. */
  readonly from: FhirDateTime;
  /** The end as it was sent; undefined where it goes on or is not known. */
  readonly until: FhirDateTime | undefined;
  /** Milliseconds, for drawing. */
  readonly start: number;
  /** `open`: it goes on. `unknown`: it is over, and no date says since when. */
  readonly end: number | 'open' | 'unknown';
}

export interface Lane {
  readonly key: string;
  readonly title: Words;
  readonly current: boolean;
  /** What stands for the lane: the last that goes on, else the last. */
  readonly lead: Span;
  /** In the order of time. */
  readonly spans: readonly Span[];
}

export function problemSpan(record: ProblemRecord): Span | undefined {
  if (record.refuted || record.statement !== undefined) return undefined;
  const [onset, over] = [datesOf(record.onset), datesOf(record.abatement)];
  return spanOf(record, onset.start ?? datesOf(record.when).start, over.start ?? over.end ?? onset.end);
}

/** Of what was ordered or is said to be taken; what was handed over or given is a moment, not a span. */
export function medicationSpan(record: MedicationRecord): Span | undefined {
  const isCourse = record.form === 'request' || record.form === 'statement';
  // What was called off may never have been taken.
  const isOff = record.source['status'] === 'cancelled' || record.source['status'] === 'not-taken';
  if (!isCourse || isOff || record.doNotPerform || record.statement !== undefined) return undefined;
  const { start, end } = datesOf(record.when);
  // `validity` says until when it may be dispensed, not until when it was taken.
  return spanOf(record, start, end);
}

function spanOf(
  record: ChartRecord,
  from: FhirDateTime | undefined,
  until: FhirDateTime | undefined,
): Span | undefined {
  const start = startOf(from);
  if (from === undefined || start === undefined) return undefined;
  return { record, from, until, start, end: startOf(until) ?? openEnd(record) };
}

/** One lane a drug or a problem; current ones first, then the one that began last. */
export function lanesOf(
  spans: readonly (Span | undefined)[],
  words: (title: Words) => string,
): readonly Lane[] {
  const known = spans.filter((span) => span !== undefined);
  const byName = Map.groupBy(known, ({ record }) => laneName(record, words(record.title)));
  return [...byName]
    .map(([key, all]): Lane => {
      const inTime = all.toSorted((a, b) => a.start - b.start);
      const lead = inTime.findLast(({ record }) => record.standing === 'current') ?? inTime.at(-1)!;
      return {
        key,
        title: lead.record.title,
        lead,
        current: inTime.some(({ record }) => record.standing === 'current'),
        spans: inTime,
      };
    })
    .toSorted((a, b) => Number(b.current) - Number(a.current) || lastStart(b) - lastStart(a));
}

/** A drug goes on in another strength; a problem is its whole title: "Type 2 …" says nothing without its end. */
function laneName({ type }: ChartRecord, title: string): string {
  return type.startsWith('Medication') ? drugName(title) : title.trim().toLowerCase();
}

const lastStart = ({ spans }: Lane): number => spans.at(-1)?.start ?? 0;

function openEnd({ standing }: ChartRecord): 'open' | 'unknown' {
  return standing === 'current' ? 'open' : 'unknown';
}

function datesOf(when: When | undefined): {
  readonly start: FhirDateTime | undefined;
  readonly end: FhirDateTime | undefined;
} {
  if (when === undefined || when.kind === 'text') return { start: undefined, end: undefined };
  return when.kind === 'date' ? { start: when.date, end: undefined } : when;
}
