import type { ReactNode } from 'react';
import { spanWords } from '#chart/kit/story/span-words.ts';
import type { Span } from '#fhir/lanes.ts';
import './CourseBar.css';

export interface CourseAxis {
  /** Milliseconds. */
  readonly from: number;
  readonly to: number;
}

interface Props {
  readonly span: Span;
  /** When it was dispensed, in milliseconds. */
  readonly dispensed: readonly number[];
  readonly axis: CourseAxis;
}

const [width, height] = [112, 16];

/** From when to when, on one axis for the whole list, with a stroke for each time it was dispensed. */
export function CourseBar({ span, dispensed, axis }: Props): ReactNode {
  const place = (time: number): number =>
    ((Math.min(axis.to, Math.max(axis.from, time)) - axis.from) / Math.max(1, axis.to - axis.from)) *
    (width - 4);
  const from = place(span.start);
  // An end that nobody recorded is drawn open: the bar stops after the last thing that is known, and fades.
  const known = Math.max(span.start, ...dispensed);
  const to = place(span.end === 'open' ? axis.to : span.end === 'unknown' ? known : span.end);
  return (
    <span className="course-bar" title={spanWords(span)}>
      <svg width={width} height={height} aria-hidden="true">
        <path className="course-axis" d={`M0 8.5H${width}`} />
        <rect className="course-span" x={from} y={6} width={Math.max(3, to - from)} height={5} rx={2} />
        {span.end === 'unknown' && (
          <path className="course-open" d={`M${Math.max(from + 3, to) + 2} 8.5h10`} />
        )}
        {dispensed.map((time) => (
          <path key={time} className="course-tick" d={`M${place(time) + 0.5} 2v13`} />
        ))}
      </svg>
      <span className="unseen">{spanWords(span)}</span>
    </span>
  );
}
