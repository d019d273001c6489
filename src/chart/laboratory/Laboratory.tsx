import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { type ReactNode, useDeferredValue } from 'react';
import { useNavigate } from 'react-router';
import { useChart } from '#chart/kit/chart-context.tsx';
import { useWorded } from '#ui/use-worded.ts';
import { Flowsheet } from '#chart/kit/flowsheet/Flowsheet.tsx';
import { SheetTools } from '#chart/kit/flowsheet/SheetTools.tsx';
import { type ListView, firstView, narrowed } from '#chart/kit/list.ts';
import { ListAndRecord } from '#chart/kit/ListAndRecord.tsx';
import { ListTools } from '#chart/kit/ListTools.tsx';
import { useResults } from '#chart/kit/observation/use-results.ts';
import { ObservationLead } from '#chart/kit/observation/ObservationLead.tsx';
import { SectionFrame } from '#chart/kit/SectionFrame.tsx';
import { useKeptState } from '#chart/kit/use-kept-state.ts';
import { useOpenKey } from '#chart/kit/use-open-key.ts';
import { type Records, useRecords } from '#chart/kit/use-records.ts';
import type { ObservationRecord } from '#fhir/observations.ts';
import { groupByReport } from '#fhir/result-groups.ts';
import { type ReportRecord, reports as reportKind, resultsInReports } from '#fhir/reports.ts';
import { coursesOfAll, previousOfAll } from '#fhir/trend.ts';
import { t } from '#i18n/translate.ts';
import { resultColumns, resultFacts } from './result-list.tsx';
import { CriticalStrip } from './CriticalStrip.tsx';
import { ResultTable } from './ResultTable.tsx';
import { type Arrangement, useResultRows } from './use-result-rows.ts';
import { useResultSheet } from './use-result-sheet.ts';

/** Laboratory results, as they were reported, the latest of each test, or by date. */
export function Laboratory(): ReactNode {
  const records = useResults();
  const reports = useRecords(reportKind);
  return (
    <SectionFrame section="results" records={records}>
      {(shown) => <Results results={shown} reports={reports} />}
    </SectionFrame>
  );
}

interface Props {
  /** Those that came inside a report among them. */
  readonly results: readonly ObservationRecord[];
  readonly reports: Records<ReportRecord>;
}

function Results({ results: all, reports }: Props): ReactNode {
  const chart = useChart();
  const { paths } = chart;
  const navigate = useNavigate();
  const [view, setView] = useKeptState<ListView>('list results', firstView);
  const [arrangement, setArrangement] = useKeptState<Arrangement>('results arrangement', 'reported');
  const grouped = useWorded(() => {
    const reported = [...reports.records, ...reports.enteredInError];
    // A report has those that came inside it by itself.
    const inside = new Set(resultsInReports(reported));
    return groupByReport(inside.size === 0 ? all : all.filter((one) => !inside.has(one)), reported);
  }, [all, reports]);
  const shape = useWorded(
    () => ({
      ...resultColumns,
      facts: (record: ObservationRecord) => resultFacts(record, reports.records),
      lead: (record: ObservationRecord, among: readonly ObservationRecord[]) => (
        <ObservationLead
          record={record}
          all={among}
          onOpen={(key) => void navigate(paths.record('results', key))}
        />
      ),
    }),
    [reports.records, navigate, paths],
  );
  const deferred = useDeferredValue(view);
  const kept = useWorded(() => narrowed(all, shape, deferred), [all, shape, deferred]);
  const openKey = useOpenKey();
  const asSheet = arrangement === 'sheet';
  const arranged = useResultRows(arrangement, grouped, kept, deferred.sort);
  const sheet = useResultSheet(asSheet, grouped, all, deferred);
  // What is in view in this arrangement, in its order.
  const taken = (): readonly ObservationRecord[] => {
    if (arrangement === 'reported') return kept;
    const byKey = new Map(all.map((record) => [record.key, record]));
    return (sheet?.order ?? arranged.order).flatMap((key) => byKey.get(key) ?? []);
  };
  const before = useWorded(() => previousOfAll(all), [all]);
  const lines = useWorded(
    () => (arrangement === 'latest' ? coursesOfAll(all) : undefined),
    [all, arrangement],
  );
  return (
    <ListAndRecord
      section="results"
      kind="laboratory"
      shape={shape}
      records={all}
      order={sheet?.order ?? arranged.order}
    >
      <ListTools
        shape={shape}
        records={all}
        shown={sheet?.shown ?? arranged.shown}
        count={sheet?.count}
        none={sheet?.none}
        taken={taken}
        moreTakes={
          sheet &&
          (async () => {
            const { sheetTakes } = await import('#chart/kit/flowsheet/sheet-takes.ts');
            return sheetTakes('results', sheet.sheet, all.length, chart);
          })
        }
        more={sheet && <SheetTools {...sheet.tools} />}
        view={view}
        onView={setView}
        start={
          <ToggleButtonGroup
            exclusive
            size="small"
            value={arrangement}
            aria-label={t('results.arrangement')}
            onChange={(_event, chosen: Arrangement | null) => chosen && setArrangement(chosen)}
          >
            <ToggleButton value="reported">{t('results.reported')}</ToggleButton>
            <ToggleButton value="latest">{t('results.latest')}</ToggleButton>
            <ToggleButton value="sheet">{t('results.sheet')}</ToggleButton>
          </ToggleButtonGroup>
        }
      />
      <ReportNote reports={reports} />
      {sheet ? (
        <>
          <CriticalStrip results={all} />
          <Flowsheet section="results" sheet={sheet.sheet} openKey={openKey} />
        </>
      ) : (
        <ResultTable
          rows={arranged.rows}
          sort={view.sort}
          onSort={(sort) => setView({ ...view, sort })}
          openKey={openKey}
          before={before}
          lines={lines}
          allCritical={arranged.allCritical}
          onAllCritical={arranged.toggleCritical}
        />
      )}
      <p className="record-list-rule">
        {view.sort === undefined || asSheet ? (
          [t(`rule.results-${arrangement}`), asSheet && view.filters.length > 0 && t('sheet.abnormal-note')]
            .filter(Boolean)
            .join(' ')
        ) : (
          <>
            {t('results.flat')}{' '}
            <button
              type="button"
              className="link-button"
              onClick={() => setView({ ...view, sort: undefined })}
            >
              {t('list.own-order')}
            </button>
          </>
        )}
      </p>
    </ListAndRecord>
  );
}

/** Says why results may stand by themselves, where the reports are not (yet) there. */
function ReportNote({ reports }: Pick<Props, 'reports'>): ReactNode {
  const { reading, waiting, failures, notShared } = reports.availability;
  if (reading + waiting > 0) return <p className="muted small">{t('results.reports-coming')}</p>;
  if (failures.length + notShared.length === 0) return null;
  return <p className="muted small">{t('results.reports-missing')}</p>;
}
