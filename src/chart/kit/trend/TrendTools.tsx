import type { ReactNode } from 'react';
import type { TrendLine } from '#fhir/trend.ts';
import { t } from '#i18n/translate.ts';
import { Icon } from '#ui/Icon.tsx';
import { words } from '#chart/kit/words.ts';
import type { Stretch } from './trend-stretch.ts';

interface Props {
  readonly stretch: Stretch;
  /** None where no stretch would leave anything out. */
  readonly stretches: readonly Stretch[];
  readonly onStretch: (stretch: Stretch) => void;
  /** Tests that can be set beside this one, by key. */
  readonly tests: readonly (readonly [string, TrendLine])[];
  readonly beside: readonly string[];
  readonly onBeside: (tests: readonly string[]) => void;
}

/** So many drawings one below the other still fit a screen. */
const mostBeside = 3;

/** Which stretch of time a trend shows, and which other tests on the same axis. */
export function TrendTools(props: Props): ReactNode {
  const { stretch, stretches, onStretch, tests, beside, onBeside } = props;
  const chosen = tests.filter(([test]) => beside.includes(test));
  if (stretches.length === 0 && tests.length === 0) return null;
  return (
    <div className="trend-tools">
      {stretches.length > 0 && (
        <fieldset className="trend-stretches">
          <legend className="unseen">{t('trend.range-label')}</legend>
          {stretches.map((one) => (
            <button key={one} type="button" aria-pressed={one === stretch} onClick={() => onStretch(one)}>
              {stretchWords(one)}
            </button>
          ))}
        </fieldset>
      )}
      {tests.length > 0 && (
        <div className="trend-compare">
          {chosen.length < mostBeside && (
            <label>
              <span>{t('trend.compare')}</span>
              <select
                value=""
                onChange={({ target: { value } }) => value !== '' && onBeside([...beside, value])}
              >
                <option value="">{t('trend.compare-none')}</option>
                {tests
                  .filter(([test]) => !beside.includes(test))
                  .map(([test, { title, unit }]) => (
                    <option key={test} value={test}>
                      {[words(title), unit && `(${unit})`].filter(Boolean).join(' ')}
                    </option>
                  ))}
              </select>
            </label>
          )}
          {chosen.map(([test, { title }]) => (
            <button
              key={test}
              type="button"
              className="trend-beside"
              aria-label={t('trend.compare-remove', { name: words(title) })}
              onClick={() => onBeside(beside.filter((other) => other !== test))}
            >
              {words(title)}
              <Icon name="close" />
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

function stretchWords(stretch: Stretch): string {
  if (stretch === 'all') return t('trend.all-time');
  return stretch < 12 ? t('trend.months', { n: stretch }) : t('trend.years', { n: stretch / 12 });
}
