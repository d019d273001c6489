import { Group } from '@visx/group';
import { LinePath } from '@visx/shape';
import { type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { TrendLine, TrendPoint } from '#fhir/trend.ts';
import { t } from '#i18n/translate.ts';
import { Flagged, flagWords } from './Flag.tsx';
import { formatMonth, formatWhen } from './format.ts';
import { words } from './words.ts';
import { type Geometry, geometryOf, nearest, trendHeight } from './trend-geometry.ts';

interface Props {
  readonly name: string;
  readonly lines: readonly TrendLine[];
}

/**
 * Thin lines with plain points, the reference range behind, the values at the bounds named where they stand. Pointer,
 * touch and the arrow keys read each value; the read-out stands above, so that nothing is covered.
 */
export function TrendDrawing({ name, lines }: Props): ReactNode {
  const [frame, width] = useWidth();
  // All points of one drawing in one order, so that the arrow keys pass through each of them.
  const points = lines
    .flatMap((line) => line.points.map((point) => ({ line, point })))
    .toSorted((a, b) => a.point.at - b.point.at);
  const [chosen, setChosen] = useState(points.length - 1);
  const shown = points[Math.min(chosen, points.length - 1)];
  const geometry = geometryOf(lines, width);
  const [first, last] = [points[0], points.at(-1)];
  if (shown === undefined || first === undefined || last === undefined) return null;
  const read = (event: PointerEvent<SVGSVGElement>): void => {
    const place = event.clientX - event.currentTarget.getBoundingClientRect().left;
    setChosen(
      nearest(
        points.map(({ point }) => point),
        place,
        geometry.x,
      ),
    );
  };
  const label = t('trend.label', {
    name,
    n: points.length,
    first: formatWhen(first.point.when),
    last: formatWhen(last.point.when),
  });
  return (
    <div className="trend-drawing" ref={frame}>
      <p className="trend-readout">
        {formatWhen(shown.point.when)}
        {lines.length > 1 && ` · ${words(shown.line.title)}`}
        {' · '}
        <Flagged flag={shown.point.flag}>{shown.point.written}</Flagged>
        {shown.line.unit !== undefined && <span className="unit">{` ${shown.line.unit}`}</span>}
      </p>
      <input
        className="trend-slider"
        type="range"
        min={0}
        max={points.length - 1}
        value={chosen}
        aria-label={label}
        aria-valuetext={pointWords(shown.line, shown.point)}
        onChange={(event) => setChosen(Number(event.target.value))}
      />
      {width > 0 && (
        <svg width={width} height={trendHeight} aria-hidden="true" onPointerMove={read} onPointerDown={read}>
          {geometry.bands.map((band) => (
            <rect
              key={band.x}
              className="trend-band"
              x={band.x}
              width={band.width}
              y={band.top}
              height={Math.max(1, band.bottom - band.top)}
            />
          ))}
          <Axis geometry={geometry} points={lines[0]?.points ?? []} />
          <line
            className="trend-cursor"
            x1={geometry.x(shown.point.at)}
            x2={geometry.x(shown.point.at)}
            y1={8}
            y2={geometry.bottom}
          />
          {lines.map((line) => (
            <Line
              key={`${words(line.title)} ${line.unit ?? ''}`}
              line={line}
              geometry={geometry}
              chosen={shown.point}
              named={lines.length > 1}
            />
          ))}
        </svg>
      )}
    </div>
  );
}

function pointWords(line: TrendLine, { when, written, flag }: TrendPoint): string {
  const value = [written, line.unit].filter(Boolean).join(' ');
  return [formatWhen(when), value, flag && flagWords(flag)].filter(Boolean).join(', ');
}

/** The ends of the range at the side, a few dates below. */
function Axis({ geometry, points }: { geometry: Geometry; points: readonly TrendPoint[] }): ReactNode {
  const { left, right, bottom, x, y, ticks } = geometry;
  const band = points.at(-1)?.band;
  return (
    <Group className="trend-axis">
      <line x1={left} x2={right} y1={bottom} y2={bottom} />
      {[band?.low, band?.high].map(
        (value) =>
          value !== undefined && (
            <text key={value} x={left - 6} y={y(value)} dy="0.32em" textAnchor="end">
              {value}
            </text>
          ),
      )}
      {ticks.map((tick, at) => (
        <text
          key={tick.getTime()}
          x={x(tick.getTime())}
          y={bottom + 16}
          textAnchor={at === 0 ? 'start' : at === ticks.length - 1 ? 'end' : 'middle'}
        >
          {formatMonth(tick)}
        </text>
      ))}
    </Group>
  );
}

interface LineProps {
  readonly line: TrendLine;
  readonly geometry: Geometry;
  readonly chosen: TrendPoint;
  /** Several lines: each says its name at its end. */
  readonly named: boolean;
}

function Line({ line, geometry, chosen, named }: LineProps): ReactNode {
  const { x, y, right } = geometry;
  const last = line.points.at(-1);
  return (
    <Group>
      <LinePath
        className="trend-line"
        data={[...line.points]}
        x={({ at }) => x(at)}
        y={({ number }) => y(number)}
      />
      {line.points.map((point) => (
        <Point key={`${point.key} ${point.at}`} point={point} geometry={geometry} chosen={point === chosen} />
      ))}
      {last && (
        <text
          className="trend-last"
          data-tone={last.flag?.tone}
          x={right}
          y={y(last.number) - 10}
          textAnchor="end"
        >
          {named ? `${words(line.title)} ${last.written}` : last.written}
        </text>
      )}
    </Group>
  );
}

/** A value; a bound (`<5`) is an arrow that points to where the true value lies. */
function Point({
  point,
  geometry,
  chosen,
}: {
  point: TrendPoint;
  geometry: Geometry;
  chosen: boolean;
}): ReactNode {
  const [px, py] = [geometry.x(point.at), geometry.y(point.number)];
  const tone = point.flag?.tone;
  if (point.bound === undefined) {
    return <circle className="trend-point" data-tone={tone} cx={px} cy={py} r={chosen ? 5 : 3} />;
  }
  const away = point.bound === 'at-most' ? 1 : -1;
  return <path className="trend-point" data-tone={tone} d={`M${px - 4},${py} h8 l-4,${8 * away} z`} />;
}

/** The width there is, followed as it changes. */
function useWidth() {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [frame, width] as const;
}
