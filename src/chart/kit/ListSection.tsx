import { type ReactNode, useMemo } from 'react';
import type { RecordKind } from '#fhir/kind.ts';
import type { ChartRecord } from '#fhir/record.ts';
import type { SectionId } from '#i18n/en/sections.ts';
import type { ListShape } from './list.ts';
import { NoneKnown, partStatements } from './NoneKnown.tsx';
import { RecordList } from './RecordList.tsx';
import { SectionFrame } from './SectionFrame.tsx';
import { useRecords } from './use-records.ts';

interface Props<R extends ChartRecord> {
  readonly section: SectionId;
  readonly kind: RecordKind<R>;
  readonly shape: ListShape<R>;
}

/** A section that is one list of one kind: statements such as "none known" above it, everything else in it. */
export function ListSection<R extends ChartRecord>({ section, kind, shape }: Props<R>): ReactNode {
  const records = useRecords(kind);
  return (
    <SectionFrame
      section={section}
      records={records}
      statement={<NoneKnown section={section} records={records.records} />}
    >
      {(shown) => <StatedList section={section} kind={kind} shape={shape} records={shown} />}
    </SectionFrame>
  );
}

interface StatedProps<R extends ChartRecord> extends Props<R> {
  readonly records: readonly R[];
}

/** The list without the statements about it, which can be opened all the same. */
export function StatedList<R extends ChartRecord>({ records, ...rest }: StatedProps<R>): ReactNode {
  const { items, statements } = useMemo(() => partStatements(records), [records]);
  return <RecordList {...rest} records={items} apart={statements} />;
}
