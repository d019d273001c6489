import { type ReactNode } from 'react';
import { formatWhen } from '#chart/kit/format.ts';
import { useWorded } from '#ui/use-worded.ts';
import { flagWords } from '#chart/kit/Flag.tsx';
import { joined } from '#chart/kit/fact-words.ts';
import { Before, PressureBefore } from '#chart/kit/observation/Before.tsx';
import { RecordLink } from '#chart/kit/RecordLink.tsx';
import { ShownParts } from '#chart/kit/ResultValue.tsx';
import { moveFocus } from '#chart/kit/row-keys.ts';
import { Sparkline } from '#chart/kit/Sparkline.tsx';
import { lineInUnits, shownInUnits, type Units } from '#chart/kit/units/shown-in-units.ts';
import type { GrowthPoint } from '#fhir/growth/growth-points.ts';
import { type PressureCourse, pressureCourse } from '#fhir/pressure-course.ts';
import type { ShownPart } from '#fhir/shown-observation.ts';
import type { Flag } from '#fhir/interpretation.ts';
import { coursesOfAll, previousIn, type TrendLine } from '#fhir/trend.ts';
import type { Measurement, VitalRecord } from '#fhir/vitals.ts';
import { t } from '#i18n/translate.ts';
import { percentileWords } from './growth/age-words.ts';
import '#chart/kit/RecordTable.css';
import './LatestVitals.css';

interface Props {
  readonly latest: readonly Measurement[];
  readonly all: readonly VitalRecord[];
  readonly openKey: string | undefined;
  readonly units: Units;
  /** Of a child's measurements, by the key of the record. */
  readonly percentiles: ReadonlyMap<string, GrowthPoint>;
}

/** The newest of each vital sign, its course beside it. */
export function LatestVitals({ latest, all, openKey, units, percentiles }: Props): ReactNode {
  const lines = useWorded(() => coursesOfAll(all), [all]);
  if (latest.length === 0) return null;
  // A column of nothing is only clutter; one that says something of any row stands.
  const taken = dateOfAll(latest);
  const flagged = latest.some((one) => flagsOf(one.shown).length > 0);
  return (
    <>
      {taken !== undefined && <p className="vitals-taken muted">{t('vitals.all-taken', { when: taken })}</p>}
      <table className="records vitals-latest">
        <caption className="unseen">{`${t('section.vitals')}. ${t('list.keys')}`}</caption>
        <thead>
          <tr>
            <th scope="col">{t('column.name')}</th>
            <th scope="col" data-numeric="true">
              {t('column.result')}
            </th>
            {flagged && <th scope="col">{t('column.flag')}</th>}
            <th scope="col">{t('column.course')}</th>
            {taken === undefined && (
              <th scope="col" data-numeric="true">
                {t('column.when')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {latest.map((one, index) => (
            <VitalRow
              key={one.records[0].key}
              one={one}
              index={index}
              count={latest.length}
              line={lineInUnits(lines.get(one.records[0].key), one.records[0], units)}
              pressure={pressureCourse(one, all)}
              flagged={flagged}
              dated={taken === undefined}
              units={units}
              growth={percentiles.get(one.records[0].key)}
              open={one.records.some(({ key }) => key === openKey)}
            />
          ))}
        </tbody>
      </table>
    </>
  );
}

interface RowProps {
  readonly one: Measurement;
  readonly index: number;
  readonly count: number;
  readonly line: TrendLine | undefined;
  readonly pressure: PressureCourse | undefined;
  /** Whether any row has a flag. */
  readonly flagged: boolean;
  /** Whether the rows are of several dates, so that each says its own. */
  readonly dated: boolean;
  readonly units: Units;
  readonly growth: GrowthPoint | undefined;
  readonly open: boolean;
}

/** The one date that several rows share: said once above them. */
function dateOfAll(latest: readonly Measurement[]): string | undefined {
  const dates = new Set(latest.map(({ records: [{ when }] }) => when && formatWhen(when)));
  return latest.length > 1 && dates.size === 1 ? [...dates][0] : undefined;
}

/** What is out of the ordinary: a normal value carries nothing. */
function flagsOf(shown: readonly ShownPart[]): readonly Flag[] {
  return shown.flatMap((part) => part.flags).filter(({ tone }) => tone !== 'plain');
}

function VitalRow({
  one,
  index,
  count,
  line,
  pressure,
  flagged,
  dated,
  units,
  growth,
  open,
}: RowProps): ReactNode {
  const { title, records } = one;
  const [record] = records;
  const shown = shownInUnits(one.shown, record, units);
  const before = line && previousIn(line, record.key);
  const flags = flagsOf(shown);
  return (
    <tr data-index={index} aria-current={open || undefined}>
      <th scope="row">
        <RecordLink
          section="vitals"
          record={{ ...record, title }}
          onKeyDown={(event) => moveFocus(event, count, () => undefined)}
        />
      </th>
      <td data-numeric="true" data-label={t('column.result')} className="vitals-value">
        <ShownParts parts={shown} />
        {growth?.percentile !== undefined && (
          <div className="vitals-converted">
            {t(growth.corrected ? 'growth.worked-out-corrected' : 'growth.worked-out', {
              percentile: percentileWords(growth.percentile),
              reference: t(`growth.${growth.reference}-short`),
            })}
          </div>
        )}
      </td>
      {/* The value says its flag already; the cell stays, lest headers and cells part. */}
      {flagged && (
        <td data-label={t('column.flag')} className="vitals-flag" data-tone={flags[0]?.tone}>
          <span aria-hidden="true">{joined([...new Set(flags.map(flagWords))])}</span>
        </td>
      )}
      <td data-label={t('column.course')} className="vitals-course muted">
        {pressure === undefined ? (
          // Of a blood pressure one half alone says nothing of the other.
          one.vital !== 'blood-pressure' && (
            <>
              {line && <Sparkline line={line} />}
              {before && <Before before={before} />}
            </>
          )
        ) : (
          <>
            <Sparkline line={pressure.systolic} second={pressure.diastolic} />
            {pressure.before && <PressureBefore before={pressure.before} />}
          </>
        )}
      </td>
      {dated && (
        <td data-numeric="true" data-label={t('column.when')} className="muted">
          {record.when === undefined ? t('list.no-date') : formatWhen(record.when)}
        </td>
      )}
    </tr>
  );
}
