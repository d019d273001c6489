import { type ReactNode, Suspense, lazy, useRef, useState } from 'react';
import type { ObservationRecord } from '#fhir/observations.ts';
import { useWorded } from '#ui/use-worded.ts';
import { testKey } from '#fhir/test-key.ts';
import type { TrendLine } from '#fhir/trend.ts';
import { t } from '#i18n/translate.ts';
import { useChart } from '#chart/kit/chart-context.tsx';
import { TrendTakeMenu } from '#chart/kit/take/TrendTakeMenu.tsx';
import { useKeptState } from '#chart/kit/use-kept-state.ts';
import { words } from '#chart/kit/words.ts';
import { plainNameOfTest } from '#chart/kit/plain/plain-name.ts';
import { useConversion } from '#chart/kit/units/use-conversion.ts';
import { drawingsOf, wantsConversion } from './trend-drawings.ts';
import { bandedOf } from './trend-bands.ts';
import { zoneOf } from './trend-zone.ts';
import { TrendTable } from './TrendTable.tsx';
import { TrendTools } from './TrendTools.tsx';
import { type Stretch, usefulStretches, within } from './trend-stretch.ts';
import { type ComparedTest, comparable, useComparedTests } from './use-compared-lines.ts';
import { useTrendLines } from './use-trend-lines.ts';
import './Trend.css';

const TrendChart = lazy(async () => ({ default: (await import('./TrendChart.tsx')).TrendChart }));

const none: readonly string[] = [];

interface Props {
  readonly record: ObservationRecord;
  /** Where the other values of the same test are. */
  readonly all: readonly ObservationRecord[];
  readonly onOpen?: (key: string) => void;
  /** Lines of one unit belong in one drawing: the two pressures of a blood pressure. */
  readonly together?: boolean;
}

/**
 * A test over time: drawn, or as a table; one drawing a unit, for values of different units share no axis. Other tests
 * can be set beside it: in its drawing where they are of its unit, else below it on the same time axis.
 */
export function Trend({ record, all, onOpen, together = false }: Props): ReactNode {
  const chart = useChart();
  const trend = useTrendLines(record, all);
  const [as, setAs] = useKeptState<'chart' | 'table'>('trend', 'chart');
  const [stretch, setStretch] = useKeptState<Stretch>('trend stretch', 'all');
  const own = testKey(record) ?? record.key;
  const [others, setOthers] = useKeptState(`trend beside ${own}`, none);
  const [cursor, setCursor] = useState<number>();
  const box = useRef<HTMLElement>(null);
  const tests = useWorded(() => comparable(all), [all]);
  const { compared, failed } = useComparedTests(others, tests, all);
  const beside = compared.flatMap(({ lines }) => lines);
  const offered = usefulStretches(trend.lines);
  const chosen = offered.includes(stretch) ? stretch : 'all';
  const shown = within([...trend.lines, ...beside], chosen);
  const { convert } = useConversion(beside.length > 0 && wantsConversion(shown.lines));
  const drawings = drawingsOf(shown.lines, together, convert);
  const drawn = drawings.flat();
  const several = trend.lines.some(({ points }) => points.length > 1);
  const times = shown.lines.flatMap(({ points }) => points.map(({ at }) => at));
  const axis = {
    from: Math.min(...times),
    to: Math.max(...times),
    zone: zoneOf(shown.lines),
    cursor,
    onCursor: setCursor,
  };
  if (!several) return null;
  const notes = [
    ...new Set([...notesOf(trend, drawings, shown.outside), ...comparedNotes(compared, failed)]),
  ];
  return (
    <section className="trend" aria-label={t('trend.title')} ref={box}>
      <TrendTools
        stretch={chosen}
        stretches={offered}
        onStretch={setStretch}
        tests={[...tests].filter(
          ([test, { ucum, unit }]) =>
            !trend.lines.some((line) => line.test === test && (line.ucum ?? line.unit) === (ucum ?? unit)) &&
            test !== own,
        )}
        beside={others}
        onBeside={setOthers}
      />
      {drawings.map((lines, at) => (
        <div className="trend-one" key={`${words(lines[0]!.title)} ${lines[0]!.unit ?? ''}`}>
          {drawings.length > 1 && (
            <h3 className="trend-name">
              {lines.map(({ title }) => words(title)).join(', ')}{' '}
              <span className="unit">{lines[0]!.unit}</span>{' '}
              {lines.length === 1 && (
                <span className="plain-name">{plainNameOfTest(lines[0]!.test)?.name}</span>
              )}
            </h3>
          )}
          {as === 'table' ? (
            <TrendTable lines={lines} current={record.key} onOpen={onOpen} />
          ) : (
            <Suspense fallback={<div className="trend-coming" />}>
              <TrendChart
                lines={lines}
                current={record.key}
                onOpen={onOpen}
                {...(drawings.length > 1 && {
                  shared: { ...axis, isLast: at === drawings.length - 1 },
                })}
              />
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
      <TrendTakeMenu
        box={box}
        notes={notes}
        table={async () => (await import('./trend-table.ts')).trendTableTake(drawn, notes, chart)}
      />
    </section>
  );
}

/** What the drawings do not show, or show otherwise than it was sent. */
function notesOf(
  trend: ReturnType<typeof useTrendLines>,
  drawings: readonly (readonly TrendLine[])[],
  outside: number,
): readonly string[] {
  const lines = drawings.flat();
  const points = lines.flatMap((line) => line.points);
  const limits = points.filter(({ bound }) => bound !== undefined).length;
  return [
    limits > 0 && (limits === points.length ? t('trend.limits-alone') : t('trend.limits', { n: limits })),
    ...drawings.map(
      (own) =>
        own.slice(bandedOf(own).length).some(({ points }) => points.some(({ band }) => band !== undefined)) &&
        t('trend.band-of', { name: words(own[0]!.title) }),
    ),
    outside > 0 && t('trend.outside', { n: outside }),
    ...lines.map(({ unit, points }) => {
      const n = points.filter(({ sent }) => sent !== undefined).length;
      return n > 0 && t('trend.converted', { n, unit: unit ?? '' });
    }),
    trend.undated > 0 && t('trend.undated', { n: trend.undated }),
    trend.withoutNumber > 0 && lines.length > 0 && t('trend.without-number', { n: trend.withoutNumber }),
    hasUnitsApart(trend.lines) && t('trend.units'),
    trend.failed && t('units.unavailable'),
  ].filter((note) => typeof note === 'string');
}

/** The same of the tests beside it, each by its name. */
function comparedNotes(compared: readonly ComparedTest[], failed: boolean): readonly string[] {
  return [
    ...compared.flatMap(({ title, lines, undated, withoutNumber }) =>
      [
        undated > 0 && t('trend.undated', { n: undated }),
        withoutNumber > 0 && t('trend.without-number', { n: withoutNumber }),
        hasUnitsApart(lines) && t('trend.units'),
      ].flatMap((value) => (value === false ? [] : [t('take.labelled', { label: words(title), value })])),
    ),
    ...(failed ? [t('units.unavailable')] : []),
  ];
}

function hasUnitsApart(lines: readonly TrendLine[]): boolean {
  return Map.groupBy(lines, ({ test }) => test)
    .values()
    .some((same) => same.length > 1);
}
