import { type ReactNode, type RefObject, Suspense, lazy, useEffect, useRef } from 'react';
import type { ChartRecord } from '#fhir/record.ts';
import { t } from '#i18n/translate.ts';
import type { SectionId } from '#i18n/en/sections.ts';
import { ErrorBoundary } from '#ui/ErrorBoundary.tsx';
import { Icon } from '#ui/Icon.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { SkeletonRows } from '#ui/SkeletonRows.tsx';
import { useMissingNames } from './use-missing-names.ts';
import { useAvailability } from './use-records.ts';
import type { ListShape } from './list.ts';
import { Marks } from './Marks.tsx';
import { PlainAbout } from './plain/PlainAbout.tsx';
import type { RowShape } from './take/record-line.ts';
import { showTopOnPage } from '#ui/show-on-page.ts';
import { RecordTakeMenu } from './take/RecordTakeMenu.tsx';
import { words } from './words.ts';
import './RecordPanel.css';

const RecordDetails = lazy(async () => ({ default: (await import('./RecordDetails.tsx')).RecordDetails }));

interface Props<R extends ChartRecord> {
  readonly section: SectionId;
  readonly kind: Parameters<typeof useAvailability>[0];
  readonly shape: Pick<ListShape<R>, 'facts' | 'lead' | 'leadAlone' | 'narrativeIsContent'> & RowShape<R>;
  /** Undefined where the address names a record that is not there. */
  readonly record: R | undefined;
  /** All records of the list, for what compares them. */
  readonly records: readonly R[];
  readonly openKey: string;
  /** Keys of the list as it stands, for the next and the previous record. */
  readonly order: readonly string[];
  readonly onOpen: (key: string) => void;
  readonly onClose: () => void;
}

/**
 * One record, opened: beside its list where there is room, else in its place. Escape closes it, the left and right
 * arrows go through the list, focus starts on its name.
 */
export function RecordPanel<R extends ChartRecord>(props: Props<R>): ReactNode {
  const { section, shape, record, openKey, order, onOpen, onClose } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const panel = useRef<HTMLElement>(null);
  // Focus is the outside system here: it follows the record that was opened.
  useEffect(() => {
    heading.current?.focus({ preventScroll: false });
    // However far the one before was scrolled, this one begins at its top.
    if (panel.current === null) return;
    panel.current.scrollTop = 0;
    showTopOnPage(panel.current);
  }, [openKey]);
  const at = order.indexOf(openKey);
  const [previous, next] = at === -1 ? [] : [order[at - 1], order[at + 1]];
  useEscape(onClose);
  useMissingNames(record);
  useArrows(panel, previous, next, onOpen);
  return (
    <aside className="record-panel" aria-labelledby="record-title" ref={panel}>
      <div className="record-panel-bar">
        <button type="button" className="record-back" onClick={onClose}>
          <Icon name="back" />
          {t('record.back-to', { section: t(`section.${section}`) })}
        </button>
        {at !== -1 && order.length > 1 && (
          <span className="record-place">{t('record.place', { at: at + 1, n: order.length })}</span>
        )}
        {record && <RecordTakeMenu record={record} shape={shape} />}
        <IconButton
          icon="back"
          label={t('record.previous')}
          disabled={previous === undefined}
          onClick={() => previous !== undefined && onOpen(previous)}
        />
        <IconButton
          icon="forward"
          label={t('record.next')}
          disabled={next === undefined}
          onClick={() => next !== undefined && onOpen(next)}
        />
        <IconButton icon="close" className="record-close" label={t('record.close')} onClick={onClose} />
      </div>
      <h2 id="record-title" ref={heading} tabIndex={-1} data-error={record?.enteredInError || undefined}>
        {record ? words(record.title) : t('record.missing-title')}
      </h2>
      {record ? (
        <ErrorBoundary resetKey={openKey} fallback={() => <p className="absence">{t('record.broken')}</p>}>
          {record.marks.length > 0 && (
            <p className="record-marks">
              <Marks marks={record.marks} />
            </p>
          )}
          <PlainAbout section={section} record={record} />
          <Suspense fallback={<SkeletonRows rows={6} />}>
            {shape.lead?.(record, props.records)}
            {shape.leadAlone?.(record) !== true && (
              <RecordDetails
                record={record}
                facts={shape.facts(record)}
                narrativeFirst={shape.narrativeIsContent?.(record) === true}
              />
            )}
          </Suspense>
        </ErrorBoundary>
      ) : (
        <Missing kind={props.kind} />
      )}
    </aside>
  );
}

function Missing({ kind }: { kind: Props<ChartRecord>['kind'] }): ReactNode {
  const { reading, waiting } = useAvailability(kind);
  return <p className="absence">{t(reading + waiting > 0 ? 'record.missing-yet' : 'record.missing')}</p>;
}

/**
 * The arrows go through the list from anywhere in the open record, and from the page itself, where a click in the text
 * leaves the focus; but for what has a use of its own for them.
 */
function useArrows(
  panel: RefObject<HTMLElement | null>,
  previous: string | undefined,
  next: string | undefined,
  onOpen: (key: string) => void,
): void {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      const to = event.key === 'ArrowLeft' ? previous : event.key === 'ArrowRight' ? next : undefined;
      if (to === undefined || event.defaultPrevented) return;
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const { target } = event;
      // Focus in the record, or on what holds it.
      const here = panel.current;
      const isHere = target instanceof Node && (here?.contains(target) === true || target.contains(here));
      if (!isHere || (target instanceof Element && target.closest(ownArrows) !== null)) return;
      event.preventDefault();
      onOpen(to);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [panel, previous, next, onOpen]);
}

const ownArrows =
  'input, textarea, select, [contenteditable], [role="grid"], [role="slider"], [role="tablist"], [role="radiogroup"], [role="img"], [tabindex="0"]';

/** Dialogs and menus, but for those that are closed and not gone yet. */
const standing = ':is([role=dialog],[role=menu]):not([aria-hidden=true] *)';

/** Escape closes, wherever focus stands, unless something in front has taken the key. */
function useEscape(onClose: () => void): void {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (document.querySelector(standing)) return;
      onClose();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onClose]);
}
