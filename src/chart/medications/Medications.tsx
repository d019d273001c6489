import { type ReactNode } from 'react';
import { Link } from '#ui/Link.tsx';
import { useWorded } from '#ui/use-worded.ts';
import { useChart } from '#chart/kit/chart-context.tsx';
import { joined, whenText } from '#chart/kit/fact-words.ts';
import type { Fact, ListShape } from '#chart/kit/list.ts';
import { StatedList } from '#chart/kit/ListSection.tsx';
import { NoneKnown } from '#chart/kit/NoneKnown.tsx';
import { SectionFrame } from '#chart/kit/SectionFrame.tsx';
import { useRecords } from '#chart/kit/use-records.ts';
import { words } from '#chart/kit/words.ts';
import {
  type JoinedMedication,
  type MedicationRecord,
  joinMedications,
  medications,
} from '#fhir/medications.ts';
import { courseOf } from '#fhir/medication-course.ts';
import { t } from '#i18n/translate.ts';
import { useNow } from '#ui/use-now.ts';
import { courseColumn } from './course-column.tsx';
import { beneathOf, doseText, medicationList } from './medication-list.tsx';

/** What was prescribed and is said to be taken; what was dispensed and given stands under its prescription. */
export function Medications(): ReactNode {
  const records = useRecords(medications);
  return (
    <SectionFrame
      section="medications"
      records={records}
      statement={<NoneKnown section="medications" records={records.records} />}
    >
      {(shown) => <JoinedList records={shown} />}
    </SectionFrame>
  );
}

function JoinedList({ records }: { records: readonly MedicationRecord[] }): ReactNode {
  const together = useWorded(() => joinMedications(records), [records]);
  const today = new Date(useNow()).setHours(24, 0, 0, 0);
  const shape = useWorded(() => joinedShape(together, records, today), [together, records, today]);
  const first = useWorded(() => together.map(({ record }) => record), [together]);
  return <StatedList section="medications" kind={medications} shape={shape} records={first} />;
}

/** The list's shape with what belongs together: under a prescription, and in the details of either side. */
function joinedShape(
  together: readonly JoinedMedication[],
  all: readonly MedicationRecord[],
  now: number,
): ListShape<MedicationRecord> {
  const course = courseColumn(together, now);
  const byKey = new Map(together.map((one) => [one.record.key, one]));
  const prescriptionOf = new Map(
    together.flatMap(({ record, dispenses, administrations }) =>
      [...dispenses, ...administrations].map((one) => [one.key, record] as const),
    ),
  );
  return {
    ...medicationList,
    columns: [...medicationList.columns, ...(course === undefined ? [] : [course])],
    beneath: beneathOf(together),
    facts: (record) => {
      const { dispenses = [], administrations = [] } = byKey.get(record.key) ?? {};
      const prescription = prescriptionOf.get(record.key);
      return [
        ...courseFacts(record, all),
        ...medicationList.facts(record),
        ...linkFact(t('medications.prescription'), prescription === undefined ? [] : [prescription]),
        ...linkFact(t('medications.dispenses'), dispenses),
        ...linkFact(t('medications.administrations'), administrations),
      ];
    },
  };
}

/** How it stands to the prescription before it, which is one click away. */
function courseFacts(record: MedicationRecord, all: readonly MedicationRecord[]): readonly Fact[] {
  const course = courseOf(record, all);
  if (course?.before === undefined) return [];
  const label = t(course.change === 'renewed' ? 'medications.renewal-of' : 'medications.instead-of');
  return [{ label, value: <Earlier record={course.before} /> }];
}

function Earlier({ record }: { record: MedicationRecord }): ReactNode {
  const { paths } = useChart();
  return (
    <>
      <Link to={paths.record('medications', record.key)}>{words(record.title)}</Link>{' '}
      {joined([doseText(record), whenText(record.when, 'days')])}
    </>
  );
}

function linkFact(label: string, records: readonly MedicationRecord[]): readonly Fact[] {
  return records.length === 0 ? [] : [{ label, value: <Joined records={records} /> }];
}

function Joined({ records }: { records: readonly MedicationRecord[] }): ReactNode {
  const { paths } = useChart();
  return records.map((record) => (
    <div key={record.key}>
      <Link to={paths.record('medications', record.key)}>
        {whenText(record.when, 'days') || words(record.title)}
      </Link>{' '}
      {joined([record.quantity, ...record.marks.map(({ phrase }) => words(phrase)), record.by])}
    </div>
  ));
}
