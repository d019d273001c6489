/** The column of bars: each medication's course on one axis for the whole list. */
import type { Column } from '#chart/kit/list.ts';
import { medicationSpan } from '#fhir/lanes.ts';
import type { JoinedMedication, MedicationRecord } from '#fhir/medications.ts';
import { CourseBar } from './CourseBar.tsx';

const leastSpan = 365 * 86_400_000;

export function courseColumn(
  together: readonly JoinedMedication[],
  now: number,
): Column<MedicationRecord> | undefined {
  const spans = new Map(
    together.flatMap(({ record, dispenses }) => {
      const span = medicationSpan(record);
      const dispensed = dispenses.flatMap(({ sortTime, marks }) =>
        sortTime === undefined || marks.length > 0 ? [] : [sortTime],
      );
      return span === undefined ? [] : [[record.key, { span, dispensed }] as const];
    }),
  );
  if (spans.size === 0) return undefined;
  const from = Math.min(now - leastSpan, ...[...spans.values()].map(({ span }) => span.start));
  return {
    id: 'course',
    header: 'medications.course',
    wide: true,
    cell: ({ key }) => {
      const own = spans.get(key);
      return own && <CourseBar {...own} axis={{ from, to: now }} />;
    },
    compare: (a, b) => (spans.get(b.key)?.span.start ?? 0) - (spans.get(a.key)?.span.start ?? 0),
    last: ({ key }) => !spans.has(key),
  };
}
