import { type ReactNode, useState } from 'react';
import { useChart } from '#chart/kit/chart-context.tsx';
import { spanWords } from '#chart/kit/story/span-words.ts';
import { words } from '#chart/kit/words.ts';
import type { Lane, Span } from '#fhir/lanes.ts';
import { t } from '#i18n/translate.ts';
import { Link } from '#ui/Link.tsx';
import { type TimeAxis, placeOf } from './time-axis.ts';

interface Props {
  readonly section: 'problems' | 'medications';
  readonly lanes: readonly Lane[];
  readonly axis: TimeAxis;
  readonly now: number;
}

const fewLanes = 4;

/** What ran when: a line a problem or drug, bars from their beginning to their end. */
export function Lanes({ section, lanes, axis, now }: Props): ReactNode {
  const [all, setAll] = useState(false);
  if (lanes.length === 0) return null;
  const shown = all ? lanes : lanes.slice(0, fewLanes);
  return (
    <>
      <h3>{t(`timeline.lanes-${section}`)}</h3>
      <ul className="lanes">
        {shown.map((lane) => (
          <LaneView key={lane.key} section={section} lane={lane} axis={axis} now={now} />
        ))}
      </ul>
      {lanes.length > fewLanes && (
        <button type="button" className="link-button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('timeline.lanes-fewer') : t('timeline.lanes-all', { n: lanes.length })}
        </button>
      )}
    </>
  );
}

function LaneView({ section, lane, axis, now }: Omit<Props, 'lanes'> & { lane: Lane }): ReactNode {
  const { paths } = useChart();
  // What goes on has gone on since the first of its bars that has no end, whoever wrote it down again since.
  const course = spanWords(lane.spans.find(({ end }) => end === 'open') ?? lane.lead);
  return (
    <li data-past={!lane.current || undefined}>
      <svg width={axis.width} height={18} aria-hidden="true">
        {lane.spans.map((span) => (
          <SpanBar key={span.record.key} span={span} axis={axis} now={now} />
        ))}
      </svg>
      <Link to={paths.record(section, lane.lead.record.key)} title={course}>
        {words(lane.title)}
        <span className="unseen">{`, ${course}`}</span>
      </Link>
    </li>
  );
}

function SpanBar({ span, axis, now }: { span: Span; axis: TimeAxis; now: number }): ReactNode {
  const from = placeOf(axis, span.start);
  const to = placeOf(axis, span.end === 'open' ? now : span.end === 'unknown' ? span.start : span.end);
  // An end that nobody recorded fades out instead of standing somewhere.
  if (span.end === 'unknown') {
    return [0, 1, 2].map((step) => (
      <rect
        key={step}
        className="lane-bar"
        x={from + step * 6}
        y={7}
        width={5}
        height={4}
        opacity={1 - step * 0.35}
      />
    ));
  }
  return <rect className="lane-bar" x={from} y={7} width={Math.max(3, to - from)} height={4} rx={2} />;
}
