import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { type ReactNode, Suspense, lazy } from 'react';
import { useNavigate } from 'react-router';
import { useChart } from '#chart/kit/chart-context.tsx';
import { useWorded } from '#ui/use-worded.ts';
import { Flowsheet } from '#chart/kit/flowsheet/Flowsheet.tsx';
import { sheetOrder } from '#chart/kit/flowsheet/sheet.ts';
import { firstView, type ListView, narrowed } from '#chart/kit/list.ts';
import { ListAndRecord } from '#chart/kit/ListAndRecord.tsx';
import { ListTools } from '#chart/kit/ListTools.tsx';
import { SectionFrame } from '#chart/kit/SectionFrame.tsx';
import { UnitsSwitch } from '#chart/kit/units/UnitsSwitch.tsx';
import { useConversion, useReaderUnits } from '#chart/kit/units/use-conversion.ts';
import { useKeptState } from '#chart/kit/use-kept-state.ts';
import { useOpenKey } from '#chart/kit/use-open-key.ts';
import { useRecords } from '#chart/kit/use-records.ts';
import { latestVitals, type VitalRecord, vitals } from '#fhir/vitals.ts';
import { t } from '#i18n/translate.ts';
import { SkeletonRows } from '#ui/SkeletonRows.tsx';
import { percentilesOf, useGrowth, useIsChild } from './growth/use-growth.ts';
import { LatestVitals } from './LatestVitals.tsx';
import { vitalList } from './vital-list.tsx';
import { vitalSheet } from './vital-sheet.ts';

/** Vital signs: the latest of each in the order clinicians read them, and all of them by date. */
export function Vitals(): ReactNode {
  const records = useRecords(vitals);
  return (
    <SectionFrame section="vitals" records={records}>
      {(shown) => <Signs records={shown} />}
    </SectionFrame>
  );
}

type Arrangement = 'latest' | 'history' | 'growth';

const Growth = lazy(async () => ({ default: (await import('./growth/Growth.tsx')).Growth }));

function Signs({ records }: { records: readonly VitalRecord[] }): ReactNode {
  const chart = useChart();
  const { paths } = chart;
  const navigate = useNavigate();
  const openKey = useOpenKey();
  const [view, setView] = useKeptState<ListView>('list vitals', firstView);
  const [arrangement, setArrangement] = useKeptState<Arrangement>('vitals arrangement', 'latest');
  const shape = useWorded(
    () => vitalList((key) => void navigate(paths.record('vitals', key))),
    [navigate, paths],
  );
  const kept = useWorded(() => narrowed(records, shape, view), [records, shape, view]);
  const latest = useWorded(() => latestVitals(kept), [kept]);
  const system = useReaderUnits();
  const { convert, failed } = useConversion(system !== undefined);
  const units = useWorded(() => ({ system, convert }), [system, convert]);
  const sheet = useWorded(() => vitalSheet(kept, units), [kept, units]);
  // A record entered in error is the latest of nothing: asked for, it is found by its date.
  const showsErrors = kept.some(({ enteredInError }) => enteredInError);
  const child = useIsChild();
  const [corrected, setCorrected] = useKeptState('growth corrected', true);
  const growth = useGrowth(child, records, corrected);
  const percentiles = useWorded(() => percentilesOf(growth), [growth]);
  const arranged =
    showsErrors && arrangement === 'latest'
      ? 'history'
      : arrangement === 'growth' && !child
        ? 'latest'
        : arrangement;
  const order = arranged === 'latest' ? latest.map(({ records: [first] }) => first.key) : sheetOrder(sheet);
  return (
    <ListAndRecord section="vitals" kind="vitals" shape={shape} records={records} order={order}>
      <ListTools
        shape={shape}
        records={records}
        shown={kept.length}
        taken={() => (arranged === 'latest' ? latest.flatMap((one) => one.records) : kept)}
        moreTakes={
          arranged === 'history'
            ? async () => {
                const { sheetTakes } = await import('#chart/kit/flowsheet/sheet-takes.ts');
                return sheetTakes('vitals', sheet, records.length, chart);
              }
            : undefined
        }
        view={view}
        onView={setView}
        more={<UnitsSwitch />}
        // The curves hold every measurement, in the units they were published in.
        bare={arranged === 'growth'}
        start={
          <ToggleButtonGroup
            exclusive
            size="small"
            value={arranged}
            aria-label={t('results.arrangement')}
            onChange={(_event, chosen: Arrangement | null) => chosen && setArrangement(chosen)}
          >
            <ToggleButton value="latest" disabled={showsErrors}>
              {t('vitals.latest')}
            </ToggleButton>
            <ToggleButton value="history">{t('vitals.history')}</ToggleButton>
            {child && <ToggleButton value="growth">{t('growth.title')}</ToggleButton>}
          </ToggleButtonGroup>
        }
      />
      {failed && arranged !== 'growth' && <p className="muted small">{t('units.unavailable')}</p>}
      {arranged === 'latest' ? (
        <LatestVitals
          latest={latest}
          all={records}
          openKey={openKey}
          units={units}
          percentiles={percentiles}
        />
      ) : arranged === 'growth' ? (
        <Suspense fallback={<SkeletonRows rows={8} />}>
          <Growth
            growth={growth}
            corrected={corrected}
            onCorrected={setCorrected}
            onOpen={(key) => void navigate(paths.record('vitals', key))}
          />
        </Suspense>
      ) : (
        <Flowsheet section="vitals" sheet={sheet} openKey={openKey} />
      )}
      {arranged !== 'growth' && <p className="record-list-rule">{t('rule.vitals')}</p>}
    </ListAndRecord>
  );
}
