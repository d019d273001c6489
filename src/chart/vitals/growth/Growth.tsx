import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { type ReactNode, useRef } from 'react';
import { useChart } from '#chart/kit/chart-context.tsx';
import { TakeMenu } from '#chart/kit/take/TakeMenu.tsx';
import { useKeptState } from '#chart/kit/use-kept-state.ts';
import { type GrowthMeasure, type ReferenceId, referenceSpan } from '#fhir/growth/growth-reference.ts';
import { t } from '#i18n/translate.ts';
import { SkeletonRows } from '#ui/SkeletonRows.tsx';
import { GrowthChart } from './GrowthChart.tsx';
import { GrowthTable } from './GrowthTable.tsx';
import { measureName } from './measure-name.ts';
import type { GrowthState, ReadyGrowth } from './use-growth.ts';
import './Growth.css';

interface Props {
  readonly growth: GrowthState;
  /** Whether the ages of a child born preterm are corrected: one choice for the charts and the list. */
  readonly corrected: boolean;
  readonly onCorrected: (corrected: boolean) => void;
  readonly onOpen: (key: string) => void;
}

const measures: readonly GrowthMeasure[] = ['weight', 'stature', 'headCircumference', 'bmi'];

/** A child's growth against WHO's standards to two years and CDC's reference after, as charts or as tables. */
export function Growth({ growth, ...choice }: Props): ReactNode {
  if (growth.state === 'ready') return <Charts growth={growth} {...choice} />;
  if (growth.state === 'loading') return <SkeletonRows rows={8} />;
  if (growth.state === 'no-sex') return <p className="absence">{t('growth.no-sex')}</p>;
  return (
    <p className="absence">
      {t('growth.failed')}{' '}
      <button type="button" className="link-button" onClick={growth.readAgain}>
        {t('growth.again')}
      </button>
    </p>
  );
}

interface ChartsProps extends Omit<Props, 'growth'> {
  readonly growth: ReadyGrowth;
}

function Charts({ growth, corrected, onCorrected, onOpen }: ChartsProps): ReactNode {
  const { points, tables, sex, preterm } = growth;
  const chart = useChart();
  const box = useRef<HTMLElement>(null);
  const notes = notesOf(growth, corrected);
  const newest = points.at(-1)?.reference ?? 'who';
  const [wanted, setWanted] = useKeptState<ReferenceId | undefined>('growth reference', undefined);
  const [as, setAs] = useKeptState<'chart' | 'table'>('trend', 'chart');
  const reference = wanted ?? newest;
  const shown = measures.flatMap((measure) => {
    const own = points.filter((point) => point.measure === measure && point.reference === reference);
    const one = { measure, reference, sex };
    // WHO's BMI of infants is rarely read; it is drawn where somebody recorded one.
    return own.length === 0 || tables.spanOf(one) === undefined ? [] : [{ own, one }];
  });
  return (
    <section className="growth" aria-label={t('growth.title')} ref={box}>
      <div className="growth-tools">
        <ToggleButtonGroup
          exclusive
          size="small"
          value={reference}
          aria-label={t('growth.which')}
          onChange={(_event, chosen: ReferenceId | null) => chosen && setWanted(chosen)}
        >
          {(Object.keys(referenceSpan) as ReferenceId[]).map((id) => (
            <ToggleButton key={id} value={id}>
              {t(`growth.${id}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        {preterm !== undefined && (
          <ToggleButtonGroup
            exclusive
            size="small"
            value={corrected}
            aria-label={t('growth.age')}
            onChange={(_event, chosen: boolean | null) => chosen !== null && onCorrected(chosen)}
          >
            <ToggleButton value>{t('growth.corrected-switch')}</ToggleButton>
            <ToggleButton value={false}>{t('growth.uncorrected')}</ToggleButton>
          </ToggleButtonGroup>
        )}
        <button
          type="button"
          className="link-button small"
          onClick={() => setAs(as === 'chart' ? 'table' : 'chart')}
        >
          {t(as === 'chart' ? 'trend.table' : 'trend.chart')}
        </button>
        <TakeMenu
          label={t('take.menu-growth')}
          takes={async () => {
            const { growthTakes } = await import('./growth-takes.ts');
            return growthTakes(points, notes, box.current, chart);
          }}
        />
      </div>
      {shown.length === 0 && <p className="absence">{t('growth.none')}</p>}
      <div className="growth-charts">
        {shown.map(({ own, one }) => (
          <div className="growth-one" key={one.measure}>
            <h3 className="trend-name">
              {measureName(one)} <span className="unit">{unitOf(one.measure)}</span>
            </h3>
            {as === 'table' ? (
              <GrowthTable points={own} growth={one} onOpen={onOpen} />
            ) : (
              <GrowthChart points={own} growth={one} tables={tables} onOpen={onOpen} />
            )}
          </div>
        ))}
      </div>
      {notes.map((note) => (
        <p className="muted small growth-note" key={note}>
          {note}
        </p>
      ))}
    </section>
  );
}

function unitOf(measure: GrowthMeasure): string {
  return measure === 'weight' ? 'kg' : measure === 'bmi' ? 'kg/m²' : 'cm';
}

function notesOf(
  { preterm, otherUnits, beforeTerm }: ChartsProps['growth'],
  corrected: boolean,
): readonly string[] {
  return [
    preterm !== undefined &&
      corrected &&
      t('growth.corrected', { weeks: Math.floor(preterm / 7), days: preterm % 7 }),
    beforeTerm > 0 && t('growth.before-term', { n: beforeTerm }),
    otherUnits > 0 && t('growth.units', { n: otherUnits }),
    t('growth.note'),
  ].filter((note) => typeof note === 'string');
}
