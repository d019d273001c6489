import { type ReactNode, useMemo, useRef } from 'react';
import { printedUnit } from '#fhir/printed-unit.ts';
import type { SampledData } from '#fhir/sampled-data.ts';
import { t } from '#i18n/translate.ts';
import { useWidth } from '#ui/use-width.ts';

const height = 96;
/** Two drawn points a pixel show all there is to see. */
const perPixel = 2;

/** Sampled data (an ECG lead) as a line. Gaps where the source marks an error. */
export function Waveform({ data, name }: { data: SampledData; name: string }): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box, 360);
  const path = useMemo(() => waveformPath(data, width), [data, width]);
  const n = data.points.length;
  const seconds =
    data.period === undefined ? undefined : Math.round((n / data.dimensions) * data.period) / 1000;
  return (
    <figure className="waveform" ref={box}>
      <svg width={width} height={height} aria-hidden="true">
        <path d={path} />
      </svg>
      <figcaption className="muted small">
        <span className="unseen">{`${t('observation.waveform', { name, n })}. `}</span>
        {t('observation.samples', { n, seconds, unit: printedUnit(data.unit) })}
      </figcaption>
    </figure>
  );
}

/** The first dimension, thinned to the width; an SVG path. */
export function waveformPath({ points, dimensions }: SampledData, width: number): string {
  const lead = dimensions === 1 ? points : points.filter((_, at) => at % dimensions === 0);
  const every = Math.max(1, Math.floor(lead.length / (width * perPixel)));
  const drawn = every === 1 ? lead : lead.filter((_, at) => at % every === 0);
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const point of drawn) {
    if (point === undefined) continue;
    least = Math.min(least, point);
    most = Math.max(most, point);
  }
  const x = (at: number): string => ((at / Math.max(1, drawn.length - 1)) * width).toFixed(1);
  const y = (point: number): string =>
    (height - 4 - ((point - least) / (most - least || 1)) * (height - 8)).toFixed(1);
  let pen: 'M' | 'L' = 'M';
  let path = '';
  for (const [at, point] of drawn.entries()) {
    if (point === undefined) {
      pen = 'M';
      continue;
    }
    path += `${pen}${x(at)} ${y(point)}`;
    pen = 'L';
  }
  return path;
}
