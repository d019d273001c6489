import { type ReactNode, useSyncExternalStore } from 'react';
import { useNavigate } from 'react-router';
import { Link } from '#ui/Link.tsx';
import { useWorded } from '#ui/use-worded.ts';
import { OpenChart } from '#app/App.tsx';
import { paths } from '#app/paths.ts';
import { usePreferences } from '#app/use-preferences.ts';
import type { FileChart } from './file-chart.ts';

/** One chart from files: the same frame and the same sections as a chart from an EHR, mounted anew for each. */
export function FileChartView({ file }: { file: FileChart }): ReactNode {
  const navigate = useNavigate();
  usePreferences('clinician');
  const chart = useWorded(
    () => ({ ...file.chart, systemLabel: file.label(), source: <Source file={file} /> }),
    [file],
  );
  const toList = async (): Promise<boolean> => {
    await navigate(paths.home);
    return true;
  };
  return <OpenChart chart={chart} session={undefined} openAnotherPerson={toList} signInAgain={undefined} />;
}

/** In the place of "read at … from the EHR". */
function Source({ file }: { file: FileChart }): ReactNode {
  const told = useSyncExternalStore(file.reading.subscribe, file.told);
  return (
    <p className="banner-source">
      <span>{file.source()}</span>
      {told !== '' && <span className="banner-told">{told}</span>}
      <span>
        <Link to={paths.home}>{file.back()}</Link>
      </span>
    </p>
  );
}
