import { type ReactNode, Suspense, lazy, useMemo, useRef } from 'react';
import type { ObservationRecord } from '#fhir/observations.ts';
import { type TrendLine, seriesOf } from '#fhir/trend.ts';
import { t } from '#i18n/translate.ts';
import { TrendTakeMenu } from '#chart/kit/take/TrendTakeMenu.tsx';
import { useKeptState } from '#chart/kit/use-kept-state.ts';
import { words } from '#chart/kit/words.ts';
import { TrendTable } from './TrendTable.tsx';
import './Trend.css';

const TrendChart = lazy(async () => ({ default: (await import('./TrendChart.tsx')).TrendChart }));

interface Props {
  readonly record: ObservationRecord;
  /** Where the other values of the same test are. */
  readonly all: readonly ObservationRecord[];
  readonly onOpen?: (key: string) => void;
  /** Lines of one unit belong in one drawing: the two pressures of a blood pressure. */
  readonly together?: boolean;
}

/** A test over time: drawn, or as a table; one drawing a unit, for values of different units share no axis. */
export function Trend({ record, all, onOpen, together = false }: Props): ReactNode {
  const trend = useMemo(() => seriesOf(record, all), [record, all]);
  const [as, setAs] = useKeptState<'chart' | 'table'>('trend', 'chart');
  const box = useRef<HTMLElement>(null);
  const drawings = drawingsOf(trend.lines, together);
  const several = drawings.some((lines) => lines.some(({ points }) => points.length > 1));
  const notes = [
    trend.undated > 0 && t('trend.undated', { n: trend.undated }),
    trend.withoutNumber > 0 && drawings.length > 0 && t('trend.without-number', { n: trend.withoutNumber }),
    trend.lines.length > drawings.length || new Set(trend.lines.map(({ unit }) => unit)).size < 2
      ? false
      : t('trend.units'),
  ].filter((note) => typeof note === 'string');
  if (!several) return null;
  return (
    <section className="trend" aria-label={t('trend.title')} ref={box}>
      {drawings.map((lines) => (
        <div className="trend-one" key={`${words(lines[0]!.title)} ${lines[0]!.unit ?? ''}`}>
          {drawings.length > 1 && (
            <h3 className="trend-name">
              {words(lines[0]!.title)} <span className="unit">{lines[0]!.unit}</span>
            </h3>
          )}
          {as === 'table' ? (
            <TrendTable lines={lines} current={record.key} onOpen={onOpen} />
          ) : (
            <Suspense fallback={<div className="trend-coming" />}>
              <TrendChart lines={lines} current={record.key} onOpen={onOpen} />
            </Suspense>
          )}
        </div>
      ))}
      {notes.map((note) => (
        <p className="muted small" key={note}>
          {note}
        </p>
      ))}
      <button
        type="button"
        className="link-button small"
        onClick={() => setAs(as === 'chart' ? 'table' : 'chart')}
      >
        {t(as === 'chart' ? 'trend.table' : 'trend.chart')}
      </button>
      {as === 'chart' && <TrendTakeMenu title={words(record.title)} box={box} />}
    </section>
  );
}

/** Which lines share a drawing. Those of one value are left to the words beside, unless all are. */
export function drawingsOf(
  lines: readonly TrendLine[],
  together: boolean,
): readonly (readonly TrendLine[])[] {
  if (!together) return lines.map((line) => [line]);
  return [...Map.groupBy(lines, ({ unit }) => unit).values()];
}
