import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import type { KindId } from '#fhir/plan.ts';
import type { ChartRecord } from '#fhir/record.ts';
import type { SectionId } from '#i18n/en/sections.ts';
import { useChart } from './chart-context.tsx';
import type { ListShape } from './list.ts';
import { RecordPanel } from './RecordPanel.tsx';
import { useLineCopy } from './take/use-line-copy.ts';
import type { RowShape } from './take/record-line.ts';
import { useOpenKey } from './use-open-key.ts';
import './RecordList.css';

interface Props<R extends ChartRecord> {
  readonly section: SectionId;
  readonly kind: KindId;
  readonly shape: Pick<ListShape<R>, 'facts' | 'lead' | 'leadAlone' | 'narrativeIsContent'> & RowShape<R>;
  /** All that the address may name. */
  readonly records: readonly R[];
  /** Keys in the order the list shows them, for the next and the previous record. */
  readonly order: readonly string[];
  /** The list itself, however it is drawn. */
  readonly children: ReactNode;
}

/** A list with the open record beside it, or in its place where there is no room. */
export function ListAndRecord<R extends ChartRecord>(props: Props<R>): ReactNode {
  const { section, kind, shape, records, order, children } = props;
  const { paths } = useChart();
  const navigate = useNavigate();
  const openKey = useOpenKey();
  const list = useRef<HTMLDivElement>(null);
  useKeptPlace(openKey, list);
  const onCopy = useLineCopy(records, shape);
  return (
    <div className="record-list" data-open={openKey !== undefined}>
      <div className="record-list-main" ref={list} onCopy={onCopy}>
        {children}
      </div>
      {openKey !== undefined && (
        <RecordPanel
          section={section}
          kind={kind}
          shape={shape}
          record={records.find(({ key }) => key === openKey)}
          records={records}
          openKey={openKey}
          order={order}
          onOpen={(key) => void navigate(paths.record(section, key), { replace: true })}
          onClose={() => void navigate(paths.section(section))}
        />
      )}
    </div>
  );
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
