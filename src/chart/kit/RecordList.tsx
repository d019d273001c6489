import { type ReactNode, useDeferredValue, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { type Fold, type RecordKind, fold } from '#fhir/kind.ts';
import type { ChartRecord } from '#fhir/record.ts';
import { t } from '#i18n/translate.ts';
import type { SectionId } from '#i18n/en/sections.ts';
import { useChart } from './chart-context.tsx';
import { type ListShape, firstView, narrowed } from './list.ts';
import { ListTools } from './ListTools.tsx';
import { RecordPanel } from './RecordPanel.tsx';
import { type Row, RecordTable } from './RecordTable.tsx';
import { useKeptState } from './use-kept-state.ts';
import './RecordList.css';

/** What a list needs to know of its kind. */
export type ListedKind<R extends ChartRecord> = Pick<RecordKind<R>, 'id'> &
  Partial<Pick<RecordKind<R>, 'foldKey'>>;

interface Props<R extends ChartRecord> {
  readonly section: SectionId;
  /** With `foldKey`, records that say the same stand together. */
  readonly kind: ListedKind<R>;
  readonly shape: ListShape<R>;
  readonly records: readonly R[];
}

/** A section's list: tools above, the table, the rule of its order, and the open record beside it. */
export function RecordList<R extends ChartRecord>({ section, kind, shape, records }: Props<R>): ReactNode {
  const chart = useChart();
  const navigate = useNavigate();
  const [view, setView] = useKeptState(`list ${section}`, firstView);
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const shownView = useDeferredValue(view);
  const rows = useMemo(
    () => rowsOf(kind, narrowed(records, shape, shownView), unfolded),
    [kind, records, shape, shownView, unfolded],
  );
  const openKey = useOpenKey();
  const open = openKey === undefined ? undefined : records.find(({ key }) => key === openKey);
  const list = useRef<HTMLDivElement>(null);
  useKeptPlace(openKey, list);

  const toggleFold = (key: string): void => {
    const next = new Set(unfolded);
    if (!next.delete(key)) next.add(key);
    setUnfolded(next);
  };
  return (
    <div className="record-list" data-open={openKey !== undefined}>
      <div className="record-list-main" ref={list}>
        <ListTools shape={shape} records={records} shown={rows.length} view={view} onView={setView} />
        <RecordTable
          section={section}
          shape={shape}
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
      </div>
      {openKey !== undefined && (
        <RecordPanel
          section={section}
          kind={kind.id}
          shape={shape}
          record={open}
          openKey={openKey}
          order={rows.map(({ record }) => record.key)}
          onOpen={(key) => void navigate(chart.paths.record(section, key), { replace: true })}
          onClose={() => void navigate(chart.paths.section(section))}
        />
      )}
    </div>
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

/** The record the address names, if it names one. */
function useOpenKey(): string | undefined {
  const { type, id } = useParams();
  return type === undefined || id === undefined ? undefined : `${type}/${id}`;
}

function rowsOf<R extends ChartRecord>(
  kind: ListedKind<R>,
  records: readonly R[],
  unfolded: ReadonlySet<string>,
): readonly Row<R>[] {
  return foldedRecords(kind, records).flatMap(({ first, records: same }): readonly Row<R>[] => {
    const row = { record: first, same: same.length, unfolded: unfolded.has(first.key) };
    if (same.length === 1 || !row.unfolded) return [row];
    return [row, ...same.slice(1).map((record) => ({ record, same: 0, unfolded: false }))];
  });
}

function foldedRecords<R extends ChartRecord>(
  kind: ListedKind<R>,
  records: readonly R[],
): readonly Fold<R>[] {
  const { foldKey } = kind;
  if (foldKey === undefined) return records.map((record) => ({ first: record, records: [record] }));
  return fold({ ...kind, foldKey, readers: undefined as never, compare: () => 0 }, records);
}

/**
 * The list keeps its place: where a record opens as a page of its own, the page scrolls back to where the list was,
 * and focus returns to the row it came from.
 */
function useKeptPlace(openKey: string | undefined, list: { readonly current: HTMLDivElement | null }): void {
  const before = useRef<{ key: string | undefined; scroll: number }>({ key: openKey, scroll: 0 });
  useLayoutEffect(() => {
    const last = before.current;
    if (last.key === undefined && openKey !== undefined) last.scroll = window.scrollY;
    if (last.key !== undefined && openKey === undefined) {
      window.scrollTo({ top: last.scroll });
      rowLink(list.current, last.key)?.focus({ preventScroll: true });
    }
    last.key = openKey;
  }, [openKey, list]);
}

function rowLink(list: HTMLElement | null, key: string): HTMLElement | undefined {
  const links = list?.querySelectorAll<HTMLElement>('[data-record]') ?? [];
  return [...links].find((link) => link.dataset['record'] === key);
}
