import { type ReactNode, useRef } from 'react';
import { AxisBottom } from '@visx/axis';
import { scaleBand, scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import { useWidth } from '#ui/use-width.ts';
import './Population.css';

export interface BarGroup {
  readonly name: string;
  /** One bar each, side by side. */
  readonly values: readonly number[];
}

const height = 160;
const labelRoom = 24;
/** Over the tallest bar. */
const valueRoom = 18;
const widest = 56;
/** Of narrower bars the tallest alone says its number; the table says them all. */
const leastForValue = 26;
/** Room that a label wants. */
const labelWidth = 44;

/** Bars beside each other: one picture to screen readers, whose numbers the table beside it says. */
export function BarChart({ groups, label }: { groups: readonly BarGroup[]; label: string }): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box, 480);
  const names = groups.map(({ name }) => name);
  const place = scaleBand({ domain: names, range: [0, width], paddingInner: 0.2 });
  const most = Math.max(1, ...groups.flatMap(({ values }) => values));
  const tall = scaleLinear({ domain: [0, most], range: [0, height - valueRoom] });
  const bars = Math.max(1, groups[0]?.values.length ?? 1);
  const each = Math.min(widest, Math.max(1, place.bandwidth() / bars));
  const indent = (place.bandwidth() - each * bars) / 2;
  const tallest = groups.findIndex(({ values }) => values.includes(most));
  const anchorAt = (x: number): 'start' | 'middle' | 'end' =>
    x < labelWidth / 2 ? 'start' : x > width - labelWidth / 2 ? 'end' : 'middle';
  const step = Math.max(1, Math.ceil((names.length * labelWidth) / Math.max(1, width)));
  return (
    <div ref={box} className="bar-chart">
      <svg
        width={width}
        height={height + labelRoom}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing that is part of the page
        role="img"
        aria-label={label}
      >
        {groups.map(({ name, values }, group) =>
          values.map((value, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- a bar is its place
            <g key={`${name} ${at}`}>
              <Bar
                className={`bar-${at}`}
                x={(place(name) ?? 0) + indent + at * each}
                y={height - tall(value)}
                width={Math.max(1, each - 1)}
                height={tall(value)}
              />
              {value > 0 && (each >= leastForValue || (group === tallest && value === most)) && (
                <text
                  className="bar-value"
                  x={(place(name) ?? 0) + indent + (at + 0.5) * each}
                  y={height - tall(value) - 4}
                  textAnchor={anchorAt((place(name) ?? 0) + indent + (at + 0.5) * each)}
                >
                  {value}
                </text>
              )}
            </g>
          )),
        )}
        <AxisBottom
          top={height}
          scale={place}
          tickValues={names.filter((_, at) => at % step === 0)}
          hideTicks
          tickLabelProps={(name) => ({
            textAnchor: anchorAt((place(name) ?? 0) + place.bandwidth() / 2),
          })}
          axisClassName="bar-axis"
        />
      </svg>
    </div>
  );
}
