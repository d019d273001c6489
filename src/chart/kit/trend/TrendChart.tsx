import { LinePath } from '@visx/shape';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import type { TrendLine } from '#fhir/trend.ts';
import { useWorded } from '#ui/use-worded.ts';
import { t } from '#i18n/translate.ts';
import { useWidth } from '#ui/use-width.ts';
import { formatWhen } from '#chart/kit/format.ts';
import { words } from '#chart/kit/words.ts';
import { characterWidth } from './letters.ts';
import { drawingTitle, pointText } from './point-text.ts';
import { Ends, LegendRows, lookOf, Point } from './TrendMarks.tsx';
import {
  type PlacedPoint,
  type SharedAxis,
  type TrendShape,
  nearestPoint,
  trendShape,
} from './trend-shape.ts';
import { usePointReading } from './use-point-reading.ts';
import './Trend.css';

interface Props {
  /** Of one unit. */
  readonly lines: readonly TrendLine[];
  /** The record that is open: its point is the one read out until another is chosen. */
  readonly current: string;
  readonly onOpen: ((key: string) => void) | undefined;
  /** Shared with the drawings above and below: one time axis, one cursor. */
  readonly shared?: SharedAxis & {
    readonly cursor: number | undefined;
    readonly onCursor: (at: number | undefined) => void;
    /** The dates stand under the last of them alone. */
    readonly isLast: boolean;
  };
}

/**
 * Values over time as a thin line over the reference range. One control for the keyboard: the arrow keys go from
 * value to value, Enter opens the result; hovering and touching read out the nearest, a click or a second tap opens it.
 */
export function TrendChart({ lines, current, onOpen, shared }: Props): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box, 360);
  const { from, to, zone } = shared ?? {};
  const shape = useWorded(() => {
    const axis = from === undefined || to === undefined ? undefined : { from, to, zone };
    const names = lines.length > 1 ? lines.map(({ title }) => words(title)) : [];
    return trendShape(lines, width, axis, names);
  }, [lines, width, from, to, zone]);
  const all = useWorded(
    () => shape.lines.flat().toSorted((a, b) => a.point.at - b.point.at || a.line - b.line),
    [shape],
  );
  // In a drawing that the open record is not in, the newest value.
  const own = all.findIndex(({ point }) => point.key === current);
  const [chosen, setOwn] = useState<number>();
  const setChosen = (index: number | undefined): void => {
    setOwn(index);
    shared?.onCursor(index === undefined ? undefined : all[index]?.point.at);
  };
  // Where the pointer is on another drawing of the same axis.
  const cursor = chosen === undefined ? shared?.cursor : undefined;
  const at = Math.min(chosen ?? (own === -1 ? all.length : own), all.length - 1);
  const active = all[at];
  const pointer = usePointReading({
    chosen,
    choose: setChosen,
    nearest: (x, y) => {
      const nearest = nearestPoint(shape, x, y);
      return nearest && all.indexOf(nearest);
    },
    open: () => active !== undefined && active.point.key !== current && onOpen?.(active.point.key),
  });
  if (active === undefined) return null;
  const unit = lines[0]?.unit;
  const textOf = (placed: PlacedPoint): string => pointText(placed.point, unit, nameIn(lines, placed.line));
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') onOpen?.(active.point.key);
  };
  const [first, last] = [formatWhen(all[0]!.point.when, 'days'), formatWhen(all.at(-1)!.point.when, 'days')];
  const span = t('trend.span', { first, last, n: all.length });
  return (
    <div
      className="trend-chart"
      ref={box}
      data-title={drawingTitle(lines)}
      data-above={shared?.isLast === false || undefined}
    >
      <p className="trend-read-out" data-tone={chosen === undefined ? undefined : active.point.flag?.tone}>
        {chosen === undefined ? span : textOf(active)}
      </p>
      <div className="trend-control">
        <input
          type="range"
          min={0}
          max={all.length - 1}
          value={at}
          aria-label={t('trend.label', {
            name: lines.map(({ title }) => words(title)).join(', '),
            first,
            last,
            n: all.length,
          })}
          aria-valuetext={textOf(active)}
          onChange={(event) => setChosen(Number(event.target.value))}
          onKeyDown={onKey}
        />
        <svg
          width={width}
          height={shape.height}
          aria-hidden="true"
          {...pointer}
          data-opens={(onOpen !== undefined && active.point.key !== current) || undefined}
        >
          <Axes shape={shape} ruled={shared !== undefined} />
          <LegendRows shape={shape} />
          {chosen !== undefined && (
            <line
              className="trend-cursor"
              x1={active.x}
              x2={active.x}
              y1={shape.top - 10}
              y2={shape.bottom}
            />
          )}
          {cursor !== undefined && (
            <line
              className="trend-cursor"
              x1={shape.xOf(cursor)}
              x2={shape.xOf(cursor)}
              y1={shape.top - 10}
              y2={shape.bottom}
            />
          )}
          {shape.runs.map((run) => (
            <LinePath
              key={`${run[0]!.line} ${run[0]!.x}`}
              className="trend-line"
              data-look={lookOf(run[0]!.line)}
              data={[...run]}
              x={({ x }) => x}
              y={({ y }) => y}
            />
          ))}
          {all.map((placed) => (
            <Point
              key={`${placed.line} ${placed.point.key} ${placed.x}`}
              placed={placed}
              plain={all.length > 60}
              large={(chosen !== undefined && placed === active) || placed.point.key === current}
            />
          ))}
          <Ends shape={shape} />
        </svg>
      </div>
    </div>
  );
}

/** The line's own name where several are drawn together. */
function nameIn(lines: readonly TrendLine[], line: number): string | undefined {
  const title = lines.length > 1 ? lines[line]?.title : undefined;
  return title === undefined ? undefined : words(title);
}

/** @param ruled a hairline at every date: what stands above and below shares the axis */
function Axes({ shape, ruled }: { shape: TrendShape; ruled: boolean }): ReactNode {
  const { left, right, top, bottom } = shape;
  return (
    <>
      {shape.bands.map(({ line, ...band }) => (
        <rect key={`${line} ${band.x}`} className="trend-band" data-other={line > 0 || undefined} {...band} />
      ))}
      <line className="trend-axis" x1={left} x2={right} y1={bottom} y2={bottom} />
      {shape.values.map(({ label, y }) => (
        <g key={label}>
          <line className="trend-grid" x1={left} x2={right} y1={y} y2={y} />
          <text className="trend-label" x={left - 6} y={y + 4} textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      {shape.dates.map(({ at, label, x }) => (
        <g key={at}>
          {ruled && <line className="trend-grid" x1={x} x2={x} y1={top - 10} y2={bottom} />}
          <line className="trend-axis" x1={x} x2={x} y1={bottom} y2={bottom + 4} />
          <text
            className="trend-label trend-date"
            x={x}
            y={bottom + 18}
            textAnchor={anchorOf(x, label, shape)}
          >
            {label}
          </text>
        </g>
      ))}
    </>
  );
}

/** Centred under its tick, unless it would leave the drawing. */
function anchorOf(x: number, label: string, { width }: TrendShape): 'start' | 'middle' | 'end' {
  const half = (label.length * characterWidth) / 2;
  return x < half ? 'start' : x > width - half ? 'end' : 'middle';
}
