import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { storeFor, type SentLog } from '#fhir/budget-store.ts';
import type { Progress, Reading } from '#fhir/reading.ts';
import { t } from '#i18n/translate.ts';
import type { CheckedRegistry } from '#smart/registry-check.ts';
import { copyText } from '#ui/copy-text.ts';
import { useNow } from '#ui/use-now.ts';
import type { Opening } from '#app/opening.ts';
import { BesideFrame } from './BesideFrame.tsx';
import { filePart, systemPart } from './config-part.ts';
import { failurePart, versionsPart } from './page-parts.ts';
import { PartView } from './PartView.tsx';
import { pageConfig, shownFailure } from './page-facts.ts';
import { reportText, type Part } from './report.ts';
import { requestTimes } from './request-times.ts';
import { budgetPart, searchesPart, sessionPart, timesPart } from './session-parts.ts';
import { statementPart } from './statement-part.ts';
import { StatementView } from './StatementView.tsx';
import { SystemView } from './SystemView.tsx';

interface Props {
  readonly opening: Opening;
  readonly back: ReactNode;
}

/** Everything that whoever runs the app may need to know, with what to do about it, and as a report to copy. */
export function DiagnosticsPage({ opening, back }: Props): ReactNode {
  const [checked] = useState(pageConfig);
  const [failure] = useState(() => shownFailure(opening));
  const [discovered, setDiscovered] = useState<Readonly<Record<string, Part>>>({});
  const now = useNow();
  const chart = useChartParts(opening, now);
  const statement = useStatementPart(opening);
  const about = opening.state === 'open' ? opening.session.system.id : failure?.systemId;
  const systems = systemsOf(checked);
  const before = failure === undefined ? [] : [failurePart(failure)];
  const file = filePart(checked);
  const versions = versionsPart(now);
  const systemParts = systems.map((system) => ({ system, part: systemPart(system, location.origin) }));
  const report = reportText(t('app.name'), [
    ...before,
    ...chart,
    ...(statement === undefined ? [] : [statement]),
    file,
    ...systemParts.flatMap(({ system, part }) => [part, discovered[system.id] ?? []].flat()),
    versions,
  ]);
  return (
    <BesideFrame title={t('beside.diagnostics')} back={back} wide>
      <p>{t('diag.what-for')}</p>
      {before.map((part) => (
        <PartView key={part.id} part={part} />
      ))}
      <Report text={report} />
      {chart.length === 0 && <p className="muted">{t('diag.no-session')}</p>}
      {chart.map((part) => (
        <PartView key={part.id} part={part} />
      ))}
      {opening.state === 'open' && (
        <StatementView reading={opening.reading} system={opening.session.system} part={statement} />
      )}
      <PartView part={file}>
        {systemParts.map(({ system, part }) => (
          <SystemView
            key={system.id}
            system={system}
            part={part}
            discovered={discovered[system.id]}
            unfolded={system.id === about}
            onDiscovered={(found) => setDiscovered((known) => ({ ...known, [system.id]: found }))}
          />
        ))}
      </PartView>
      <PartView part={versions} />
    </BesideFrame>
  );
}

function systemsOf(checked: CheckedRegistry) {
  return checked.ok ? checked.registry.systems : [];
}

function Report({ text }: { text: string }): ReactNode {
  const [copied, setCopied] = useState<boolean>();
  const copy = async (): Promise<void> => setCopied(await copyText(text));
  return (
    <section className="beside-part diag-report" aria-labelledby="diag-report">
      <h2 id="diag-report">{t('diag.report')}</h2>
      <p className="muted">{t('diag.report.what')}</p>
      <p className="front-actions">
        <button type="button" className="front-button" onClick={() => void copy()}>
          {t('diag.report.copy')}
        </button>
        <output>{copied === undefined ? '' : t(copied ? 'failure.copied' : 'failure.not-copied')}</output>
      </p>
      <details>
        <summary>{t('diag.report.show')}</summary>
        <pre>{text}</pre>
      </details>
    </section>
  );
}

const noLog: SentLog = { sent: [], heldUntil: 0 };
const nothingChanges = (): (() => void) => () => undefined;

/** The open chart's figures, kept up to date while it is being read. */
function useChartParts(opening: Opening, now: number): readonly Part[] {
  const open = opening.state === 'open' ? opening : undefined;
  const progress = useProgress(open?.reading);
  const log = useSentLog(open?.session.system.id, progress);
  if (open === undefined) return [];
  const { session, reading } = open;
  const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  return [
    sessionPart(session, now),
    searchesPart(session, reading),
    budgetPart(session, log, now),
    timesPart(requestTimes(entries, session.system, location.origin)),
  ];
}

function useStatementPart(opening: Opening): Part | undefined {
  const open = opening.state === 'open' ? opening : undefined;
  const said = useSyncExternalStore(open?.reading.subscribe ?? nothingChanges, () =>
    open?.reading.statement(),
  );
  return open !== undefined && said?.state === 'read'
    ? statementPart(said.statement, open.reading, open.session.system)
    : undefined;
}

function useProgress(reading: Reading | undefined): Progress | undefined {
  return useSyncExternalStore(reading?.subscribe ?? nothingChanges, () => reading?.progress());
}

/** What this browser's tabs sent to a system in the last minute; looked up anew whenever reading has got further. */
function useSentLog(systemId: string | undefined, progress: Progress | undefined): SentLog {
  const [log, setLog] = useState(noLog);
  useEffect(() => {
    if (systemId === undefined) return undefined;
    let over = false;
    void storeFor(systemId)
      .update((same) => same)
      .then((found) => over || setLog(found));
    return () => {
      over = true;
    };
  }, [systemId, progress]);
  return log;
}
