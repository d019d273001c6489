import { SectionTitle } from '#chart/kit/plain/SectionTitle.tsx';
import { useWorded } from '#ui/use-worded.ts';
import { type ReactNode, useDeferredValue, useMemo, useRef, useState } from 'react';
import { useAllRecords, useWholeStory } from '#chart/kit/story/use-all-records.ts';
import { isComing, NotRead, notReadText } from '#chart/kit/story/NotRead.tsx';
import { useChart } from '#chart/kit/chart-context.tsx';
import { TakeMenu } from '#chart/kit/take/TakeMenu.tsx';
import { useKeptState } from '#chart/kit/use-kept-state.ts';
import { useRowWindow } from '#chart/kit/use-row-window.ts';
import { densityOf, timelineOf } from '#fhir/timeline.ts';
import { type TimelineFilter, narrowTimeline } from '#fhir/timeline-filter.ts';
import { t } from '#i18n/translate.ts';
import { useNow } from '#ui/use-now.ts';
import { SkeletonRows } from '#ui/SkeletonRows.tsx';
import { TimeChart } from './TimeChart.tsx';
import { yearsWithin } from './time-axis.ts';
import { TimelineTable } from './TimelineTable.tsx';
import { TimelineTools } from './TimelineTools.tsx';
import { rowOfYear, timelineRows } from './timeline-rows.ts';
import '#chart/kit/ListTools.css';
import '#chart/kit/RecordList.css';
import '#chart/kit/RecordTable.css';
import '#chart/kit/SectionFrame.css';
import './Timeline.css';

const everything: TimelineFilter = { kinds: [], from: '', to: '' };

/** The whole chart in the order of time. */
export function Timeline(): ReactNode {
  const chart = useChart();
  const { lists, entries, enteredInError } = useAllRecords();
  const whole = useWholeStory(entries);
  const { items, links, visits } = whole;
  const [kept, setFilter] = useKeptState('timeline', everything);
  // After a new sign-in only the kinds are left of what was chosen: dates are never kept outside the page.
  const filter = useMemo(() => ({ ...everything, ...kept }), [kept]);
  const shownFilter = useDeferredValue(filter);
  const shown = useMemo(() => narrowTimeline(items, shownFilter), [items, shownFilter]);
  const thisYear = new Date(useNow()).getFullYear();
  const { timeline, years } = useMemo(
    () =>
      shown === items
        ? whole
        : { timeline: timelineOf(shown, links, visits), years: densityOf(shown, thisYear) },
    [shown, items, whole, links, visits, thisYear],
  );
  const yearsOnAxis = useMemo(
    () => yearsWithin(years, shownFilter, thisYear),
    [years, shownFilter, thisYear],
  );
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const rows = useWorded(() => timelineRows(timeline, unfolded), [timeline, unfolded]);
  const body = useRef<HTMLTableSectionElement>(null);
  const view = useRowWindow(rows.length, body);

  const toYear = (year: number): void => {
    const at = rowOfYear(rows, year);
    if (at === -1) return;
    view.show(at, 'start');
    focusRow(body.current, at);
  };
  const toggle = (key: string): void => {
    const next = new Set(unfolded);
    if (!next.delete(key)) next.add(key);
    setUnfolded(next);
  };
  const coming = items.length === 0 && lists.some(isComing);
  return (
    <section className="section timeline" aria-labelledby="section-title">
      <SectionTitle section="timeline" />
      <NotRead lists={lists} />
      {coming ? (
        <SkeletonRows rows={12} />
      ) : (
        <>
          <TimelineTools
            items={items}
            shown={shown.length}
            years={years}
            filter={filter}
            onFilter={setFilter}
            onYear={toYear}
            end={
              shown.length > 0 && (
                <TakeMenu
                  label={t('take.menu-timeline')}
                  takes={async () => {
                    const { timelineTake } = await import('./timeline-takes.ts');
                    const notes = (): readonly string[] =>
                      [
                        shown.length < items.length &&
                          t('take.narrowed', { shown: shown.length, n: items.length }),
                        notReadText(lists),
                        enteredInError > 0 && t('story.in-error', { n: enteredInError }),
                      ].filter((note) => typeof note === 'string');
                    return [timelineTake(timeline, notes, chart)];
                  }}
                />
              )
            }
          />
          <TimeChart years={yearsOnAxis} items={shown} onYear={toYear} />
          {rows.length === 0 ? (
            <p className="absence">{t(items.length === 0 ? 'timeline.none' : 'timeline.nothing')}</p>
          ) : (
            <TimelineTable rows={rows} body={body} view={view} onFold={toggle} />
          )}
          <p className="record-list-rule">
            {t('timeline.rule')} {(filter.from !== '' || filter.to !== '') && t('timeline.rule-dates')}
          </p>
          {enteredInError > 0 && <p className="muted small">{t('story.in-error', { n: enteredInError })}</p>}
        </>
      )}
    </section>
  );
}

/** After a jump, reading goes on there: the heading takes the focus once it is drawn. */
function focusRow(body: HTMLElement | null, at: number, tries = 12): void {
  requestAnimationFrame(() => {
    const row = body?.querySelector<HTMLElement>(`[data-index="${at}"]`);
    if (row === null || row === undefined) {
      if (tries > 0) focusRow(body, at, tries - 1);
      return;
    }
    row.scrollIntoView({ block: 'start' });
    row.querySelector<HTMLElement>('[tabindex]')?.focus({ preventScroll: true });
  });
}
