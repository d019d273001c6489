import { type ReactNode, useState } from 'react';
import { Route, Routes, useNavigate } from 'react-router';
import { ErrorBoundary } from '#ui/ErrorBoundary.tsx';
import { t } from '#i18n/translate.ts';
import { paths } from '#app/paths.ts';
import { ChooseFiles } from './ChooseFiles.tsx';
import type { FileChart } from './file-chart.ts';
import { FileChartView } from './FileChartView.tsx';
import { FileRouter } from './FileRouter.tsx';
import { OpenedList } from './OpenedList.tsx';
import { OpenFileFrame } from './OpenFileFrame.tsx';
import { useOpenedFiles } from './use-opened-files.ts';

/** Choosing files, the list of who is in them, and one chart at a time. All of it is gone with the page. */
export function OpenFileApp({ isOff }: { isOff: boolean }): ReactNode {
  return (
    <ErrorBoundary resetKey="open-file" fallback={() => <Broken />}>
      <FileRouter>{isOff ? <SwitchedOff /> : <Places />}</FileRouter>
    </ErrorBoundary>
  );
}

function Places(): ReactNode {
  const opened = useOpenedFiles();
  const [chart, setChart] = useState<FileChart>();
  const navigate = useNavigate();
  const show = (next: FileChart): void => {
    chart?.reading.stop();
    setChart(next);
    void navigate(next.startAt);
  };
  const start = (isAgain: boolean): ReactNode =>
    opened.now.state === 'opened' ? (
      <OpenedList opened={opened.now} show={show} close={opened.close} />
    ) : (
      <ChooseFiles opened={opened} show={show} isAgain={isAgain} />
    );
  return (
    <Routes>
      <Route
        path={`${paths.chart}/*`}
        // A page that was loaded anew at a chart's address has no file: nothing of one is kept.
        element={chart === undefined ? start(true) : <FileChartView key={chart.id} file={chart} />}
      />
      <Route path="*" element={start(false)} />
    </Routes>
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
