import { type ReactNode, useRef } from 'react';
import { words } from '#chart/kit/words.ts';
import { useWorded } from '#ui/use-worded.ts';
import { lanesOf, medicationSpan, problemSpan } from '#fhir/lanes.ts';
import type { MedicationRecord } from '#fhir/medications.ts';
import type { ProblemRecord } from '#fhir/problems.ts';
import type { YearDensity } from '#fhir/timeline.ts';
import type { Entry } from '#fhir/visit-links.ts';
import { t } from '#i18n/translate.ts';
import { useMedia } from '#ui/use-media.ts';
import { useNow } from '#ui/use-now.ts';
import { useWidth } from '#ui/use-width.ts';
import { Density } from './Density.tsx';
import { Lanes } from './Lanes.tsx';
import { axisOf } from './time-axis.ts';

interface Props {
  readonly years: readonly YearDensity[];
  readonly items: readonly Entry[];
  readonly onYear: (year: number) => void;
}

/** As in Timeline.css: the names before the lanes, and what stands between. */
const labelWidth = 232;

/** The chart's years at a glance: how much is recorded when, and below it what ran when. */
export function TimeChart({ years, items, onYear }: Props): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box, 720);
  const wide = useMedia('(width >= 768px)');
  const axis = axisOf(years, wide ? width - labelWidth : width);
  const today = new Date(useNow()).setHours(0, 0, 0, 0);
  const { problems, medications } = useWorded(() => {
    const of = <R,>(kind: Entry['kind']): readonly R[] =>
      items.flatMap((entry) => (entry.kind === kind ? [entry.record as R] : []));
    return {
      problems: lanesOf(of<ProblemRecord>('problems').map(problemSpan), words),
      medications: lanesOf(of<MedicationRecord>('medications').map(medicationSpan), words),
    };
  }, [items]);
  return (
    <div className="time-chart" ref={box}>
      {axis !== undefined && (
        <>
          <Density years={years} axis={axis} onYear={onYear} />
          {problems.length + medications.length > 0 && (
            <details className="time-lanes" open={wide}>
              <summary>{t('timeline.lanes')}</summary>
              <Lanes section="problems" lanes={problems} axis={axis} now={today} />
              <Lanes section="medications" lanes={medications} axis={axis} now={today} />
              <p className="muted small">{t('timeline.lanes-key')}</p>
            </details>
          )}
        </>
      )}
    </div>
  );
}
