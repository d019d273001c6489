import { Fragment, type ReactNode } from 'react';
import { Link } from '#ui/Link.tsx';
import { shortRange } from '#chart/kit/observation/range-words.ts';
import { useChart } from '#chart/kit/chart-context.tsx';
import { flagWords } from '#chart/kit/Flag.tsx';
import { formatWhen } from '#chart/kit/format.ts';
import { Converted } from '#chart/kit/units/Converted.tsx';
import { lineInUnits, shownInUnits } from '#chart/kit/units/shown-in-units.ts';
import { useUnitsOf } from '#chart/kit/units/use-conversion.ts';
import { partWords } from '#chart/kit/value-words.ts';
import { words } from '#chart/kit/words.ts';
import type { ObservationRecord } from '#fhir/observations.ts';
import type { ChartRecord } from '#fhir/record.ts';
import { shownObservation } from '#fhir/shown-observation.ts';
import { courseOf, previousIn } from '#fhir/trend.ts';
import type { SectionId } from '#i18n/en/sections.ts';
import { t } from '#i18n/translate.ts';

export type AlertItem =
  | {
      readonly kind: 'critical';
      readonly record: ObservationRecord;
      readonly section: SectionId;
      /** All of its list, to tell what it was before. */
      readonly all: readonly ObservationRecord[];
    }
  | { readonly kind: 'conflict'; readonly record: ChartRecord; readonly section: SectionId };

/** With its date, its range and what it was before, and the way to the record. */
export function AlertInFull({ alert }: { alert: AlertItem }): ReactNode {
  return alert.kind === 'critical' ? <Critical {...alert} /> : <Conflict {...alert} />;
}

/** By name and value, on one line; leads to the record. */
export function AlertInBrief({ alert }: { alert: AlertItem }): ReactNode {
  const { paths } = useChart();
  const { record, section } = alert;
  const to = paths.record(section, record.key);
  if (alert.kind === 'conflict') {
    return (
      <Link className="alert-chip" data-tone="warning" to={to}>
        <span>{conflictWords(alert)}</span>
      </Link>
    );
  }
  return (
    <Link className="alert-chip" to={to}>
      <span aria-hidden="true">{'‼'}</span>
      <span>{words(record.title)}</span>{' '}
      <span>
        <Value record={alert.record} />
      </span>
    </Link>
  );
}

function conflictWords({ record, section }: { record: ChartRecord; section: SectionId }): string {
  return t('summary.conflict', { said: words(record.title), section: t(`section.${section}`) });
}

/** "6.1 mmol/L, critical high". */
function Value({ record }: { record: ObservationRecord }): ReactNode {
  const parts = shownInUnits(shownObservation(record), record, useUnitsOf(record));
  return (
    <>
      {parts.map((part, at) => (
        // Parts have no key of their own, and their order never changes.
        // oxlint-disable-next-line react/no-array-index-key
        <Fragment key={at}>
          {at > 0 && ', '}
          {partWords(part)}
          <Converted sent={part.sent} />
        </Fragment>
      ))}
      {record.flag && `, ${flagWords(record.flag).toLowerCase()}`}
    </>
  );
}

function Conflict({ record, section }: { record: ChartRecord; section: SectionId }): ReactNode {
  const { paths } = useChart();
  return (
    <p className="alert" data-tone="warning">
      <strong>{conflictWords({ record, section })}</strong>
      <span>{t('summary.conflict-ask')}</span>
      <Link to={paths.record(section, record.key)}>{t('summary.see')}</Link>
    </p>
  );
}

interface CriticalProps {
  readonly record: ObservationRecord;
  readonly section: SectionId;
  readonly all: readonly ObservationRecord[];
}

function Critical({ record, section, all }: CriticalProps): ReactNode {
  const { paths } = useChart();
  const course = lineInUnits(courseOf(record, all), record, useUnitsOf(record));
  const before = course && previousIn(course, record.key);
  const range = shortRange(record, undefined) || undefined;
  return (
    <p className="alert">
      <strong>
        <span className="flag-shape" aria-hidden="true">
          {'‼'}
        </span>
        {`${words(record.title)} `}
        <Value record={record} />
      </strong>
      <span>
        {[
          record.when && formatWhen(record.when),
          range && t('trend.range', { range }),
          before &&
            t('trend.was', {
              // Beside a range that stays as it was sent, what was converted says its unit.
              value: [before.point.written, before.point.sent && course.unit].filter(Boolean).join(' '),
              date: formatWhen(before.point.when, 'days'),
            }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <Link to={paths.record(section, record.key)}>{t('summary.see')}</Link>
    </p>
  );
}
