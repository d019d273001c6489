import { type ReactNode, useMemo } from 'react';
import { formatCount } from '#chart/kit/format.ts';
import { sectionOf } from '#chart/kit/section-of.ts';
import type { KindId } from '#fhir/plan.ts';
import { type YearDensity, byKind } from '#fhir/timeline.ts';
import type { TimelineFilter } from '#fhir/timeline-filter.ts';
import type { Entry } from '#fhir/visit-links.ts';
import { t } from '#i18n/translate.ts';

interface Props {
  readonly items: readonly Entry[];
  readonly shown: number;
  readonly years: readonly YearDensity[];
  readonly filter: TimelineFilter;
  readonly onFilter: (filter: TimelineFilter) => void;
  readonly onYear: (year: number) => void;
  /** After them: what can be taken away. */
  readonly end: ReactNode;
}

/** Which kinds, from when to when, and straight to a year. */
export function TimelineTools({ items, shown, years, filter, onFilter, onYear, end }: Props): ReactNode {
  const counts = useMemo(() => {
    const all = new Map<KindId, number>();
    for (const { kind } of items) all.set(kind, (all.get(kind) ?? 0) + 1);
    return [...all].toSorted(([a], [b]) => byKind(a, b));
  }, [items]);
  const { kinds, from, to } = filter;
  const narrowed = kinds.length > 0 || from !== '' || to !== '';
  const choose = (kind: KindId): void =>
    onFilter({
      ...filter,
      kinds: kinds.includes(kind) ? kinds.filter((one) => one !== kind) : [...kinds, kind],
    });
  return (
    <div className="list-tools timeline-tools">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape bubbles up from the boxes inside */}
      <details className="timeline-kinds" onKeyDown={closeOnEscape}>
        <summary>
          {kinds.length === 0 ? t('timeline.kinds-all') : t('timeline.kinds-some', { n: kinds.length })}
        </summary>
        <fieldset>
          <legend className="unseen">{t('timeline.kinds')}</legend>
          {counts.map(([kind, n]) => (
            <label key={kind}>
              <input type="checkbox" checked={kinds.includes(kind)} onChange={() => choose(kind)} />
              {t(`section.${sectionOf(kind)}`)} <span className="muted">{formatCount(n)}</span>
            </label>
          ))}
        </fieldset>
      </details>
      <label className="timeline-field">
        {t('timeline.from')}
        <input
          type="date"
          value={from}
          autoComplete="off"
          onChange={(event) => onFilter({ ...filter, from: event.target.value })}
        />
      </label>
      <label className="timeline-field">
        {t('timeline.to')}
        <input
          type="date"
          value={to}
          autoComplete="off"
          onChange={(event) => onFilter({ ...filter, to: event.target.value })}
        />
      </label>
      {years.length > 1 && (
        <label className="timeline-field">
          {t('timeline.jump')}
          {/* A place to go to, not a setting: it never keeps what was chosen. */}
          <select
            value=""
            onChange={(event) => event.target.value !== '' && onYear(Number(event.target.value))}
          >
            <option value="">{t('story.no-choice')}</option>
            {years
              .filter(({ n }) => n > 0)
              .toReversed()
              .map(({ year, n }) => (
                <option key={year} value={year}>
                  {t('timeline.jump-year', { year, n })}
                </option>
              ))}
          </select>
        </label>
      )}
      {narrowed && (
        <button
          type="button"
          className="link-button"
          onClick={() => onFilter({ kinds: [], from: '', to: '' })}
        >
          {t('timeline.clear')}
        </button>
      )}
      <div className="list-end">
        <p className="list-count" aria-live="polite">
          {shown === items.length
            ? t('list.count', { n: shown })
            : t('list.shown-of', { shown, n: items.length })}
        </p>
        {end}
      </div>
    </div>
  );
}

function closeOnEscape(event: React.KeyboardEvent<HTMLDetailsElement>): void {
  if (event.key !== 'Escape' || !event.currentTarget.open) return;
  event.stopPropagation();
  event.currentTarget.open = false;
  event.currentTarget.querySelector('summary')?.focus();
}
