import { type ReactNode, useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { ErrorBoundary } from '#ui/ErrorBoundary.tsx';
import { t } from '#i18n/translate.ts';
import { openFile } from '#app/beside.ts';
import type { CountedKind } from '#population/count-years.ts';
import { ChartRouter } from '#app/ChartRouter.tsx';
import { paths } from '#app/paths.ts';
import { ChooseFiles } from './ChooseFiles.tsx';
import type { FileChart } from './file-chart.ts';
import { FileChartView } from './FileChartView.tsx';
import { OpenedList } from './OpenedList.tsx';
import { OpenFileFrame } from './OpenFileFrame.tsx';
import { type Only, PopulationPage, populationPath } from './PopulationPage.tsx';
import { ServedFolder } from './ServedFolder.tsx';
import { useOpenedFiles } from './use-opened-files.ts';
import { type Closing, watchFiles } from './watch-files.ts';

/** Whatever is chosen here, what `npm run open` serves, or nothing. */
export type OpenFrom = 'own' | 'off' | { readonly secret: string | undefined };

/** Files that nobody uses. */
export interface Idle {
  /** Milliseconds. */
  readonly limit: number;
  /** Some were open here, and were closed for that. */
  readonly isLeftAlone: boolean;
  /** Takes the page away with all that was read: nobody was there, or something else is to be opened. */
  readonly closeFiles: (why: Closing) => void;
}

/** Choosing files, the list of who is in them, and one chart at a time. All of it is gone with the page. */
export function OpenFileApp({ from, idle }: { from: OpenFrom; idle: Idle }): ReactNode {
  return (
    <ErrorBoundary resetKey="open-file" fallback={() => <Broken />}>
      <ChartRouter basename={openFile}>
        {from === 'off' ? <SwitchedOff /> : <Places from={from} idle={idle} />}
      </ChartRouter>
    </ErrorBoundary>
  );
}

function Places({ from, idle }: { from: Exclude<OpenFrom, 'off'>; idle: Idle }): ReactNode {
  const opened = useOpenedFiles(from !== 'own');
  const [only, setOnly] = useState<Only>();
  const [kind, setKind] = useState<CountedKind>('all');
  const [chart, setChart] = useState<FileChart>();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { limit, isLeftAlone, closeFiles } = idle;
  // A chart is one "Back" away for as long as it is held here.
  const isOpen = opened.now.state === 'reading' || opened.now.state === 'opened' || chart !== undefined;
  useEffect(
    () => (isOpen ? watchFiles(limit, () => closeFiles('left-alone')) : undefined),
    [isOpen, limit, closeFiles],
  );
  useEffect(() => () => chart?.reading.stop(), [chart]);
  const show = (next: FileChart): void => {
    setChart(next);
    void navigate(next.startAt);
  };
  const isAtChart = pathname === paths.chart || pathname.startsWith(`${paths.chart}/`);
  if (isAtChart && chart !== undefined) return <FileChartView key={chart.id} file={chart} />;
  // A page that was loaded anew at a chart's address has no file: nothing of one is kept.
  if (opened.now.state === 'opened') {
    const close = from === 'own' ? () => closeFiles('other') : undefined;
    const { files, counted } = opened.now;
    if (pathname === populationPath && counted !== undefined) {
      const to = (next: Only | undefined): void => {
        setOnly(next);
        void navigate(paths.home);
      };
      return <PopulationPage files={files} counted={counted} show={to} kind={kind} onKind={setKind} />;
    }
    return (
      <OpenedList
        opened={opened.now}
        only={only}
        everybody={() => setOnly(undefined)}
        show={show}
        close={close}
      />
    );
  }
  return from !== 'own' ? (
    <ServedFolder opened={opened} show={show} secret={from.secret} isLeftAlone={isLeftAlone} />
  ) : (
    <ChooseFiles
      opened={opened}
      show={show}
      again={isLeftAlone ? 'left-alone' : isAtChart ? 'again' : undefined}
    />
  );
}

function SwitchedOff(): ReactNode {
  return (
    <OpenFileFrame>
      <p>{t('open.off')}</p>
    </OpenFileFrame>
  );
}

function Broken(): ReactNode {
  return (
    <OpenFileFrame>
      <p role="alert">{t('open.failed')}</p>
      <p>
        <button type="button" className="front-button" onClick={() => location.reload()}>
          {t('open.other')}
        </button>
      </p>
    </OpenFileFrame>
  );
}
