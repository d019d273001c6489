import { type ReactNode, useId } from 'react';
import { t } from '#i18n/translate.ts';
import { type DateChoice, lastMonths } from './date-range.ts';
import './SheetTools.css';

interface Props {
  /** Headings of the parts that can be chosen. */
  readonly parts: readonly string[];
  readonly part: string | undefined;
  readonly onPart: (part: string | undefined) => void;
  readonly dates: DateChoice;
  readonly onDates: (dates: DateChoice) => void;
  /** Results that the dates leave out because they have none. */
  readonly undated: number;
}

/** Which panel and which dates of a flowsheet to show. */
export function SheetTools({ parts, part, onPart, dates, onDates, undated }: Props): ReactNode {
  const id = useId();
  const chosen = dates.kind === 'chosen' ? dates : undefined;
  return (
    <div className="sheet-tools">
      {parts.length > 1 && (
        <label>
          <span className="unseen">{t('sheet.panel')}</span>
          <select value={part ?? ''} onChange={(event) => onPart(event.target.value || undefined)}>
            <option value="">{t('sheet.all-panels')}</option>
            {parts.map((heading) => (
              <option key={heading} value={heading}>
                {heading}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        <span className="unseen">{t('sheet.dates')}</span>
        <select
          value={dates.kind === 'months' ? String(dates.n) : dates.kind}
          onChange={({ target: { value } }) => {
            if (value === 'all') onDates({ kind: 'all' });
            else if (value === 'chosen') onDates({ kind: 'chosen', from: '', to: '' });
            else onDates({ kind: 'months', n: Number(value) });
          }}
        >
          <option value="all">{t('sheet.all-dates')}</option>
          {lastMonths.map((n) => (
            <option key={n} value={n}>
              {n < 12 ? t('sheet.last-months', { n }) : t('sheet.last-years', { n: n / 12 })}
            </option>
          ))}
          <option value="chosen">{t('sheet.chosen-dates')}</option>
        </select>
      </label>
      {chosen &&
        (['from', 'to'] as const).map((end) => (
          <label key={end} htmlFor={`${id}${end}`}>
            <span>{t(`sheet.${end}`)}</span>
            <input
              id={`${id}${end}`}
              type="date"
              // What was typed would otherwise stand in the browser's session files.
              autoComplete="off"
              value={chosen[end]}
              onChange={(event) => onDates({ ...chosen, [end]: event.target.value })}
            />
          </label>
        ))}
      {undated > 0 && <p className="muted small">{t('sheet.undated-left-out', { n: undated })}</p>}
    </div>
  );
}
