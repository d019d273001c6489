/** What the page for printing must know of every section: handed to it, for one section imports no other. */
import type { Fact, ListShape } from '#chart/kit/list.ts';
import type { PatientRecord } from '#fhir/patient.ts';
import type { KindId } from '#fhir/plan.ts';
import type { ChartRecord, ReadContext } from '#fhir/record.ts';

/** The kinds that are lists; the patient's own record is facts. */
export type ListedKindId = Exclude<KindId, 'patient'>;

export interface ChartLists {
  readonly shapes: Readonly<Record<ListedKindId, ListShape<ChartRecord>>>;
  /** Who the person is, as labelled facts. */
  readonly person: (record: PatientRecord, now: number) => readonly Fact[];
  /** The records of a kind with those that came inside others: results in a report, a report that is a document. */
  readonly whole: (
    kind: ListedKindId,
    records: readonly ChartRecord[],
    reports: readonly ChartRecord[],
  ) => readonly ChartRecord[];
}

export type ListsOf = (context: ReadContext) => ChartLists;
