import type { ReactNode } from 'react';
import type { ChartRecord } from '#fhir/record.ts';
import { t } from '#i18n/translate.ts';
import type { KindId } from '#fhir/plan.ts';
import { statusColumn, whenColumn } from './columns.tsx';
import { formatWhen } from './format.ts';
import { kindById } from './kinds.ts';
import type { Fact, ListShape } from './list.ts';
import { RecordList } from './RecordList.tsx';
import type { SectionViewProps } from './section.ts';
import { SectionFrame } from './SectionFrame.tsx';
import { useRecords } from './use-records.ts';
import { words } from './words.ts';

/** What every record says of itself, whatever its kind. */
export function commonFacts(record: ChartRecord): readonly Fact[] {
  return [
    { label: t('record.status'), value: record.status === undefined ? undefined : words(record.status) },
    { label: t('record.when'), value: record.when === undefined ? undefined : formatWhen(record.when) },
  ];
}

const shape: ListShape<ChartRecord> = {
  columns: [statusColumn(), whenColumn()],
  rule: 'rule.current-newest',
  facts: commonFacts,
};

/** A section without a view of its own: any kind, read truthfully: name, marks, status, date, all details. */
export function GenericSection({ section }: SectionViewProps): ReactNode {
  const { id, kind } = section;
  return kind === undefined ? null : <KindSection id={id} kind={kind} />;
}

function KindSection({ id, kind }: { id: SectionViewProps['section']['id']; kind: KindId }): ReactNode {
  const lazyKind = kindById(kind);
  const records = useRecords(lazyKind);
  return (
    <SectionFrame section={id} records={records}>
      {(shown) => <RecordList section={id} kind={lazyKind} shape={shape} records={shown} />}
    </SectionFrame>
  );
}
