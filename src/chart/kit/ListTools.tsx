import InputBase from '@mui/material/InputBase';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import type { ReactNode } from 'react';
import type { ChartRecord } from '#fhir/record.ts';
import { t } from '#i18n/translate.ts';
import { Icon } from '#ui/Icon.tsx';
import { type ListShape, type ListView, narrowed } from './list.ts';
import type { Take } from './take/outcome.ts';
import { ListTakeMenu } from './take/ListTakeMenu.tsx';
import './ListTools.css';

interface Props<R extends ChartRecord> {
  readonly shape: ListShape<R>;
  readonly records: readonly R[];
  readonly shown: number;
  readonly view: ListView;
  readonly onView: (view: ListView) => void;
  /** Before them: how the list is arranged, where it can be. */
  readonly start?: ReactNode;
  /** Further ways to narrow the list. */
  readonly more?: ReactNode;
  /** How much is in view, where the list counts for itself. */
  readonly count?: string | undefined;
  /** What is taken away, where the list is arranged in a way of its own; else what the view leaves. */
  readonly taken?: (() => readonly R[]) | undefined;
  /** What more there is to take of such an arrangement. */
  readonly moreTakes?: (() => Promise<readonly Take[]>) | undefined;
  /** Only what stands at the start: what is shown is the whole list, drawn in a way that nothing here changes. */
  readonly bare?: boolean;
  /** Where it is narrowed in ways of its own: what to say when nothing is left, and how to undo them all. */
  readonly none?: { readonly words: string; readonly clear: () => void } | undefined;
}

/** So few are seen at a glance: nothing to narrow. */
const fewRecords = 6;

/** Current or all, further filters, find; and how much of the list is in view, in words. */
export function ListTools<R extends ChartRecord>({
  shape,
  records,
  shown,
  view,
  onView,
  start,
  more,
  count,
  taken,
  moreTakes,
  none,
  bare = false,
}: Props<R>): ReactNode {
  const current = records.filter(
    ({ standing, enteredInError }) => standing !== 'past' && !enteredInError,
  ).length;
  const parted = current < records.length;
  const filters = shape.filters ?? [];
  // What was chosen, as its buttons say it.
  const narrowing = filters.filter(({ id }) => view.filters.includes(id)).map(({ label }) => t(label));
  if (narrowing.length > 0 && parted && view.standing === 'current')
    narrowing.unshift(t('list.current', { n: current }));
  const notSearched = view.find.trim() === '' ? undefined : shape.notSearched?.(records);
  // The same place in the page: whoever chose with the keyboard keeps the focus.
  if (bare)
    return (
      <>
        <div className="list-tools">{start}</div>
      </>
    );
  return (
    <>
      <div className="list-tools">
        {start}
        {parted && (
          <ToggleButtonGroup
            exclusive
            size="small"
            value={view.standing}
            aria-label={t('list.which')}
            onChange={(_event, standing: ListView['standing'] | null) =>
              standing && onView({ ...view, standing })
            }
          >
            <ToggleButton value="current">{t('list.current', { n: current })}</ToggleButton>
            <ToggleButton value="all">{t('list.all', { n: records.length })}</ToggleButton>
          </ToggleButtonGroup>
        )}
        {filters.length > 0 && (records.length > fewRecords || view.filters.length > 0) && (
          <ToggleButtonGroup
            size="small"
            value={view.filters}
            aria-label={t('list.filters')}
            onChange={(_event, chosen: string[]) => onView({ ...view, filters: chosen })}
          >
            {filters.map(({ id, label }) => (
              <ToggleButton key={id} value={id}>
                {t(label)}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
        )}
        {(records.length > fewRecords || view.find !== '') && (
          <InputBase
            className="list-find"
            type="search"
            size="small"
            value={view.find}
            placeholder={t('list.find')}
            startAdornment={<Icon name="search" />}
            // Otherwise the browser writes what was typed here into its session files, in clear.
            autoComplete="off"
            inputProps={{ 'aria-label': t('list.find'), 'data-find': true, spellCheck: false }}
            onChange={(event) => onView({ ...view, find: event.target.value })}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || view.find === '') return;
              event.stopPropagation();
              onView({ ...view, find: '' });
            }}
          />
        )}
        {more}
        <div className="list-end">
          <p className="list-count" aria-live="polite">
            {count !== undefined
              ? count
              : shown === records.length
                ? t('list.count', { n: shown })
                : t('list.shown-of', { shown, n: records.length })}
          </p>
          {shown > 0 && (
            <ListTakeMenu
              shape={shape}
              records={taken ?? (() => narrowed(records, shape, view))}
              of={records.length}
              more={moreTakes}
            />
          )}
        </div>
      </div>
      {notSearched !== undefined && <p className="muted small">{notSearched}</p>}
      {shown === 0 && (
        <p className="absence">
          {none?.words ??
            (view.find !== ''
              ? t('list.no-match', { text: view.find })
              : narrowing.length > 0
                ? t('list.no-chosen', { chosen: narrowing.join(', ') })
                : t('list.no-current', { n: records.length }))}{' '}
          <button
            type="button"
            className="link-button"
            onClick={() => {
              none?.clear();
              onView({ ...view, standing: 'all', filters: [], find: '' });
            }}
          >
            {t('list.show-all')}
          </button>
        </p>
      )}
    </>
  );
}
