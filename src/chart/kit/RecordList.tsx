import { type ReactNode, useDeferredValue, useState } from 'react';
import type { ChartRecord } from '#fhir/record.ts';
import { useWorded } from '#ui/use-worded.ts';
import { t } from '#i18n/translate.ts';
import type { SectionId } from '#i18n/en/sections.ts';
import { type ListShape, type ListView, firstView, narrowed, withoutEmptyColumns } from './list.ts';
import { ListAndRecord } from './ListAndRecord.tsx';
import { ListTools } from './ListTools.tsx';
import { RecordTable } from './RecordTable.tsx';
import { type ListedKind, rowsOf } from './rows.ts';
import { useKeptState } from './use-kept-state.ts';
import { useOpenKey } from './use-open-key.ts';

interface Props<R extends ChartRecord> {
  readonly section: SectionId;
  /** With `foldKey`, records that say the same stand together. */
  readonly kind: ListedKind<R>;
  readonly shape: ListShape<R>;
  readonly records: readonly R[];
  /** Records that stand apart from the list (a statement such as "none known") and open beside it all the same. */
  readonly apart?: readonly R[];
  /** Told how the reader sets up the list, for a section that shows more of it. */
  readonly onView?: (view: ListView) => void;
}

const none: readonly never[] = [];

/** A section's list: tools above, the table, the rule of its order, and the open record beside it. */
export function RecordList<R extends ChartRecord>(props: Props<R>): ReactNode {
  const { section, kind, shape, records, apart = none, onView } = props;
  const [view, keepView] = useKeptState(`list ${section}`, firstView);
  const setView = (next: ListView): void => {
    keepView(next);
    onView?.(next);
  };
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const shownView = useDeferredValue(view);
  const shown = useWorded(() => narrowed(records, shape, shownView), [records, shape, shownView]);
  // By what the list holds, not by what was found in it: columns must not come and go with every letter typed.
  const { standing } = shownView;
  const filled = useWorded(
    () => withoutEmptyColumns(shape, narrowed(records, shape, { ...firstView, standing })),
    [records, shape, standing],
  );
  const rows = useWorded(
    () => rowsOf(kind, shape, shown, shownView.sort, unfolded),
    [kind, shape, shown, shownView.sort, unfolded],
  );
  const reachable = useWorded(
    () => [...records, ...records.flatMap((record) => shape.beneath?.of(record) ?? none), ...apart],
    [records, shape, apart],
  );
  const openKey = useOpenKey();

  const toggleFold = (key: string): void => {
    const next = new Set(unfolded);
    if (!next.delete(key)) next.add(key);
    setUnfolded(next);
  };
  return (
    <ListAndRecord
      section={section}
      kind={kind.id}
      shape={shape}
      records={reachable}
      order={rows.flatMap((row) => (row.kind === 'record' ? [row.record.key] : []))}
    >
      {records.length > 0 && (
        <>
          <ListTools shape={shape} records={records} shown={shown.length} view={view} onView={setView} />
          <RecordTable
            section={section}
            shape={filled}
            rows={rows}
            sort={view.sort}
            openKey={openKey}
            onSort={(sort) => setView({ ...view, sort })}
            onFold={toggleFold}
          />
          <p className="record-list-rule">
            {view.sort === undefined ? t(shape.rule) : <SortedBy column={view.sort.column} shape={shape} />}{' '}
            {view.sort !== undefined && (
              <button
                type="button"
                className="link-button"
                onClick={() => setView({ ...view, sort: undefined })}
              >
                {t('list.own-order')}
              </button>
            )}
          </p>
        </>
      )}
    </ListAndRecord>
  );
}

function SortedBy<R extends ChartRecord>({
  column,
  shape,
}: {
  column: string;
  shape: ListShape<R>;
}): ReactNode {
  const header = shape.columns.find(({ id }) => id === column)?.header ?? 'column.name';
  return t('list.sorted-by', { column: t(header) });
}
